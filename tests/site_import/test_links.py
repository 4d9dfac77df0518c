"""What is easily lost on the way: captions, blocks around others, links of old habits, letters nobody can see."""

from __future__ import annotations

from pathlib import Path

from partnership.site_import.fragments import settle_fragments
from partnership.site_import.items import Severity
from partnership.site_import.legible import legible
from partnership.site_import.to_markdown import markdown
from partnership.site_import.wordpress_body import body_html
from tests.conftest import Call
from tests.site_import.test_wordpress import brought, written
from tests.site_import.wxr import Item, export


def _no_note(_severity: Severity, _code: str, _message: str) -> None:
    return None


def test_a_block_with_settings_keeps_what_stands_in_it() -> None:
    """Only a block that closes itself is empty; the settings of one that does not end before its words."""
    content = (
        '<!-- wp:group {"a":{"b":1}} --><p>W środku.</p><!-- wp:latest-posts {"c":1} /--><!-- /wp:group --><p>Za.</p>'
    )
    notes: list[tuple[Severity, str, str]] = []
    html = body_html(content, notes, {}, ())
    assert "W środku." in html and "Za." in html
    assert [code for _severity, code, _message in notes] == ["block"]


def test_the_caption_of_a_missing_picture_stays() -> None:
    """It stands below the link; a caption with a link keeps that link."""
    html = '<figure><img src="/a.jpg" alt="Alt"><figcaption>Podpis</figcaption></figure>'
    assert markdown(html, lambda address: address, lambda _address: "", _no_note) == "[Alt](/a.jpg)\n\nPodpis\n"
    linked = '<figure><img src="a.jpg" alt="Alt"><figcaption>Fot. <a href="https://x.pl">X</a></figcaption></figure>'
    assert markdown(linked, lambda address: address, lambda address: address, _no_note) == (
        "![Alt](a.jpg)\n\nFot. [X](https://x.pl)\n"
    )


def test_a_note_that_leads_to_a_note() -> None:
    """A mark inside a footnote that was taken out is no mark any more."""
    html = '<p>A<a href="#fn1">1</a></p><ol><li id="fn1">Jeden <a href="#fn2">2</a></li><li id="fn2">Dwa</li></ol>'
    made = markdown(html, lambda address: address, lambda address: address, _no_note)
    assert "A[^1]" in made and "Dwa" in made


def test_spaces_at_the_ends_of_lines() -> None:
    """Breaks inside a paragraph stay, and no other space does."""
    made = markdown("<p>a<br>b </p><blockquote><p>c</p><br><p>d</p></blockquote>", str, str, _no_note)
    assert made.startswith("a  \nb\n") and "> \n" not in made and ">  \n" not in made


def test_links_into_the_text_of_every_form() -> None:
    """Escaped brackets and references are followed like any other link."""
    text = '## Dalej\n\n[\\[góra\\]](#wrapper) [x][1] [y][2] [3][]\n\n[1]: #dalej\n[2]: #abc "t"\n[3]: #def\n'
    made = settle_fragments(text, _no_note)
    assert made == "## Dalej\n\n\\[góra\\] [x][1] y 3\n\n[1]: #dalej\n"


def test_characters_that_nobody_sees() -> None:
    """They go; a mark of a lost letter stays, and Arabic keeps its direction."""
    assert legible("a\u202eb\u2063c\u2029d\ufffd") == "abc\n\nd\ufffd"
    assert legible("سلام\u200f") == "سلام\u200f"


def test_what_an_old_address_can_mean(call: Call, tmp_path: Path) -> None:
    """A page that only showed a file leads to the file; doubled slashes are one; a feed's date will do."""
    (tmp_path / "up").mkdir()
    (tmp_path / "up/plan.pdf").write_bytes(b"%PDF-1.4")
    base = "https://stara.example.org"
    post = Item(1, "A\u202e", f'<a href="{base}/a/plan/">plan</a> <a href="{base}/?attachment_id=9">p</a>', name="a",
                link=f"{base}//x//a/", local="0000-00-00 00:00:00", universal="0000-00-00 00:00:00")  # fmt: skip
    file = Item(
        9, "plan", kind="attachment", status="inherit", link=f"{base}/a/plan/", attachment=f"{base}/up/plan.pdf"
    )
    text = export(post, file).replace("</link><dc:creator>", "</link><pubDate>Fri, 16 Mar 2012 09:30:00 +0000</pubDate>"
                                      "<dc:creator>")  # fmt: skip
    (tmp_path / "e.xml").write_text(text, encoding="utf-8")
    assert brought(call, tmp_path, tmp_path / "e.xml", "--files", str(tmp_path / "up")).status == 0
    head, body = written(tmp_path, "news/2012/a.md")
    assert head["title"] == "A" and head["aliases"] == ["/x/a/"]
    assert body == "[plan](../../media/plan.pdf) [p](../../media/plan.pdf)\n"


def test_a_second_old_site_is_another(call: Call, tmp_path: Path) -> None:
    """Numbers that two sites both use name different texts; nothing of the first is touched."""
    first, second = export(Item(1, "Jeden", "A", name="jeden")), export(Item(1, "Dwa", "B", name="dwa"))
    (tmp_path / "1.xml").write_text(first, encoding="utf-8")
    (tmp_path / "2.xml").write_text(second.replace("stara.example.org", "druga.example.org"), encoding="utf-8")
    brought(call, tmp_path, tmp_path / "1.xml")
    brought(call, tmp_path, tmp_path / "2.xml")
    assert written(tmp_path, "news/2012/jeden.md")[1] == "A\n" and written(tmp_path, "news/2012/dwa.md")[1] == "B\n"


def test_an_address_that_nobody_knows_is_not_invented(call: Call, tmp_path: Path) -> None:
    """Where a site does not say where it stood, words of a dead link stay without it."""
    (tmp_path / "p/content").mkdir(parents=True)
    (tmp_path / "p/content/a.md").write_text("Title: A\nDate: 2012-03-16\n\n[Tu](/nie/ma.html) ![Opis](/b.png)\n")
    brought(call, tmp_path, tmp_path / "p")
    assert written(tmp_path, "news/2012/a.md")[1] == "Tu Opis\n"


def test_a_text_that_is_too_long_here(call: Call, tmp_path: Path) -> None:
    """It comes, and the report says what to do before ``check`` refuses it."""
    (tmp_path / "e.xml").write_text(export(Item(1, "A", "słowo " * 200_000, name="a")), encoding="utf-8")
    outcome = brought(call, tmp_path, tmp_path / "e.xml", "--dry-run")
    assert outcome.status == 0 and "news/2012/a.md has more than 1 MB" in outcome.out


def test_a_text_nested_too_deeply() -> None:
    """Its words come, in time that grows with its length, and the rest is told."""
    codes: list[str] = []
    made = markdown(
        "<div>" * 3000 + "*dno*" + "</div>" * 3000, str, str, lambda _severity, code, _m: codes.append(code)
    )
    assert made == "\\*dno\\*\n" and codes == ["too-deep"]
