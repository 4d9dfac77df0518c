"""Statistics from files of GUS and the ministry into ``data/figures/``: each figure with its period, source and day."""
