"""Open data: every record and figure as tables (CSV, JSON) and in the standards that others read."""
