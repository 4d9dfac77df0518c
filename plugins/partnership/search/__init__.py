"""What the search of the whole site knows of language: words and their stems, and how a word weighs in a text."""
