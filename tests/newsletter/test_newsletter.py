"""The newsletter: one mail that reads well in any program, its page in the archive, and what the next one tells."""

from __future__ import annotations

import email
from datetime import date
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from partnership.catalogue.address_tables import site_addresses
from partnership.catalogue.addresses import standing_in
from partnership.catalogue.linking import link
from partnership.language import speaking
from partnership.newsletter.issue import compose
from partnership.newsletter.mail import make_mail
from partnership.settings import Settings
from tests.conftest import Call
from tests.support.publications import Repository
from tests.support.site import Site


def mail_of(out: str) -> EmailMessage:
    """Return a parsed mail without defects."""
    mail = email.message_from_string(out, policy=default)
    assert not mail.defects
    return mail


def text_of(mail: EmailMessage, kind: str) -> str:
    """Return the text of one of a mail's two forms."""
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


@pytest.fixture
def archive(site: Site) -> Path:
    """Where issues are archived."""
    return site.content / "pages" / "newsletter"


def test_a_mail_tells_what_is_new_in_html_and_in_text(site: Site, call: Call) -> None:
    """Grouped by kind, absolute links, styles inlined, nobody addressed; without a list nothing to leave."""
    site.post("a", title="Nowa usługa <b>", summary="W skrócie.", date="2026-02-20")
    site.post("b", title="Dawny wpis", date="2025-02-20")
    site.meeting("rada", title="Rada", date="2026-02-21", starts="2026-03-20 10:00", place="Kraków")
    done = call("newsletter", "--since", "2026-02-01", *site.options)
    assert done.status == 0, done.err
    mail = mail_of(done.out)
    assert mail["Subject"].replace("\u00a0", " ") == "Partnerstwo: newsletter, 1 marca 2026 r."
    assert mail["To"] is None and mail["List-Unsubscribe"] is None
    html, text = text_of(mail, "html").replace("&nbsp;", " "), text_of(mail, "plain").replace("\u00a0", " ")
    for form in (html, text):
        assert "https://partnerstwo.example/aktualnosci/2026/a/" in form
        assert "Dawny wpis" not in form and "W skrócie." in form
        # When the meeting takes place, never when its text was written.
        assert "20 marca 2026" in form and "21 lutego 2026" not in form
    assert "Nowa usługa &lt;b&gt;" in html and "Nowa usługa <b>" in text
    assert 'style="' in html and "<link" not in html and "<script" not in html
    assert "Najbliższe spotkania" in text and "NAJBLIŻSZE" not in text and "10.00" in text
    assert "Wypisz się" not in text and "Dostajesz tę wiadomość" not in text and "Wypisz się" not in html
    assert max(len(line) for line in text.splitlines() if "http" not in line) <= 72


def test_a_mail_of_a_list_tells_the_way_out(site: Site) -> None:
    """Header and both forms lead out of the same list: by mail where one is set, else by the manager's page."""
    site.post("a", date="2026-02-20")
    cases: tuple[tuple[dict[str, Any], str], ...] = (
        ({"newsletter_form": "https://listy.example/subskrypcja"}, "https://partnerstwo.example/newsletter/"),
        ({"newsletter_mail": "listy@example.org"}, "mailto:listy@example.org?subject=unsubscribe"),
    )
    for named, way in cases:
        settings = replace(
            Settings(content=site.content, data=site.data, site_url="https://partnerstwo.example"), **named
        )
        with standing_in(site_addresses(settings.languages).first), speaking("pl"):
            issue = compose(link(settings).catalogue, settings, date(2026, 2, 1), "")
            mail = mail_of(make_mail(issue, settings).decode())
        assert f"<{way}>" in mail["List-Unsubscribe"] and mail["List-Id"]
        assert way in text_of(mail, "plain") and way.replace("&", "&amp;") in text_of(mail, "html")


def test_the_same_sources_give_the_same_bytes(site: Site, call: Call) -> None:
    """No clock, no random boundary."""
    site.post("a", date="2026-02-20")
    first = call("newsletter", "--since", "2026-02-01", *site.options).out
    assert call("newsletter", "--since", "2026-02-01", *site.options).out == first


def test_an_issue_is_archived_as_a_page(site: Site, call: Call, archive: Path) -> None:
    """A Markdown file with links to files, at /newsletter/RRRR-MM-DD/, listed on the newsletter's page."""
    site.post("a", title="Nowy [wpis] *", date="2026-02-20")
    assert call("newsletter", "--since", "2026-02-01", *site.options).status == 0
    written = (archive / "2026-03-01.md").read_text(encoding="utf-8")
    assert "(../../news/a.md)" in written and "[Nowy \\[wpis\\] \\*]" in written
    assert call("build", *site.build_options).status == 0
    page = site.read("/newsletter/2026-03-01/")
    assert 'href="/aktualnosci/2026/a/"' in page and "Nowy [wpis] *" in page
    assert 'href="/newsletter/2026-03-01/"' in site.read("/newsletter/")
    assert "/newsletter/2026-03-01/" in site.read("/sitemap.xml")


def test_the_next_issue_begins_where_the_last_one_ended(site: Site, call: Call, archive: Path) -> None:
    """Without --since only what the archived issue does not tell is told, its own day included."""
    site.post("a", title="Pierwszy", date="2026-02-20")
    call("newsletter", *site.options, SOURCE_DATE_EPOCH="1771585200")  # 20 February 2026
    assert (archive / "2026-02-20.md").is_file()
    site.post("b", title="Drugi tego dnia", date="2026-02-20")
    site.post("c", title="Trzeci", date="2026-02-25")
    text = text_of(mail_of(call("newsletter", *site.options).out), "plain")
    assert "Drugi tego dnia" in text and "Trzeci" in text and "Pierwszy" not in text


def test_with_nothing_new_no_issue_is_made(site: Site, call: Call, archive: Path) -> None:
    """It says so on stderr and ends well."""
    done = call("newsletter", "--since", "2026-02-01", *site.options)
    assert (done.status, done.out) == (0, "")
    assert "2026-02-01" in done.err and not archive.exists()


def test_changes_of_records_are_told_and_many_at_once_in_one_line(site: Site, call: Call) -> None:
    """A few changes of a commit each have their line; an import of many has one."""
    repository = Repository(site)
    site.institution("pup-bochnia", short_name="PUP Bochnia")
    repository.commit()
    site.institution("pup-bochnia", short_name="PUP Bochnia", phone=["14 615 30 01"])
    for number in range(15):
        site.partner("pup-bochnia") if number == 0 else site.institution(f"szkola-{number}", name=f"Szkoła {number}")
    repository.commit()
    text = text_of(mail_of(call("newsletter", "--since", "2026-02-01", *site.options, "--no-archive").out), "plain")
    assert "Instytucje – nowe: 14, zmienione: 1" in text
    assert "Nowy partner: PUP Bochnia" in text
    assert "Nowa instytucja: Szkoła 3" not in text


def test_the_mail_can_go_into_a_file(site: Site, call: Call, tmp_path: Path, archive: Path) -> None:
    """--output writes the file and prints its path; --no-archive leaves the content alone."""
    site.post("a", date="2026-02-20")
    file = tmp_path / "list.eml"
    done = call("newsletter", "--since", "2026-02-01", "--no-archive", "--output", str(file), *site.options)
    assert done.out.strip() == str(file)
    assert file.read_bytes().startswith(b"Subject:") and not archive.exists()


def test_wrong_use_and_wrong_content_are_told(site: Site, call: Call) -> None:
    """A day that is none is wrong usage; a problem in content stops the command with its place."""
    assert call("newsletter", "--since", "wczoraj", *site.options).status == 2
    site.write("content/news/zly.md", "---\ntitle: x\n---\n")
    done = call("newsletter", "--since", "2026-02-01", *site.options)
    assert done.status == 1 and "zly.md:" in done.err and "Traceback" not in done.err
