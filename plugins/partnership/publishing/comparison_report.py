"""A comparison in plain words: text for a terminal, Markdown for a code host, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeVar

import msgspec

from partnership.language import _, ngettext
from partnership.publishing.comparison import Comparison, FigureChanged, PageChanged, TextChange
from partnership.reporting import literal

T = TypeVar("T")
SHOWN_PAGES: Final = 40
SHOWN_CHANGES: Final = 6
SHOWN_LETTERS: Final = 160


def as_json(comparison: Comparison, base: str, head: str) -> str:
    """Return everything, uncut, with the two commits."""
    report: dict[str, Any] = {"version": 1, "base": base, "head": head}
    report |= msgspec.to_builtins(comparison)
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


def as_text(comparison: Comparison) -> str:
    """Return the report for a terminal."""
    return "\n".join(_lines(comparison, _Text())) + "\n"


def as_markdown(comparison: Comparison) -> str:
    """Return the report as Markdown for a pull request."""
    return "\n".join(_lines(comparison, _Markdown())) + "\n"


class _Text:
    """How a terminal shows things."""

    def heading(self, text: str) -> list[str]:
        return ["", f"{text}:"]

    def item(self, text: str, address: str = "") -> str:
        return f"  {text}" + (f"  {address}" if address else "")

    def detail(self, text: str) -> str:
        return f"      {text}"

    def words(self, text: str) -> str:
        return _("“%(text)s”", text=_cut(text))


class _Markdown(_Text):
    """How a code host shows things; what editors wrote is shown as it is, not as Markdown."""

    def heading(self, text: str) -> list[str]:
        return ["", f"### {text}", ""]

    def item(self, text: str, address: str = "") -> str:
        return f"- {text}" + (f" (`{address}`)" if address else "")

    def detail(self, text: str) -> str:
        return f"  - {text}"

    def words(self, text: str) -> str:
        return _("“%(text)s”", text=literal(_cut(text)))


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN_LETTERS else text[: SHOWN_LETTERS - 1].rstrip() + "…"


def _lines(comparison: Comparison, form: _Text) -> Iterator[str]:
    if comparison.is_empty:
        yield _("Nothing changes for the public.")
        return
    counts = []
    if comparison.added:
        counts.append(ngettext("%(num)d new page", "%(num)d new pages", len(comparison.added)))
    if comparison.changed:
        counts.append(ngettext("%(num)d changed page", "%(num)d changed pages", len(comparison.changed)))
    if comparison.removed:
        counts.append(ngettext("%(num)d removed page", "%(num)d removed pages", len(comparison.removed)))
    yield _("The public will see: %(what)s.", what=", ".join(counts) or _("the same texts"))
    if comparison.vanished:
        yield from form.heading(_("Addresses that would lead nowhere (add each to “aliases” of a file)"))
        yield from _some([form.item(one) for one in comparison.vanished])
    if comparison.added:
        yield from form.heading(_("New pages"))
        yield from _some([form.item(form.words(one.title), one.address) for one in comparison.added])
    if comparison.changed:
        yield from form.heading(_("Changed pages"))
        for page in comparison.changed[:SHOWN_PAGES]:
            yield from _changed(page, form)
        yield from _rest(comparison.changed, SHOWN_PAGES)
    if comparison.removed:
        yield from form.heading(_("Removed pages"))
        yield from _some([form.item(form.words(one.title), one.address) for one in comparison.removed])
    if comparison.redirected:
        yield from form.heading(_("Addresses that now lead elsewhere"))
        yield from _some([form.item(one) for one in comparison.redirected])
    if comparison.entries:
        yield from form.heading(_("New in the feeds"))
        yield from _some([form.item(form.words(one.title), one.address) for one in comparison.entries])
    if comparison.figures:
        yield from form.heading(_("Figures"))
        yield from _some([form.item(_figure(one)) for one in comparison.figures])
    files = [
        *(form.item(_("becomes public: %(address)s", address=one)) for one in comparison.files_added),
        *(form.item(_("changed: %(address)s", address=one)) for one in comparison.files_changed),
        *(form.item(_("removed: %(address)s", address=one)) for one in comparison.files_removed),
    ]
    if files:
        yield from form.heading(_("Pictures and files to download"))
        yield from _some(files)
    if comparison.translations:
        yield from form.heading(_("Translations that the change of their originals makes stale"))
        yield from _some(
            [
                form.item(f"{one.language}: {form.words(one.name)}" + (f" · {one.text}" if one.text else ""), one.path)
                for one in comparison.translations
            ]
        )
    if comparison.layout:
        yield ""
        yield ngettext(
            "Only the form changes, not the text: %(num)d page.",
            "Only the form changes, not the text: %(num)d pages.",
            comparison.layout,
        )


def _some(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:SHOWN_PAGES]
    yield from _rest(lines, SHOWN_PAGES)


def _rest(items: Sequence[T], shown: int) -> Iterator[str]:
    if len(items) > shown:
        yield "  " + ngettext("and %(num)d more", "and %(num)d more", len(items) - shown)


def _changed(page: PageChanged, form: _Text) -> Iterator[str]:
    yield form.item(form.words(page.title), page.address)
    for change in page.changes[:SHOWN_CHANGES]:
        yield form.detail(_change(change, form))
    if len(page.changes) > SHOWN_CHANGES:
        more = len(page.changes) - SHOWN_CHANGES
        yield form.detail(ngettext("and %(num)d more", "and %(num)d more", more))


def _change(change: TextChange, form: _Text) -> str:
    if not change.before:
        return _("added: %(text)s", text=form.words(change.after))
    if not change.after:
        return _("removed: %(text)s", text=form.words(change.before))
    before, after = _around(change.before, change.after)
    return _("was: %(before)s, will be: %(after)s", before=form.words(before), after=form.words(after))


def _around(before: str, after: str) -> tuple[str, str]:
    """Return two long texts cut to where they begin to differ, with some words before."""
    if max(len(before), len(after)) <= SHOWN_LETTERS:
        return before, after
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    start = max(0, before.rfind(" ", 0, max(0, same - 30)) + 1)
    return ("…" + before[start:], "…" + after[start:]) if start else (before, after)


def _figure(one: FigureChanged) -> str:
    nothing = _("(none)")
    what = f"{one.indicator} ({one.dimension})" if one.dimension else one.indicator
    return _(
        "%(place)s, %(what)s, %(period)s: from %(before)s to %(after)s",
        place=one.place, what=what, period=one.period, before=one.before or nothing, after=one.after or nothing,
    )  # fmt: skip
