"""The build engine: from two folders and a theme to a whole site, making only what is not there already.

To read it, begin with ``entry.py`` (the door: lock, one glance, in or out again) and ``story.py`` (the one ordered
story), then follow the story:

- what may have changed: ``looks.py``, ``glance.py`` (sources), ``output.py`` (what lies in the output), ``sources.py``,
  ``words_only.py`` and ``since.py`` (what is known to be as it was);
- what there is to make: ``plan.py`` (the areas), ``planning.py`` (which of them), ``keys.py``, ``work.py`` (items
  against what lies there), ``explain.py`` (why);
- making and bringing it into place: ``making.py``, ``commit.py``;
- what the next build remembers: ``state.py``, ``texts.py``, ``session.py`` (a preview's memory), ``quick.py``.

Why it is right: docs/decisions 0017, 0022 and 0024; the proof: tests/build/test_incremental.py.
"""
