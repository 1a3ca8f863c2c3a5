"""From bytes to rows: what kind of file it is, its letters, its table or its cards. Knows nothing of the book."""
