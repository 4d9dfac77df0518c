"""Another partnership for real: abroad, in three languages, with everything that a site may have."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from partnership.locales.marks import MARKS
from tests.support.commands import Outcome, run_process
from tests.support.messages import said_in_templates
from tests.support.valley import COUNTIES, OPTIONS, fill

Call = Callable[..., Outcome]

OURS = re.compile(
    r"małopol|malopol|krak[oó]w|\bwup\b|limanow|limanwa|bochni|polish|poland|polsk|\bteryt code|rzecznik|dane.gov", re.I
)
"""Words of the site, the country and the language that this program was written for."""

POLISH = re.compile(r"[ąęłńśźż]|/dane/|uslug|instytucj|powiaty|urzad", re.IGNORECASE)
"""What no page abroad shows: Polish letters, words of Polish addresses."""

HOOKS = re.compile(r'[?;]powiat=|"(?:facet-|comparison-form-)?(?:powiat|usluga)"|"finder-powiat"|a11y-data-publikacja')
"""Names that the contract fixes for every site: the finder's questions and the parts of a declaration."""


def _git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Ann", "-c", "user.email=ann@valley.example"]
    return subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield everything that can be read in the files below a folder, those inside workbooks and letters too."""
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        name = file.relative_to(root).as_posix()
        parts = [(name, file.read_bytes())]
        if file.suffix in (".xlsx", ".docx"):
            with zipfile.ZipFile(file) as archive:
                parts = [(f"{name}!{part}", archive.read(part)) for part in archive.namelist()]
        for part, data in parts:
            try:
                yield part, data.decode()
            except UnicodeDecodeError:
                continue  # a picture or a font


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A started site with records and texts of every kind, not yet committed; to be copied, not changed."""
    folder = tmp_path_factory.mktemp("valley")
    (folder / "counties.csv").write_text(COUNTIES, encoding="utf-8")
    made = run_process("start", folder / "site", "--counties", folder / "counties.csv", *OPTIONS)
    assert made.status == 0, made.err
    fill(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def said(started: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Everything that the built site says, by file."""
    output = tmp_path_factory.mktemp("output") / "out"
    built = run_process("--site", started, "build", "--output", output)
    assert built.status == 0, built.err
    return dict(_texts(output))


@pytest.fixture
def valley(started: Path, tmp_path: Path) -> Path:
    """A copy of the site to work on."""
    shutil.copytree(started, tmp_path / "valley", symlinks=True)
    return tmp_path / "valley"


def test_no_output_has_a_word_of_this_site(said: dict[str, str]) -> None:
    """Pages, feeds, workbooks, catalogues: nothing of the first site's region, country, language or addresses."""
    ours = {name: found.group() for name, text in said.items() if (found := OURS.search(text))}
    # The scripts fold the letters of every language, and name the languages that they fold.
    assert {name: word for name, word in ours.items() if not name.startswith("theme/")} == {}
    # The finder's indexes know how people ask in every language.
    pages = {name: HOOKS.sub("", text) for name, text in said.items() if not name.startswith("theme/")}
    indexes = ("index.json", "indeks.json", "spis.json")
    polish = {name: found.group() for name, text in pages.items()
              if not name.endswith(indexes) and (found := POLISH.search(text))}  # fmt: skip
    assert polish == {}
    assert [name for name in said if POLISH.search(name)] == []


def test_no_name_runs_into_the_code_of_its_language(said: dict[str, str]) -> None:
    """In the trees of other languages names that stay as they are written stand without the mark of theirs."""
    run = re.compile(r"\ben(?=valley|green|job|upper|lower|zahora|lakeside)", re.I)
    assert {name: found.group() for name, text in said.items() if (found := run.search(text))} == {}
    assert [name for name, text in said.items() if MARKS.search(text) or "%EF%B7%9" in text] == []


def test_messages_without_a_translation_say_their_language(said: dict[str, str]) -> None:
    """On the German pages, for which the program has no catalogue, each English message is marked as English."""
    messages = {one.message for one in said_in_templates()} - {"Partners", "Institutions"}
    left = set()
    for name in ("de/index.html", "de/institutions/index.html", "de/counties/upper-valley/index.html"):
        page = html.document_fromstring(said[name])
        found = {(at.text or "").strip(): at for at in page.iterfind(".//body//*") if at.tag != "script"}
        left |= {text for text, at in found.items() if text in messages and _lang(at) != "en"}
        assert sum(text in messages for text in found) > 10
    assert left == set()


def test_data_sets_without_a_translation_say_their_language(said: dict[str, str]) -> None:
    """On the German page of open data titles and descriptions are marked as English, and no file holds a mark."""
    package = json.loads(said["data/datapackage.json"])["resources"]
    told = {text for one in package if "description" in one for text in (one["title"], one["description"])}
    page = html.document_fromstring(said["de/data/index.html"])
    texts = {" ".join("".join(map(str, at.itertext())).split()): at for at in page.iterfind(".//main//section//*")
             if at.tag in ("h3", "p")}  # fmt: skip
    found = {text: _lang(at) for text, at in texts.items() if text in told}
    assert len(found) > 20 and set(found.values()) == {"en"}


def test_addresses_and_people_say_their_language_in_another_script(said: dict[str, str]) -> None:
    """Latin names among Ukrainian words are marked as the records' language; in one's own script they are names."""
    ukrainian = {name: text for name, text in said.items() if name.startswith("uk/") and name.endswith(".html")}
    for name, words in (
        ("uk/ustanovy/centre-0/index.html", "Long Street 0"),
        ("uk/ustanovy/index.html", "Long Street 1"),
    ):
        page = html.document_fromstring(ukrainian[name])
        (found,) = [
            at for at in page.iterfind(".//body//*") if (at.text or "").replace("\u00a0", " ").startswith(words)
        ]
        assert _lang(found) == "en" and '<span lang="en">Long' in said[name]
    people = [at for text in ukrainian.values() for at in html.document_fromstring(text).iterfind(".//h3")
              if (at.text or "").startswith("Anna Vale")]  # fmt: skip
    assert people and {one.get("lang") for one in people} == {"en"}
    assert "<address>Long" in said["de/institutions/centre-0/index.html"].replace("\u00a0", " ")


def _lang(element: etree._Element) -> str:
    return str(next(one.get("lang") for one in (element, *element.iterancestors()) if one.get("lang")))


def test_what_depends_on_the_country_follows_it(said: dict[str, str]) -> None:
    """The country's name in the page's language, phones as they are written, open data in the site's language."""
    county, institution = said["counties/upper-valley/index.html"], said["institutions/centre-0/index.html"]
    assert "Czechia" in county and "County code" in county
    assert "Чехія" in said["uk/povity/upper-valley/index.html"]
    assert "Tschechien" in said["de/counties/upper-valley/index.html"]
    assert '"addressCountry":"CZ"' in institution and 'href="tel:602123450"' in institution and "Dutch" in institution
    assert "VA-1,unemployment-rate,,2021-12-31,3.1,,stat,2026-01-10" in said["data/figures-excel.csv"].splitlines()
    catalogue = json.loads(said["data/catalogue.jsonld"])
    assert catalogue["dct:language"]["@id"].endswith("/ENG") and catalogue["dct:title"]["@language"] == "en"
    assert not [name for name in said if "dane-gov" in name]
    assert json.loads(said["data/hsds/taxonomy_terms.json"])[0]["language"] == "en"


def test_what_a_site_begins_with_is_no_news(call: Call, valley: Path, tmp_path: Path) -> None:
    """The commit of the start tells nothing in the feeds; what is added afterwards does."""
    _git(valley, "stash", "--include-untracked", "--quiet")
    assert call("--site", valley, "build", "--output", tmp_path / "before").status == 0
    assert json.loads((tmp_path / "before" / "feed.json").read_text())["items"] == []
    _git(valley, "stash", "pop", "--quiet")
    _git(valley, "add", "--all")
    _git(valley, "commit", "--quiet", "-m", "Add institutions")
    assert call("--site", valley, "build", "--output", tmp_path / "after").status == 0
    titles = [one["title"] for one in json.loads((tmp_path / "after" / "feed.json").read_text())["items"]]
    assert "Institutions – new: 5" in titles and not [one for one in titles if one.startswith("Services")]


def test_it_is_published(call: Call, valley: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From start to a branch of a remote: check, build, links, publication, each with the site's own tasks."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    _git(valley, "config", "user.name", "Ann")
    _git(valley, "config", "user.email", "ann@valley.org")
    checked = call("--site", valley, "check")
    assert (checked.status, "error" in checked.out.replace("0 errors", "")) == (0, False), checked.out
    _git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    _git(valley, "remote", "add", "origin", str(tmp_path / "remote.git"))
    _git(valley, "add", "--all")
    _git(valley, "commit", "--quiet", "-m", "Add everything")
    _git(valley, "push", "--quiet", "origin", "main")
    published = call("--site", valley, "publish")
    assert published.status == 0, published.err
    files = _git(tmp_path / "remote.git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert {"index.html", "uk/index.html", "de/index.html", "data/counties.csv", "publikacja.json"} <= set(files)
    assert "https://valley.org/" in _git(tmp_path / "remote.git", "show", "gh-pages:sitemap.xml")
