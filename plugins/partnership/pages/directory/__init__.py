"""The directory of institutions: finder, institutions, types."""
