"""``bench finder``: how well the finder answers beside MiniSearch over the same records and lexicon; sizes, times."""

from __future__ import annotations

import gzip
import importlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from partnership.finder.folding import fold
from partnership.language import _
from partnership.rendering.minified import minified
from partnership.rendering.scripts import bundle
from partnership_bench.finder_browser import measure_pages
from partnership_bench.finder_records import documents
from partnership_bench.limits import Report, Say
from partnership_bench.printed_page import print_and_write

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "theme" / "static" / "js" / "finder"
CACHE = ROOT / ".cache" / "bench"
MINISEARCH = "7.2.0"
SIZES = {"own": 0, "400": 400, "5000": 5000}
COLD = 5
"""Processes whose first finder is timed; the median counts."""
MEASURES = ("success1", "success3", "mrr", "precision", "empty")
ROUNDS = 2000
"""Resamplings of the paired bootstrap."""


_ABOUT = """\
Beside the finder stands MiniSearch over the same records and the same lexicon. The world “own” is this site as it is,
the others have made-up institutions that all have telephone, street, website and description. Times are processor
time, in the browser those of its clock."""


def run(say: Say, page: Path | None = None) -> int:
    """Print the tables and hold the limits of size and time; return the exit status.

    ``page`` is a Markdown file that receives what is printed.
    """
    return print_and_write(_run, say, page, "finder", _ABOUT)


def _run(say: Say) -> int:
    node = shutil.which("node")
    if node is None:
        say(_("Node is not installed, so the finder cannot be asked; install Node 20 or newer"))
        return 1
    library = minisearch(say)
    sys.path.insert(0, str(ROOT))
    world_module = importlib.import_module("tests.finder.world")
    scorer = importlib.import_module("tests.finder.scorer")
    kinds = importlib.import_module("tests.finder.kinds")
    report = Report(say)
    with tempfile.TemporaryDirectory() as folder:
        worlds, queries = _prepare(Path(folder), world_module, scorer, kinds)
        job = Path(folder) / "job.json"
        job.write_text(
            json.dumps({"engine": str(ENGINE / "engine.js"), "minisearch": library and str(library), "worlds": worlds})
        )
        script = Path(__file__).with_suffix(".mjs")
        done = subprocess.run([node, str(script), str(job)], capture_output=True, text=True, check=False)
        if done.returncode:
            say(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else _("Node stopped without a word"))
            return 1
        command = [node, str(script), str(job), "cold", "400"]
        cold = [subprocess.run(command, capture_output=True, text=True).stdout.split() for _turn in range(COLD)]
        ready, first = (sorted(map(float, times))[COLD // 2] for times in zip(*cold, strict=True))
        report.figure(_("ready after the data, first finder of a process, 400 institutions"), ready, "ms", 100)
        report.figure(_("first question of a process, 400 institutions"), first, "ms")
        for told in json.loads(done.stdout):
            _print_world(report, told, queries[told["name"]], scorer)
        _print_sizes(report, Path(folder))
        measure_pages(report, Path(folder), say)
    return report.status


def minisearch(say: Say) -> Path | None:
    """The folder in which MiniSearch is installed, from the npm registry at the first call; None when it cannot be."""
    folder = CACHE / f"minisearch-{MINISEARCH}"
    if (folder / "node_modules" / "minisearch" / "package.json").is_file():
        return folder
    npm = shutil.which("npm")
    if npm is None:
        say(_("npm is not installed: MiniSearch is left out"))
        return None
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"private": true}\n')
    command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", f"minisearch@{MINISEARCH}"]
    if subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode:
        say(_("MiniSearch could not be installed from the npm registry: it is left out"))
        return None
    return folder


def _prepare(
    folder: Path, world_module: Any, scorer: Any, kinds: Any
) -> tuple[list[dict[str, str]], dict[str, list[Any]]]:
    """Write each world's index, documents and queries; return the job's worlds and the queries by world."""
    worlds: list[dict[str, str]] = []
    queries: dict[str, list[Any]] = {}
    for name, size in SIZES.items():
        world = world_module.made_world(size, 2 if size > 400 else 1) if size else world_module.own_world()
        asked = scorer.written(world) + (scorer.derived(world) if size <= 400 else [])
        for extra in scorer.LATER:
            asked += [
                scorer.Query(f"{extra.stem}: {one.kind}", one.text, one.fits) for one in scorer.written(world, extra)
            ]
        if size <= 400:
            asked += kinds.everything(world)
        queries[name] = asked
        files = {kind: folder / f"{name}-{kind}.json" for kind in ("index", "places", "documents", "queries")}
        files["places"].write_bytes(world.places())
        files["index"].write_bytes(world.index())
        files["documents"].write_text(json.dumps(documents(world), ensure_ascii=False), encoding="utf-8")
        files["queries"].write_text(
            json.dumps(
                [{"text": one.text, "late": one.kind in kinds.LATE or bool(one.answer)} for one in asked],
                ensure_ascii=False,
            ),
            encoding="utf-8",
        )
        worlds.append({"name": name, **{kind: str(path) for kind, path in files.items()}})
    return worlds, queries


def _print_world(report: Report, told: dict[str, Any], queries: Sequence[Any], scorer: Any) -> None:
    """Print one world's table, a line a class, and the comparison over everything but „nothing”."""
    name = told["name"]
    report.say("")
    report.say(_("World “%(name)s”, %(count)d queries", name=name, count=len(queries)))
    ways: list[str] = [way for way in ("finder", "mini") if way in told]
    scores = {
        way: [scorer.score(query, answer["ids"]) for query, answer in zip(queries, told[way]["answers"], strict=True)]
        for way in ways
    }
    kinds: dict[str, list[int]] = defaultdict(list)
    for place, query in enumerate(queries):
        kinds[f"{query.kind} ({_('held out') if query.held_out else _('tuned on')})"].append(place)
    head = f"{'':44}{'n':>5}" + "".join(
        f"{measure:>9}" for measure in ("right", "s@1", "s@3", "MRR@10", "P@10", "empty")
    )
    for way in ways:
        report.say({"finder": _("the finder"), "mini": f"MiniSearch {MINISEARCH}"}[way])
        report.say(head)
        for kind, places in sorted(kinds.items()):
            means = [sum(getattr(scores[way][at], one) for at in places) / len(places) for one in MEASURES]
            right = sum(_right(queries[at], told[way]["answers"][at]) for at in places) / len(places)
            report.say(f"{kind:44}{len(places):>5}{right:9.3f}" + "".join(f"{mean:9.3f}" for mean in means))
    if len(ways) == 2:
        _compare(report, _("all classes"), scores, range(len(queries)))
        ranked = [at for at, query in enumerate(queries) if query.fits]
        _compare(report, _("all but “nothing”"), scores, ranked, False)
        _compare(report, _("ranked, held out"), scores, [at for at in ranked if queries[at].held_out], False)
    big = name == "5000"
    report.figure(_("ready after the data"), told["ready"], "ms", None if big else 100)
    for way in ways:
        times = sorted(told[way]["times"])
        label = _("the finder") if way == "finder" else "MiniSearch"
        limit = (15.0 if big else 5.0) if way == "finder" else None
        report.figure(f"{label}: p95", times[int(0.95 * len(times))], "ms", limit)


def _right(query: Any, answer: Mapping[str, Any]) -> float:
    """Tell whether an answer is right: place or page named, one of three fits, or nothing given."""
    if query.outside:
        named = answer.get("outside")
        return float(not answer["ids"] and (named is None or fold(named) == fold(query.outside)))
    if query.answer:
        return float(query.answer in answer.get("pages", ()))
    if not query.fits:
        return float(not answer["ids"])
    return float(any(one in query.fits for one in answer["ids"][:3]))


def _compare(
    report: Report, what: str, scores: Mapping[str, list[Any]], places: Sequence[int], binding: bool = True
) -> None:
    """Print both means and the interval of their difference; where ``binding``, it must lie above 0."""
    own, other = ([_worth(scores[way][at]) for at in places] for way in ("finder", "mini"))
    low, high = _interval([mine - theirs for mine, theirs in zip(own, other, strict=True)])
    report.say(
        _(
            "Mean of success@3 and MRR (%(what)s): the finder %(own).3f, MiniSearch %(other).3f, "
            "difference %(low).3f to %(high).3f (paired bootstrap, 95 %%)",
            what=what,
            own=sum(own) / len(own),
            other=sum(other) / len(other),
            low=low,
            high=high,
        )
    )
    if binding and low <= 0:
        report.over.append(what)


def _worth(score: Any) -> float:
    """One query's worth: the mean of success@3 and MRR@10; where nothing fits, whether nothing is given."""
    if score.kind.endswith(("nothing", "subject", "elsewhere")):
        return float(score.empty)
    return float(score.success3 + score.mrr) / 2


def _interval(differences: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of the mean of paired differences, by bootstrap with a fixed seed."""
    dice = random.Random(4)
    size = len(differences)
    means = sorted(sum(dice.choices(differences, k=size)) / size for _round in range(ROUNDS))
    return means[int(0.025 * ROUNDS)], means[int(0.975 * ROUNDS) - 1]


def _print_sizes(report: Report, folder: Path) -> None:
    """Print what a browser loads to answer, packed."""
    whole = bundle("engine.js", lambda name: (ENGINE / name).read_text(encoding="utf-8"))
    code = minified({"engine.js": whole})["engine.js"]
    packed = len(gzip.compress(code, 9)) / 1024
    report.say("")
    report.figure(_("engine, packed"), packed, "KiB")
    for name in SIZES:
        index = len(gzip.compress((folder / f"{name}-index.json").read_bytes(), 9)) / 1024
        label = _("index and lexicon of “%(name)s”, packed", name=name)
        report.figure(label, index, "KiB")
        if name == "400":
            report.figure(_("index, engine and lexicon at 400 institutions"), index + packed, "KiB", 60)
            later = len(gzip.compress((folder / f"{name}-places.json").read_bytes(), 9)) / 1024
            report.figure(_("places that come later, packed"), later, "KiB", 25)
