"""``bench search``: how well the search answers beside Pagefind and MiniSearch over the same texts; sizes, times."""

from __future__ import annotations

import importlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any, Final

from partnership.language import _
from partnership.settings import PROJECT
from partnership_bench.finder import MINISEARCH, minisearch
from partnership_bench.limits import Report, Say
from partnership_bench.printed_page import print_and_write
from partnership_bench.search_corpus import Corpus
from partnership_bench.search_cost import measure_cost
from partnership_bench.search_slow import SLOWER, slowed_times

PAGEFIND: Final = "1.5.2"
POSTS: Final = 5000
NAMES: Final = {"own": "", "mini": f"MiniSearch {MINISEARCH}", "pagefind": f"Pagefind {PAGEFIND}"}
ENGINE: Final = PROJECT / "theme" / "static" / "js" / "search" / "engine.js"
CACHE: Final = PROJECT / ".cache" / "bench"
_ABOUT: Final = """\
Beside the search stand two libraries over the same texts and questions. The world “own” is this site as it is, the
other has 5,000 generated posts of 2 kB beside it. Costs are processor time, in pairs of whole builds with and without
the search."""


def run(say: Say, page: Path | None = None) -> int:
    """Print the tables and hold the limits of answers, size, time and of what the build pays; return the exit status.

    ``page`` is a Markdown file that receives what is printed.
    """
    return print_and_write(_run, say, page, "search", _ABOUT)


def _run(say: Say) -> int:
    node = shutil.which("node")
    if node is None:
        say(_("Node is not installed, so the search cannot be asked; install Node 20 or newer"))
        return 1
    sys.path.insert(0, str(PROJECT))
    scorer = importlib.import_module("tests.search.scorer")
    report = Report(say)
    library, pagefind = minisearch(say), _pagefind(say)
    with tempfile.TemporaryDirectory() as folder:
        for name, posts in (("own", 0), (str(POSTS), POSTS)):
            world = Path(folder) / name
            corpus = Corpus(posts) if posts else None
            documents = _build(world, corpus)
            queries = _queries(scorer, corpus, documents)
            job = _job(
                world, documents, [one.text for one in queries], library, _index(world, documents, pagefind, say)
            )
            script = Path(__file__).with_suffix(".mjs")
            done = subprocess.run([node, str(script), str(job)], capture_output=True, text=True, check=False)
            if done.returncode:
                say(done.stderr.strip() or _("Node stopped without a word"))
                return 1
            _print(report, name, queries, json.loads((world / "answers.json").read_bytes()), scorer)
            if corpus is not None:
                _slowed(report, world / "site", [one.text for one in queries])
                measure_cost(report, world / "cost", corpus)
    return report.status


def _slowed(report: Report, site: Path, asked: Sequence[str]) -> None:
    taken = slowed_times(site, asked, report.say)
    if taken is not None:
        name = _("answer in a browser slowed down %(times)d times, its parts being there, p95", times=SLOWER)
        report.figure(name, _p95(sorted(taken)), "ms", 150)


def _pagefind(say: Say) -> Path | None:
    """Return Pagefind's program, from the package index at the first call; None when it cannot be installed."""
    folder = CACHE / f"pagefind-{PAGEFIND}"
    program = folder / "pagefind_bin" / "pagefind"
    if not program.is_file():
        command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(folder)]
        if subprocess.run([*command, f"pagefind_bin=={PAGEFIND}"], capture_output=True, check=False).returncode:
            say(_("%(name)s is left out: it could not be installed", name="Pagefind"))
            return None
    return program


def _build(world: Path, corpus: Corpus | None) -> list[dict[str, str]]:
    """Build the site, with generated posts beside its own; return what its search knows of each document."""
    content = world / "content"
    shutil.copytree(PROJECT / "content", content)
    if corpus is not None:
        corpus.write(content)
    command = [sys.executable, "-m", "partnership", "build", "--content", str(content), "--output", str(world / "site")]
    environment = {"PYTHONPATH": str(PROJECT / "plugins"), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=PROJECT)
    documents = []
    for path in sorted((world / "site" / "szukaj" / "indeks").glob("t*.json")):
        for address, title, _kind, _date, summary, text in json.loads(path.read_bytes())["texts"]:
            documents.append({"address": address, "title": title, "summary": summary, "text": text})
    return documents


def _index(world: Path, documents: Sequence[dict[str, str]], program: Path | None, say: Say) -> Path | None:
    """Let Pagefind index the same texts, a plain page each; return the folder of these pages."""
    if program is None:
        return None
    pages = world / "pages"
    for one in documents:
        page = pages / one["address"].strip("/") / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        body = f"<h1>{escape(one['title'])}</h1><p>{escape(one['summary'])}</p><p>{escape(one['text'])}</p>"
        page.write_text(
            f'<!doctype html><html lang="pl"><title>{escape(one["title"])}</title><body>{body}</body></html>', "utf-8"
        )
    begun = time.perf_counter()
    subprocess.run([str(program), "--site", str(pages), "--force-language", "pl"], check=True, capture_output=True)
    say(
        _(
            "Pagefind indexed %(count)d pages in %(seconds).1f s",
            count=len(documents),
            seconds=time.perf_counter() - begun,
        )
    )
    return pages


def _queries(scorer: Any, corpus: Corpus | None, documents: Sequence[dict[str, str]]) -> list[Any]:
    if corpus is not None:
        asked = corpus.questions(210, 60, 60)
        return [scorer.Query(one.kind, one.text, frozenset(one.fits)) for one in asked]
    titles = [(one["address"], one["title"]) for one in documents]
    return [*scorer.written(), *scorer.strangers()["pl"], *scorer.derived(titles)]


def _job(
    world: Path, documents: Sequence[dict[str, str]], asked: Sequence[str], library: Path | None, pages: Path | None
) -> Path:
    files = {"documents": documents, "queries": list(asked)}
    for name, value in files.items():
        (world / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    job = {
        "engine": str(ENGINE),
        "site": str(world / "site"),
        "out": str(world / "answers.json"),
        "minisearch": library and str(library),
        "pagefind": pages and str(pages),
        **{name: str(world / f"{name}.json") for name in files},
    }
    (world / "job.json").write_text(json.dumps(job), encoding="utf-8")
    return world / "job.json"


def _print(report: Report, name: str, queries: Sequence[Any], told: dict[str, Any], scorer: Any) -> None:
    report.say("")
    report.say(_("World “%(name)s”, %(count)d queries", name=name, count=len(queries)))
    kinds: dict[str, list[int]] = defaultdict(list)
    for place, query in enumerate(queries):
        kinds[query.kind].append(place)
    held = [place for place, query in enumerate(queries) if query.held_out]
    new = ("known, strangers", "topic, strangers")
    kinds[_("known, held out")] = [at for at in held if queries[at].fits and queries[at].kind not in ("topic", *new)]
    kinds[_("topic, held out")] = [at for at in held if queries[at].kind == "topic"]
    for kind in new:
        kinds[f"{kind}, held out"] = [at for at in held if queries[at].kind == kind]
    kinds[_("nothing, all")] = [at for at, query in enumerate(queries) if not query.fits]
    means: dict[tuple[str, str, str], float] = {}
    for way, answer in told.items():
        scores = [scorer.measures(query, found) for query, found in zip(queries, answer["answers"], strict=True)]
        report.say(NAMES[way] or _("the search"))
        report.say(f"{'':28}{'n':>5}{'s@3':>11}{'P@5':>11}{'empty':>11}")
        for kind, places in kinds.items():
            line = f"{kind:28}{len(places):>5}"
            for measure in ("success3", "precision5", "empty"):
                some = [scores[at][measure] for at in places if measure in scores[at]]
                means[way, kind, measure] = sum(some) / len(some) if some else 0.0
                line += f"{means[way, kind, measure]:11.3f}" if some else f"{'':11}"
            report.say(line)
    for kind, measure, least in (
        (_("known, held out"), "success3", 0.97),
        (_("topic, held out"), "precision5", 0.8),
        ("known, strangers, held out", "success3", 0.97),
        ("topic, strangers, held out", "precision5", 0.8),
        (_("nothing, all"), "empty", 0.95),
    ):
        if not kinds[kind]:
            continue
        report.figure(f"{kind}: 1 - {measure}", 1 - means["own", kind, measure], "", 1 - least)
    for way, answer in told.items():
        label = NAMES[way] or _("the search")
        own = way == "own"
        times, later = sorted(answer["times"]), sorted(answer["loaded"][1:])
        report.figure(_("%(name)s: answer, p95", name=label), _p95(times), "ms", 50 if own else None)
        first = _p95(sorted(answer["first"])) / 1024
        report.figure(_("%(name)s: first question, p95", name=label), first, "KiB", 100 if own else None)
        report.figure(_("%(name)s: later question, p95", name=label), _p95(later) / 1024, "KiB", 40 if own else None)


def _p95(values: Sequence[float]) -> float:
    return values[int(0.95 * (len(values) - 1))]
