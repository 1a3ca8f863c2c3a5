"""Today: who to be in touch with and why, as cards."""
