"""From a row to a draft of a person and what is odd about it."""
