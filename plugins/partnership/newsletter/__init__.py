"""The newsletter: what is new since a day, as a ready e-mail and as an archived page."""
