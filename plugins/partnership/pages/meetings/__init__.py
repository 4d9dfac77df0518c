"""Meetings, the council and working groups."""
