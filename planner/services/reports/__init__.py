"""The reports: what a week was made of, where people come from, where they stand, and what went well."""
