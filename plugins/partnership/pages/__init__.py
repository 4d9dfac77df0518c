"""Pages: each kind plans its pages from the catalogue and prepares, as plain data, what their templates print."""
