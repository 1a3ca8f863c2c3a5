"""A sample book: a lively invented year for looking around, and a crowd for measuring at scale."""

from planner.services.demo.filling import SEED, fill

__all__ = ["SEED", "fill"]
