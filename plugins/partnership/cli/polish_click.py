"""Click's own words (usage errors, help headings) in the language of the program.

Click asks the standard library's gettext for its texts, under names that its modules import. The library can look only
into compiled catalogues on disk, which this project does not ship; so both functions are replaced where click holds
them.
"""

from __future__ import annotations

import click
import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

from partnership.language import package_translator

_MODULES = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.termui, click.types)


def translate_click(lang: str) -> None:
    """Let click speak ``lang`` ("pl" or "en"); what has no translation stays English."""
    translator = package_translator(lang)
    functions = {"_": translator.gettext, "ngettext": translator.ngettext}
    for module in _MODULES:
        for name, function in functions.items():
            if hasattr(module, name):
                setattr(module, name, function)
