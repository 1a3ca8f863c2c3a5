"""People as text for other programs: a table, or cards."""
