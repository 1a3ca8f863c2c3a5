"""The law of calling hours as a table, and the form that keeps a region stricter."""
