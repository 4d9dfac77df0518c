"""What the target of a link was meant to be."""

from __future__ import annotations

import pytest

from partnership.catalogue.checks.targets import meant_address
from tests.conftest import Call
from tests.support.site import Site


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("jan (at) urzad.pl", "mailto:jan@urzad.pl"),
        ("jan%20(at)%20urzad.pl", "mailto:jan@urzad.pl"),
        ("jan.k[at]urzad.gov.pl", "mailto:jan.k@urzad.gov.pl"),
        ("biuro (małpa) urzad.pl", "mailto:biuro@urzad.pl"),
        ("biuro { at } urzad . pl", "mailto:biuro@urzad.pl"),
        ("biuro at urzad.pl", "mailto:biuro@urzad.pl"),
        ("jan@urzad.pl", "mailto:jan@urzad.pl"),
        ("praca at dom.md", None),
        ("plik (at) 2.pdf", None),
        ("katalog.md", None),
    ],
)
def test_an_at_that_is_spelt_out(target: str, meant: str | None) -> None:
    """However the @ of an address is spelt, the link's address is told; a file's name is none."""
    assert meant_address(target) == meant


def test_the_advice_mends_the_link(site: Site, call: Call) -> None:
    """Obeyed to the letter, the advice leaves nothing to tell."""
    site.post("a", title="Wpis", summary="Tak.", body="Napisz: [Jan](jan (at) urzad.pl).")
    assert "write the link's address as mailto:jan@urzad.pl" in call("check", *site.options).out
    site.post("a", title="Wpis", summary="Tak.", body="Napisz: [Jan](mailto:jan@urzad.pl).")
    assert "jan@urzad.pl" not in call("check", *site.options).out
