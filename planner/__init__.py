"""Warmbook: a contact planner that keeps the account of every relationship honest."""

import zoneinfo
from pathlib import Path

import tzdata

__version__ = "0.1.0"

# The zones that travel with the program, however old those of the system are.
zoneinfo.reset_tzpath([str(Path(tzdata.__file__).with_name("zoneinfo"))])
