"""What the operating system refuses, in the words of an office rather than of its manual."""

from __future__ import annotations

import errno

from partnership.language import _


def why(error: OSError) -> str:
    """Return the reason of a failed call to the system as a short phrase; of rare ones, the system's own words."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return _("you lack the rights to it")
        case errno.ENOENT:
            return _("it is not there")
        case errno.EEXIST | errno.ENOTEMPTY:
            return _("something else is there already")
        case errno.ENOSPC | errno.EDQUOT:
            return _("the disk is full")
        case errno.EROFS:
            return _("the disk is read-only")
        case errno.EISDIR:
            return _("it is a folder")
        case errno.ENOTDIR:
            return _("a part of its path is a file")
        case errno.ENAMETOOLONG:
            return _("its name is too long")
        case errno.ELOOP:
            return _("its links lead in a circle")
        case errno.EMFILE | errno.ENFILE:
            return _("too many files are open")
        case _other:
            return error.strerror or str(error)
