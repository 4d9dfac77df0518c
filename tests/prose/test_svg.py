"""SVG pictures: findings and cleaning."""

from __future__ import annotations

import pytest

from partnership.prose.svg import SVG, clean, inspect, size

HEAD = f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 10">'


def _svg(inside: str) -> bytes:
    return f"{HEAD}\n{inside}\n</svg>".encode()


def test_clean_picture_stays() -> None:
    """A picture that only draws has no findings and keeps its elements, text and inner references."""
    picture = _svg(
        '<defs><path id="a" d="M0 0"/></defs><use xlink:href="#a" fill="url(#g)"/><text>Ą &amp; &lt;b&gt;</text>'
    )
    assert inspect(picture) == ()
    cleaned = clean(picture).decode()
    assert '<use xlink:href="#a" fill="url(#g)"></use>' in cleaned
    assert "Ą &amp; &lt;b&gt;" in cleaned
    assert clean(cleaned.encode()) == cleaned.encode()


@pytest.mark.parametrize(
    ("inside", "code", "subject"),
    [
        ("<script>alert(1)</script>", "svg-element", "script"),
        (
            "<foreignObject><div xmlns='http://www.w3.org/1999/xhtml'>x</div></foreignObject>",
            "svg-element",
            "foreignObject",
        ),
        ('<rect onload="alert(1)"/>', "svg-attribute", "onload"),
        ('<rect ONCLICK="alert(1)"/>', "svg-attribute", "ONCLICK"),
        ('<image href="https://example.org/a.png"/>', "svg-address", "https://example.org/a.png"),
        ('<image xlink:href="data:image/svg+xml;base64,AAAA"/>', "svg-address", "data:image/svg+xml;base64,AAAA"),
        ('<a xlink:href="javascript:alert(1)"><rect/></a>', "svg-address", "javascript:alert(1)"),
        ('<rect fill="url(https://example.org/x)"/>', "svg-address", "url(https://example.org/x)"),
        ('<rect style="background:url(//example.org/x)"/>', "svg-address", "background:url(//example.org/x)"),
        ("<style>@import url(https://example.org/x.css);</style>", "svg-stylesheet", "https://example.org/x.css"),
        ("<style>a{background:url('https://example.org')}</style>", "svg-stylesheet", "https://example.org"),
        ("<style>@import 'x.css';</style>", "svg-stylesheet", "@import 'x.css';"),
        ('<set attributeName="href" to="javascript:alert(1)"/>', "svg-element", "set"),
        ('<animate attributeName="xlink:href" values="javascript:alert(1)"/>', "svg-element", "animate"),
        ("<iframe src='x'/>", "svg-element", "iframe"),
        ("<?xml-stylesheet href='https://example.org/x.css'?>", "svg-stylesheet", "href='https://example.org/x.css'"),
    ],
)
def test_what_runs_or_loads_is_found_and_taken_out(inside: str, code: str, subject: str) -> None:
    """Each way to run or load is told with its line and is not in the clean picture, which then has no findings."""
    findings = inspect(_svg(inside))
    assert [(finding.code, finding.subject, finding.line) for finding in findings] == [(code, subject, 2)]
    cleaned = clean(_svg(inside))
    assert inspect(cleaned) == ()
    for trace in (b"alert", b"example.org", b"javascript", b"script", b"@import"):
        assert trace not in cleaned


def test_entities_are_refused_before_they_swell() -> None:
    """A picture that declares entities is not read on, and cannot be cleaned."""
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + f'<svg xmlns="{SVG}">&b;</svg>'
    assert [(finding.code, finding.subject) for finding in inspect(bomb.encode())] == [("svg-entity", "a")]
    with pytest.raises(ValueError, match="svg-entity"):
        clean(bomb.encode())


def test_doctype_and_comments_go() -> None:
    """A document type without entities is harmless and left out."""
    picture = f'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><!-- c --><svg xmlns="{SVG}"/>'
    assert inspect(picture.encode()) == ()
    assert clean(picture.encode()) == f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink"></svg>'.encode()


def test_drawing_programs_own_data_goes_silently() -> None:
    """What Inkscape keeps in its namespace is left out without a finding."""
    picture = _svg(
        '<x:namedview xmlns:x="http://www.inkscape.org/n"><x:grid/></x:namedview><g x:l="1" xmlns:x="urn:i"/>'
    )
    assert inspect(picture) == ()
    assert b"namedview" not in clean(picture)
    assert b"<g></g>" in clean(picture)


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg", b"not xml", b"<html/>", b"<svg xmlns='x'/>", b"\xff\xfe\x00",
     b"<?xml version='1.0' encoding='x-no'?><svg/>",
     f"<svg xmlns='{SVG}'>{'<g>' * 300}{'</g>' * 300}</svg>".encode()],
)  # fmt: skip
def test_what_is_no_picture_is_told(content: bytes) -> None:
    """Broken XML, another root, too deep nesting: one finding, and no clean form."""
    assert [finding.code for finding in inspect(content)] == ["svg-invalid"]
    with pytest.raises(ValueError, match="svg-invalid"):
        clean(content)


def test_size() -> None:
    """The size is that of the attributes in pixels, else of the view box, else unknown."""
    assert size(_svg("<g/>")) == (20, 10)
    assert size(f'<svg xmlns="{SVG}" width="30px" height="15.5" viewBox="0 0 1 1"/>'.encode()) == (30, 15.5)
    assert size(f'<svg xmlns="{SVG}" width="100%" height="100%"/>'.encode()) is None


def test_findings_become_problems() -> None:
    """Every kind of finding is an error with a whole message."""
    inside = '<script/><rect onload=""/><image href="https://a.pl"/><style>@import "x"</style>'
    problems = [finding.as_problem("/x/a.svg") for finding in inspect(_svg(inside))]
    unreadable = inspect(b"<svg") + inspect(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>")
    problems += [finding.as_problem("/x/a.svg") for finding in unreadable]
    assert len({problem.code for problem in problems}) == 6
    for problem in problems:
        assert problem.severity == "error"
        assert problem.message and problem.hint
        assert "%(" not in problem.message


def test_copies_of_copies_are_counted() -> None:
    """A few lines that ask for billions of drawings are refused; a pattern of a hundred, and a circle, are not."""

    def lines(levels: int, width: int) -> bytes:
        parts = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * width + "</g>" for n in range(1, levels))
        return f'<svg xmlns="http://www.w3.org/2000/svg"><path id="a0" d="M0 0"/>{parts}</svg>'.encode()

    assert [(one.code, one.subject) for one in inspect(lines(12, 10))] == [("svg-element", "use")]
    assert inspect(lines(3, 10)) == ()
    circle = (
        b'<svg xmlns="http://www.w3.org/2000/svg"><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>'
    )
    assert inspect(circle) == ()
