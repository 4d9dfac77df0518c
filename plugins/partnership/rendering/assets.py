"""The theme's static files.

Style sheets joined into one, scripts minified, names with a hash of the content where nobody outside asks for them.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path

import msgspec

from partnership.items.item import Copy, Item, Publication
from partnership.language import _, at_the_keyboard
from partnership.problems import UserError
from partnership.rendering.minified import minified
from partnership.rendering.scripts import bundle, chunks_of
from partnership.theme_folders import theme_files

STYLE_SHEET = "css/site.css"
"""Name by which templates ask for the one style sheet."""

LAYERS = ("tokens", "base", "layout", "components", "utilities", "print")
"""Order of the cascade. A layer is made of ``static/css/LAYER.css`` and then of the files ``LAYER-….css`` by name.

Components' styles make ``components``.
"""

UNHASHED = ("js/finder/", "js/planner/", "js/search/")
"""Folders whose files keep their names, since programs outside ask for them."""

BUNDLES: dict[str, tuple[str, ...]] = {
    "js/finder/engine.js": (),
    "js/finder/finder.js": ("engine.js",),
    "js/planner/engine.js": (),
    "js/planner/planner.js": ("engine.js",),
    "js/search/engine.js": (),
    "js/search/search.js": ("engine.js",),
}
"""Modules that are sent as one file with the siblings they import, except those named: these are sent by themselves."""

SHARED = frozenset({"js/finder/follow.js"})
"""Siblings in a bundle that other scripts import too, so that they are sent by themselves as well."""

COMPONENTS = "templates/components"
"""Folder of a theme that holds a folder for each component."""

ROOT = "root/"
"""Folder of files that are published at the root of the site (favicon and the like)."""

_URL = re.compile(r"""url\((['"]?)\.\./([^'")]+)\1\)""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class StaticFile(msgspec.Struct, frozen=True, array_like=True):
    """A static file: its address, and where it lies with the digest of its bytes, or the bytes that were made of it."""

    address: str
    source: str
    digest: str
    made: bytes

    def item(self) -> Item:
        """Return what publishes the file."""
        if self.source:
            return Copy(self.address, self.source, self.digest)
        return Publication(self.address, as_it_is, (self.made,))


class Assets(msgspec.Struct):
    """Addresses of static files by name (``js/menu.js``), and the files."""

    addresses: dict[str, str] = msgspec.field(default_factory=dict)
    files: list[StaticFile] = msgspec.field(default_factory=list)

    @property
    def items(self) -> list[Item]:
        """The items that publish the files."""
        return [one.item() for one in self.files]

    def address(self, name: str) -> str:
        """Return the address of a static file; raise :class:`UserError` when the theme has no such file."""
        try:
            return self.addresses[name]
        except KeyError:
            with at_the_keyboard():
                raise UserError(_("The theme has no static file “%(name)s”", name=name)) from None


def collect_assets(theme: Path, kept: Path | None = None) -> Assets:
    """Read the theme's static files and give each its published name; ``kept`` is the file that remembers scripts."""
    assets = Assets()
    static = theme_files(theme, "static")
    bundled = {name: _parts(static, name) for name in BUNDLES if name in static}
    parts = {part for whole in bundled.values() for part in whole} - set(bundled) - SHARED
    scripts: dict[str, str] = {}
    for name, path in static.items():
        if name.startswith("css/") or name in parts:
            continue
        if name in bundled:
            scripts[name] = _bundle(static, name)
        elif name.endswith(".js"):
            scripts[name] = _script(path)
        else:
            _publish(assets, name, path)
    for name, path in theme_files(theme, COMPONENTS).items():
        if name.endswith(".js"):
            scripts[f"js/{posixpath.basename(name)}"] = _script(path)
    for name, data in minified(scripts, kept).items():
        _add_bytes(assets, name, data)
    style = join_styles(theme)
    _add_bytes(
        assets, STYLE_SHEET, _URL.sub(lambda match: f'url("{_from_css(assets, match.group(2))}")', style).encode()
    )
    return assets


def _script(path: str) -> str:
    """Return the text of a script that is sent by itself."""
    try:
        return Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        told = _("The script %(name)s is not UTF-8; save it as UTF-8", name=path)
        raise UserError(told) from error


def _reader(static: Mapping[str, str], folder: str) -> Callable[[str], str]:
    """Return what reads a script of ``folder`` by its name."""

    def read(name: str) -> str:
        try:
            return Path(static[posixpath.normpath(f"{folder}/{name}")]).read_text(encoding="utf-8")
        except (OSError, KeyError) as error:
            raise UserError(_("The theme has no static file “%(name)s”", name=f"{folder}/{name}")) from error

    return read


def _parts(static: Mapping[str, str], name: str) -> set[str]:
    """Return the names of the files that make up a bundle, its own among them."""
    folder, entry = posixpath.split(name)
    return {posixpath.normpath(f"{folder}/{part}") for part in chunks_of(entry, _reader(static, folder), BUNDLES[name])}


def _bundle(static: Mapping[str, str], name: str) -> str:
    """Return the module with its siblings."""
    folder, entry = posixpath.split(name)
    try:
        return bundle(entry, _reader(static, folder), BUNDLES[name])
    except ValueError as error:
        told = _("The script %(name)s cannot be put together: %(why)s", name=name, why=error)
        raise UserError(told) from error


def join_styles(theme: Path) -> str:
    """Return one style sheet: the cascade's order first, then the files by layer, components by name.

    Comments and indentation stay at home: they are a twentieth of what a visitor would wait for.
    """
    parts = ["@layer " + ", ".join(LAYERS) + ";\n"]
    styles, components = theme_files(theme, "static/css"), theme_files(theme, COMPONENTS)
    for layer in LAYERS:
        names = [f"{layer}.css", *(name for name in styles if name.startswith(f"{layer}-") and name.endswith(".css"))]
        sources = [styles[name] for name in names if name in styles]
        if layer == "components":
            sources = [path for name, path in components.items() if name.endswith(".css")]
        for source in sources:
            text = _COMMENT.sub("", Path(source).read_text(encoding="utf-8")).strip()
            parts.append(text + "\n" if text.startswith("@layer") else f"@layer {layer} {{\n{text}\n}}\n")
    return re.sub(r"\n\s+", "\n", "".join(parts))


def _from_css(assets: Assets, name: str) -> str:
    """Return a static file's address relative to the style sheet, so that the site may stand in a folder."""
    return posixpath.relpath(assets.address(name), "/theme/css")


def _publish(assets: Assets, name: str, source: str) -> None:
    with open(source, "rb") as file:
        digest = blake2b(file.read(), digest_size=20).hexdigest()
    assets.addresses[name] = _address(name, digest)
    assets.files.append(StaticFile(assets.addresses[name], source, digest, b""))


def _add_bytes(assets: Assets, name: str, data: bytes) -> None:
    digest = blake2b(data, digest_size=20).hexdigest()
    assets.addresses[name] = _address(name, digest)
    assets.files.append(StaticFile(assets.addresses[name], "", digest, data))


def _address(name: str, digest: str) -> str:
    """Return where a static file is published: under its own name where outsiders ask for it, else with a hash."""
    if name.startswith(ROOT):
        return "/" + name.removeprefix(ROOT)
    return f"/theme/{name}" if name.startswith(UNHASHED) else _hashed(name, digest)


def as_it_is(data: bytes) -> bytes:
    """Return the bytes of a file that was made while planning."""
    return data


def _hashed(name: str, digest: str) -> str:
    stem, ending = os.path.splitext(name)
    return f"/theme/{stem}.{digest[:10]}{ending}"
