"""What pages of every kind share: paging, tables, JSON-LD, pictures."""
