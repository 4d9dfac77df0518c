"""Data without a profile: they are from abroad where no county's code has the form of the default country's."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership.catalogue.site_abroad import is_abroad


@pytest.mark.parametrize(
    ("text", "abroad"),
    [
        ('- teryt: "CL-01"\n  name: A\n', True),
        ('- {teryt: "CL-01", name: A}\n', True),
        ('# as in - teryt: "1201"\n- teryt: CL-01\n', True),
        ('- teryt: "CL-01"\n- name: B\n  teryt: "1201"\n', False),
        ('- {name: A, teryt: "1201"}\n', False),
        ("- name: A\n", False),
        ("[]\n", False),
        ("- [\n", False),
    ],
)
def test_the_form_of_the_codes_tells(tmp_path: Path, text: str, abroad: bool) -> None:
    """However the list is written; what cannot be read tells nothing."""
    (tmp_path / "counties.yaml").write_text(text, encoding="utf-8")
    assert is_abroad(tmp_path) is abroad


def test_without_counties_nothing_is_told(tmp_path: Path) -> None:
    """No file, no judgement."""
    assert not is_abroad(tmp_path)
