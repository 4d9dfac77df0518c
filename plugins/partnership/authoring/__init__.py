"""Authoring: new files for editors to fill in, valid from their first moment."""
