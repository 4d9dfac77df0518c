"""Names of towns after „in”: right or not at all."""

from __future__ import annotations

import pytest

from partnership.polish.towns import town_locative


@pytest.mark.parametrize(
    "expected",
    [
        "Bolesławiec – w Bolesławcu", "Dzierżoniów – w Dzierżoniowie", "Wrocław – we Wrocławiu", "Głogów – w Głogowie",
        "Legnica – w Legnicy", "Świdnica – w Świdnicy", "Lubin – w Lubinie", "Olsztyn – w Olsztynie",
        "Gdańsk – w Gdańsku", "Płock – w Płocku", "Włocławek – we Włocławku", "Rybnik – w Rybniku", "Tczew – w Tczewie",
        "Poznań – w Poznaniu", "Toruń – w Toruniu", "Augustów – w Augustowie", "Braniewo – w Braniewie",
        "Gdynia – w Gdyni", "Katowice – w Katowicach", "Kielce – w Kielcach", "Suwałki – w Suwałkach",
        "Kalisz – w Kaliszu", "Malbork – w Malborku", "Kołobrzeg – w Kołobrzegu", "Bochnia – w Bochni",
        "Trzebnica – w Trzebnicy", "Sosnowiec – w Sosnowcu", "Szczecin – w Szczecinie", "Strzelin – w Strzelinie",
        "Złotów – w Złotowie", "Turek – w Turku", "Pyrzyce – w Pyrzycach", "Lębork – w Lęborku", "Łowicz – ",
        "Limanowa – ", "Częstochowa – ", "Bydgoszcz – ", "Krosno – ", "Jelenia Góra – ", "Łódź – ", "Ul – ", " – ",
    ],
)  # fmt: skip
def test_forms_of_towns(expected: str) -> None:
    """What has a rule is declined; what has none stays without a form."""
    name, _dash, form = expected.partition("– ")
    assert town_locative(name.strip()) == form.strip()
