"""The rows of rules D7 by subject: each answers a move or None from the facts alone; ``decide`` has their order."""
