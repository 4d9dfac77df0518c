"""The engine's proof: after any edits, crashes and damaged caches an incremental build equals a clean one."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace

from partnership import chunks
from partnership.engine import commit, keys, output_snapshot
from partnership.engine.entry import build
from partnership.engine.quick import show_quickly
from partnership.engine.session import Session
from partnership.problems import ProblemsFound
from partnership.settings import PROJECT, Settings
from tests.support.site import Site

FAIRS = str(PROJECT / "tests" / "support" / "kinds" / "fairs.py")
STEMS = st.sampled_from(["a", "b", "c", "d", "e"])
LABELS = st.sampled_from(["Rynek pracy", "Prawo", "Rada"])


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def clean_build(arranged: Settings) -> dict[str, bytes]:
    """Return what a build without any memory makes."""
    with tempfile.TemporaryDirectory() as fresh:
        build(replace(arranged, output=Path(fresh) / "output", cache=Path(fresh) / "cache"))
        return tree(Path(fresh) / "output")


FEW_AREAS = (
    "pages.news.archive",
    "pages.news.posts",
    "pages.news.own_kinds",
    "pages.directory.institutions",
    "pages.counties.county",
    "pages.general.content_pages",
    "pages.general.redirects",
    "publications.pictures",
    "publications.robots",
    "partnership_bench.areas:plan_feed",
    "publications.finder_index",
    "publications.search.index",
)
"""One of each kind of item: enough for the short proof; the nightly one builds everything."""


class Edits(RuleBasedStateMachine):
    """Edits a small site as people, clocks and accidents do; after each the two builds must agree."""

    areas: tuple[str, ...] = ()
    many = keys.MANY, output_snapshot.MANY, chunks.RUN

    @initialize()
    def begin(self) -> None:
        """Make the small site, with a theme of its own, and build it once."""
        # One place for all sequences, since names in the cache come from it: else one could not be replayed.
        self.root = Path(tempfile.gettempdir()) / f"edits-{os.getpid()}"
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir()
        self.site = Site(self.root / "site")
        self.site.institution()
        self.site.post("a", title="Wpis A", category="Prawo")
        theme = self.root / "theme"
        shutil.copytree(PROJECT / "theme", theme)
        self.arranged = Settings(
            content=self.site.content, data=self.site.data, theme=theme, output=self.site.output,
            cache=self.root / "cache", build_date=date(2026, 6, 1), commit="0" * 40, areas=self.areas,
            own_kinds=(FAIRS,), page_length=2,
        )  # fmt: skip
        self.session: Session | None = None
        chunks.RUN = 2
        self.build()

    def teardown(self) -> None:
        """Remove what was made, and share the work as before."""
        keys.MANY, output_snapshot.MANY, chunks.RUN = self.many
        if hasattr(self, "root"):
            shutil.rmtree(self.root, ignore_errors=True)

    def build(self) -> None:
        """Build incrementally; a state that cannot be built must leave the output as it was."""
        before = tree(self.site.output) if self.site.output.exists() else {}
        try:
            build(self.arranged, session=self.session)
        except ProblemsFound:
            assert (tree(self.site.output) if self.site.output.exists() else {}) == before
            self.buildable = False
        else:
            self.buildable = True

    @rule(
        stem=STEMS,
        title=st.sampled_from(["Jeden", "Dwa i „trzy”", "Żółć <b>"]),
        category=LABELS,
        tag=LABELS,
        days=st.integers(-400, 60),
    )
    def write_post(self, stem: str, title: str, category: str, tag: str, days: int) -> None:
        """Add or change a post: title, category, topic, date, sometimes of the future."""
        day = (date(2026, 6, 1) + timedelta(days=days)).isoformat()
        self.site.post(stem, f"Treść **{title}**.", title=title, category=category, tags=[tag, "stały"], date=day)

    @rule(stem=STEMS, state=st.sampled_from(["published", "draft", "hidden"]), other=STEMS)
    def write_linked_post(self, stem: str, state: str, other: str) -> None:
        """Write a post that links to another, which may not exist."""
        self.site.post(stem, f"[Dalej]({other}.md)", title=f"Do {other}", state=state, aliases=[f"/artykuly/{stem}"])

    @rule(stem=STEMS, category=LABELS, host=st.none() | st.integers(1, 3), days=st.integers(-60, 60))
    def write_fair(self, stem: str, category: str, host: int | None, days: int) -> None:
        """Add or change a text of a kind of the site's own; who holds it may not exist."""
        day = (date(2026, 6, 1) + timedelta(days=days)).isoformat()
        held = f"host: i{host}\n" if host else ""
        text = f"---\ntitle: Targi {stem}\ndate: {day}\ncategory: {category}\n{held}---\nTreść {category}.\n"
        self.site.write(f"content/job-fairs/{stem}.md", text)

    @rule(stem=STEMS)
    def delete_fair(self, stem: str) -> None:
        """Delete a text of that kind."""
        (self.site.content / "job-fairs" / f"{stem}.md").unlink(missing_ok=True)

    @rule(declared=st.booleans())
    def change_kinds(self, declared: bool) -> None:
        """Declare the kind or not; texts of a kind that is not declared appear nowhere."""
        self.arranged = replace(self.arranged, own_kinds=(FAIRS,) if declared else ())

    @rule(stem=STEMS)
    def delete_post(self, stem: str) -> None:
        """Delete a post."""
        (self.site.content / "news" / f"{stem}.md").unlink(missing_ok=True)

    @rule(stem=STEMS, year=st.sampled_from(["2024", "2025"]))
    def move_post(self, stem: str, year: str) -> None:
        """Move a post into a folder."""
        path = self.site.content / "news" / f"{stem}.md"
        if path.exists():
            (path.parent / year).mkdir(exist_ok=True)
            path.rename(path.parent / year / path.name)

    @rule(
        number=st.integers(1, 3),
        services=st.lists(st.sampled_from(["posrednictwo", "zwolnienia-monitorowane"]), unique=True),
        county=st.sampled_from(["1201", "1202", "1261"]),
    )
    def write_institution(self, number: int, services: list[str], county: str) -> None:
        """Add or change an institution."""
        self.site.institution(f"i{number}", name=f"Urząd {number}", services=services, county=county)

    @rule(words=st.sampled_from(["Doradza.", "Ma [ulotkę](/media/news/ulotka.pdf)."]))
    def describe_institution(self, words: str) -> None:
        """Describe an institution, in words that may name a file, which is then public."""
        self.site.write("content/news/ulotka.pdf", b"%PDF-1.4\n%%EOF\n")
        self.site.institution("i1", name="Urząd 1", description=words)

    @rule(number=st.integers(1, 3))
    def delete_institution(self, number: int) -> None:
        """Delete an institution."""
        (self.site.data / "institutions" / f"i{number}.yaml").unlink(missing_ok=True)

    @rule(text=st.sampled_from(["1", "2"]))
    def change_picture(self, text: str) -> None:
        """Add or change a file to download."""
        self.site.write("content/media/plik.txt", text)

    @rule(
        name=st.sampled_from(
            ["layouts/base.html", "pages/document.html", "components/card/card.html", "layouts/site-footer.html"]
        ),
        mark=st.integers(0, 2),
    )
    def change_template(self, name: str, mark: int) -> None:
        """Change a template or one that it includes."""
        original = (PROJECT / "theme" / "templates" / name).read_text(encoding="utf-8")
        (self.arranged.theme / "templates" / name).write_text(
            original + f"<!-- {mark} -->" * (mark > 0), encoding="utf-8"
        )

    @rule(mark=st.integers(0, 2))
    def change_style(self, mark: int) -> None:
        """Change a style sheet, whose name is in every page."""
        original = (PROJECT / "theme/static/css/base.css").read_text(encoding="utf-8")
        (self.arranged.theme / "static/css/base.css").write_text(
            original + f"\n.x{mark} {{ color: red; }}", encoding="utf-8"
        )

    @rule(many=st.sampled_from([1, 4000]))
    def share_the_work(self, many: int) -> None:
        """Let other processes look at the output and make keys as on a large site, or not."""
        keys.MANY = output_snapshot.MANY = many

    @rule(run=st.sampled_from([1, 2, 32]))
    def divide(self, run: int) -> None:
        """Let runs of texts and records be as short as if the site had many, or as long as they are."""
        chunks.RUN = run

    @rule(days=st.integers(0, 60))
    def pass_time(self, days: int) -> None:
        """Let days pass: posts of the future appear."""
        self.arranged = replace(self.arranged, build_date=date(2026, 6, 1) + timedelta(days=days))

    @rule(
        url=st.sampled_from(["https://a.example", "https://b.example/partnerstwo"]),
        drafts=st.booleans(),
        length=st.integers(1, 3),
    )
    def change_settings(self, url: str, drafts: bool, length: int) -> None:
        """Change the site's address and other settings."""
        self.arranged = replace(self.arranged, site_url=url, drafts=drafts, page_length=length)

    @rule(
        languages=st.sampled_from([("pl",), ("pl", "en"), ("en", "uk", "pl")]),
        name=st.sampled_from([None, "Labour Office of Bochnia", "Office"]),
    )
    def change_languages(self, languages: tuple[str, ...], name: str | None) -> None:
        """Give the site other languages, or the same in another order, and an institution another name in English."""
        self.arranged = replace(self.arranged, language=languages[0], other_languages=languages[1:])
        keys: dict[str, Any] = {"en": {"name": name}} if name else {}
        self.site.institution(**keys)
        self.build()

    @rule(
        name=st.sampled_from(["Dolina", "Góra"]),
        country=st.sampled_from(["pl", "cz"]),
        zone=st.sampled_from(["Europe/Warsaw", "America/New_York"]),
        region=st.sampled_from([{"name": "Dolina"}, {"name": "Góra", "locative": "na Górze", "teryt": "99"}]),
    )
    def change_profile(self, name: str, country: str, zone: str, region: dict[str, str]) -> None:
        """Say that the site is another partnership's, in another country or time zone."""
        self.site.write_yaml("data/site.yaml", {
            "name": name, "region": region, "languages": list(self.arranged.languages), "country": country,
            "time_zone": zone, "feed_authority": "partnership.example", "feed_since": 2000,
        })  # fmt: skip
        self.build()

    @rule(stem=STEMS, lang=st.sampled_from(["en", "uk"]), word=st.sampled_from(["one", "two"]))
    def translate_post(self, stem: str, lang: str, word: str) -> None:
        """Write a translation of a post, or other words into it; where its original is gone nothing is built."""
        self.site.post(f"{stem}-{lang}", f"Translated, {word}.", title=f"Post {stem}", lang=lang, translation=stem)
        self.build()

    @rule(data=st.data())
    def damage_output(self, data: st.DataObject) -> None:
        """Change, delete or add files of the output behind the engine's back."""
        files = sorted(tree(self.site.output))
        victim = self.site.output / data.draw(st.sampled_from(files))
        if victim.name == "publikacja.json":
            return
        deed = data.draw(st.sampled_from(["change", "delete", "add", "folder"]))
        if deed == "change":
            victim.write_text("obce")
        elif deed == "add":
            (victim.parent / "obcy.html").write_text("obce")
        else:
            victim.unlink()
            if deed == "folder":
                victim.mkdir()
                (victim / "obcy").write_text("obce")

    @rule(data=st.data(), deed=st.sampled_from(["truncate", "garbage", "delete", "other"]))
    def damage_cache(self, data: st.DataObject, deed: str) -> None:
        """Cut, fill or delete a file of the cache, or put another's in its place."""
        files = sorted(path for path in self.arranged.cache.rglob("*") if path.is_file() and path.suffix != ".lock")
        if not files:
            return
        victim = data.draw(st.sampled_from(files))
        if deed == "truncate":
            victim.write_bytes(victim.read_bytes()[: victim.stat().st_size // 2])
        elif deed == "garbage":
            victim.write_bytes(os.urandom(200))
        elif deed == "delete":
            victim.unlink()
        else:
            victim.write_bytes(data.draw(st.sampled_from(files)).read_bytes())

    @rule(stem=STEMS, word=st.sampled_from(["jeden", "dwa"]), shown=st.booleans())
    def type_a_word(self, stem: str, word: str, shown: bool) -> None:
        """Write on in a post, as a preview sees it: from memory, its page perhaps shown before the build."""
        if self.session is None:
            self.session = Session(whole=True)
            self.build()
        path = self.site.content / "news" / f"{stem}.md"
        if path.exists():
            path.write_text(path.read_text(encoding="utf-8") + f"\n{word}\n", encoding="utf-8")
            if shown and self.buildable:
                show_quickly(self.session, self.arranged, path)

    @rule(stem=STEMS, word=st.sampled_from(["trzy", "cztery"]), first=st.booleans())
    def write_on(self, stem: str, word: str, first: bool) -> None:
        """Change nothing but words of a post, sometimes those of its first paragraph, between two builds."""
        path = self.site.content / "news" / f"{stem}.md"
        if path.exists():
            head, body = path.read_text(encoding="utf-8").rsplit("---\n", 1)
            path.write_text(f"{head}---\n{word} {body}" if first else f"{head}---\n{body}\n{word}\n", encoding="utf-8")

    @rule()
    def end_preview(self) -> None:
        """End the preview, which keeps on disk what it remembers."""
        if self.session is not None:
            self.session.keep()
            self.session = None

    @rule(step=st.integers(0, 12))
    def crash(self, step: int) -> None:
        """End the next build at its n-th move of a file, as a kill would, journal and all left behind."""
        self.session = None
        real, moves = os.replace, [0]

        def dying(source: Any, target: Any, **rest: Any) -> None:
            moves[0] += 1
            if moves[0] > step:
                raise Killed
            real(source, target, **rest)

        abandon = commit.abandon
        try:
            os.replace = dying  # type: ignore[assignment]
            commit.abandon = lambda output: None
            build(self.arranged)
        except (Killed, ProblemsFound):
            pass
        finally:
            os.replace = real
            commit.abandon = abandon

    @invariant()
    def incremental_equals_clean(self) -> None:
        """Build incrementally and from nothing: the same files with the same bytes, and nothing beside them."""
        if not hasattr(self, "arranged"):
            return
        self.build()
        if self.buildable:
            assert tree(self.site.output) == clean_build(self.arranged)
            assert not [path.name for path in self.site.root.iterdir() if path.name.startswith(".")]


class FewEdits(Edits):
    """The same with few areas."""

    areas = FEW_AREAS


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.no_cover
def test_incremental_builds_equal_clean_ones() -> None:
    """A few random sequences of edits; the nightly run makes thousands."""
    run_state_machine_as_test(
        Edits,
        settings=settings(
            max_examples=4, stateful_step_count=5, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


@pytest.mark.nightly
@pytest.mark.timeout(4 * 3600)
def test_thousands_of_incremental_builds_equal_clean_ones() -> None:
    """The long form of the same proof."""
    run_state_machine_as_test(
        Edits,
        settings=settings(
            max_examples=1000, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
