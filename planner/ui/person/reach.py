"""What leaves the program, and only at an explicit click: the clipboard, and the system's own phone, text and mail.

The program itself never dials and never sends. Called through the module, so that a test can look instead.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication


def copy(text: str) -> None:
    """Put a number or an address on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def hand_over(scheme: str, address: str) -> bool:
    """Let the system open ``tel:``, ``sms:`` or ``mailto:``; False when it has no program for that."""
    url = QUrl()
    url.setScheme(scheme)
    url.setPath(address)
    return QDesktopServices.openUrl(url)
