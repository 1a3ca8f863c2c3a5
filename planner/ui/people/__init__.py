"""The list of people: saved views, the table, what one types to find somebody."""

from planner.ui.people.pane import PeoplePane

__all__ = ["PeoplePane"]
