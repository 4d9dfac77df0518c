"""The page of a text that is being written, at once: before the build that follows makes everything else.

Only for what cannot go wrong: the words of one text changed, and neither its head nor its links, pictures, headings
or remarks did.  So no check can find anything new, and the page is the same that the whole build makes of it; lists
and feeds that tell of the text follow with the build.
"""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from partnership.catalogue.addresses import output_path
from partnership.engine import commit
from partnership.engine.body_edits import same_frame
from partnership.engine.file_stats import file_stat
from partnership.engine.session import Session
from partnership.engine.state import Made
from partnership.items.item import Page
from partnership.kinds.registry import RECORD_KIND, fronts
from partnership.profile import working_on
from partnership.records.content import Document, ReadableDocument, readable
from partnership.records.parsing import Readers, parse_one
from partnership.settings import Settings
from partnership.sources.text import MAX_BYTES, Unreadable, read_bytes


def warm(session: Session) -> None:
    """Set up what the first text would otherwise wait for: the converter and the templates."""
    from partnership.prose.conversion import read_prose

    read_prose("**")
    if session.maker is not None:
        session.maker.set_up()


def show_quickly(session: Session, settings: Settings, changed: Path) -> list[str]:
    """Write the pages of the text in a changed file where only its words changed; return their addresses.

    An empty list means that nothing was written: the build that follows has to find out.
    """
    if session.state is None or session.maker is None or session.settings is None or session.asked is None:
        return []
    if msgspec.structs.replace(session.asked, commit=settings.commit) != settings:
        return []
    settings = session.settings
    with working_on(settings.profile):
        found = _old_and_new(session, settings, changed)
    if found is None:
        return []
    old, new = found
    pages = [one for one in session.items if isinstance(one, Page) and any(_shows(given, old) for given in one.inputs)]
    work = commit.commit_folder(settings.output)
    with commit.locked(settings.output, settings.cache / "build", lambda text: None):
        if work.exists() or not settings.output.is_dir():
            return []
        with working_on(settings.profile):
            for page in pages:
                inputs = tuple(readable(new) if _shows(given, old) else given for given in page.inputs)
                data = session.maker.make(msgspec.structs.replace(page, inputs=inputs), b"")
                _put(session, settings.output, output_path(page.address), data)
    return [page.address for page in pages]


def _shows(given: Any, document: Document[Any]) -> bool:
    """Tell whether an input of a page is the text of a document."""
    return isinstance(given, ReadableDocument) and given.path == document.path and given.digest == document.digest


def _old_and_new(session: Session, settings: Settings, changed: Path) -> tuple[Document[Any], Document[Any]] | None:
    """Return the text as the last build knows it and as it is now, where only its words differ."""
    assert session.state is not None
    try:
        path = changed.relative_to(settings.content).as_posix()
        kind = path.partition("/")[0]
        heads = fronts(settings.kinds)
        kept = session.state.library.files_of(kind).get(path) if kind in heads else None
        if kept is None or kept.problems or len(kept.records) != 1:
            return None
        readers = Readers(heads, RECORD_KIND, settings.language)
        parsed = parse_one(kind, path, changed.stem, read_bytes(str(changed), MAX_BYTES), readers)
    except (ValueError, Unreadable):
        return None
    if parsed.problems or len(parsed.records) != 1:
        return None
    old, new = kept.records[0], parsed.records[0]
    return (old, new) if old.body.stored != new.body.stored and same_frame(old, new) else None


def _put(session: Session, output: Path, path: str, data: bytes) -> None:
    """Put the bytes of one file in place in one step, and let the next build know what lies there."""
    assert session.state is not None
    draft = commit.single_file(output)
    draft.write_bytes(data)
    os.replace(draft, output / path)
    now = file_stat(str(output / path))
    if now is not None:
        # No key: the build makes the file again, and finds the same bytes.
        session.state.made[path] = Made(b"", blake2b(data, digest_size=20).digest(), now)
