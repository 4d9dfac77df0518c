"""Checks of posts, reports, meetings and pages: links, pictures, attachments, times and addresses."""

from __future__ import annotations

import posixpath
from typing import Any

from partnership.catalogue.checks.stems import check_stems
from partnership.catalogue.checks.targets import meant_address
from partnership.catalogue.content_paths import resolve
from partnership.catalogue.names import Names, Where
from partnership.catalogue.translations import pairs_of
from partnership.kinds.kind import Kind
from partnership.kinds.registry import by_name
from partnership.language import _
from partnership.nearest import nearest
from partnership.problems import Severity
from partnership.prose.result import SealedBody
from partnership.records.content import Document, Front, SubjectFront
from partnership.records.library import Library, all_records
from partnership.records.national import is_county_code
from partnership.sources.strict_yaml import KeyPath

LONGEST_NAME = 200
"""Bytes that a step of an old address may have: file systems hold no longer names."""


def check_documents(library: Library, names: Names, *, languages_known: bool = True) -> None:
    """Tell every reference of a document that leads nowhere and every contradiction in its head.

    Without ``languages_known`` nobody knows which text is the original of which, so that is left out.
    """
    kinds = by_name(names.addresses.kinds)
    files = {path for files in library.documents.values() for path in files} | set(library.media)
    documents = names.documents
    originals = {one.path: original for one, original in pairs_of(library)}
    headed = {one.path: one.body for one in documents}
    for document in documents:
        kind = kinds[document.kind]
        if _names_nothing(document, kind):
            continue
        checker = _Checker(names, document, kind, files, headed, originals.get(document.path))
        checker.head(library)
        if languages_known:
            checker.original(library)
        checker.body()
    for name in library.documents:
        check_stems(library, names, name)


def _names_nothing(document: Document[Any], kind: Kind) -> bool:
    """Tell that a document has nothing that could be wrong: most posts are a title, a date and words."""
    front: Front = document.front
    return not (
        document.body.refers
        or front.image is not None
        or front.attachments
        or front.related
        or front.aliases
        or front.translation is not None
        or front.modified is not None
        or any(getattr(front, key) for key, _records in kind.references)
        or next(iter(kind.contradictions(front)), None) is not None
        or (isinstance(front, SubjectFront) and (front.counties or front.services or front.institutions))
    )


class _Checker:
    """Checks one document against all files that exist; ``headed`` are the texts with headings to link to, by path.

    The facts of a translation are those of the ``original`` that it has, so what is wrong in them is told there.
    """

    def __init__(
        self,
        names: Names,
        document: Document[Any],
        kind: Kind,
        files: set[str],
        headed: dict[str, SealedBody],
        original: Document[Any] | None = None,
    ) -> None:
        self._original = original
        self._names = names
        self._kind = kind
        self._headed = headed
        self._document = document
        self._files = files

    def _tell(
        self,
        key_path: KeyPath,
        code: str,
        message: str,
        hint: str,
        suggestion: str | None = None,
        severity: Severity = "error",
    ) -> None:
        self._names.places.tell(
            "content", self._document.path, key_path, code, message, hint, suggestion=suggestion, severity=severity
        )

    def _file(self, key_path: KeyPath, target: str, suffix: str | None = None) -> None:
        """Check a path of the head; ``suffix`` is what it must end in."""
        path = resolve(self._document.path, target)
        if self._comes_later(path):
            return
        if (path not in self._files and meant_address(target) is not None) or "://" in target:
            message = _("“%(target)s” is no path of a file", target=target)
            hint = _("put the file into content/media/ and give its path, or link to the address in the text")
            self._tell(key_path, "missing-file", message, hint)
        elif path is None:
            self._tell(
                key_path,
                "outside",
                _("“%(target)s” leads out of the content folder", target=target),
                _("use a file inside it"),
            )
        elif path not in self._files:
            near = self._near(path)
            hint = (
                _("did you mean “%(near)s”?", near=near) if near else _("check the path; it is relative to this file")
            )
            self._tell(key_path, "missing-file", _("There is no file “%(target)s”", target=target), hint, near)
        elif suffix is not None and not path.endswith(suffix):
            self._tell(
                key_path,
                "wrong-kind",
                _("“%(target)s” is not a file ending in %(suffix)s", target=target, suffix=suffix),
                _("use a file of that kind"),
            )

    def _comes_later(self, path: str | None) -> bool:
        """Tell whether a file is told to lie elsewhere, so that it may be there when that is mended."""
        if path is None or path in self._files:
            return False
        return posixpath.basename(path) in self._names.misplaced

    def _near(self, path: str) -> str | None:
        name = posixpath.basename(path)
        same_name = sorted(one for one in self._files if posixpath.basename(one) == name)
        near = same_name[0] if same_name else nearest(path, sorted(one for one in self._files if _alike(one, name)))
        return posixpath.relpath(near, posixpath.dirname(self._document.path)) if near else None

    def head(self, library: Library) -> None:
        """Check the keys of the head."""
        front: Front = self._document.front
        if front.image is not None:
            self._file(("image", "src"), front.image.src)
            if not front.image.decorative and not (front.image.alt or "").strip():
                hint = _('say what it shows in “alt”, or write “alt: ""” and “decorative: true” if it only decorates')
                self._tell(("image",), "missing-alt", _("The picture has no text for those who do not see it"), hint)
        for number, attachment in enumerate(front.attachments):
            self._file(("attachments", number, "file"), attachment.file)
        for number, target in enumerate(front.related):
            self._file(("related", number), target, ".md")
        for number, alias in enumerate(front.aliases):
            if (
                not alias.startswith("/")
                or any(step in (".", "..") or len(step.encode()) > LONGEST_NAME for step in alias.split("/"))
                or "//" in alias
                or any(char in alias for char in "?#\\")
                or not alias.isprintable()
            ):
                hint = _("write the old address without the domain, e.g. /artykuly/1102/Title")
                self._tell(
                    ("aliases", number),
                    "wrong-form",
                    _("“%(alias)s” is not an address on this site", alias=alias),
                    hint,
                )
        if self._original is None:
            self._facts(front)
        self._times(front)

    def _facts(self, front: Front) -> None:
        """Check the keys that a translation leaves to its original."""
        if isinstance(front, SubjectFront):
            for kind in ("counties", "services", "institutions"):
                for number, name in enumerate(getattr(front, kind)):
                    if kind == "counties" and not is_county_code(name):
                        continue  # its form has been told
                    self._names.check(_where(self._document), (kind, number), kind, name)
        for key, records in self._kind.references:
            if (name := getattr(front, key)) is not None:
                self._names.check(_where(self._document), (key,), records, name)
        for wrong in self._kind.contradictions(front):
            self._tell((wrong.key,), "contradiction", wrong.message, wrong.hint)

    def original(self, library: Library) -> None:
        """Check that the text that a translation names is there."""
        front: Front = self._document.front
        if front.translation is not None and front.translation not in self._names.unread.get(self._document.kind, ()):
            stems = {
                one.stem
                for one in all_records(library.files_of(self._document.kind))
                if one.front.lang != front.lang and one.front.translation is None
            }
            if front.translation not in stems:
                if self._is_in_its_own_language(library, front):
                    return
                near = nearest(front.translation, sorted(stems))
                hint = (
                    _("did you mean “%(near)s”?", near=near)
                    if near
                    else _("write the original's file name without .md")
                )
                self._tell(
                    ("translation",),
                    "unknown-reference",
                    _("There is no original “%(name)s”", name=front.translation),
                    hint,
                    near,
                )

    def _is_in_its_own_language(self, library: Library, front: Front) -> bool:
        """Tell a translation that says the language of its original, and whether it is one."""
        same = (one for one in all_records(library.files_of(self._document.kind)) if one.stem == front.translation)
        if not any(one is not self._document and one.front.lang == front.lang for one in same):
            return False
        message = _("This text and its original are both in “%(lang)s”", lang=front.lang)
        hint = _("write the language of this text as “lang: …”, or remove “translation”")
        self._tell(("translation",), "same-language", message, hint)
        return True

    def _times(self, front: Front) -> None:
        published = getattr(front, "date", None)
        # No error: a text is corrected before the day on which it is to appear.
        if front.modified is not None and published is not None and front.modified.day < published.day:
            self._tell(
                ("modified",),
                "contradiction",
                _("The text was changed before it was published"),
                _("correct “date” or “modified”"),
                severity="warning",
            )

    def body(self) -> None:
        """Check the links and pictures of the text."""
        body: SealedBody = self._document.body
        for link in body.links:
            self._target(link.path, link.fragment, link.line, link.column)
        for image in body.images:
            self._target(image.path, "", image.line, image.column)

    def _target(self, target: str, fragment: str, line: int, column: int) -> None:
        if target.startswith("/") or not target:
            return
        path = resolve(self._document.path, target)
        if self._comes_later(path):
            return
        near = None
        if path is None:
            code, message, hint = (
                "outside",
                _("“%(target)s” leads out of the content folder", target=target),
                _("use a file inside it"),
            )
        elif path not in self._files and (elsewhere := meant_address(target)) is not None:
            near = elsewhere
            code, message = "missing-file", _("“%(target)s” is no path of a file", target=target)
            hint = _("write the link's address as %(address)s", address=elsewhere)
        elif path not in self._files:
            near = self._near(path)
            code, message = "missing-file", _("There is no file “%(target)s”", target=target)
            hint = (
                _("did you mean “%(near)s”?", near=near) if near else _("check the path; it is relative to this file")
            )
        elif fragment and path in self._headed and fragment[1:] not in (ids := self._heading_ids(path)):
            near = nearest(fragment[1:], sorted(ids))
            code = "missing-heading"
            message = _("“%(target)s” has no heading called “%(name)s”", target=target, name=fragment[1:])
            hint = _("did you mean “%(near)s”?", near=near) if near else _("remove what follows the # sign")
        else:
            return
        self._names.places.tell_in_text(self._document.path, line, column, code, message, hint, near)

    def _heading_ids(self, path: str) -> set[str]:
        return {heading.id for heading in self._headed[path].headings}


def _where(document: Document[Any]) -> Where:
    return Where("content", document.path)


def _alike(path: str, name: str) -> bool:
    return nearest(name, [posixpath.basename(path)]) is not None
