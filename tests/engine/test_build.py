"""The task ``build``: its last line, its silence when nothing changed, and the same bytes by every way."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pelican.settings import read_settings

from partnership import Partnership, register
from partnership.catalogue.linking import link
from partnership.engine import site_build
from partnership.engine.entry import build
from partnership.settings import PROJECT
from partnership.settings_file import read_settings as read_ours
from tests.conftest import Call
from tests.support.site import Site

LAST_LINE = re.compile(r"Built (\d+) pages \((\d+) rendered, (\d+) written\) in \d+\.\d+ s")


def numbers(printed: str) -> tuple[int, int, int]:
    """Return pages, rendered and written of a build's last line."""
    match = LAST_LINE.fullmatch(printed.strip().splitlines()[-1])
    assert match is not None, printed
    return int(match.group(1)), int(match.group(2)), int(match.group(3))


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_a_build_says_what_it_did(site: Site, call: Call) -> None:
    """Everything at first, nothing when nothing changed, little after one edit; warnings are told each time."""
    site.post("a", body="Tekst <script>x</script>.", summary="Krótko.")
    first = call("build", *site.build_options, LANG="en")
    pages, rendered, written = numbers(first.out)
    assert pages == rendered
    assert written > pages
    for _again in range(2):
        again = call("build", *site.build_options, LANG="en")
        assert numbers(again.out) == (pages, 0, 0)
        assert "<script>" in again.err
    site.post("a", body="Inny tekst.", summary="Krótko.")
    _pages, few, _written = numbers(call("build", *site.build_options, LANG="en").out)
    assert 0 < few < pages


def test_explain_says_why(site: Site, call: Call) -> None:
    """Each file that was made again has its reason."""
    site.post("a")
    assert "index.html: new" in call("build", *site.build_options, "--explain", LANG="en").out
    site.post("a", title="Inny")
    out = call("build", *site.build_options, "--explain", LANG="en").out
    assert any(line.startswith("aktualnosci/2026/a/index.html: ") for line in out.splitlines())


def test_the_manifest_lists_every_file_with_its_hash(site: Site, call: Call) -> None:
    """``publikacja.json`` holds all addresses but its own, each with the hash of what lies there."""
    site.institution()
    site.post()
    assert call("build", *site.build_options).status == 0
    manifest = json.loads(site.read("/publikacja.json"))
    files = {"/" + path.removesuffix("index.html"): data for path, data in tree(site.output).items()}
    del files["/publikacja.json"]
    assert set(manifest["addresses"]) == set(files)
    for address, data in files.items():
        assert manifest["addresses"][address] == blake2b(data, digest_size=20).hexdigest()


def theirs(site: Site) -> dict[str, Any]:
    """Return Pelican's settings of the project, for the small site."""
    override = {"PATH": str(site.content), "PARTNERSHIP_DATA": str(site.data), "OUTPUT_PATH": str(site.root / "theirs")}
    settings: dict[str, Any] = read_settings(str(PROJECT / "pelicanconf.py"), override)
    return settings


@pytest.mark.parametrize("url", ["https://example.org", "https://example.org/partnerstwo/x"])
def test_pelican_builds_the_same_bytes(site: Site, call: Call, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pelican's own class and our task make the same site, at a domain's root and in a folder."""
    site.institution()
    site.post()
    assert call("build", *site.build_options, "--site-url", url).status == 0
    ours = tree(site.output)
    monkeypatch.setenv("SITE_URL", url)
    register()
    Partnership(theirs(site)).run()
    assert tree(site.root / "theirs") == ours


def test_pelican_reads_the_settings_of_the_published_site(tmp_path: Path) -> None:
    """From any folder, in a fresh process: nothing else puts ``pelicanconf.py`` on the path."""
    code = "import sys; from pelican.settings import read_settings; print(read_settings(sys.argv[1])['PELICAN_CLASS'])"
    command = [sys.executable, "-P", "-c", code, str(PROJECT / "publishconf.py")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "partnership.Partnership"), done.stderr


def test_pelican_fails_closed(site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A problem ends Pelican with status 1 and the same words, and nothing is written."""
    site.post(date="x")
    with pytest.raises(SystemExit) as caught:
        Partnership(theirs(site)).run()
    assert caught.value.code == 1
    assert "wpis.md:3:7: error:" in capsys.readouterr().err
    assert not (site.root / "theirs").exists()


def test_a_broken_theme_is_a_sentence(site: Site, call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A template that fails is told with its file and line; the output stays as it was."""
    theme = tmp_path / "theme"
    shutil.copytree(PROJECT / "theme", theme)
    ours = read_ours()
    monkeypatch.setattr("partnership.cli.arrange.read_settings", lambda file: replace(ours, theme=theme))
    template = theme / "templates" / "pages" / "home.html"
    for broken, told in (
        ("{{ view.nothing }}", "home.html"),
        ("{% if %}", "home.html"),
        ('{{ icon("nope") }}', "nope"),
        ('{{ asset("nope") }}', "nope"),
        ('{% include "nope.html" %}', "nope.html"),
    ):
        template.write_text(broken)
        outcome = call("build", *site.build_options, LANG="en")
        assert outcome.status == 1
        assert told in outcome.err
        assert "Traceback" not in outcome.err
        assert not site.output.exists()


def test_another_program_reads_every_text_anew(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an update of the program nothing that the old one made of texts is kept, though no text changed."""
    site.post("a", "Treść.")
    site.post("b", "Inna.")
    arranged = replace(read_ours(), content=site.content, data=site.data, output=site.output, cache=site.root / "cache")
    known: list[bool] = []

    def noting(settings: Any, library: Any, *rest: Any) -> Any:
        known.append(library is not None)
        return link(settings, library, *rest)

    monkeypatch.setattr(site_build, "link", noting)
    build(arranged)
    site.post("a", "Nowa treść.")
    build(arranged)
    monkeypatch.setattr(site_build, "code_digest", lambda **_files: b"another program")
    site.post("a", "Najnowsza treść.")
    build(arranged)
    assert known == [False, True, False]
