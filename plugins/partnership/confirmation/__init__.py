"""How much of what the site says is confirmed, by who answers for it, and how that changed."""
