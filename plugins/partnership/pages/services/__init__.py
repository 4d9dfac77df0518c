"""Services, who provides them, and redundancies."""
