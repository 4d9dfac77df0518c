"""Publications: everything that is published and is no HTML page: feeds, calendars, indexes, the manifest."""
