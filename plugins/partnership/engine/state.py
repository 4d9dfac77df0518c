"""What a build remembers for the next: the library, each file's key, and how each file looked on disk.

The state is a cache: one that is missing, broken, of another version or of another machine means a clean build,
never an error.  One that is older than the output is no danger either: a file that does not look as the state knows it
is made again.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from partnership.cache_files import read_checked, write_checked
from partnership.engine.body_store import BodyStore
from partnership.engine.file_stats import FileStat
from partnership.engine.names import state_name
from partnership.kinds.kind import Kind
from partnership.kinds.registry import KINDS, RECORD_KINDS
from partnership.problems import Problem
from partnership.prose.result import StoredBody
from partnership.records.content import Document
from partnership.records.fields import decode_hook, encode_hook
from partnership.records.library import Library, ParsedFile
from partnership.records.media import Media

T = TypeVar("T")

VERSION = 24
MOST_CHANGES = 0.25
"""Size of the changes, as a part of their base's, from which on the state is written whole."""


class Made(msgspec.Struct, array_like=True):
    """A file of the output: the key it was made from, the digest of its bytes, its look after it was written."""

    key: bytes
    digest: bytes
    stat: FileStat


class Seen(msgspec.Struct, array_like=True):
    """A source file: its look and the digest of its bytes."""

    stat: FileStat
    digest: bytes


class Run(msgspec.Struct, array_like=True):
    """A run of an area: digest of what it was planned from, number of its items, digests of the words they asked for.

    One without a digest is planned in each build.
    """

    digest: bytes
    items: int
    words: bytes


class Planned(msgspec.Struct, array_like=True):
    """What an area planned: how many pages, and all its addresses.

    ``words`` are the digests of all words of texts that it asked for, one after the other; ``own_words`` tells that
    all its items that show words show those of their own source file and no others.  ``reads`` names the parts of the
    catalogue that it read (``LANGUAGE/PART``), with the digests of those that are compared by their value.
    ``unlisted`` are addresses among its items that no sitemap names: beside an area without any, the rest can be
    planned when no more is known than its addresses.  ``by_record`` tells that each of its items shows one record;
    ``runs``, where it was planned in runs, follow each other as their ``addresses`` do.
    """

    words: bytes
    own_words: bool
    pages: int
    addresses: tuple[str, ...]
    reads: dict[str, bytes] = {}
    unlisted: tuple[str, ...] = ()
    by_record: bool = False
    runs: tuple[Run, ...] = ()


class Remembered(msgspec.Struct, kw_only=True):
    """What is kept between two builds into one folder beside the library.

    ``salt`` and the closures' digests of ``templates`` tell the next build why a key is another.  ``areas`` is what
    each area planned under the ``circumstances`` (a digest of settings) and with the folder of ``data`` looking so (a
    digest, too), ``findings`` what the checks found then;
    ``read_as`` names the time zone and country for which files were read, ``language`` the site's first, in which texts
    are that name none, ``program`` the digest of the code that read them.
    """

    version: int = 0
    made: dict[str, Made] = {}
    seen: dict[str, Seen] = {}
    salt: bytes = b""
    templates: dict[str, bytes] = {}
    circumstances: bytes = b""
    data: str = ""
    areas: dict[str, Planned] = {}
    findings: tuple[Problem, ...] = ()
    read_as: str = ""
    language: str = ""
    program: bytes = b""


class State(Remembered, kw_only=True):
    """Everything kept between two builds into one folder."""

    library: Library


class _Changes(msgspec.Struct):
    """How a state differs from the one in the file with the digest ``base``: what is new or other, what is gone."""

    base: bytes
    new: Remembered
    gone: dict[str, tuple[str, ...]]


class _Stored(msgspec.Struct, Generic[T]):
    """What a file holds: what is remembered or how that changed, and apart from it the files of each kind.

    These are read as what the kinds of the site say of them; a kind without any is not read at all, since finding out
    what its records look like takes longer than reading a few of them.
    """

    told: T
    files: dict[str, msgspec.Raw]


class Base:
    """The state as its file holds it, by the file's digest and size in bytes: later ones are kept as changes of it."""

    def __init__(self, state: State, digest: bytes, size: int) -> None:
        self.state = state
        self.digest = digest
        self.size = size


def load_state(cache: Path, output: Path, kinds: Sequence[Kind] = KINDS) -> tuple[State, Base] | None:
    """Return the state of the last build into ``output``, and what its file holds; None when none can be trusted.

    ``kinds`` are those of the content: documents of a kind that is no more are left out.  Words of texts are read
    later, from a file of their own, and may then be :class:`BodyMissing`.
    """
    name = state_name(output)
    texts = BodyStore(cache / f"{name}.texts")
    stored = _read(cache / f"{name}.state", Remembered, kinds, texts)
    if stored is None or stored[0].version != VERSION:
        return None
    told, library, digest, size = stored
    state = _state(told, library)
    base = Base(state, digest, size)
    changes = _read(cache / f"{name}.changes", _Changes, kinds, texts)
    if changes is None or changes[0].base != digest or changes[0].new.version != VERSION:
        return state, base
    return _changed(state, _state(changes[0].new, changes[1]), changes[0].gone), base


def save_state(cache: Path, output: Path, state: State, base: Base | None) -> Base | None:
    """Keep the state, as changes of its base where that is much less; return what the file of states then holds.

    A folder that cannot be written costs only the time of the next build.
    """
    name = state_name(output)
    with suppress(OSError):
        moved = _keep_texts(cache / f"{name}.texts", state.library)
        if moved or base is None or base.state.library.documents.keys() != state.library.documents.keys():
            return _write_base(cache, name, state)
        new, gone = _changes(base.state, state)
        changes = _packed(_Changes(base.digest, _remembered(new), gone), new.library)
        if len(changes) > base.size * MOST_CHANGES:
            return _write_base(cache, name, state)
        write_checked(cache / f"{name}.changes", changes)
        return base
    return None


def forget_state(cache: Path, output: Path) -> None:
    """Drop the state."""
    with suppress(OSError):
        (cache / f"{state_name(output)}.state").unlink()


def _write_base(cache: Path, name: str, state: State) -> Base:
    body = _packed(_remembered(state), state.library)
    return Base(state, write_checked(cache / f"{name}.state", body), len(body))


def _remembered(state: State) -> Remembered:
    """Return what a state holds beside the library."""
    return Remembered(**{name: getattr(state, name) for name in Remembered.__struct_fields__})


def _state(told: Remembered, library: Library) -> State:
    return State(library=library, **msgspec.structs.asdict(told))


def _packed(told: Remembered | _Changes, library: Library) -> bytes:
    """Return what is remembered, or the changes of it, with the files of a library, as the bytes of a file."""
    files = {
        name: msgspec.Raw(msgspec.msgpack.encode(some, enc_hook=_place_words))
        for name, some in library.all_files()
        if some
    }
    return msgspec.msgpack.encode(_Stored(told, files), enc_hook=_place_words)


def _read(path: Path, kind: type[T], kinds: Sequence[Kind], texts: BodyStore) -> tuple[T, Library, bytes, int] | None:
    """Return what a file holds, the library in it, its digest and size; None when it is missing or damaged."""

    def recall(wanted: type, value: Any) -> Any:
        return texts.recall(*value) if wanted is StoredBody else decode_hook(wanted, value)

    found = read_checked(path)
    if found is None:
        return None
    body, digest = found
    library = Library(documents={one.name: {} for one in kinds})
    records = {one.name: one.type for one in RECORD_KINDS} | {"media": Media}
    types = records | {one.name: Document[one.front] for one in kinds}  # type: ignore[name-defined]
    try:
        stored = msgspec.msgpack.decode(body, type=_Stored[kind], dec_hook=recall)  # type: ignore[valid-type]
        for name, one in types.items():
            packed = stored.files.get(name.replace("-", "_") if name in records else name)
            if packed is not None:
                files = dict[str, ParsedFile[one]]  # type: ignore[valid-type]
                library.files_of(name).update(msgspec.msgpack.decode(packed, type=files, dec_hook=recall))
        return stored.told, library, digest, len(body)
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError, TypeError, ValueError):
        return None


def _parts(state: State) -> dict[str, dict[str, Any]]:
    """Return the state's large parts by their names."""
    parts: dict[str, dict[str, Any]] = {
        "made": state.made, "seen": state.seen, "areas": state.areas, "templates": state.templates,
    }  # fmt: skip
    return parts | {f"files of {kind}": files for kind, files in state.library.all_files()}


def _without_parts(state: State) -> State:
    """Return a state with the small things of another, and of its large parts none; kinds of content are the same."""
    library = Library(documents={name: {} for name in state.library.documents})
    return msgspec.structs.replace(state, library=library, made={}, seen={}, areas={}, templates={})


def _changes(base: State, state: State) -> tuple[State, dict[str, tuple[str, ...]]]:
    """Return what of a state is new or other than in its base, and what is gone; what is the same is the same object.

    What is gone stands by the names of the state's parts: one with documents of a kind that is no more is not read.
    """
    new = _without_parts(state)
    gone: dict[str, tuple[str, ...]] = {}
    before, told = _parts(base), _parts(new)
    for part, now in _parts(state).items():
        old = before[part]
        told[part] |= {name: one for name, one in now.items() if old.get(name) is not one and old.get(name) != one}
        gone[part] = tuple([name for name in old if name not in now])
    return new, gone


def _changed(base: State, new: State, gone: dict[str, tuple[str, ...]]) -> State:
    """Return a state from its base and the changes since, as :func:`_changes` gives them."""
    state = msgspec.structs.replace(_without_parts(new), library=_without_parts(base).library)
    old, now = _parts(base), _parts(new)
    for part, whole in _parts(state).items():
        whole |= old[part]
        whole |= now.get(part, {})
        for name in gone.get(part, ()):
            whole.pop(name, None)
    return state


def _keep_texts(path: Path, library: Library) -> bool:
    """Keep the words of all texts; tell whether those that were kept have got new places."""
    live = [one.body.stored for files in library.documents.values() for kept in files.values() for one in kept.records]
    homes = {one.home for one in live if isinstance(one.home, BodyStore) and one.home.path == path}
    # Words of one output folder lie in one file; those of a preview's memory may have come from nowhere yet.
    texts = homes.pop() if len(homes) == 1 else BodyStore(path)
    return texts.keep(live)


def _place_words(value: Any) -> Any:
    return (value.digest, *value.place) if isinstance(value, StoredBody) else encode_hook(value)
