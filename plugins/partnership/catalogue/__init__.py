"""Everything that editors wrote, linked once: each name resolved, each contradiction told."""
