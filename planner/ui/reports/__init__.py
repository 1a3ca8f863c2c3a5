"""The reports: one calm window to look back in, and to print from."""
