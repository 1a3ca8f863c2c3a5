"""What every page of the preferences can do, and the fold that keeps its rarer choices out of sight."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.services.preferences import Preferences
from planner.ui.kit import icons, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _


class SettingsPage(QWidget):
    """Some choices of the preferences; ``title`` names them on the tab."""

    title = ""

    def load(self, chosen: Preferences) -> None:
        """Show these choices."""
        raise NotImplementedError

    def check(self) -> bool:
        """Whether everything here can be kept; what can't is told in place."""
        return True

    def save(self, chosen: Preferences) -> Preferences:
        """``chosen`` with the choices of this page; nothing is written yet."""
        raise NotImplementedError

    def restore_defaults(self) -> None:
        """Show the choices everybody starts with; they count once the window is saved."""
        self.load(Preferences())


class Fold(QWidget):
    """Choices that few people need, below a line that unfolds them."""

    def __init__(self, title: str, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self._inside = inside
        self.button = Button(title, "chevron_right", kind="fold", parent=self)
        self.button.clicked.connect(lambda: self.unfold(is_open=self._inside.isHidden()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.button)
        column.addWidget(inside)
        self.unfold(is_open=False)

    def unfold(self, *, is_open: bool = True) -> None:
        """Show or hide what is inside."""
        self._inside.setVisible(is_open)
        self.button.setIcon(icons.icon("chevron_down" if is_open else "chevron_right"))
        pattern = _("{title}, unfolded") if is_open else _("{title}, folded")
        self.button.setAccessibleName(pattern.format(title=self._title))
