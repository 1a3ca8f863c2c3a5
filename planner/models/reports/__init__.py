"""What the reports count, as queries over the whole book: each takes the days it looks at."""
