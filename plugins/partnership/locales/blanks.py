"""Blanks that look like a space and are none to a program."""

from __future__ import annotations

from typing import Final

SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces of other widths, and those at which no line breaks."""
