"""Which files become public, and what is told of those that may not, are not yet, or never will."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from partnership.sources.active_files import is_active
from partnership.sources.pictures import inspect_raster
from tests.conftest import Call
from tests.support.site import Site


def problems(call: Call, site: Site, *options: str) -> list[dict[str, Any]]:
    """Return what ``check`` tells, as its JSON."""
    found: list[dict[str, Any]] = json.loads(call("check", "--format", "json", *options, *site.options).out)["problems"]
    return found


def told(call: Call, site: Site) -> set[tuple[str, str]]:
    """Return the file names and codes of what ``check`` tells of files."""
    found = {(Path(one["path"]).name, one["code"]) for one in problems(call, site)}
    return {one for one in found if one[1] != "missing-summary"}


def public(site: Site) -> set[str]:
    """Return the files of editors that a build made public."""
    folder = site.output / "media"
    found = {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()} if folder.is_dir() else set()
    listed = json.loads((site.output / "publikacja.json").read_text())["addresses"]
    assert {f"/media/{one}" for one in found} == {one for one in listed if one.startswith("/media/")}
    return {one for one in found if not one.startswith("p/")}


def photo() -> bytes:
    """Return a small picture."""
    out = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(out, "JPEG")
    return out.getvalue()


def test_only_what_something_visible_names_is_public(site: Site, call: Call) -> None:
    """Pictures, attachments and links of visible and hidden texts and of records; nothing else of the folder."""
    names = "obraz.jpg w-tekscie.jpg zalacznik.pdf odnosnik.csv adres.csv caly.csv z-instytucji.pdf ukryty.pdf"
    private = "nikt.pdf szkic.pdf plan.pdf notatka.txt"
    for name in (names + " " + private).split():
        site.write(f"content/media/{name}", photo() if name.endswith("jpg") else b"tekst")
    site.write("content/news/obok.docx", b"PK")
    site.write("content/news/~$obok.docx", b"PK")
    site.write("content/news/Thumbs.db", b"x")
    site.write("content/news/dane.xlsx", b"PK")
    site.post(
        body="![Opis](../media/w-tekscie.jpg) [a](../media/odnosnik.csv) [b](/media/adres.csv) [c](dane.xlsx) "
        "[d](https://partnerstwo.example/media/caly.csv)",
        image={"src": "../media/obraz.jpg", "alt": "Opis."},
        attachments=[{"file": "../media/zalacznik.pdf", "title": "A"}],
    )
    site.post("ukryty", state="hidden", attachments=[{"file": "../media/ukryty.pdf", "title": "A"}])
    site.post("szkic", state="draft", attachments=[{"file": "../media/szkic.pdf", "title": "A"}])
    site.post("jutro", date="2026-03-02", attachments=[{"file": "../media/plan.pdf", "title": "A"}])
    site.institution(description="Zobacz [opis](/media/z-instytucji.pdf).")
    assert told(call, site) == {
        ("nikt.pdf", "unused-file"),
        ("notatka.txt", "unused-file"),
        ("obok.docx", "unused-file"),
        ("szkic.pdf", "later-file"),
        ("plan.pdf", "later-file"),
    }
    assert call("build", *site.build_options).status == 0
    assert public(site) == {*names.split(), "news/dane.xlsx"}
    # With drafts shown the rest of what is named follows; a record that is withdrawn takes its own back.
    site.institution(description="Zobacz [opis](/media/z-instytucji.pdf).", status="withdrawn")
    assert call("build", "--drafts", *site.build_options).status == 0
    assert public(site) == {*names.split(), "news/dane.xlsx", "szkic.pdf", "plan.pdf"} - {"z-instytucji.pdf"}


ENDINGS = "html HTM xhtml xht shtml svgz js mjs mht mhtml hta xsl xslt swf php phtml jsp"
ACTIVE = [*(f"a.{ending}" for ending in ENDINGS.split()), "raport.html.stary", "bez-konca"]


@pytest.mark.parametrize("name", ACTIVE)
@pytest.mark.parametrize("named_as", ["attachment", "link", "record"])
def test_what_a_browser_would_run_is_refused(site: Site, call: Call, name: str, named_as: str) -> None:
    """A page or script to download would run with the rights of the site; it is told where it is named."""
    site.write(f"content/media/{name}", "<!DOCTYPE html><script>alert(1)</script>")
    if named_as == "attachment":
        site.post(attachments=[{"file": f"../media/{name}", "title": "A"}])
    elif named_as == "link":
        site.post(body=f"[a](../media/{name})")
    else:
        site.institution(description=f"[a](/media/{name})")
    found = told(call, site)
    assert (name, "active-file") in found
    assert named_as == "record" or ("wpis.md", "active-file") in found
    assert call("build", *site.build_options).status == 1


@pytest.mark.parametrize(
    ("name", "text", "active"),
    [
        ("a.xml", "<dane><x/></dane>", False),
        ("a.xml", '<?xml-stylesheet href="a.xsl"?><dane/>', True),
        ("a.xml", '<d><s xmlns="http://www.w3.org/1999/xhtml"/></d>', True),
        ("a.gpx", '<gpx><svg xmlns="http://www.w3.org/2000/svg"/></gpx>', True),
        ("a.rdf", '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>', True),
        ("a.kml", "<kml", True),
        ("a.txt", "<html><script>1</script>", False),
        ("a.pdf", "%PDF", False),
        ("analiza.js.pdf", "%PDF", False),
        ("dane", "a;b;c", False),
        ("dane", "\ufeff  <!-- x --><HTML>", True),
        ("dane.x1", "<script>", True),
    ],
)
def test_data_is_told_from_what_runs(name: str, text: str, active: bool) -> None:
    """XML is data until it has a style sheet, entities or elements of pages; what says nothing is looked at."""
    assert is_active(f"media/{name}", text.encode()) is active


@pytest.mark.parametrize("name", ["a.heic", "a.TIFF", "a.bmp", "a.ico", "a.pdf", "a.dng", "a.psd", "a.jp2", "a.docx"])
@pytest.mark.parametrize("place", ["head", "text"])
def test_what_is_not_shown_is_no_picture(site: Site, call: Call, name: str, place: str) -> None:
    """Whatever is named as a picture and is none that browsers show is told with what to do."""
    site.write(f"content/media/{name}", b"dane")
    if place == "head":
        site.post(image={"src": f"../media/{name}", "alt": "Opis."})
    else:
        site.post(body=f"![Opis](../media/{name})")
    assert ("wpis.md", "unshown-picture") in told(call, site)
    assert call("build", *site.build_options).status == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [("a.heic", "private-file"), ("a.tif", "private-file"), ("a.cr2", "private-file"), ("a.bmp", ""), ("a.eps", "")],
)
def test_pictures_to_download_tell_nothing_of_their_maker(site: Site, call: Call, name: str, code: str) -> None:
    """Where notes could be inside that nobody can take out, the file is not given away."""
    site.write(f"content/media/{name}", b"dane")
    site.post(attachments=[{"file": f"../media/{name}", "title": "A"}])
    assert told(call, site) == ({(name, code), ("wpis.md", code)} if code else set())


@pytest.mark.parametrize("name", ["zdjecie", "zdjecie.pdf", "zdjecie.dat", "a.doc"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF"])
def test_a_picture_under_a_strange_name_is_told(site: Site, call: Call, name: str, kind: str) -> None:
    """It would be given away with all its notes, since only pictures are cleaned."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, kind)
    site.write(f"content/media/{name}", out.getvalue())
    site.post(attachments=[{"file": f"../media/{name}", "title": "A"}])
    assert told(call, site) == {(name, "wrong-ending"), ("wpis.md", "wrong-ending")}


@pytest.mark.parametrize("ending", ["jfif", "jpe", "JPEG", "apng"])
def test_rarer_endings_are_pictures_too(site: Site, call: Call, ending: str) -> None:
    """They are shown and cleaned like the common ones."""
    noted = Image.Exif()
    noted[0x010F] = "Tajny aparat"
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "PNG" if ending == "apng" else "JPEG", exif=noted)
    site.write(f"content/media/a.{ending}", out.getvalue())
    site.post(body=f"![a](../media/a.{ending})", attachments=[{"file": f"../media/a.{ending}", "title": "A"}])
    assert told(call, site) == set()
    assert call("build", *site.build_options).status == 0
    assert b"Tajny" not in (site.output / "media" / f"a.{ending}").read_bytes()


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.gif", "a.webp", "a.avif", "a.svg", "a.pdf"])
@pytest.mark.parametrize("used", [True, False])
def test_a_broken_file_is_told_at_itself_and_where_it_is_used(site: Site, call: Call, name: str, used: bool) -> None:
    """Empty and cut-short files: one problem at the file, one at each text, and the build says the same."""
    for data in (b"", photo()[:200]):
        if name == "a.pdf" and data:
            continue
        site.write(f"content/media/{name}", data)
        key: dict[str, Any] = {"image": {"src": f"../media/{name}", "alt": "Opis."}}
        if name == "a.pdf":
            key = {"attachments": [{"file": f"../media/{name}", "title": "A"}]}
        site.post(body="Tekst.", **(key if used else {}))
        found = told(call, site)
        assert any(path == name for path, _code in found)
        assert any(path == "wpis.md" for path, _code in found) is used
        outcome = call("build", *site.build_options)
        assert "program itself" not in outcome.err
        assert outcome.status == (1 if used or name != "a.pdf" else 0)


def test_files_at_one_address_are_told(site: Site, call: Call) -> None:
    """Two folders hold one name, or a file stands where another needs a folder; only what is named counts."""
    for path in ("media/x/a.csv", "x/a.csv", "media/y", "y/b.csv", "media/p/c.csv"):
        site.write(f"content/{path}", b"1;2")
    site.post(body="Tekst.")
    assert {code for _name, code in told(call, site)} == {"unused-file"}
    site.post(body="[a](../media/x/a.csv) [b](../x/a.csv) [c](../media/y) [d](../y/b.csv) [e](../media/p/c.csv)")
    assert told(call, site) == {("a.csv", "two-pages"), ("b.csv", "two-pages"), ("c.csv", "two-pages")}


def test_two_files_with_one_picture_share_its_sizes(site: Site, call: Call) -> None:
    """A copy, or a link inside the folder, is no reason to fail."""
    site.write("content/media/a.jpg", photo())
    site.write("content/media/b.jpg", photo())
    (site.content / "media" / "c.jpg").symlink_to("a.jpg")
    site.post(body="![a](../media/a.jpg) ![b](../media/b.jpg) ![c](../media/c.jpg)")
    assert told(call, site) == set()
    assert call("build", *site.build_options).status == 0
    assert public(site) == {"a.jpg", "b.jpg", "c.jpg"}


def test_check_decodes_a_picture_once(site: Site, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was whole is known by its look and digest; what changes is looked at again."""
    decoded: list[str] = []

    def counted(path: str, data: bytes) -> Any:
        decoded.append(path)
        return inspect_raster(path, data)

    monkeypatch.setattr("partnership.records.media_files.inspect_raster", counted)
    picture = site.write("content/media/a.jpg", photo())
    site.post(image={"src": "../media/a.jpg", "alt": "Opis."})
    for _again in range(3):
        assert told(call, site) == set()
    assert decoded == ["media/a.jpg"]
    picture.write_bytes(photo()[:100])
    assert ("a.jpg", "picture-cut-short") in told(call, site)
