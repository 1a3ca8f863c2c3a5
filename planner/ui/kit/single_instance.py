"""One program per book: a second start only raises the window of the first."""

from __future__ import annotations

import sys
import time
from errno import ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_WAIT = 0.4
_NO_LOCKS = (ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP)
"""What the systems say where a folder knows no locks; anything else means that another program has it."""
_PATIENCE = 10.0
"""Seconds that an answer may take, and that the first start may take until it hears: a slow computer needs some."""


class SingleInstance(QObject):
    """Holds a book for this program. The lock decides; the local server only carries the wish to be raised."""

    raised = Signal()

    def __init__(self, book: Path) -> None:
        super().__init__()
        resolved = book.resolve()
        self._name = f"warmbook-{crc32(str(resolved).encode()):08x}"
        self._path = resolved.with_name(f"{resolved.name}.lock")
        self._file: IO[bytes] | None = None
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the book; False when another program has it. Some folders, such as those of a network, offer no lock."""
        try:
            self._file = self._path.open("ab")
        except OSError:
            return True
        if _locked(self._file):
            return True
        self._file.close()
        self._file = None
        return False

    def raise_other(self) -> bool:
        """Ask the program that has the book to come forward; it may still be starting."""
        from PySide6.QtNetwork import QLocalSocket

        _let_others_come_forward()
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(int(_WAIT * 1000)):
                socket.disconnectFromServer()
                return True
            time.sleep(_WAIT / 2)
        return False

    def listen(self) -> None:
        """Begin to hear of second starts; not before the first frame, for it loads another library."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        self._server.listen(self._name)

    def release(self) -> None:
        """Give the book back."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._file is not None:
            self._file.close()
            self._file = None

    def _hear(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
            self.raised.emit()


def _let_others_come_forward() -> None:
    """Windows lets only the program in front give its place away; that is the one that was started just now."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


def _locked(file: IO[bytes]) -> bool:
    """Lock a file for this program, or say that another has it. The system lets go of it when a program dies."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in _NO_LOCKS
    return True
