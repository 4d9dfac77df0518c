"""From an editor's Markdown to a finished text."""

from __future__ import annotations

import pickle

import html5lib
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from partnership.prose.conversion import convert, finish, read_prose
from partnership.prose.findings import Finding
from partnership.prose.result import Heading, ProseResult, TextImage
from tests.prose.corpus import BLOCKS, INLINE, texts
from tests.support.searches import examples

FILES = {
    "../news/a.md": "/aktualnosci/2024/a/",
    "b c.md": "/b/",
    "../media/m.pdf": "/media/m.pdf",
    "m.jpg": "/media/m.jpg",
}


def _convert(text: str, **options: int | str) -> ProseResult:
    return convert(text, resolve_link=FILES.get, **options)  # type: ignore[arg-type]


def _found(text: str) -> list[tuple[str, str, int, int]]:
    return [(f.code, f.subject, f.line, f.column) for f in _convert(text).findings]


def test_headings_have_polish_safe_unique_ids() -> None:
    """Fragments are ASCII, unique, without footnotes; marks inside a heading stay in the HTML and not in its text."""
    result = _convert("## Łódź *i* `kod`[^1]\n\n### Łódź i kod\n\n## –\n\n## –\n\n[^1]: x")
    assert result.headings == (
        Heading("lodz-i-kod", 2, "Łódź i kod"),
        Heading("lodz-i-kod-2", 3, "Łódź i kod"),
        Heading("s", 2, "–"),
        Heading("s-2", 2, "–"),
    )
    assert '<h2 id="lodz-i-kod">Łódź <em>i</em> <code>kod</code><sup' in result.html


def test_headings_skip_no_level() -> None:
    """However deep an editor begins, the page goes down one level at a time, and equal headings stay equal."""
    levels = [one.level for one in _convert("#### a\n\n#### b\n\n###### c\n\n##### d\n\n## e\n\n# f").headings]
    assert levels == [2, 2, 3, 3, 2, 2]


def test_levels_are_shifted_and_prefixed() -> None:
    """An offset moves all levels, not beyond six; a prefix keeps two texts on a page apart."""
    result = _convert("## A\n\n### B\n\n#### C\n\n##### D\n\n###### E", heading_offset=1, id_prefix="x-")
    assert [(heading.id, heading.level) for heading in result.headings] == [
        ("x-a", 3),
        ("x-b", 4),
        ("x-c", 5),
        ("x-d", 6),
        ("x-e", 6),
    ]
    assert result.html.endswith('<h6 id="x-d">D</h6>\n<h6 id="x-e">E</h6>')


def test_first_level_is_made_second_with_a_warning() -> None:
    """The page's title is the only h1."""
    result = _convert("Wstęp\n\n# Tytuł")
    assert "<h1" not in result.html
    assert result.headings[0].level == 2
    assert _found("Wstęp\n\n# Tytuł") == [("heading-level-one", "Tytuł", 3, 1)]


def test_links_to_files_become_addresses() -> None:
    """Paths relative to the file are resolved, query and fragment kept, percent signs undone; the rest is left."""
    result = _convert(
        'Zob. [a](../news/a.md?x=1&y=2#dalej "Tytuł"), [b](b%20c.md), [plik](../media/m.pdf), [z](https://a.pl/?a=b&c),'
        " [m](mailto:a@b.pl), [t](tel:+48123456789), [c](//a.pl), <https://b.pl>"
    )
    assert '<a href="/aktualnosci/2024/a/?x=1&amp;y=2#dalej" title="Tytuł">a</a>' in result.html
    assert '<a href="/b/">b</a>' in result.html
    assert '<a href="/media/m.pdf">plik</a>' in result.html
    assert '<a href="https://a.pl/?a=b&amp;c">z</a>' in result.html
    assert [link.path for link in result.links] == ["../news/a.md", "b c.md", "../media/m.pdf"]
    assert result.external_links == (
        "https://a.pl/?a=b&c", "mailto:a@b.pl", "tel:+48123456789", "//a.pl", "https://b.pl",
    )  # fmt: skip
    assert result.findings == ()


def test_missing_targets_are_found_at_their_place() -> None:
    """Each missing target is an error with line and column of the target; code and other words do not count."""
    text = (
        "Plik nie.md `[x](nie.md)` i [x](nie.md).\n\n- [y][r]\n- ![o](../media/nie.png)\n- [w](nie.md)\n\n[r]: brak.md"
    )
    assert _found(text) == [
        ("link-missing", "nie.md", 1, 33),
        ("image-missing", "../media/nie.png", 4, 8),
        ("link-missing", "nie.md", 5, 7),
        ("link-missing", "brak.md", 7, 6),
    ]


def test_fragments_inside_the_text_are_checked() -> None:
    """A link to a heading of the same text must find it; those to footnotes are Markdown's own."""
    text = "## Dwa słowa\n\n[a](#dwa-slowa) [b](#brak)[^1]\n\n[^1]: x"
    assert _found(text) == [("link-fragment-missing", "#brak", 3, 21)]


def test_pictures() -> None:
    """A picture alone in its paragraph is a figure with its title for caption; one in a line stays in the line."""
    result = _convert('![Opis & „co”](m.jpg "Podpis")\n\nTekst ![o](m.jpg) dalej\n\n![o](m.jpg)')
    assert result.html.split("\n") == [
        '<figure><img src="/media/m.jpg" alt="Opis &amp; „co”" loading="lazy"><figcaption>Podpis</figcaption></figure>',
        '<p>Tekst <img src="/media/m.jpg" alt="o" loading="lazy"> dalej</p>',
        '<p><img src="/media/m.jpg" alt="o" loading="lazy"></p>',
    ]
    assert [image.alone for image in result.images] == [True, False, True]


def test_pictures_are_rendered_by_the_caller() -> None:
    """The caller's HTML stands where the picture was; None means there is no such file."""
    seen: list[TextImage] = []

    def render(image: TextImage) -> str | None:
        seen.append(image)
        return "<IMG>" if image.path == "m.jpg" else None

    result = convert('![a](m.jpg "t") ![b](brak.jpg)', resolve_link=FILES.get, render_image=render)
    assert result.html == "<p><IMG> </p>"
    assert [(image.path, image.alt, image.title) for image in seen] == [("m.jpg", "a", "t"), ("brak.jpg", "b", "")]
    assert [(f.code, f.line, f.column) for f in result.findings] == [("image-missing", 1, 22)]


def test_pictures_need_a_description_and_a_place_here() -> None:
    """No description is an error unless the picture says it is an ornament; another server's picture is left out."""
    assert _found("![](m.jpg)") == [("image-without-alt", "m.jpg", 1, 5)]
    assert _found('<img src="m.jpg" alt="" role="presentation">') == []
    assert _found("![x](https://a.pl/x.png)") == [("image-external", "https://a.pl/x.png", 1, 6)]
    assert "<img" not in _convert("![x](https://a.pl/x.png)").html


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n\n<script>alert(1)</script>", [("html-content-dropped", "script", 3, 1)]),
        ("a <b onclick='x()'>b</b>", [("html-attribute-dropped", "onclick", 1, 6)]),
        ("<p style='color:red'>a</p>", [("html-attribute-dropped", "style", 1, 4)]),
        ("<p class='ukryte' id='x'>a</p>", [
            ("html-attribute-dropped", "class", 1, 4), ("html-attribute-dropped", "id", 1, 19)]),
        ("[a](javascript:alert(1))", [("link-scheme-dropped", "javascript:alert(1)", 1, 5)]),
        ("[a](JaVaScRiPt:x)", [("link-scheme-dropped", "JaVaScRiPt:x", 1, 5)]),
        ("[a](data:text/html,x)", [("link-scheme-dropped", "data:text/html,x", 1, 5)]),
        ("<iframe src='https://a.pl'></iframe>", [("html-content-dropped", "iframe", 1, 1)]),
        ("<Form><input></Form>", [("html-tag-dropped", "form", 1, 1), ("html-tag-dropped", "input", 1, 7)]),
        ("`<script>` i\n\n```\n<script>\n```\n\n<video></video>", [("html-tag-dropped", "video", 7, 1)]),
    ],
)  # fmt: skip
def test_what_is_dropped_is_told(text: str, found: list[tuple[str, str, int, int]]) -> None:
    """Tags, attributes and schemes outside the known set go, each with a warning at its place."""
    assert _found(text) == found
    result = _convert(text)
    dropped = [finding for finding in result.findings if finding.code.endswith("-dropped")]
    assert all(finding.severity == "warning" for finding in dropped)
    assert len(dropped) == len(found)


@pytest.mark.parametrize("tag", ["sum", "text", "set", "list", "nazwa", "svg", "math", "font", "plaintext"])
def test_words_of_an_unknown_tag_stay(tag: str) -> None:
    """Names that mean something in drawings and formulas take no words with them either."""
    made = _convert(f"Wpisz <{tag}>tu</{tag}> i dalej.\n\nKoniec <{tag}>jest")
    assert "".join(BeautifulSoup(made.html, "html.parser").strings).split() == [
        "Wpisz",
        "tu",
        "i",
        "dalej.",
        "Koniec",
        "jest",
    ]
    assert {finding.code for finding in made.findings if finding.code.endswith("-dropped")} == {"html-tag-dropped"}


HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
    "[a](&#106;avascript:alert(1))", "[a](java\tscript:alert(1))", "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<svg onload=alert(1)>", "<math><mi//xlink:href='data:x'>", "![a](javascript:alert(1))", "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]", '[a](x "onmouseover=alert(1)")', '![a"onerror="alert(1)](m.jpg)',
    '[a](https://a.pl/"onclick="alert(1))', "<style>*{background:url(//a)}</style>", "<b style=x:y>a</b>",
    "<a href=x target=_blank>a</a>", "<div><form action=//a><button>x</button></form></div>", "<base href=//a>",
    "<meta http-equiv=refresh>", "``` {onclick=alert(1)}\nx\n```", '```"onclick="alert(1)\nx\n```',
    "| a |\n|---|\n| <script>x</script> |", "<<script>script>alert(1)</script>", '*[a"b]: <script>\n\na"b',
    '[^"><script>]: x\n\n[^"><script>]', "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>x</script></template>",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_harmless(text: str) -> None:
    """Whatever is tried, a browser's parser sees no script, no handler, no style and no scheme but the allowed ones."""
    _assert_harmless(_convert(text).html)


@given(st.lists(st.sampled_from([*HOSTILE, *INLINE, *BLOCKS, "<", ">", '"', "'", " ", "\n", "\n\n"]), max_size=8))
@examples(200)
def test_any_mixture_is_harmless_and_well_formed(pieces: list[str]) -> None:
    """Hostile and honest pieces in any order."""
    _assert_harmless(_convert("".join(pieces)).html)


def _assert_harmless(html: str) -> None:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    ids = [element.get("id") for element in tree.iter() if isinstance(element.tag, str) and element.get("id")]
    assert len(ids) == len(set(ids)) or any(name.startswith("fn") for name in ids)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag.lower() not in {
            "script",
            "style",
            "iframe",
            "form",
            "svg",
            "math",
            "base",
            "meta",
            "object",
            "template",
        }
        for name, value in element.attrib.items():
            assert not str(name).lower().startswith("on") and name not in {"style", "target", "align"}
            if name in {"href", "src", "cite"}:
                scheme = "".join(value.split()).lower().partition(":")
                assert (
                    not scheme[1]
                    or scheme[0] in {"http", "https", "mailto", "tel"}
                    or "/" in scheme[0]
                    or "#" in scheme[0]
                )


def test_template_marks_are_plain_text() -> None:
    """Jinja's marks mean nothing here, in text, code and links."""
    result = _convert("{{ x }} {% if %} `{{ y }}` {# zz #}")
    assert result.html == "<p>{{ x }} {% if %} <code>{{ y }}</code> {# zz #}</p>"


def test_typography_in_text_only() -> None:
    """Text is bound, code and attributes are not; English text is left alone."""
    text = "A w domu *z* tatą `a i b` i [o c](https://a.pl 'a b').\n\n    a i b"
    html = _convert(text).html
    assert "A\u00a0w\u00a0domu" in html
    assert "<code>a i b</code> i\u00a0<a" in html
    assert 'title="a b"' in html
    assert "<pre><code>a i b" in html
    assert "\u00a0" not in convert(text, resolve_link=FILES.get, lang="en").html


def test_tables_have_classes_scopes_and_a_box() -> None:
    """Alignment is a class, never a style; headers have a scope; a wide table scrolls in its box."""
    html = _convert("| a | b |\n|:--|--:|\n| 1 | 2 |").html
    assert html.startswith('<div class="table-box"><table>') and html.endswith("</table></div>")
    assert '<th scope="col" class="align-left">a</th>' in html
    assert '<td class="align-right">2</td>' in html


def test_footnotes_speak_the_language_of_the_text() -> None:
    """The link back from a footnote has a name in Polish, in English for an English text."""
    text = "a[^1]\n\n[^1]: b"
    assert 'aria-label="Wróć do odsyłacza 1 w tekście"' in _convert(text).html
    assert 'aria-label="Back to reference 1 in the text"' in _convert(text, lang="en").html


def test_plain_text_and_first_paragraph() -> None:
    """The plain text has no marks, entities or breaks; the first paragraph is the first outside lists and quotes."""
    result = read_prose("> cytat\n\n- a\n- b\n\nPierwszy *akapit* w [nr 1](a.md) &amp; „coś”.\n\n![b](c.png)\n\nDrugi.")
    assert result.text == "cytat a b Pierwszy akapit w nr 1 & „coś”. Drugi."
    assert result.first_paragraph == "Pierwszy akapit w nr 1 & „coś”."
    assert read_prose('<div><p>a</p><p><img src="c.png" alt="b"></p><p>d</p></div>').text == "a d"
    assert read_prose("").text == _convert("").html == _convert("## A").first_paragraph == ""


def test_half_characters_are_no_error() -> None:
    """Half a surrogate pair and control characters neither raise nor reach the page."""
    assert _convert("a\ud800b").html == "<p>a?b</p>"
    assert _convert("a\0b\x02c").html == "<p>abc</p>"


def test_line_ends_and_places() -> None:
    """Windows line ends change neither the HTML nor the places."""
    text = "a\n\n[x](nie.md)\n"
    assert _convert(text.replace("\n", "\r\n")).html == _convert(text).html
    assert _found(text.replace("\n", "\r\n")) == _found(text) == [("link-missing", "nie.md", 3, 5)]


def test_first_half_depends_on_the_text_alone_and_can_be_kept() -> None:
    """What is read is the same each time, survives pickling, and gives the same document when finished."""
    for text in texts(30):
        prose = read_prose(text)
        kept = pickle.loads(pickle.dumps(prose))
        assert kept == prose == read_prose(text)
        assert finish(kept, FILES.get) == _convert(text)


def test_findings_become_problems() -> None:
    """Every kind of finding has a whole message and a hint, at its line of the file, in Polish."""
    text = "# a\n\n[a](x.md) [b](#y) [c](foo:z) ![](m.jpg) ![d](q.png) ![e](https://a.pl/) "
    text += "<form><b onclick='x'>f</b><title>g</title>"
    findings = [*_convert(text).findings, Finding(1, 1, "text-too-complex", ""), Finding(1, 1, "text-too-long", "")]
    problems = [finding.as_problem("/c/a.md", first_line=10, suggestion="x") for finding in findings]
    assert len({problem.code for problem in problems}) == 12
    assert {problem.line for problem in problems} == {10, 12}
    for problem in problems:
        assert problem.message and problem.hint and "%(" not in problem.message
    assert {problem.code for problem in problems if problem.severity == "warning"} == {
        "heading-level-one", "link-scheme-dropped", "html-tag-dropped", "html-content-dropped",
        "html-attribute-dropped",
    }  # fmt: skip
