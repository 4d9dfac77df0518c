"""The build engine: from two folders and a theme to a whole site, making only what is not there already.

To read it, begin with ``entry.py`` (the door: lock, one look at all files, in or out again) and ``site_build.py`` (the
one ordered story), then follow the story:

- what may have changed: ``file_stats.py``, ``up_to_date.py`` (sources), ``output_snapshot.py`` (what lies in the
  output), ``sources.py``, ``body_edits.py`` and ``previous_build.py`` (what is known to be as it was);
- what there is to make: ``plan.py`` (the areas), ``planning.py`` (which of them), ``keys.py``, ``work.py`` (items
  against what lies there), ``explain.py`` (why);
- making and bringing it into place: ``making.py``, ``commit.py``;
- what the next build remembers: ``state.py``, ``body_store.py``, ``theme_memory.py``, ``session.py`` (a preview's
  memory), ``quick.py``.

Why it is right: docs/decisions 0017, 0022 and 0024; the proof: tests/engine/test_incremental.py.
"""
