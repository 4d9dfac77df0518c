"""Bringing an old site along: WordPress exports, Pelican folders and saved HTML pages become this project's Markdown.

``recognise.py`` finds out what a source is; ``wordpress.py``, ``pelican_folder.py`` and ``html_folder.py`` read it
into the plain items of ``items.py``; ``old_addresses.py`` gives each its new place; ``clean.py`` and ``to_markdown.py``
turn HTML into Markdown that people can read; ``media.py`` finds pictures and files; ``importing.py`` puts it together,
``writing.py`` writes all of it or nothing, and ``report.py`` says what came and what needs a person.
"""
