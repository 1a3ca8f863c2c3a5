"""The main window."""

from planner.ui.desk.window import Desk

__all__ = ["Desk"]
