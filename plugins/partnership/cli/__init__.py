"""The command line: one parser (click), one module per command.

``main`` parses and turns what was raised into an exit status; ``options`` holds what several commands share. Every
other module holds the click command ``command`` of the task that it is named after. A command module imports the rooms
that it needs inside its function, so that the start of one task never pays for the libraries of another.
"""
