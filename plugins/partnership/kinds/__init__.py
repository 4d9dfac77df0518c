"""Kinds of content: each declared once, with everything that the site needs to know of it."""
