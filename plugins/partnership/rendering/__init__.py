"""Rendering: templates, their filters and the theme's static files; from a view to bytes."""
