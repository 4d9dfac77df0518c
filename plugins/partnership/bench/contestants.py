"""The generators that are measured: how the same posts are written for each, how each is run, what it keeps."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from partnership.bench.corpus import Post, make_post, write_small_data
from partnership.bench.tools import Tools
from partnership.settings import PROJECT

TEMPLATES = PROJECT / "bench"
"""Folder of the small site's templates and settings, one folder for each generator."""

Form = Callable[[Post], str]


@dataclass(slots=True)
class Contestant:
    """One generator with its own copy of the site.

    ``form`` writes a post as the generator wants it, into the folder ``posts``.  ``kept`` is what a cold run must not
    find.  ``template`` is the file that a change of a template changes, ``setting`` the file, old and new text of a
    change of a setting.
    """

    name: str
    folder: Path
    command: list[str]
    posts: Path
    form: Form
    template: Path
    setting: tuple[Path, str, str]
    kept: tuple[str, ...] = ("output",)
    environment: dict[str, str] = field(default_factory=dict)
    working: Path | None = None
    institutions: Path | None = None

    @property
    def output(self) -> Path:
        """Folder of the built site."""
        return self.folder / "output"

    def write(self, post: Post) -> None:
        """Write a post, new or changed."""
        (self.posts / f"{post.stem}.md").write_text(self.form(post), encoding="utf-8")

    def delete(self, post: Post) -> None:
        """Delete a post."""
        (self.posts / f"{post.stem}.md").unlink()

    def forget(self) -> None:
        """Delete what earlier runs left."""
        for name in self.kept:
            shutil.rmtree(self.folder / name, ignore_errors=True)


def yaml_form(topics: str, lists: bool = False, extra: str = "") -> Form:
    """Return the form of a post with a YAML head: ``topics`` is the key of its topics, ``lists`` Hugo's plural keys."""

    def form(post: Post) -> str:
        named = (
            f"authors: [{post.author}]\ncategories: [{post.category}]\n"
            if lists
            else f"author: {post.author}\ncategory: {post.category}\n"
        )
        return (
            f"---\ntitle: {post.title}\ndate: {post.day.isoformat()}\n{named}{topics}: [{', '.join(post.topics)}]\n"
            f"summary: {post.summary}\n{extra.format(stem=post.stem)}---\n{post.text}"
        )

    return form


def pelican_form(post: Post) -> str:
    """Return a post with the plain head of Pelican."""
    return (
        f"Title: {post.title}\nDate: {post.day.isoformat()}\nAuthor: {post.author}\nCategory: {post.category}\n"
        f"Tags: {', '.join(post.topics)}\nSlug: {post.stem}\nSummary: {post.summary}\n\n{post.text}"
    )


def task(*arguments: str) -> list[str]:
    """Return the command of a task of this generator, run as ``tasks.py`` runs it."""
    return [sys.executable, "-P", "-X", "utf8", "-m", "partnership", *arguments]


def ours(root: Path) -> Contestant:
    """This generator with the small theme."""
    folder = _copied("partnership", root / "partnership")
    write_small_data(folder / "data")
    return Contestant(
        name="Partnership",
        folder=folder,
        command=task("build", "--settings", str(folder / "pelicanconf.py")),
        posts=folder / "content" / "news",
        form=yaml_form("tags"),
        template=folder / "theme" / "templates" / "pages" / "post.html",
        setting=(folder / "pelicanconf.py", 'SITENAME = "Bench', 'SITENAME = "Inny Bench'),
        kept=("output", "cache"),
    )


def full_theme(root: Path) -> Contestant:
    """This generator with this site's own theme, data and settings."""
    folder = root / "full"
    shutil.copytree(PROJECT / "theme", folder / "theme")
    shutil.copytree(PROJECT / "data", folder / "data")
    shutil.copytree(PROJECT / "content", folder / "content")
    settings = (PROJECT / "pelicanconf.py").read_text(encoding="utf-8")
    settings += '\nPATH = "content"\nOUTPUT_PATH = "output"\nCACHE_PATH = "cache"\nPARTNERSHIP_DATA = "data"\n'
    settings += 'THEME = "theme"\nSITENAME = "Bench"\n'
    (folder / "pelicanconf.py").write_text(settings, encoding="utf-8")
    return Contestant(
        name="This site, full theme",
        folder=folder,
        command=task("build", "--settings", str(folder / "pelicanconf.py")),
        posts=folder / "content" / "news",
        form=yaml_form("tags"),
        template=folder / "theme" / "templates" / "pages" / "post.html",
        setting=(folder / "pelicanconf.py", 'SITENAME = "Bench', 'SITENAME = "Inny Bench'),
        kept=("output", "cache"),
        institutions=folder / "data" / "institutions",
    )


def stock_pelican(root: Path, cached: bool = False) -> Contestant:
    """Stock Pelican; ``cached`` with its cache of contents, which the next run then finds."""
    folder = _copied("pelican", root / ("pelican-cached" if cached else "pelican"))
    options = ["-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CACHE_PATH="cache"'] if cached else []
    return Contestant(
        name="Pelican with its cache" if cached else "Pelican",
        folder=folder,
        command=[sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--quiet", *options],
        posts=folder / "content",
        form=pelican_form,
        template=folder / "theme" / "templates" / "article.html",
        setting=(folder / "pelicanconf.py", 'SITENAME = "Bench', 'SITENAME = "Inny Bench'),
        kept=("output", "cache"),
        working=folder,
    )


def hugo(root: Path, tools: Tools) -> Contestant:
    """Hugo, writing into a folder that it keeps clean as the others do."""
    folder = _copied("hugo", root / "hugo")
    return Contestant(
        name=f"Hugo {tools.hugo_version}",
        folder=folder,
        command=[str(tools.hugo), "--quiet", "--destination", "output", "--cleanDestinationDir", "--noBuildLock"],
        posts=folder / "content" / "posts",
        form=yaml_form("tags", lists=True),
        template=folder / "layouts" / "_default" / "single.html",
        setting=(folder / "hugo.toml", 'title = "Bench', 'title = "Inny Bench'),
        kept=("output", "resources"),
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
        template=folder / "_includes" / "post.njk",
        setting=(folder / "site.json", '"title": "Bench', '"title": "Inny Bench'),
        working=folder,
    )


def write_corpus(contestants: Sequence[Contestant], posts: int) -> None:
    """Write the same posts for all."""
    for one in contestants:
        one.posts.mkdir(parents=True, exist_ok=True)
        for number in range(posts):
            one.write(make_post(number))


def _copied(name: str, folder: Path) -> Path:
    shutil.copytree(TEMPLATES / name, folder)
    return folder
