"""Warmbook: a contact planner that keeps the account of every relationship honest."""

__version__ = "0.1.0"
