"""Pages for the hour in which people are let go: planner, letters, county packs, help for those who leave."""
