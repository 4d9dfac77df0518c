"""Files that look like texts or records and are none by their names: each is told, none is published."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from partnership.kinds.record_kind import RecordKind
from partnership.kinds.registry import RECORD_KINDS
from partnership.language import _
from partnership.locales.slugs import slug
from partnership.nearest import nearest
from partnership.patterns import pattern
from partnership.problems import Problem
from partnership.records.other_kind import GIVEN, NoFields, other_kind
from partnership.sources import strict_yaml
from partnership.sources.strict_yaml import YamlMistakes
from partnership.sources.text import Unreadable, read_text

_OTHER_MARKDOWN: Final = pattern(r"(?i)\.(?:md|markdown|mdown|mkdn?|mdtext|mdx)(?:\.txt)?\Z")
_TEXT_ENDINGS: Final = (".md", ".MD", ".markdown", ".md.txt", ".txt", ".docx", ".odt")
_OTHER_YAML: Final = pattern(r"(?i)\.ya?ml(?:\.txt)?\Z")
_WORKBOOK: Final = pattern(r"(?i)\.(?:xlsx?|xlsm|xlsb|ods|fods|numbers|tsv|tab|json|px|dbf|txt)\Z")
_WRITTEN: Final = pattern(r"(?i)\.(?:txt|text|docx?|docm|dotx?|odt|ott|rtf|pages|wps|gdoc)\Z")

# How programs call a copy they make: of a file manager, of a folder that several computers share.
_CONFLICT: Final = pattern(
    r"(?i)\s*[(\[](?:[^()\[\]]*\s)?"
    r"(?:kopia powodująca konflikt|konfliktowa kopia|conflicted copy|case conflict|konflikt)"
    r"[^()\[\]]*[)\]]|[.-]sync-conflict-[\w-]+"
)
_COPY_AFTER: Final = pattern(r"(?i)\s*[-–—_]?\s*\(?(?:kopia|copy|копія)(?:\s*\(?\d+\)?)?\)?\Z|\s*\(\d{1,3}\)\Z")
_COPY_BEFORE: Final = pattern(r"(?i)\A(?:kopia|copy of|kopia pliku|копія)\s*[-–—:]?\s+")
_PLAIN: Final = pattern("[a-z0-9-]*")
_LIKE_A_COPY: Final = pattern(r"(?i)[(\[]|kopia|copy|копія|sync-conflict")
"""Stands in every name that one of the three patterns finds: most names have nothing of the kind."""

_ONLY_FILES: Final = {kind.path.rpartition("/")[2]: kind for kind in RECORD_KINDS if "*" not in kind.path}
"""Kinds that have one file each, by its name."""


def original_of(path: str, files: Collection[str]) -> str | None:
    """Return the path of the file that the one at ``path`` seems to be a copy of, by its name; None when it is none.

    A number or the word „kopia” makes a copy only beside its original: a text may be called so.
    """
    folder, slash, name = path.rpartition("/")
    stem, _dot, ending = name.rpartition(".")
    if _PLAIN.fullmatch(stem) and "cop" not in stem and "kopi" not in stem and "sync" not in stem:
        return None
    if not _LIKE_A_COPY.search(stem):
        return None
    for copied, sure in ((_CONFLICT, True), (_COPY_AFTER, False), (_COPY_BEFORE, False)):
        plain = copied.sub("", stem).strip() if copied.search(stem) else ""
        if plain:
            original = f"{folder}{slash}{plain}"
            if sure or any(f"{original}{other}" in files for other in (f".{ending}", *_TEXT_ENDINGS)):
                return f"{original}.{ending}"
    return None


def stray_text(path: str, absolute: str, files: Collection[str]) -> Problem | None:
    """Return the warning of a file in a folder of texts that is no text by its name, None where it may be one.

    ``files`` are all files of the folder, ``path`` one of them, both relative to it.
    """
    name = path.rpartition("/")[2]
    if path.endswith(".md"):
        original = original_of(path, files)
        if original is None:
            return None
        message = _("This is a copy of “%(name)s” and appears nowhere", name=original.rpartition("/")[2])
        hint = _("take over what is new in it and delete it; a text of its own needs a name of its own")
        return _warning(absolute, "copy", message, hint)
    if found := _OTHER_MARKDOWN.search(name):
        stem = name[: found.start()]
        right = f"{slug(stem) or stem}.md"
        message = _("A text appears only when its name ends in .md, in small letters")
        if f"{path.rpartition('/')[0]}/{right}" in files:
            hint = _("take over what is new in it into %(name)s and delete it", name=right)
            return _warning(absolute, "not-a-text", message, hint)
        return _warning(absolute, "not-a-text", message, _("rename the file to %(name)s", name=right), right)
    return None


def is_written(path: str) -> bool:
    """Tell whether a file is a document of a word processor or an editor, which people take for a text of the site."""
    return _WRITTEN.search(path) is not None


def is_of_imports(path: str) -> bool:
    """Tell whether a file of the folder of data is what an import keeps: original files, and the list of imports."""
    return path.startswith("figures/originals/") or path == "figures/imports.txt"


def stray_record(path: str, absolute: str, files: Collection[str]) -> Problem | None:
    """Return the warning of a file in the folder of data that is no record by its name, None where it may be one."""
    name = path.rpartition("/")[2]
    if path.endswith((".yaml", ".csv")):
        original = original_of(path, files)
        if original is None:
            return None
        message = _("This is a copy of “%(name)s” and is not used", name=original.rpartition("/")[2])
        hint = _("take over what is new in it and delete it")
        return _warning(absolute, "copy", message, hint)
    if found := _OTHER_YAML.search(name):
        right = f"{name[: found.start()]}.yaml"
        message = _("A record is read only when its name ends in .yaml, in small letters")
        if path.removesuffix(name) + right in files:
            hint = _("take over what is new in it into %(name)s and delete it", name=right)
            return _error(absolute, "out-of-place", message, hint)
        return _error(absolute, "out-of-place", message, _("rename the file to %(name)s", name=right), right)
    if name.lower().startswith(("readme", "licen")) or is_of_imports(path):
        return None
    if _OTHER_MARKDOWN.search(name):
        message = _("A text in the folder of data appears nowhere")
        hint = _("move it to content/news/ or another folder of texts, or delete it")
        return _warning(absolute, "out-of-place", message, hint)
    if is_written(path) and _kind_of_tables(path.rpartition("/")[0]) is None:
        message = _("A document in the folder of data is not used")
        hint = _("move it to content/media/ if it is to be downloaded, else out of the folder")
        return _warning(absolute, "out-of-place", message, hint)
    return None


def out_of_place(path: str, absolute: str) -> Problem:
    """Return the error of a file in the folder of data that is of no kind by its path below it."""
    folder, _slash, name = path.rpartition("/")
    message = _("A file of this name is not used")
    meant, table = meant_kind(path), _kind_of_tables(folder)
    if table is not None and _WORKBOOK.search(name):
        right = table.path.replace("*", slug(name[: name.rindex(".")]) or "table")
        message = _("A file of this form is not read here")
        hint = _("save its table as CSV in UTF-8, data/%(file)s, or let it be imported: %(call)s", file=right,
                 call=f"python3 tasks.py import-figures data/{path}")  # fmt: skip
        return _error(absolute, "out-of-place", message, hint, right)
    if meant is not None and meant.path.rpartition("/")[2] == name:
        message = _("A file of this name is not used in this folder")
        hint = _("move it to data/%(path)s", path=meant.path)
        return _error(absolute, "out-of-place", message, hint, meant.path)
    if meant is not None:
        hint = _("did you mean “%(near)s”?", near=meant.path)
        return _error(absolute, "out-of-place", message, hint, meant.path)
    if (place := _by_fields(name, absolute)) is not None:
        message = _("The fields of this file are those of files in %(folder)s", folder=f"data/{_folder(place)}/")
        return _error(absolute, "out-of-place", message, _("move it to %(path)s", path=f"data/{place}"), place)
    hint = _("the folder holds: %(files)s", files=", ".join(kind.path.replace("*", "…") for kind in RECORD_KINDS))
    return _error(absolute, "out-of-place", message, hint)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _by_fields(name: str, absolute: str) -> str | None:
    """Return where a file belongs whose fields are those of one kind of records that have a file each."""
    if not name.endswith(".yaml"):
        return None
    try:
        raw = strict_yaml.load(read_text(absolute))
    except (Unreadable, YamlMistakes):
        return None
    kinds = {kind.name: kind for kind in RECORD_KINDS if kind.shape == "record"}
    types = {one: kind.type for one, kind in kinds.items()}
    found = other_kind(raw if isinstance(raw, dict) else (), NoFields, types, GIVEN)
    return kinds[found].path.replace("*", name.removesuffix(".yaml")) if found is not None else None


def is_misplaced(path: str, files: Collection[str]) -> bool:
    """Tell whether a file is called as one that every folder of data has once, and that one is missing."""
    meant = _ONLY_FILES.get(path.rpartition("/")[2])
    return meant is not None and path.endswith(f"/{meant.path}") and meant.path not in files


def meant_kind(path: str) -> RecordKind | None:
    """Return the kind whose only file is called as the file at a path below the folder of data, or nearly so."""
    name = path.rpartition("/")[2]
    near = name if name in _ONLY_FILES else nearest(name, _ONLY_FILES)
    return _ONLY_FILES[near] if near is not None and name.endswith((".yaml", ".csv")) else None


def _kind_of_tables(folder: str) -> RecordKind | None:
    """Return the kind whose tables lie in a folder."""
    kinds = (kind for kind in RECORD_KINDS if kind.shape == "table" and "*" in kind.path)
    return next((kind for kind in kinds if kind.place.rstrip("/") == folder), None)


def hidden_text(absolute: str) -> Problem:
    """Return the warning of a text whose name begins with a dot."""
    message = _("A file whose name begins with a dot is hidden and appears nowhere")
    hint = _("rename it without the dot, or write “state: draft” into it while it is not ready")
    return _warning(absolute, "hidden-file", message, hint)


def _error(path: str, code: str, message: str, hint: str, suggestion: str | None = None) -> Problem:
    return Problem(path=path, code=code, message=message, hint=hint, suggestion=suggestion)


def _warning(path: str, code: str, message: str, hint: str, suggestion: str | None = None) -> Problem:
    return Problem(path=path, severity="warning", code=code, message=message, hint=hint, suggestion=suggestion)
