"""News and reports: archives, posts, cards."""
