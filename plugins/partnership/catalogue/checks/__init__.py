"""Checks of everything that was read.

References, duplicates and contradictions, one module for each part of the world.
"""
