"""The quick environment prints what Jinja's own prints."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, pass_context, pass_environment
from jinja2.runtime import Context
from markupsafe import Markup, escape

from partnership.rendering.quick import QuickEnvironment, shown


class _Html:
    def __html__(self) -> str:
        return "<i>&</i>"

    def __repr__(self) -> str:
        return "_Html()"


class _Text(str):
    __slots__ = ()


VALUES: list[Any] = ["a", "ż<b>", "&amp;", "'\"", Markup("<b>"), _Html(), _Text("<"), 3, 2.5, None, ["<"], True]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_values_are_shown_escaped(value: Any) -> None:
    """Text is escaped, HTML is not, whatever kind of value holds it."""
    assert str(shown(value)) == str(escape(value))


@given(st.text())
def test_any_text_is_shown_escaped(text: str) -> None:
    """No text is taken for one that needs no escaping."""
    assert shown(text) == escape(text)


TEMPLATES = {
    "base": "<title>{{ title }}{{ site }}</title>{% block main %}{% endblock %}{% include 'part' %}",
    "part": "[{{ title }} {{ plain(title) }}]",
    "macros": "{% macro m(x, y='<') %}<m>{{ x }}{{ y }}{{ caller() if caller is defined }}{{ site }}</m>{% endmacro %}",
    "page": """{% extends "base" %}{% from "macros" import m %}{% import "macros" as other with context %}
{% block main %}{{ m(title) }}{{ other.m(html) }}{% call m(1) %}<{{ title }}>{% endcall %}
{% set kept %}<k>{{ title }}</k>{% endset %}{{ kept }}{{ kept|length }}{{ title|upper }}{{ title|e }}{{ html|e }}
{% for one in values %}{{ one }}{{ loop.index }}{{ plain(one) }}{{ inner(one) }}{% endfor %}
{% filter upper %}{{ title }}{% endfilter %}{{ wants_context() }}{{ wants_environment() }}{{ title.upper() }}
{{ "<" ~ title ~ html }}{% autoescape false %}{{ title }}{% endautoescape %}{% if html == "<b>" %}yes{% endif %}
{% macro own(x) %}{{ x }}{{ title }}{% endmacro %}{{ own(plain) is string }}{{ own("<") }}{{ site }}{% endblock %}""",
}


def _plain(value: object) -> str:
    return f"<{value}>"


@pass_context
def _wants_context(context: Context) -> str:
    return f"{context['title']}&{context['site']}"


@pass_environment
def _wants_environment(environment: Environment) -> bool:
    return environment.autoescape is True


def _rendered(kind: type[Environment]) -> str:
    environment = kind(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    environment.globals.update(
        plain=_plain, wants_context=_wants_context, wants_environment=_wants_environment, site="<S>"
    )
    environment.globals["inner"] = lambda value: Markup("<u>{}</u>").format(value)
    values = ["a", "<b>", Markup("<i>"), 3, None]
    first = environment.get_template("page").render(title="T & t", html=Markup("<b>"), values=values)
    assert environment.get_template("page").render(title="T & t", html=Markup("<b>"), values=values) == first
    return first + environment.get_template("part").render(title="'", plain=str)


def test_prints_what_jinja_prints() -> None:
    """Inheritance, includes, macros, calls, blocks that are kept, filters and functions that want the context."""
    assert _rendered(QuickEnvironment) == _rendered(Environment)


def test_what_is_missing_is_an_error() -> None:
    """A name that nothing has is an error, printed or called."""
    environment = QuickEnvironment(autoescape=True, undefined=StrictUndefined)
    for text in ("{{ missing }}", "{{ missing() }}", "{{ 'a'.missing }}"):
        with pytest.raises(UndefinedError):
            environment.from_string(text).render()
