"""Help on F1: short pages that travel with the program, searched, linked and printed."""
