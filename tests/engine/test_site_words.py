"""A site's own catalogues count on its pages, in its feeds and calendars, in any language, and their change shows."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from lxml import html as lxml_html
from msgspec.structs import replace

from partnership.authoring.catalogue_template import catalogue_templates
from partnership.catalogue.linking import link
from partnership.catalogue.profile import with_profile
from partnership.engine.entry import build
from partnership.language import _, has_words, package_translator, set_language
from partnership.message_catalogues import compile_catalogue
from partnership.problems import UserError
from partnership.profile import working_on
from partnership.settings import Settings
from tests.support.site import Site
from tests.support.site_words import fill_in, write_words


@pytest.fixture
def settings(site: Site) -> Iterator[Settings]:
    """Settings of the small site with a theme of its own, in Spanish and English."""
    (site.root / "theme").mkdir()
    site.meeting(starts="2026-07-10 10:00")
    set_language("en")
    yield Settings(
        root=site.root, content=site.content, data=site.data, output=site.output, theme=site.root / "theme",
        cache=site.root / "cache", commit="0" * 40, build_date=date(2026, 6, 1), language="es",
        other_languages=("en",),
    )  # fmt: skip
    set_language()


def _made(site: Site, settings: Settings) -> None:
    for template in catalogue_templates(settings.theme, "es"):
        template.path.parent.mkdir(parents=True, exist_ok=True)
        template.path.write_text(template.text, encoding="utf-8")


def test_a_language_is_finished_in_the_site(site: Site, settings: Settings) -> None:
    """The template counts as missing until it is filled in; then every word of pages, feeds and calendars is there."""
    (told,) = [one for one in link(with_profile(settings)).problems if "“es”" in one.message]
    _made(site, settings)
    (still,) = [one for one in link(with_profile(settings)).problems if "“es”" in one.message]
    assert told == still
    assert "theme/translations/es/LC_MESSAGES/partnership.po, theme/translations/es/LC_MESSAGES/theme.po" in told.hint
    assert "translations --template es" in told.hint
    filled = sum(fill_in(path, lambda text: f"¡{text}!") for path in sorted(settings.theme.rglob("*.po")))
    assert f"{filled} of {filled}" in told.message or filled >= 1000
    assert not [one for one in link(with_profile(settings)).problems if "“es”" in one.message]
    built = build(settings)
    assert not built.problems.errors
    home = lxml_html.fromstring(site.read("/").encode())
    switch = {"English", "español"}
    links = ("".join(map(str, one.itertext())).strip() for one in home.iterfind(".//nav//a"))
    words = [text for text in links if text and text not in switch]
    assert words and all("¡" in word for word in words)
    assert "¡" in site.read("/rss.xml")
    assert any("¡" in one.read_text(encoding="utf-8") for one in site.output.rglob("*.ics"))
    # The other tree is in English as before.
    assert "¡" not in site.read("/en/")


@pytest.mark.parametrize("lang", ["ja", "tr", "el", "pl", "ar", "zh-Hant", "es-CL", "kab", "qaa"])
def test_a_template_has_the_forms_of_its_language(settings: Settings, lang: str) -> None:
    """One form in Japanese, six in Arabic: the file can be read as it is, and be added to later."""
    for template in catalogue_templates(settings.theme, lang):
        compile_catalogue(template.text.encode(), template.path)
        made = read_po(io.BytesIO(template.text.encode()), abort_invalid=True)
        several = [one for one in made if one.id and one.pluralizable]
        assert several or template.path.name == "theme.po"
        assert {len(one.string or ()) for one in several} <= {made.num_plurals}
        template.path.parent.mkdir(parents=True, exist_ok=True)
        kept = template.text.rpartition("\n\n")[0] + "\n"
        template.path.write_text(kept, encoding="utf-8")
        (again,) = [one for one in catalogue_templates(settings.theme, lang) if one.path == template.path]
        assert again.added == 1
        compile_catalogue(again.text.encode(), again.path)
        template.path.write_text(again.text, encoding="utf-8")


def test_a_template_tells_where_a_word_is_said(settings: Settings) -> None:
    """A translator of “Part” sees the template and the line, one of the site's own theme, too."""
    (settings.theme / "templates").mkdir()
    own = settings.theme / "templates" / "own.html"
    own.write_text(
        '{% extends "layouts/base.html" %}\n{% block content %}\n{{ _("Home") }}\n{% endblock %}\n', encoding="utf-8"
    )
    (theme,) = [one for one in catalogue_templates(settings.theme, "es") if one.path.name == "theme.po"]
    made = read_po(io.BytesIO(theme.text.encode()))
    part, home = made.get("Part"), made.get("Home")
    assert part is not None and [name for name, _line in part.locations] == ["components/chart-share/chart-share.html"]
    assert home is not None and ("own.html", 3) in home.locations


def test_english_words_may_be_others(site: Site, settings: Settings) -> None:
    """The source language has catalogues, too: a county may be called a district, in the theme's words and the rest."""
    build(settings)
    assert "Counties" in site.read("/en/")
    write_words(settings.theme, "en", "theme", {"Counties": "Districts"})
    write_words(settings.theme, "en", "partnership", {"Counties": "Districts"})
    build(settings)
    assert "Districts" in site.read("/en/")
    assert ">Counties<" not in site.read("/en/")


def test_a_changed_word_is_shown_by_the_next_build(site: Site, settings: Settings) -> None:
    """Neither what is kept between builds nor what is loaded hides a correction."""
    path = write_words(settings.theme, "es", "partnership", {"News": "Noticias"})
    build(settings)
    assert "Noticias" in site.read("/")
    path.write_text(path.read_text(encoding="utf-8").replace("Noticias", "Novedades"), encoding="utf-8")
    build(settings)
    assert "Noticias" not in site.read("/") and "Novedades" in site.read("/")
    theme = write_words(settings.theme, "es", "theme", {"Skip to content": "Ir al contenido"})
    build(settings)
    assert "Ir al contenido" in site.read("/")
    theme.unlink()
    path.unlink()
    build(settings)
    assert "Ir al contenido" not in site.read("/") and "Novedades" not in site.read("/")


def test_words_of_a_site_are_its_own(settings: Settings) -> None:
    """They hold while the site is worked on, for what is published alone: whoever builds it is spoken to as ever."""
    write_words(settings.theme, "en", "partnership", {"News": "Tidings", "Error: %(reason)s": "Oops: %(reason)s"})
    profile = with_profile(settings).profile
    with working_on(profile):
        assert package_translator("en").gettext("News") == "Tidings"
        assert _("Error: %(reason)s", reason="x") == "Error: x"
    assert package_translator("en").gettext("News") == "News"
    write_words(settings.theme, "es", "partnership", {"News": "Noticias"})
    with working_on(with_profile(settings).profile):
        assert has_words("es") and has_words("es-CL")
    assert not has_words("es") and not has_words("es-CL")


def test_a_form_of_a_language_has_its_words(site: Site, settings: Settings) -> None:
    """Words for ``es`` are those of a site in ``es-CL``, which says otherwise what it wants, and are asked for once."""
    chilean = replace(settings, language="es-CL")
    _made(site, settings)
    for path in sorted(settings.theme.rglob("*.po")):
        fill_in(path, lambda text: f"¡{text}!")
    assert not [one for one in link(with_profile(chilean)).problems if "messages of program" in one.message]
    assert catalogue_templates(settings.theme, "es-CL") == []
    write_words(settings.theme, "es-CL", "partnership", {"News": "Novedades"})
    assert not build(chilean).problems.errors
    home = lxml_html.fromstring(site.read("/").encode())
    text = "".join(map(str, home.itertext()))
    assert "Novedades" in text and "¡News!" not in text and "¡Skip to content!" in text
    assert home.get("lang") == "es-CL"
    assert {one.tag for one in home.iterfind(".//*[@lang='en']")} == {"a"}, "only the switch of languages"
    assert [one.added > 100 for one in catalogue_templates(settings.theme, "es-Latn")] == [True, True]


def test_a_template_that_fails_is_told_at_the_keyboard(site: Site, settings: Settings) -> None:
    """In the language of whoever builds, without the marks of languages that pages have, whichever page fails."""
    write_words(
        settings.theme, "es", "partnership", {"%(place)s: the template of %(address)s fails: %(reason)s": "¡no!"}
    )
    footer = settings.theme / "templates" / "layouts" / "site-footer.html"
    footer.parent.mkdir(parents=True)
    footer.write_text("\n{{ nobody.name }}\n", encoding="utf-8")
    with pytest.raises(UserError) as told:
        build(settings)
    said = str(told.value)
    assert f"{footer}:2: the template of /" in said and "'nobody' is undefined" in said
    assert not [char for char in said if "\ufdd0" <= char <= "\ufdef"]


def test_an_empty_plural_leaves_the_word_to_the_program(settings: Settings) -> None:
    """Forms that wait for a translation do not hide those of the program's own catalogue."""
    path = write_words(settings.theme, "pl", "partnership", {})
    entry = 'msgid "%(num)d page"\nmsgid_plural "%(num)d pages"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    before = package_translator("pl").ngettext("%(num)d page", "%(num)d pages", 5)
    with working_on(with_profile(replace(settings, language="pl")).profile):
        assert package_translator("pl").ngettext("%(num)d page", "%(num)d pages", 5) == before


@pytest.mark.parametrize(
    ("entry", "line", "told"),
    [
        ('msgid "a %(name)s"\nmsgstr "b %(nmae)s"\n', 6, "“name”"),
        ('msgid "a %(name)s"\nmsgstr "b %(name) 100%"\n', 6, "%%"),
        ('msgid "a {n}"\nmsgstr "b {m}"\n', 6, "“n”"),
        ('msgid "a %(num)d"\nmsgstr "b %(zzz)d"\n', 6, "“num”"),
        ('msgid "a"\nmsgstr "b {m}"\n', 6, "remove it"),
        ('msgid "a"\nmgstr "b"\n', 7, "“msgstr”"),
    ],
)
def test_what_is_wrong_in_a_catalogue_is_told(site: Site, settings: Settings, entry: str, line: int, told: str) -> None:
    """A text that would stop a build, and a file that is no catalogue, at their lines; nothing is built."""
    path = write_words(settings.theme, "es", "theme", {})
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    (problem,) = [one for one in link(with_profile(settings)).problems if one.severity == "error"]
    assert (Path(problem.path), problem.code, problem.line) == (path, "catalogue", line)
    assert told in problem.hint


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('msgid "a %(name)s"\nmsgstr "b"\n', "%(name)s"),
        ('msgid "a {n}"\nmsgstr "b"\n', "{n}"),
        ('msgid "%(num)d a"\nmsgid_plural "%(num)d as"\nmsgstr[0] "b"\nmsgstr[1] "bs"\n', "%(num)d"),
        ('msgid "%(num)d a"\nmsgid_plural "%(num)d as"\nmsgstr[0] "one b"\nmsgstr[1] "%(num)d bs"\n', ""),
        ('msgid "a %(name)s"\nmsgstr ""\n', ""),
    ],
)
def test_what_a_translation_leaves_out_is_told(settings: Settings, entry: str, told: str) -> None:
    """A number or name that vanishes from pages is warned of; one form of several may do without."""
    path = write_words(settings.theme, "es", "theme", {})
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    found = [one for one in link(with_profile(settings)).problems if one.code == "catalogue"]
    assert [one.severity for one in found] == (["warning"] if told else [])
    assert all(told in one.hint for one in found)


def test_a_folder_that_is_no_language_is_told(settings: Settings) -> None:
    """Whoever calls the folder by the language's name reads its code."""
    write_words(settings.theme, "spanish", "theme", {})
    (problem,) = [one for one in link(with_profile(settings)).problems if one.severity == "error"]
    assert problem.suggestion == "es"
