"""WordPress exports become this project's posts and pages."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PIL import Image

from partnership.sources import front_matter, strict_yaml
from tests.conftest import Call
from tests.site_import.wxr import Item, export
from tests.support.commands import Outcome


def brought(call: Call, tmp_path: Path, source: Path, *options: str) -> Outcome:
    """Import a source into a folder of its own."""
    return call("import-site", str(source), "--into", str(tmp_path / "content"), *options, LANG="en")


def written(tmp_path: Path, path: str) -> tuple[dict[str, object], str]:
    """Return head and text of a file that was imported."""
    parts = front_matter.split((tmp_path / "content" / path).read_text(encoding="utf-8"))
    return strict_yaml.load(parts.head), parts.body


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with an export and its uploads."""
    uploads = tmp_path / "source/wp-content/uploads/2012/03"
    uploads.mkdir(parents=True)
    Image.new("RGB", (40, 30), "green").save(uploads / "Zdjęcie Rady.jpg")
    Image.new("RGB", (40, 30), "red").save(uploads / "logo.png")
    (uploads / "raport.pdf").write_bytes(b"%PDF-1.4 raport")
    base = "https://stara.example.org/wp-content/uploads/2012/03"
    items = (
        Item(1, "Rada Partner&oacute;w &amp;amp; goście", name="rada",
             content=f'Pierwszy akapit\nz łamaniem.\n\nDrugi: <a '
                 f'href="http://www.stara.example.org/2012/03/druga/">druga</a>, '
                     f'<a href="{base}/raport.pdf">raport</a>.\n\n[caption id="a" width="300"]<img '
                     f'src="{base}/Zdj%C4%99cie Rady-300x200.jpg" '
                     'alt="Stół i krzesła" /> Posiedzenie[/caption]\n\n<h1>Za '
                     'wysoko</h1>\n<ul>\n<li>a</li>\n</ul>\n[wtyczka id="7"]',
             labels=[("category", "Rada"), ("category", "Archiwum"), ("post_tag", "spotkania")],
             meta={"_thumbnail_id": "12"}),
        Item(2, "Druga", name="druga", content="<!-- wp:paragraph --><p>Blok <a href=\"/?p=1\">tu</a>.</p><!-- "
            "/wp:paragraph -->"
                                                "<!-- wp:latest-posts /-->", labels=[("category", "rada")]),
        Item(3, "O nas", kind="page", name="o-nas", content="Kim jesteśmy."),
        Item(4, "Szkic", status="draft", universal="0000-00-00 00:00:00", name=""),
        Item(5, "Prywatny", status="private", name="prywatny"),
        Item(6, "Za hasłem", password="x", name="haslo"),
        Item(7, "Kosz", status="trash", name="kosz"),
        Item(8, "Produkt", kind="product", name="produkt"),
        Item(10, "raport", kind="attachment", status="inherit", parent=1, attachment=f"{base}/raport.pdf"),
        Item(11, "zdjęcie", kind="attachment", status="inherit", parent=1,
             attachment=f"{base}/Zdj%C4%99cie%20Rady.jpg"),
        Item(12, "logo", kind="attachment", status="inherit", parent=1, attachment=f"{base}/logo.png",
             meta={"_wp_attachment_image_alt": "Znak Partnerstwa"}),
    )  # fmt: skip
    (tmp_path / "source/export.xml").write_text(export(*items), encoding="utf-8")
    return tmp_path / "source"


def test_a_post_comes_whole(call: Call, tmp_path: Path, source: Path) -> None:
    """Head, paragraphs, caption and files are there, and links lead to where things stand now."""
    outcome = brought(call, tmp_path, source)
    assert outcome.status == 0, outcome.err
    head, body = written(tmp_path, "news/2012/rada.md")
    assert head["title"] == "Rada Partnerów & goście"
    assert str(head["date"]).startswith("2012-03-16")
    assert (head["author"], head["category"], head["tags"]) == ("Zespół Redakcji", "Rada", ["Archiwum", "spotkania"])
    assert head["aliases"] == ["/2012/03/rada/"]
    assert head["image"] == {"src": "../../media/logo.png", "alt": "Znak Partnerstwa"}
    assert head["attachments"] == [{"file": "../../media/raport.pdf", "title": "raport"}]
    assert "Pierwszy akapit  \nz łamaniem." in body
    assert "[druga](druga.md)" in body and "[raport](../../media/raport.pdf)" in body
    assert '![Stół i krzesła](../../media/zdjecie-rady.jpg "Posiedzenie")' in body
    assert "\n## Za wysoko\n" in body and "wtyczka" not in body
    assert (tmp_path / "content/media/zdjecie-rady.jpg").is_file()
    assert "the shortcode [wtyczka" in outcome.out and "block “latest-posts”" in outcome.out


def test_links_by_number_and_spellings_of_labels(call: Call, tmp_path: Path, source: Path) -> None:
    """``/?p=1`` leads to the post; „rada” and „Rada” become one label."""
    brought(call, tmp_path, source)
    head, body = written(tmp_path, "news/2012/druga.md")
    assert "[tu](rada.md)" in body
    assert head["category"] == "Rada"


def test_states(call: Call, tmp_path: Path, source: Path) -> None:
    """Drafts, private texts and those behind a password come as drafts; the bin and other types do not come."""
    outcome = brought(call, tmp_path, source)
    for path in ("news/2012/szkic.md", "news/2012/prywatny.md", "news/2012/haslo.md"):
        assert written(tmp_path, path)[0]["state"] == "draft"
    names = {one.name for one in (tmp_path / "content").rglob("*.md")}
    assert "kosz.md" not in names and "produkt.md" not in names
    assert "its state is “trash”" in outcome.out and "of the type “product”" in outcome.out
    assert written(tmp_path, "pages/o-nas.md")[1] == "Kim jesteśmy.\n"


def test_the_result_passes_the_check(call: Call, tmp_path: Path, source: Path) -> None:
    """Nothing but what was listed as work is an error."""
    brought(call, tmp_path, source)
    checked = call("check", "--content", str(tmp_path / "content"), LANG="en")
    assert "error:" not in checked.out, checked.out


def test_again_is_the_same_and_an_editors_change_stays(call: Call, tmp_path: Path, source: Path) -> None:
    """A second import writes nothing; what an editor changed or deleted since stays so, and is told."""
    brought(call, tmp_path, source)
    content = tmp_path / "content"
    before = {one: one.stat().st_mtime_ns for one in content.rglob("*.md")}
    assert "are as the last import left them" in brought(call, tmp_path, source).out
    assert {one: one.stat().st_mtime_ns for one in content.rglob("*.md")} == before
    (content / "news/2012/rada.md").write_text("---\ntitle: Moje\ndate: 2012-03-16\n---\nMoje.\n", encoding="utf-8")
    (content / "news/2012/druga.md").unlink()
    outcome = brought(call, tmp_path, source)
    assert "Moje." in (content / "news/2012/rada.md").read_text(encoding="utf-8")
    assert not (content / "news/2012/druga.md").exists()
    assert "was deleted here since the last import" in outcome.out


def test_only_shown_writes_nothing(call: Call, tmp_path: Path, source: Path) -> None:
    """``--dry-run`` gives the report; the folder stays empty."""
    outcome = brought(call, tmp_path, source, "--dry-run")
    assert outcome.status == 0 and "Posts: 5, pages: 1" in outcome.out
    assert list((tmp_path / "content").iterdir()) == []


def test_a_zip_is_as_its_folder(call: Call, tmp_path: Path, source: Path) -> None:
    """Export and uploads in one archive; a path that would leave it stops everything."""
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for file in sorted(source.rglob("*")):
            archive.write(file, file.relative_to(source))
    assert brought(call, tmp_path, tmp_path / "all.zip").status == 0
    assert written(tmp_path, "news/2012/rada.md")[0]["title"]
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as archive:
        archive.writestr("../evil.xml", export())
    outcome = brought(call, tmp_path, tmp_path / "evil.zip")
    assert outcome.status == 1 and "would leave its folder" in outcome.err
    assert not (tmp_path / "evil.xml").exists()


@pytest.mark.parametrize("encoding", ["cp1250", "iso-8859-2"])
def test_an_old_encoding_declared_as_utf8(call: Call, tmp_path: Path, encoding: str) -> None:
    """The real encoding is found by its Polish letters, and told."""
    text = export(Item(1, "Zażółć gęślą jaźń", "Ślimak ąę łódź żółw.", name="a"))
    (tmp_path / "e.xml").write_bytes(text.encode(encoding))
    outcome = brought(call, tmp_path, tmp_path / "e.xml")
    assert written(tmp_path, "news/2012/a.md")[0]["title"] == "Zażółć gęślą jaźń"
    assert "the file says that it is in utf-8" in outcome.out


def test_damage_is_told_with_its_line(call: Call, tmp_path: Path) -> None:
    """What stands before the damage comes; the place and what to do are told."""
    text = export(Item(1, "Cały", "Tekst.", name="caly"), Item(2, "Urwany", "Tekst.", name="urwany"))
    (tmp_path / "e.xml").write_text(text[: text.index("Urwany")], encoding="utf-8")
    outcome = brought(call, tmp_path, tmp_path / "e.xml")
    assert written(tmp_path, "news/2012/caly.md")[1] == "Tekst.\n"
    assert "the export is damaged here" in outcome.out


@pytest.mark.parametrize(
    ("bytes_", "told"),
    [(b"", "neither an export"), (b"<rss></rss>", "neither an export"), (b"\x00\xff" * 50, "neither an export")],
)
def test_what_is_no_export(call: Call, tmp_path: Path, bytes_: bytes, told: str) -> None:
    """One sentence and exit status 1, never a traceback."""
    (tmp_path / "e.xml").write_bytes(bytes_)
    outcome = brought(call, tmp_path, tmp_path / "e.xml")
    assert outcome.status == 1 and told in outcome.err and "Traceback" not in outcome.err


def test_hostile_texts(call: Call, tmp_path: Path) -> None:
    """Scripts, frames, styles and odd links go or become harmless; colliding names and links in five spellings work."""
    content = (
        '<script>alert(1)</script><iframe src="https://www.youtube.com/embed/abc"></iframe>'
        '<p onclick="x()" style="color:red">Tekst <a href="javascript:alert(1)">zły</a></p>'
        + "".join(
            f'<p><a href="{one}">x</a></p>'
            for one in ("/2012/03/a/", "//stara.example.org/2012/03/a", "http://stara.example.org/2012/03/a/index.php",
                        "https://www.stara.example.org/2012/03/a/", "https://STARA.example.org/2012/03/A")
        )
    )  # fmt: skip
    text = export(Item(1, "A", content, name="a"), Item(2, "A", "Drugi.", name="a"), Item(3, "", "Bez tytułu", name=""))
    (tmp_path / "e.xml").write_text(text, encoding="utf-8")
    outcome = brought(call, tmp_path, tmp_path / "e.xml")
    _head, body = written(tmp_path, "news/2012/a.md")
    assert "script" not in body and "alert" not in body and "style" not in body
    assert "[YouTube](https://www.youtube.com/watch?v=abc)" in body
    assert body.count("[x](a.md)") == 5
    assert written(tmp_path, "news/2012/a-2012.md")[1] == "Drugi.\n"
    assert "has the same title" in outcome.out and "has no title" in outcome.out


def test_addresses_that_this_site_needs(tmp_path: Path, call: Call) -> None:
    """A page called like a section gets another name, its old address stays the section's; all passes the check."""
    text = export(
        Item(
            1, "Aktualności", "Nasze.", kind="page", name="aktualnosci", link="https://stara.example.org/aktualnosci/"
        ),
        Item(2, "Kontakt", "Adres.", kind="page", name="kontakt", link="https://stara.example.org/kontakt/"),
    )
    (tmp_path / "e.xml").write_text(text, encoding="utf-8")
    outcome = brought(call, tmp_path, tmp_path / "e.xml")
    assert written(tmp_path, "pages/aktualnosci-2012.md")[1] == "Nasze.\n"
    assert written(tmp_path, "pages/kontakt.md")[1] == "Adres.\n"
    assert "/aktualnosci/ belongs to a page of this site now" in outcome.out
    checked = call("check", "--content", str(tmp_path / "content"), LANG="en")
    assert "error:" not in checked.out, checked.out
