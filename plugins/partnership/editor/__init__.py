"""The browser editor: its page, its forms made from the records, and the program of others that shows them."""
