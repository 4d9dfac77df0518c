"""Checks of everything that was read: references, duplicates and contradictions, one module for each part of the world."""
