"""Charts as plain numbers: where bars begin and end, where points lie, which class a figure falls into.

Nothing here knows a page, a record or a colour.  All places are percentages of a drawing (0–100), because the site's
policy allows no inline style and drawings stretch with the window.
"""
