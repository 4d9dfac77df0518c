"""The index of the whole site's search: made in parts, of which a browser loads those that a question needs."""
