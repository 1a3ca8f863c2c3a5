"""Whether anything on the screen may move by itself."""

from __future__ import annotations

import sys

_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of Windows: "Animation effects" among its settings for seeing."""


def is_welcome(*, is_less_chosen: bool) -> bool:
    """Whether panes may slide: not where less motion was chosen, nor where the system is known to ask for it."""
    return not (is_less_chosen or _system_asks_for_less())


def _system_asks_for_less() -> bool:
    """Windows can be asked. Of other systems Qt tells nothing, whatever its style answers: there the choice counts."""
    if sys.platform == "win32":
        from ctypes import byref, c_int, windll

        moves = c_int(1)
        windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, byref(moves), 0)
        return not moves.value
    return False
