"""The book: one SQLite file, its tables, queries and migrations."""
