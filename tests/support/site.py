"""A small site in a temporary folder, in the formats that editors write; tests add to it what they are about."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

COUNTIES: list[dict[str, Any]] = [
    {
        "teryt": "1201",
        "slug": "powiat-bochenski",
        "name": "powiat bocheński",
        "short_name": "bocheński",
        "kind": "rural",
        "seat": "Bochnia",
        "seat_locative": "w Bochni",
        "locative": "w powiecie bocheńskim",
        "genitive": "powiatu bocheńskiego",
        "latitude": 49.969,
        "longitude": 20.430,
        "area_km2": 649,
        "neighbours": ["1202"],
        "tile": {"row": 1, "column": 4},
    },
    {
        "teryt": "1202",
        "slug": "powiat-brzeski",
        "name": "powiat brzeski",
        "short_name": "brzeski",
        "kind": "rural",
        "seat": "Brzesko",
        "seat_locative": "w Brzesku",
        "locative": "w powiecie brzeskim",
        "genitive": "powiatu brzeskiego",
        "latitude": 49.969,
        "longitude": 20.606,
        "neighbours": ["1201"],
        "tile": {"row": 2, "column": 4},
    },
    {
        "teryt": "1261",
        "slug": "krakow",
        "name": "Kraków",
        "short_name": "Kraków",
        "kind": "city",
        "seat": "Kraków",
        "seat_locative": "w Krakowie",
        "locative": "w Krakowie",
        "genitive": "Krakowa",
        "latitude": 50.061,
        "longitude": 19.937,
        "neighbours": [],
        "tile": {"row": 1, "column": 2},
    },
]
SERVICES: list[dict[str, Any]] = [
    {
        "id": "posrednictwo",
        "name": "Pośrednictwo pracy",
        "group": "rekrutacja",
        "description": "Urząd bezpłatnie pomaga znaleźć pracowników.",
        "synonyms": ["szukam pracowników"],
        "audiences": ["employer", "investor"],
        "status": "current",
    },
    {
        "id": "zwolnienia-monitorowane",
        "name": "Zwolnienia monitorowane",
        "group": "zwolnienia",
        "description": "Pomoc dla zwalnianych z przyczyn zakładu pracy.",
        "synonyms": ["zwalniam ludzi"],
        "audiences": ["employer", "employee-at-risk"],
        "status": "current",
    },
]
INSTITUTION_TYPES: list[dict[str, Any]] = [
    {
        "id": "labour-office",
        "name": "Powiatowy urząd pracy",
        "plural": "Powiatowe urzędy pracy",
        "responsible": True,
    },
    {"id": "regional-office", "name": "Wojewódzki urząd pracy", "plural": "Wojewódzkie urzędy pracy"},
]


class Site:
    """Folders ``content`` and ``data`` with the three required data files, and a place for ``output``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / "content"
        self.data = root / "data"
        self.output = root / "output"
        self.content.mkdir(parents=True)
        self.data.mkdir()
        self.write_yaml("data/counties.yaml", COUNTIES)
        self.write_yaml("data/services.yaml", SERVICES)
        self.write_yaml("data/institution-types.yaml", INSTITUTION_TYPES)

    @property
    def options(self) -> list[str]:
        """The options that point a task at this site's sources."""
        return ["--content", str(self.content), "--data", str(self.data)]

    @property
    def build_options(self) -> list[str]:
        """The options that point a build at this site's sources and output."""
        return [*self.options, "--output", str(self.output)]

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file, its path relative to the root. A text is dedented and saved as UTF-8, bytes as they are."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else textwrap.dedent(text).lstrip("\n").encode())
        return target

    def write_yaml(self, path: str, value: object) -> Path:
        """Write plain data as YAML. Codes stay quoted, since they are strings."""
        return self.write(path, yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000).encode())

    def institution(self, id: str = "pup-bochnia", **keys: Any) -> Path:
        """Write an institution; by default the labour office of Bochnia. ``keys`` replace or add keys of the record."""
        record = {
            "name": "Powiatowy Urząd Pracy w Bochni",
            "type": "labour-office",
            "county": "1201",
            "services": ["posrednictwo"],
        }
        return self.write_yaml(f"data/institutions/{id}.yaml", record | keys)

    def partner(self, id: str = "pup-bochnia", **keys: Any) -> Path:
        """Write a partner; its institution, of the same id, is the caller's matter."""
        return self.write_yaml(f"data/partners/{id}.yaml", {"institution": id} | keys)

    def working_group(self, id: str = "kadry", **keys: Any) -> Path:
        """Write a working group."""
        record = {"name": "Kadry dla inwestorów", "question": "Jak szybciej znaleźć kadry?", "state": "active"}
        return self.write_yaml(f"data/working-groups/{id}.yaml", record | keys)

    def offer(self, teryt: str = "1201", **keys: Any) -> Path:
        """Write the offer of a county."""
        return self.write_yaml(f"data/offers/{teryt}.yaml", {"county": teryt, "summary": "Blisko autostrady."} | keys)

    def redundancy_rules(self) -> Path:
        """Write the rules of redundancies: the repository's own."""
        path = "data/rules/redundancies.yaml"
        return self.write(path, (Path(__file__).resolve().parents[2] / path).read_bytes())

    def markdown(self, path: str, body: str, front: Mapping[str, Any]) -> Path:
        """Write a Markdown file below ``content`` with the given front matter."""
        head = yaml.safe_dump(dict(front), allow_unicode=True, sort_keys=False, width=1000)
        return self.write(f"content/{path}", f"---\n{head}---\n\n{textwrap.dedent(body).strip()}\n".encode())

    def post(self, stem: str = "wpis", body: str = "Treść wpisu.", **front: Any) -> Path:
        """Write a news post, ``content/news/STEM.md``."""
        return self.markdown(f"news/{stem}.md", body, {"title": "Wpis", "date": "2026-01-15"} | front)

    def report(self, stem: str = "raport", body: str = "Treść raportu.", **front: Any) -> Path:
        """Write a report, ``content/reports/STEM.md``."""
        head = {"title": "Raport", "date": "2026-01-16", "authors": ["Wojewódzki Urząd Pracy w Krakowie"]}
        return self.markdown(f"reports/{stem}.md", body, head | front)

    def meeting(self, stem: str = "spotkanie", body: str = "Treść protokołu.", **front: Any) -> Path:
        """Write a meeting, ``content/meetings/STEM.md``."""
        head = {"title": "Spotkanie", "date": "2026-01-10", "starts": "2026-02-10 10:00"}
        return self.markdown(f"meetings/{stem}.md", body, head | front)

    def page(self, stem: str = "o-stronie", body: str = "Treść strony.", **front: Any) -> Path:
        """Write a page, ``content/pages/STEM.md``."""
        return self.markdown(f"pages/{stem}.md", body, {"title": "O stronie"} | front)

    def read(self, address: str) -> str:
        """Return the text built for an address such as ``/aktualnosci/`` or ``/rss.xml``."""
        path = address.strip("/") + ("/index.html" if address.endswith("/") else "")
        return (self.output / path.lstrip("/")).read_text(encoding="utf-8")
