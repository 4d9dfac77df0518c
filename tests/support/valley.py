"""Another partnership, invented: five counties abroad, three languages, and records and texts of every kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

COUNTIES = """\
code,name,seat,latitude,longitude
VA-1,Upper Valley,Ostermoor,50.305,12.939
VA-2,Lower Valley,Lindenholm,49.615,15.410
VA-3,Zahora,Zahora,49.101,14.120
VA-4,Lakeside,Bela,50.001,13.333
VA-5,Moorland,Krasna,49.720,17.050
"""
"""The table that the site begins with."""

OPTIONS = (
    "--name", "Valley Partnership", "--office", "Valley Employment Agency", "--region", "Green Valley", "--languages",
    "en,uk,de", "--country", "cz", "--email", "desk@valley.example", "--site-url", "https://valley.org",
)  # fmt: skip
"""What its people say of it."""

OTHER_LANGUAGES = ("uk", "de")


def fill(folder: Path) -> None:
    """Give the site that was started in ``folder`` records, figures and texts of every kind."""
    site = _Writer(folder)
    counties: list[dict[str, Any]] = yaml.safe_load((folder / "data/counties.yaml").read_text(encoding="utf-8"))
    services = [one["id"] for one in yaml.safe_load((folder / "data/services.yaml").read_text(encoding="utf-8"))]
    types = yaml.safe_load((folder / "data/institution-types.yaml").read_text(encoding="utf-8"))
    centre = next(one["id"] for one in types if one.get("responsible"))
    codes = [one["teryt"] for one in counties]
    for county in counties:
        county["neighbours"] = [code for code in codes if code != county["teryt"]]
    site.data("counties", counties)
    site.data("sources", [{"id": "stat", "name": "Statistics office", "url": "https://stat.example/"}])
    site.data("indicators", [{
        "id": "unemployment-rate", "name": "Unemployment rate", "unit": "%", "decimals": 1, "better": "lower",
        "definition": "Share of people without work.",
    }])  # fmt: skip
    places = [*codes, "00"]
    figures = [f"{code},unemployment-rate,,{year}-12-31,{3 + at}.{year % 10},,stat,2026-01-10"
               for at, code in enumerate(places) for year in range(2020, 2026)]  # fmt: skip
    site.write("data/figures/all.csv", "\n".join([
        "teryt,indicator,dimension,period,value,missing,source,retrieved", *figures, "",
    ]))  # fmt: skip
    for at, county in enumerate(counties):
        site.data(f"institutions/centre-{at}", {
            "name": f"Job Centre {county['seat']}", "short_name": f"JC {county['seat']}", "type": centre,
            "county": county["teryt"], "street": f"Long Street {at}", "postal_code": "110 00", "city": county["seat"],
            "latitude": county["latitude"], "longitude": county["longitude"], "phone": [f"602 123 45{at}"],
            "email": ["desk@valley.example"], "website": "https://centre.example/", "services": services,
            "audiences": ["employer"], "languages": ["en", "de", "nl"], "description": "Helps firms find people.",
            "opening_hours": [{"days": ["mon"], "opens": "07:30", "closes": "15:30"}],
            **{lang: {"name": f"[{lang}] Centre {at}"} for lang in OTHER_LANGUAGES},
        })  # fmt: skip
        site.data(f"offers/{county['teryt']}", {
            "county": county["teryt"], "summary": "It lies by a river.", "contact": f"centre-{at}",
            "occupations": [{"name": "welder", "outlook": "shortage", "year": 2026, "source": "stat"}],
            "schools": [{"name": "Technical school", "city": county["seat"], "fields": ["mechanics"]}],
            "employers": [{"name": "Glass works", "sector": "glass"}],
        })  # fmt: skip
    for at in range(3):
        site.data(f"partners/centre-{at}", {
            "institution": f"centre-{at}", "council": {"member": True},
            "consultants": [{"name": f"Anna Vale {at}", "phone": "+420 602 123 450", "counties": [codes[at]],
                             "consent": True}],
            "gives": [{"what": "Meeting room", "kind": "support"}], "seeks": [{"what": "Interpreter"}],
        })  # fmt: skip
    site.data("working-groups/training", {
        "name": "Shared training", "question": "Who trains whom?", "leader": "centre-0", "state": "active",
    })  # fmt: skip
    site.data("finder/lexicon", {
        "phrases": [{"say": ["need a welder"], "means": {"services": services[:1]}}], "stop_words": [],
    })  # fmt: skip
    site.write("data/localities.csv", "name,kind,gmina,county\nHillfoot,village,Ostermoor,VA-1\n")
    about = {"counties": codes[:1], "services": services[:1], "institutions": ["centre-0"]}
    site.text("news/2026/fair", "Job fair", date="2026-02-01", author="Editors", category="Events", tags=["fairs"],
              **about)  # fmt: skip
    for lang in OTHER_LANGUAGES:
        site.text(f"news/2026/fair-{lang}", f"[{lang}] fair", date="2026-02-01", lang=lang, translation="fair")
    site.text("reports/pay", "Pay in five districts", date="2026-01-05", authors=["Editors"], findings=["It grew."])
    site.text("meetings/spring", "Council of spring", date="2026-01-01", starts="2026-02-20T10:00", place="Town hall",
              group="training", held="held")  # fmt: skip
    site.text("pages/own", "A page of our own")


class _Writer:
    """Files of a site, written plainly."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, path: str, text: str) -> None:
        file = self._folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def data(self, name: str, value: Any) -> None:
        self.write(f"data/{name}.yaml", yaml.safe_dump(value, allow_unicode=True, sort_keys=False))

    def text(self, name: str, title: str, **front: Any) -> None:
        dates = {key: front.pop(key) for key in ("date", "starts") if key in front}
        head = yaml.safe_dump({"title": title, "summary": f"{title}, in short.", **front}, allow_unicode=True)
        head += "".join(f"{key}: {value}\n" for key, value in dates.items())
        self.write(f"content/{name}.md", f"---\n{head}---\nIt has **forty** firms.\n\n## Plan\n\n- opening\n- talks\n")
