"""Scripts as they are sent: smaller, and doing the same."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from partnership.problems import UserError
from partnership.rendering import minified as module
from partnership.rendering.minified import minified

SCRIPT = """// A comment.
export function half(number) {
  const address = 'https://example.org // no comment';
  return address ? number / 2 : `//${number}`;
}
"""


def test_comments_and_long_names_go_and_texts_stay() -> None:
    """What others call keeps its name; what is inside is shortened; texts that look like comments are no comments."""
    made = minified({"a.js": SCRIPT})["a.js"].decode()
    assert len(made) < 0.7 * len(SCRIPT)
    assert "A comment" not in made and "number" not in made
    assert "half" in made and "https://example.org // no comment" in made


def test_what_was_made_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build starts no process; a script that changed is made anew, and a broken file is no error."""
    kept = tmp_path / "scripts"
    first = minified({"a.js": SCRIPT, "b.js": "let long = 1;\nuse(long);\n"}, kept)
    with monkeypatch.context() as without:
        without.setattr(module, "_minify", lambda scripts: pytest.fail(f"made again: {list(scripts)}"))
        assert minified({"a.js": SCRIPT}, kept) == {"a.js": first["a.js"]}
    assert minified({"a.js": SCRIPT.replace("half", "third")}, kept)["a.js"] != first["a.js"]
    kept.write_bytes(b"x" * 50)
    assert minified({"a.js": SCRIPT}, kept) == {"a.js": first["a.js"]}


def test_a_script_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """All faulty scripts at once, each with its place; also where the process itself fails."""
    with pytest.raises(UserError, match=r"(?s)b\.js: .*line 1.*c\.js: "):
        minified({"a.js": SCRIPT, "b.js": "let = = 1", "c.js": "function ("})
    gone = subprocess.CompletedProcess([], 1, b"", b"Traceback\nModuleNotFoundError: no minify\n")
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_kwargs: gone)
    with pytest.raises(UserError, match="no minify"):
        minified({"a.js": SCRIPT})
