"""One person: who they are, the next right move, the account and the timeline."""
