"""Warmbook: a contact planner that keeps the account of every relationship honest."""

import os
import sys

import tzdata

__version__ = "0.1.0"

# The zones that travel with the program, however old those of the system are. Told before zoneinfo is imported, it need
# not ask how this Python was built, which takes longer than reading a zone.
os.environ["PYTHONTZPATH"] = os.path.join(os.path.dirname(tzdata.__file__), "zoneinfo")  # noqa: PTH118, PTH120
if "zoneinfo" in sys.modules:
    sys.modules["zoneinfo"].reset_tzpath()
