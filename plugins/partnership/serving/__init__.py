"""Serving: a local preview that rebuilds on every change and shows mistakes in the page."""
