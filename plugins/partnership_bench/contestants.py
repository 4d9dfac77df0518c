"""The generators that are measured: what each site consists of, how it is built, what it keeps."""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from partnership.settings import PROJECT
from partnership_bench.corpus import Post, make_post
from partnership_bench.first_language import keep_first_language
from partnership_bench.forms import pelican_form, pelican_place, yaml_form, yaml_place
from partnership_bench.institutions import SMALL, Named, Place, data_form, make_place, write_small_data
from partnership_bench.tools import Tools

TEMPLATES = PROJECT / "bench"
"""Folder of the small site's templates and settings, one folder for each generator."""

_aside = itertools.count()


@dataclass(slots=True)
class Contestant:
    """One generator with its own copy of the site.

    ``posts`` and ``institutions`` are the folders into which posts and institutions are written, each in its ``form``;
    ``suffix`` ends the names of institutions' files, ``named`` is what they may name.  ``kept`` is what a cold run must
    not find.  ``template`` is the file that a change of a template changes, ``setting`` the file, old and new text of a
    change of a setting.  ``small`` tells whether the site has the templates and pages of the comparison.
    """

    name: str
    folder: Path
    command: list[str]
    posts: Path
    form: Callable[[Post], str]
    institutions: Path
    place_form: Callable[[Place], str]
    template: Path
    setting: tuple[Path, str, str]
    suffix: str = ".md"
    named: Named = SMALL
    kept: tuple[str, ...] = ("output",)
    environment: dict[str, str] = field(default_factory=dict)
    working: Path = PROJECT
    small: bool = True

    @property
    def output(self) -> Path:
        """Folder of the built site."""
        return self.folder / "output"

    @property
    def short(self) -> str:
        """First word of the name."""
        return self.name.partition(" ")[0]

    def write(self, post: Post) -> None:
        """Write a post, new or changed."""
        (self.posts / f"{post.stem}.md").write_text(self.form(post), encoding="utf-8")

    def has(self, post: Post) -> bool:
        """Tell whether a post is there."""
        return (self.posts / f"{post.stem}.md").exists()

    def delete(self, post: Post) -> None:
        """Delete a post."""
        (self.posts / f"{post.stem}.md").unlink()

    def write_place(self, number: int, revision: int = 0) -> None:
        """Write the institution of a number, new or changed."""
        place = make_place(number, self.named, revision)
        (self.institutions / f"{place.stem}{self.suffix}").write_text(self.place_form(place), encoding="utf-8")

    def forget(self) -> None:
        """Move aside what earlier runs left.

        It is not deleted: for a minute after many files were deleted, some file systems (ext4) create new ones several
        times more slowly, and the run that follows would be charged for it.
        """
        for name in self.kept:
            if (self.folder / name).exists():
                aside = self.folder.parent / "aside"
                aside.mkdir(exist_ok=True)
                (self.folder / name).rename(aside / str(next(_aside)))


def task(*arguments: str) -> list[str]:
    """Return the command of a task of this project."""
    return [sys.executable, str(PROJECT / "tasks.py"), *arguments]


def ours(root: Path, institutions: bool = False) -> Contestant:
    """This generator with a theme as small as the others'."""
    folder = _copied("partnership", root / "partnership")
    write_small_data(folder / "data", institutions)
    settings = folder / ("institutions.py" if institutions else "pelicanconf.py")
    return Contestant(
        name="Partnership",
        folder=folder,
        command=task("build", "--settings", str(settings)),
        posts=folder / "content" / "news",
        form=yaml_form("tags"),
        institutions=folder / "data" / "institutions",
        place_form=data_form,
        suffix=".yaml",
        template=folder / "theme" / "templates" / "pages" / "document.html",
        setting=(folder / "pelicanconf.py", 'SITENAME = "Bench', 'SITENAME = "Inny Bench'),
        kept=("output", "cache"),
    )


def full_theme(root: Path, *, all_languages: bool = False) -> Contestant:
    """This generator with this site's own theme, data and settings, in its first language or in all of them."""
    folder = root / ("all-languages" if all_languages else "full")
    for name in ("theme", "data", "content"):
        shutil.copytree(PROJECT / name, folder / name)
    if not all_languages:
        keep_first_language(folder)
    settings = (PROJECT / "pelicanconf.py").read_text(encoding="utf-8")
    settings += '\nPATH = "content"\nOUTPUT_PATH = "output"\nCACHE_PATH = "cache"\nPARTNERSHIP_DATA = "data"\n'
    settings += 'THEME = "theme"\nSITENAME = "Bench"\n'
    (folder / "pelicanconf.py").write_text(settings, encoding="utf-8")
    return Contestant(
        name="All languages, full theme" if all_languages else "This site, full theme",
        folder=folder,
        command=task("build", "--settings", str(folder / "pelicanconf.py")),
        posts=folder / "content" / "news",
        form=yaml_form("tags"),
        institutions=folder / "data" / "institutions",
        place_form=data_form,
        suffix=".yaml",
        named=Named(_codes("institution-types", "id")[-1], _codes("services", "id"), _codes("counties", "teryt")),
        template=folder / "theme" / "templates" / "pages" / "document.html",
        setting=(folder / "pelicanconf.py", 'SITENAME = "Bench', 'SITENAME = "Inny Bench'),
        kept=("output", "cache"),
        small=False,
    )


def stock_pelican(root: Path, institutions: bool = False, *, cached: bool = False) -> Contestant:
    """Stock Pelican; ``cached`` with its cache of contents, which the next run then finds."""
    folder = _copied("pelican", root / ("pelican-cached" if cached else "pelican"))
    settings = "institutions.py" if institutions else "pelicanconf.py"
    options = ["-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CACHE_PATH="cache"'] if cached else []
    return Contestant(
        name="Pelican with its cache" if cached else "Pelican",
        folder=folder,
        command=[sys.executable, "-m", "pelican", "-s", settings, "--quiet", *options],
        posts=folder / "content",
        form=pelican_form,
        institutions=folder / "content" / "institutions",
        place_form=pelican_place,
        template=folder / "theme" / "templates" / "article.html",
        setting=(folder / "pelicanconf.py", 'SITENAME = "Bench', 'SITENAME = "Inny Bench'),
        kept=("output", "cache"),
        working=folder,
    )


def hugo(root: Path, tools: Tools) -> Contestant:
    """Hugo as it is by default: it does not delete what it no longer makes."""
    folder = _copied("hugo", root / "hugo")
    return Contestant(
        name=f"Hugo {tools.hugo_version}",
        folder=folder,
        command=[str(tools.hugo), "--quiet", "--destination", "output", "--noBuildLock"],
        posts=folder / "content" / "posts",
        form=yaml_form("tags", lists=True),
        institutions=folder / "content" / "institutions",
        place_form=yaml_place(),
        template=folder / "layouts" / "_default" / "single.html",
        setting=(folder / "hugo.toml", 'title = "Bench', 'title = "Inny Bench'),
        kept=("output", "resources"),
        environment={"HUGO_CACHEDIR": str(folder / "cache")},
        working=folder,
    )


def eleventy(root: Path, tools: Tools) -> Contestant:
    """Eleventy; its packages are linked beside the site."""
    folder = _copied("eleventy", root / "eleventy")
    assert tools.node_modules is not None
    os.symlink(tools.node_modules, folder / "node_modules")
    return Contestant(
        name=f"Eleventy {tools.eleventy_version}",
        folder=folder,
        command=["node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"],
        posts=folder / "content",
        form=yaml_form("topics", extra="layout: post.njk\npermalink: /{stem}/\n"),
        institutions=folder / "content" / "institutions",
        place_form=yaml_place(extra="layout: institution.njk\npermalink: /institutions/{stem}/\n"),
        template=folder / "_includes" / "post.njk",
        setting=(folder / "site.json", '"title": "Bench', '"title": "Inny Bench'),
        working=folder,
    )


def write_corpus(contestants: Sequence[Contestant], posts: int, institutions: int = 0) -> None:
    """Write the same posts and institutions for all."""
    for one in contestants:
        one.posts.mkdir(parents=True, exist_ok=True)
        for number in range(posts):
            one.write(make_post(number))
        if institutions:
            one.institutions.mkdir(parents=True, exist_ok=True)
        for number in range(institutions):
            one.write_place(number)


def _codes(kind: str, key: str) -> tuple[tuple[str, str], ...]:
    """Return codes and names of the project's own list of a kind."""
    from partnership.sources.strict_yaml import load

    records = load((PROJECT / "data" / f"{kind}.yaml").read_text(encoding="utf-8"))
    return tuple((one[key], one["name"]) for one in records)


def _copied(name: str, folder: Path) -> Path:
    shutil.copytree(TEMPLATES / name, folder)
    return folder
