"""Partners, consultants and what partners exchange."""
