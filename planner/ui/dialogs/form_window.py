"""What every asking window shares: a heading, a page that scrolls when it must, and two buttons."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import PlannerError
from planner.ui.kit import icons, prompts, theme, window_state, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import ElidedLabel, breakable
from planner.ui.kit.windows import Window

LONGEST = 1000
"""Characters of a line."""
BAR = 12
"""Pixels of a scroll bar at 100 %; it stands in the margin, so that fields end where the buttons below them do."""


class _MarginBar(QScrollBar):
    """Keeps its place, and shows only where there is something to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing, while everything is in sight (Qt's name)."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class FormWindow(Window):
    """Ctrl+Enter saves from anywhere; a mistake that belongs to no field is told above the buttons."""

    def __init__(self, heading: str, save: str, parent: QWidget | None = None, width: int = 520) -> None:
        super().__init__(parent)
        self._wanted_width = width
        self._typed_at_first: list[str] = []
        self.setWindowTitle(heading)
        self.setModal(True)
        self.heading = ElidedLabel("title", self)
        self.heading.setText(heading)
        self.page = QWidget(self)
        self.page.setProperty("ground", "clear")
        self.column = QVBoxLayout(self.page)
        self.column.setContentsMargins(theme.px(24), theme.px(4), theme.px(24 - BAR), theme.px(16))
        self.column.setSpacing(theme.px(14))
        self.trouble = LiveLabel("error", self)
        self.trouble.hide()
        self.save_button = Button(save, kind="primary", parent=self)
        self.save_button.setDefault(True)
        self.cancel_button = Button(_("Cancel"), parent=self)
        self._put_together()
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._save_by_keys)

    def save(self) -> None:
        """Check, write, and close; a refusal is told in place and the window stays."""
        self.trouble.hide()
        try:
            if self.write():
                self.accept()
            else:
                QTimer.singleShot(0, self, self._show_what_is_missing)
        except PlannerError as error:
            self.say_trouble(wording.error(error))

    def write(self) -> bool:
        """Write what was entered; False when something is missing and said so. Each window has its own."""
        raise NotImplementedError

    def reject(self) -> None:
        """Leave; what was typed is only thrown away after a question (Qt's name)."""
        if self._typed() == self._typed_at_first or prompts.confirm(
            self, _("Leave without saving?"), _("What you typed here will be lost."), _("Leave"), _("Keep writing")
        ):
            super().reject()

    def say_trouble(self, text: str) -> None:
        """Tell what is wrong with the whole."""
        self.trouble.setText(breakable(text))
        self.trouble.show()

    def fit(self) -> None:
        """Be as high as the page wants, and no higher than the screen; from here on, what is typed is kept."""
        self._typed_at_first = self._typed()
        width = min(theme.px(self._wanted_width), window_state.room(self).width())
        self.resize(width, self._wanted_height(width))
        self.page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the page when more fields come into sight, downwards; never shrink under the mouse (Qt's name)."""
        if watched is self.page and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._grow)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Once dressed, words may need a little more room (Qt's name)."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._grow)

    def _save_by_keys(self) -> None:
        """The keys do what the button would, and nothing while it can do nothing."""
        if self.save_button.isEnabled() and not self.save_button.isHidden():
            self.save()

    def _grow(self) -> None:
        wanted = self._wanted_height(self.width())
        if wanted <= self.height():
            return
        corner = self.pos()
        self.resize(self.width(), wanted)
        lowest = self.screen().availableGeometry().bottom() - self.frameGeometry().height() + 1
        top = max(min(corner.y(), lowest), self.screen().availableGeometry().top())
        if self.isVisible() and self.pos() != QPoint(corner.x(), top):
            self.move(corner.x(), top)

    def _wanted_height(self, width: int) -> int:
        return min(self._whole_height(width), window_state.room(self).height())

    def _whole_height(self, width: int) -> int:
        """Pixels with which nothing would have to scroll, however high the screen is."""
        self.page.ensurePolished()
        self.column.activate()
        wanted = self.column.totalHeightForWidth(width - theme.px(BAR))
        if wanted < 0:
            wanted = self.page.sizeHint().height()
        rest = self.top.totalHeightForWidth(width) if self.top.hasHeightForWidth() else self.top.sizeHint().height()
        rest += self._foot.sizeHint().height() + theme.px(6)
        return wanted + rest

    def _show_what_is_missing(self) -> None:
        """Bring the field that was asked for again into sight, with the words around it."""
        asked = cast("QWidget | None", self.focusWidget())
        if asked is not None and self.page.isAncestorOf(asked):
            self.sight.ensureWidgetVisible(asked, 0, theme.px(72))

    def _typed(self) -> list[str]:
        lines = [line.text() for line in self.page.findChildren(QLineEdit)]
        return [
            text for text in [*lines, *(each.toPlainText() for each in self.page.findChildren(QPlainTextEdit))] if text
        ]

    def _put_together(self) -> None:
        self.top = QVBoxLayout()
        self.top.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(10))
        self.top.setSpacing(theme.px(10))
        self.top.addWidget(self.heading)
        self.sight = QScrollArea(self)
        self.sight.setWidgetResizable(True)
        self.sight.setFrameShape(QFrame.Shape.NoFrame)
        self.sight.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sight.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sight.setWidget(self.page)
        self.sight.setVerticalScrollBar(_MarginBar(self.sight))
        self.sight.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._foot = QFrame(self)
        self._foot.setProperty("kind", "foot")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        self.buttons = buttons
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        foot.addWidget(self.trouble)
        foot.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.top)
        whole.addWidget(self.sight, 1)
        whole.addWidget(self._foot)


def quiet(text: str, parent: QWidget, role: str = "muted") -> QLabel:
    """A sentence that explains."""
    label = QLabel(breakable(text), parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def line(parent: QWidget, example: str = "", longest: int = LONGEST) -> QLineEdit:
    """A line to type in, with an example while it is empty."""
    field = QLineEdit(parent)
    field.setMaxLength(longest)
    field.setPlaceholderText(example)
    return field


def section(form: Form, title: str) -> None:
    """A small heading with air above it."""
    form.add_section(title).setContentsMargins(0, theme.px(10), 0, 0)


class Caution(QFrame):
    """One amber sentence in place, with an icon; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "caution")
        self._picture = QLabel(self)
        self._words = LiveLabel("caution", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(theme.px(4))
        self._texts.addWidget(self._words)
        row.addLayout(self._texts, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Say it, or nothing."""
        self._picture.setPixmap(icons.pixmap("caution", 18, "caution_text", self.devicePixelRatioF()))
        self._words.setText(breakable(text))
        self.setVisible(bool(text))

    def said(self) -> str:
        """What is said."""
        return self._words.text()

    def add(self, button: QWidget) -> None:
        """Offer what can be done about it, below the words."""
        self._texts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
