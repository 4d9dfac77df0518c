"""Prose: what editors write in Markdown becomes safe HTML, with its headings, links and pictures known.

``convert`` is the door.  Inside, the text goes left to right: limits, Markdown (python-markdown, made fast),
sanitising, and one walk over the HTML that notes headings and links and sets the Polish spaces.
"""
