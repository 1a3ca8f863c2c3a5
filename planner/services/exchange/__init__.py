"""Bringing people in from files and taking everything out again."""
