"""People: the table of everyone, its columns and its saved views."""
