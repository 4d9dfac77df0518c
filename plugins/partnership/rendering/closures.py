"""What each template depends on: the digest of itself and of all that it extends, includes and imports."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from partnership.patterns import pattern
from partnership.theme_folders import theme_file, theme_files, theme_folders

_REFERENCE = pattern(r"""(?:\{%[-+]?\s*(?:extends|include|import|from)\s+|\b(?:fragment|listed)\()(["'])([^"']+)\1""")
_ANY = pattern(r"\{%[-+]?\s*(?:extends|include|import|from)\b|\b(?:fragment|listed)\(")


def template_digests(theme: Path) -> dict[str, bytes]:
    """Return the digest of every template's closure by the template's name.

    A template that computes the name of another depends on all of them.
    """
    texts = {
        name: Path(path).read_bytes()
        for name, path in theme_files(theme, "templates").items()
        if name.endswith((".html", ".txt", ".xml"))
    }
    own = {name: blake2b(text, digest_size=20).digest() for name, text in texts.items()}
    direct: dict[str, set[str]] = {}
    for name, raw in texts.items():
        references = _references(raw)
        direct[name] = set(texts) if references is None else references & texts.keys()
    return {name: _closure(name, direct, own) for name in texts}


def catalogues_digest(theme: Path) -> bytes:
    """Return the digest of the catalogues of a theme: another word may stand on every page."""
    digest = blake2b(digest_size=20)
    for folder in theme_folders(theme):
        for path in sorted((folder / "translations").glob("*/LC_MESSAGES/*.po")):
            digest.update(f"{path.parents[1].name}/{path.name}\0".encode() + blake2b(path.read_bytes()).digest())
    return digest.digest()


def template_digest(theme: Path, name: str) -> bytes:
    """Return the digest of one template's closure, reading no more than that."""
    own: dict[str, bytes] = {}
    direct: dict[str, set[str]] = {}
    todo = [name]
    while todo:
        one = todo.pop()
        if one in own:
            continue
        try:
            raw = theme_file(theme, f"templates/{one}").read_bytes()
        except OSError:
            continue
        own[one] = blake2b(raw, digest_size=20).digest()
        references = _references(raw)
        if references is None:
            return template_digests(theme)[name]
        direct[one] = references
        todo += references
    return _closure(name, {one: direct[one] & own.keys() for one in own}, own)


def _references(raw: bytes) -> set[str] | None:
    """Return the names of templates that a template names; None when it computes one."""
    text = raw.decode("utf-8", "replace")
    named = [match.group(2) for match in _REFERENCE.finditer(text)]
    return None if len(named) < len(_ANY.findall(text)) else set(named)


def _closure(name: str, direct: dict[str, set[str]], own: dict[str, bytes]) -> bytes:
    reached, todo = {name}, [name]
    while todo:
        for other in direct[todo.pop()]:
            if other not in reached:
                reached.add(other)
                todo.append(other)
    digest = blake2b(digest_size=20)
    for one in sorted(reached):
        digest.update(one.encode() + b"\0" + own[one])
    return digest.digest()
