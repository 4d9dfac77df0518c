"""Kinds that a site declares itself, in Python files beside its settings (``PARTNERSHIP_KINDS``).

Such a file holds ``KINDS``, a tuple of declarations.  It is the site's own program, like its settings, and is loaded as
Python loads modules: once in a process, whatever is written into it meanwhile.
"""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import msgspec

from partnership.kinds.kind import Kind
from partnership.kinds.registry import KINDS, RECORD_KIND
from partnership.language import _
from partnership.problems import UserError
from partnership.records.content import DatedFront
from partnership.records.fields import decode_hook
from partnership.system_errors import why

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_TAKEN: Final = frozenset({"media", *RECORD_KIND})
"""Names by which files of other kinds are known."""

_DIGEST: Final = "__digest__"
"""Name in a loaded module of the digest of the file that it was loaded from."""


def all_kinds(files: Sequence[Path]) -> tuple[Kind, ...]:
    """Return the kinds of a site: those of every site, then those in ``files``.

    Raises :class:`UserError` when a file is missing, fails or declares something that is no kind, or what is taken.
    """
    kinds = list(KINDS)
    for file in files:
        for kind in _kinds_of(file, _module(file)):
            _check(file, kind, kinds)
            kinds.append(kind)
    return tuple(kinds)


def own_digest(files: Sequence[Path]) -> bytes:
    """Return the digest of the files of a site's own kinds, as they were loaded where they have been; else as they are.

    Other declarations may make other bytes of everything.
    """
    digest = blake2b(digest_size=20)
    for file in files:
        module = sys.modules.get(_module_name(file))
        digest.update(_digest_of(file) if module is None else getattr(module, _DIGEST))
    return digest.digest()


def _digest_of(file: Path) -> bytes:
    try:
        return blake2b(file.read_bytes(), digest_size=20).digest()
    except OSError:
        return b""


def _module_name(file: Path) -> str:
    return f"partnership_kinds_{blake2b(str(file).encode('utf-8', 'surrogateescape'), digest_size=8).hexdigest()}"


def _module(file: Path) -> ModuleType:
    """Return the module in a file; records of its types travel between processes, which need it by a name."""
    name = _module_name(file)
    known = sys.modules.get(name)
    if known is not None:
        return known
    module = ModuleType(name)
    module.__file__ = str(file)
    sys.modules[name] = module
    try:
        source = file.read_bytes()
        setattr(module, _DIGEST, blake2b(source, digest_size=20).digest())
        exec(compile(source, str(file), "exec"), module.__dict__)
    except BaseException as error:
        del sys.modules[name]
        if not isinstance(error, Exception):
            raise
        raise UserError(
            _("%(place)s: the kinds of content cannot be used (%(reason)s)",
              place=_place(file, error), reason=_reason(error))
        ) from None  # fmt: skip
    return module


def _reason(error: Exception) -> str:
    return why(error) if isinstance(error, OSError) else str(error) or type(error).__name__


def _place(file: Path, error: Exception) -> str:
    """Return the file and the line in it at which it failed, where that is known."""
    if isinstance(error, SyntaxError) and error.lineno is not None:
        return f"{file}:{error.lineno}:{error.offset or 1}"
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
    return f"{file}:{lines[-1]}:1" if lines else str(file)


def _kinds_of(file: Path, module: ModuleType) -> Iterator[Kind]:
    declared: Any = getattr(module, "KINDS", None)
    if not isinstance(declared, tuple | list) or not all(isinstance(one, Kind) for one in declared):
        raise UserError(
            _("%(file)s must hold KINDS, a tuple of declarations; see docs/extend.md, “A new kind of content”",
              file=str(file))
        )  # fmt: skip
    yield from declared


def _fault_of(front: type[DatedFront]) -> str:
    """Return why no head can be read as a type; nothing where one can."""
    try:
        msgspec.convert({}, front, dec_hook=decode_hook)
    except msgspec.ValidationError:
        return ""
    except (TypeError, ValueError) as error:
        return str(error)
    return ""


def _check(file: Path, kind: Kind, others: Sequence[Kind]) -> None:
    """Raise :class:`UserError` where a kind cannot stand beside the others."""
    wrong = ""
    if not _NAME.match(kind.name):
        wrong = _("its name must be small letters and digits with hyphens, since a folder is called by it")
    elif kind.name in _TAKEN or kind.name in {one.name for one in others}:
        wrong = _("this name is taken")
    elif not issubclass(kind.front, DatedFront):
        wrong = _("its front matter must be a type that builds on DatedFront")
    elif reason := _fault_of(kind.front):
        wrong = _("its front matter is of no usable type (%(reason)s)", reason=reason)
    elif kind.section is None:
        wrong = _("it needs a section, which says where it stands")
    elif unknown := [key for key, _records in kind.references if key not in kind.front.__struct_fields__]:
        wrong = _("“references” names %(keys)s, which its front matter lacks", keys=", ".join(unknown))
    elif "en" not in kind.section.addresses or (kind.table is not None and "en" not in kind.table.files):
        wrong = _("section and table need an English name, which other languages take, too")
    elif kind.search is not None and kind.search.name in {one.search.name for one in others if one.search}:
        wrong = _("the search knows another kind by this name")
    elif kind.authoring is not None and kind.authoring.command in {
        one.authoring.command for one in others if one.authoring
    }:
        wrong = _("`new` knows another kind by this name")
    if wrong:
        raise UserError(_("%(file)s: the kind “%(name)s” cannot be used: %(reason)s",
                          file=str(file), name=kind.name, reason=wrong))  # fmt: skip
