"""Files as editors leave them, read safely.

Bytes become text, text becomes plain data, and every piece keeps its place.
"""
