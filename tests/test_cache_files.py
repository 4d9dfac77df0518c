"""A kept file is there whole or as it was, and nothing lies beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from partnership.cache_files import CHECKSUM_BYTES, checksum, read_checked, write_checked, write_whole


def test_pieces_become_one_file(tmp_path: Path) -> None:
    """The folder is made, the pieces stand in order, and a second writing takes the first one's place."""
    path = tmp_path / "neu" / "a.state"
    for pieces in ((b"eins",), (b"zwei", b"", b"drei")):
        write_whole(path, pieces)
        assert path.read_bytes() == b"".join(pieces)
    assert [one.name for one in path.parent.iterdir()] == ["a.state"]


def test_failure_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """What goes wrong half-way is raised, and no draft is left."""

    def broken() -> Iterator[bytes]:
        yield b"halb"
        raise KeyboardInterrupt

    path = tmp_path / "a"
    write_whole(path, (b"alt",))
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, broken())
    assert path.read_bytes() == b"alt"
    assert list(tmp_path.iterdir()) == [path]


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A file where the folder belongs is an OSError for the caller to judge."""
    (tmp_path / "a").write_text("Datei")
    with pytest.raises(OSError):
        write_whole(tmp_path / "a" / "b", (b"x",))


def test_checksum_tells_contents_apart() -> None:
    """It is as long as is said, the same for bytes and views of them, and another for other bytes."""
    assert len(checksum(b"a")) == CHECKSUM_BYTES
    assert checksum(b"a") == checksum(memoryview(b"xa")[1:]) != checksum(b"b")


@pytest.mark.parametrize("damage", [b"", b"x" * CHECKSUM_BYTES, b"x" * 500])
def test_what_is_damaged_is_not_there(tmp_path: Path, damage: bytes) -> None:
    """A checked file gives back what was written; one that is cut short, altered or missing gives nothing."""
    path = tmp_path / "a"
    assert read_checked(path) is None
    digest = write_checked(path, b"body")
    found = read_checked(path)
    assert found is not None and (bytes(found[0]), found[1]) == (b"body", digest)
    path.write_bytes(damage)
    assert read_checked(path) is None
