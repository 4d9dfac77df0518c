"""Counties: map, county pages, figures, comparison, investors."""
