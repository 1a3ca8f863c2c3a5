"""The report of a crash, to read and to copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from planner.ui.kit import theme, window_state
from planner.ui.kit.buttons import Button
from planner.ui.kit.feet import foot
from planner.ui.kit.i18n import _
from planner.ui.kit.windows import Window


class ReportDialog(Window):
    """Says what happened, without fright, and gives the report to copy."""

    def __init__(self, report: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(_("Something went wrong"))
        window_state.begin_with(self, 640, 460)
        column = QVBoxLayout()
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(12))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(self._foot())
        title = QLabel(_("Something went wrong"), self)
        title.setProperty("role", "title")
        column.addWidget(title)
        column.addWidget(self._words(log))
        column.addWidget(self._text())

    def _words(self, log: Path) -> QLabel:
        words = QLabel(
            _(
                "Everything you saved is safe in your book. If you tell the people who make Warmbook, this report "
                "helps them; read it first, it may name somebody. It is also in {log}."
            ).format(log=log),
            self,
        )
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return words

    def _text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self._report, self)
        text.setReadOnly(True)
        text.setAccessibleName(_("Report"))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setTabChangesFocus(True)
        return text

    def _foot(self) -> QFrame:
        copy = Button(_("Copy report"), "copy", parent=self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        go_on = Button(_("Go on"), kind="primary", parent=self)
        go_on.clicked.connect(self.accept)
        go_on.setDefault(True)
        return foot(self, copy, go_on)
