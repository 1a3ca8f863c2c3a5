"""From headers to fields: what the columns of a list mean."""
