"""Whether a built site may be published: its links, what is sound in it, and the addresses that visitors know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.language import _, ngettext
from partnership.problems import Problem, ProblemList, ProblemsFound
from partnership.publishing.built_site import BuiltSite
from partnership.publishing.links import check_links
from partnership.publishing.output_checks import check_soundness
from partnership.publishing.url_stability import Manifest, read_manifest, vanished, vanished_problems, without_dropped

PLACES: Final = 3
"""In how many places one and the same problem is shown."""


def check_result(
    site: BuiltSite, before: Manifest | None, dropped: Collection[str], sources: Mapping[str, str]
) -> Manifest:
    """Return the manifest of a built site; raise :class:`ProblemsFound` when it may not be published.

    ``sources`` names the file of each page, for those who have to mend it.
    """
    problems, redirects = check_links(site)
    problems = [_with_source(one, sources.get(one.path, "")) for one in problems]
    problems = list(condensed(problems + check_soundness(site)))
    if before is not None:
        # Each of them asks for a decision of its own, so all are told.
        gone = vanished(before.addresses, site.addresses, redirects)
        problems += vanished_problems(without_dropped(gone, dropped), site.addresses)
    if problems:
        raise ProblemsFound(ProblemList(problems))
    now = read_manifest((site.root / addresses.MANIFEST.lstrip("/")).read_bytes())
    assert now is not None
    return now


def _with_source(problem: Problem, source: str) -> Problem:
    if not source:
        return problem
    file = source if source.startswith(("content/", "data/")) else f"content/{source}"
    hint = _("%(advice)s (the page is made from %(file)s)", advice=problem.hint, file=file)
    return msgspec.structs.replace(problem, hint=hint)


def condensed(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems; of those that say the same of many pages, such as a broken link in the foot, a few places."""
    places: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        places.setdefault((problem.code, problem.message), []).append(problem)
    for same in places.values():
        yield from same[: PLACES - 1]
        if len(same) <= PLACES:
            yield from same[PLACES - 1 :]
        else:
            more = ngettext(
                "%(message)s (here and in %(num)d more place)",
                "%(message)s (here and in %(num)d more places)",
                len(same) - PLACES,
                message=same[0].message,
            )
            yield msgspec.structs.replace(same[PLACES - 1], message=more)
