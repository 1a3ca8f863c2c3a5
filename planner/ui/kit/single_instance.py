"""One program per book: a second start only raises the window of the first."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_WAIT = 400
_TRIES = 8


class SingleInstance(QObject):
    """Holds a book for this program. The lock decides; the local server only carries the wish to be raised."""

    raised = Signal()

    def __init__(self, book: Path) -> None:
        super().__init__()
        resolved = book.resolve()
        digest = hashlib.sha256(str(resolved).encode()).hexdigest()[:20]
        self._name = f"warmbook-{digest}"
        self._lock = QLockFile(str(resolved.with_name(f"{resolved.name}.lock")))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the book; False when another program has it. A folder one can't write in has no lock to offer."""
        return self._lock.tryLock(0) or self._lock.error() == QLockFile.LockError.PermissionError

    def raise_other(self) -> bool:
        """Ask the program that has the book to come forward; it may still be starting."""
        from PySide6.QtNetwork import QLocalSocket

        for _attempt in range(_TRIES):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_WAIT):
                socket.disconnectFromServer()
                return True
            QThread.msleep(_WAIT // 2)
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
        self._lock.unlock()

    def _hear(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
            self.raised.emit()
