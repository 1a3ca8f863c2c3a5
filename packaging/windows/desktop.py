"""What Windows knows of a program: the windows it shows, and what the registry keeps for this user."""

from __future__ import annotations

import ctypes
from importlib import import_module
from typing import Any

winreg: Any = import_module("winreg")  # with ctypes' names for Windows, unknown to whoever checks types elsewhere
_user32: Any = ctypes.CDLL("user32")
_VISITOR: Any = vars(ctypes)["WINFUNCTYPE"](ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_WM_CLOSE = 0x10


def windows_of(process: int) -> list[int]:
    """The windows that a program shows."""
    found: list[int] = []

    def visit(window: int, _given: int | None) -> int:
        owner = ctypes.c_ulong()
        _user32.GetWindowThreadProcessId(ctypes.c_void_p(window), ctypes.byref(owner))
        if owner.value == process and _user32.IsWindowVisible(ctypes.c_void_p(window)):
            found.append(window)
        return 1

    _user32.EnumWindows(_VISITOR(visit), None)
    return found


def close_windows(process: int) -> None:
    """What the cross in the corner of a window does, for each of them."""
    for window in windows_of(process):
        _user32.PostMessageW(ctypes.c_void_p(window), _WM_CLOSE, None, None)


def has_key(key: str) -> bool:
    """Whether the registry has a key."""
    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CURRENT_USER, key))
    except FileNotFoundError:
        return False
    return True


def value(key: str, name: str) -> object:
    """What the registry has under a name, None when there is nothing."""
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            return winreg.QueryValueEx(opened, name)[0]
    except FileNotFoundError:
        return None


def values(key: str) -> list[tuple[str, object, int]]:
    """All that a key of the registry holds."""
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
        return [winreg.EnumValue(opened, number) for number in range(winreg.QueryInfoKey(opened)[1])]


def set_value(key: str, name: str, text: str) -> None:
    """Write a line of text into the registry."""
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
        winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)
