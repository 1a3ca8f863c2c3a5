"""Bringing people in from a file, and what came of it."""
