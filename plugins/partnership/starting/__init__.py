"""Another partnership's site from nothing: its counties from a table, and files that pass every check."""
