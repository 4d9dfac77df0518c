"""What the public will see changed: texts in plain words, addresses that vanish, entries, figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from partnership.language import set_language
from partnership.problems import UserError
from partnership.publishing.built_site import BuiltSite
from partnership.publishing.comparison import TextChange, compare, text_changes
from partnership.publishing.comparison_report import as_json, as_markdown, as_text
from partnership.publishing.page_text import page_text
from partnership.publishing.publish import publish
from partnership.publishing.two_states import compare_commits
from tests.support.checkout import Checkout


@pytest.fixture(autouse=True)
def english() -> None:
    """Reports are asserted in English."""
    set_language("en")


def page(main: str, head: str = "") -> bytes:
    """Return a page whose main part is given."""
    return f"<!doctype html><title>T</title>{head}<nav><p>menu</p></nav><main>{main}</main>".encode()


def test_text_of_a_page() -> None:
    """Blocks in order, tables row by row, pictures by description; menus, scripts and what is hidden do not count."""
    main = (
        "<h1>Tytuł</h1><p>Jeden\u00a0<b>dwa</b></p><ul><li>a<ul><li>b</li></ul></li></ul><script>x</script>"
        "<table><tr><th>k</th><td>w</td></tr></table><p hidden>nie</p><div>luzem <p>w środku</p> ogon</div>"
        '<figure><img alt="Wykres"><figcaption>Podpis</figcaption></figure><svg><text>s</text></svg>'
    )
    assert page_text(page(main)).blocks == (
        "Tytuł", "Jeden dwa", "a", "b", "k | w", "luzem", "w środku", "ogon", "Wykres", "Podpis",
    )  # fmt: skip
    assert page_text(page(main)).title == "Tytuł"
    assert page_text(page("x", '<meta http-equiv="refresh" content="0; url=/">')).redirects
    assert page_text(b"").blocks == ()


def test_text_changes() -> None:
    """A block that changed a little is a pair; one that moved is nothing; others are removed or added."""
    before = ("Bez zmian", "Stopa wynosi 5,0 %.", "Do usunięcia całkiem")
    after = ("Stopa wynosi 4,8 %.", "Bez zmian", "XYZ 123")
    assert text_changes(before, after) == (
        TextChange("Stopa wynosi 5,0 %.", "Stopa wynosi 4,8 %."),
        TextChange("Do usunięcia całkiem", ""),
        TextChange("", "XYZ 123"),
    )
    assert text_changes(("a", "b"), ("b", "a")) == ()


def test_same_text_in_another_form_is_told_as_form_only(tmp_path: Path) -> None:
    """A change of layout names no page."""
    for name, body in (("old", "<p>Tekst</p>"), ("new", '<p class="x">Tekst</p>')):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_bytes(page(body))
    old, new = (BuiltSite(tmp_path / name, "https://a.example") for name in ("old", "new"))
    comparison = compare(old, new, None, None)
    assert (comparison.changed, comparison.layout, comparison.is_empty) == ((), 1, False)
    assert "Only the form changes, not the text: 1 page." in as_text(comparison)
    assert "Nothing changes for the public" in as_text(compare(old, old, None, None))


def test_two_commits(checkout: Checkout) -> None:
    """A new post, a changed one, one that vanishes, a figure from–to, an entry of the feeds: each in plain words."""
    checkout.post("znika", title="Zniknie")
    checkout.post("zmiana", "Stopa wynosi 5,0 %.", title="Zmieniony")
    indicator = {"id": "x", "name": "Stopa", "unit": "%", "decimals": 1, "better": "lower", "definition": "X."}
    checkout.write_yaml("data/indicators.yaml", [indicator])
    checkout.write_yaml("data/sources.yaml", [{"id": "gus", "name": "GUS"}])
    checkout.offer(figures=[{"indicator": "x", "period": "2024", "value": 5.0, "source": "gus"}])
    base = checkout.commit("Before")
    checkout.post("nowy", title="Nowy *wpis*")
    checkout.post("zmiana", "Stopa wynosi 4,8 %.", title="Zmieniony")
    (checkout.content / "news" / "znika.md").unlink()
    checkout.offer(figures=[{"indicator": "x", "period": "2024", "value": 4.8, "source": "gus"}])
    head = checkout.commit("After")
    checkout.post("niezapisany")
    said: list[str] = []
    comparison, old, new = compare_commits(checkout.root, base, said.append)
    assert (old, new) == (base, head)
    assert "1 file is changed but not committed and is left out" in said
    text = as_text(comparison)
    for line in (
        "  “Nowy *wpis*”  /aktualnosci/2026/nowy/",
        "      was: “Stopa wynosi 5,0 %.”, will be: “Stopa wynosi 4,8 %.”",
        "  “Zniknie”  /aktualnosci/2026/znika/",
        "  powiat bocheński, Stopa, 2024: from 5 to 4.8",
    ):
        assert line in text.splitlines(), text
    assert "/aktualnosci/2026/znika/" in comparison.vanished
    assert "“Nowy \\*wpis\\*” (`/aktualnosci/2026/nowy/`)" in as_markdown(comparison)
    report = json.loads(as_json(comparison, old, new))
    assert {"place": "powiat bocheński", "indicator": "Stopa", "dimension": "", "period": "2024", "from": "5",
            "to": "4.8"} in report["figures"]  # fmt: skip
    assert any(one["address"] == "/aktualnosci/2026/nowy/" for one in report["entries"])


def test_translations_that_a_change_makes_stale(checkout: Checkout) -> None:
    """Those that stayed as they were: of a post by its file, of a record by its text; not what was translated anew."""
    profile = {
        "name": "P", "region": {"name": "R"}, "languages": ["pl", "en"], "time_zone": "Europe/Warsaw",
        "feed_authority": "example.org", "feed_since": 2020,
    }  # fmt: skip
    checkout.write_yaml("data/site.yaml", profile)
    for stem in ("stary", "nowy"):
        checkout.post(stem, "Słowa.", title=f"Wpis {stem}")
        checkout.post(f"{stem}-en", "Words.", title=f"Post {stem}", lang="en", translation=stem)
    checkout.institution(alert="Zamknięte.", description="Pomaga.", en={"alert": "Closed.", "description": "It helps."})
    base = checkout.commit("Before")
    for stem in ("stary", "nowy"):
        checkout.post(stem, "Inne słowa.", title=f"Wpis {stem}")
    checkout.post("nowy-en", "Other words.", title="Post nowy", lang="en", translation="nowy")
    checkout.institution(alert="Otwarte.", description="Radzi.", en={"alert": "Closed.", "description": "It advises."})
    checkout.commit("After")
    comparison, _old, _new = compare_commits(checkout.root, base, lambda text: None)
    assert [(one.path, one.language, one.text) for one in comparison.translations] == [
        ("content/news/stary-en.md", "en", ""),
        ("data/institutions/pup-bochnia.yaml", "en", "alert"),
    ]
    assert "  en: “Post stary”  content/news/stary-en.md" in as_text(comparison).splitlines()


def test_alias_saves_an_address(checkout: Checkout) -> None:
    """An address that redirects now has not vanished."""
    base = checkout.git("rev-parse", "HEAD")
    (checkout.content / "news" / "pierwszy.md").rename(checkout.content / "news" / "inny.md")
    checkout.post("inny", title="Pierwszy wpis", aliases=["/aktualnosci/2026/pierwszy/"])
    checkout.commit()
    comparison, _old, _new = compare_commits(checkout.root, base, lambda text: None)
    assert comparison.vanished == ()
    assert comparison.redirected == ("/aktualnosci/2026/pierwszy/",)


def test_what_is_compared_with_by_default(checkout: Checkout) -> None:
    """Without BASE: what the remote has, and once something is published, that."""
    upstream = checkout.git("rev-parse", "HEAD")
    publish(checkout.root, lambda text: None)
    checkout.post("a")
    checkout.commit()
    checkout.push()
    checkout.post("b")
    checkout.commit()
    assert compare_commits(checkout.root, "", lambda text: None)[1] == upstream
    checkout.git("update-ref", "-d", "refs/remotes/origin/gh-pages")
    assert compare_commits(checkout.root, "", lambda text: None)[1] == checkout.git("rev-parse", "HEAD^")


def test_states_that_cannot_be_compared(checkout: Checkout) -> None:
    """An unknown commit and a state that cannot be built are one sentence each."""
    with pytest.raises(UserError, match="“nic” is no commit of this repository"):
        compare_commits(checkout.root, "nic", lambda text: None)
    checkout.post("zly", date="jutro")
    checkout.commit()
    with pytest.raises(UserError, match=r"The state \w+ cannot be built: .*zly.md:3:7: error"):
        compare_commits(checkout.root, "HEAD^", lambda text: None)
