"""What a person can do with the book: each verb is one transaction and one announcement."""
