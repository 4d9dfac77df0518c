"""How long a test waits for what must happen, before it fails."""

PATIENCE_SECONDS = 120
"""Far more than ten times what anything takes on a quiet machine: only what never happens fails by time."""
