"""What follows a page's language: dates, numbers, the order of the alphabet, no-break spaces, marks of other languages.

One interface for all languages: :mod:`partnership.locales.formats` prints in the language that is spoken now
(:func:`partnership.language.speaking`).  Polish has code of its own in :mod:`partnership.polish`, since a build
calls it a hundred thousand times; every other language is Babel's (CLDR).
"""
