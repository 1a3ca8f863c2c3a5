"""The numbers of the method, on two pages: asking and keeping in touch, and strangers and messages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.services.preferences import Preferences
from planner.ui.dialogs.settings import number_words
from planner.ui.dialogs.settings.numbers import Number, Numbers
from planner.ui.dialogs.settings.page import Fold, SettingsPage
from planner.ui.kit import theme
from planner.ui.kit.i18n import _


class _NumbersPage(SettingsPage):
    """A few numbers in sight and the others in folds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.parts: list[Numbers] = []
        self.folds: list[Fold] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))

    def load(self, chosen: Preferences) -> None:
        """Show the numbers."""
        for part in self.parts:
            part.load(chosen.method)

    def check(self) -> bool:
        """Set right what goes beyond a hard maximum; what is folded away unfolds to say so."""
        wrong = [part for part in self.parts if not part.check()]
        for part in wrong:
            for fold in self.folds:
                if fold.isAncestorOf(part):
                    fold.unfold()
        return not wrong

    def save(self, chosen: Preferences) -> Preferences:
        """``chosen`` with these numbers."""
        method = chosen.method
        for part in self.parts:
            method = part.save(method)
        return replace(chosen, method=method)

    def part(self, name: str) -> Numbers:
        """The rows among which a number stands."""
        return next(part for part in self.parts if part.has(name))

    def _show(self, numbers: Iterable[Number]) -> None:
        self.parts.append(Numbers(numbers, self))
        self._column.addWidget(self.parts[-1])

    def _fold(self, title: str, numbers: Iterable[Number]) -> None:
        self.parts.append(Numbers(numbers, self))
        self.folds.append(Fold(title, self.parts[-1], self))
        self._column.addWidget(self.folds[-1])


class MethodPage(_NumbersPage):
    """When there is room to ask, how often to try, and how often to say hello."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _("The method")
        self._show(number_words.asking())
        self._fold(_("What an account is called"), number_words.levels())
        self._fold(_("Trying to reach somebody"), number_words.trying())
        self._fold(_("When they asked, or a call is promised"), number_words.promised())
        self._fold(_("Staying in touch"), number_words.staying())
        self._fold(_("After an order"), number_words.after_an_order())
        self._column.addStretch(1)
        self.setFocusProxy(self.parts[0].field("half_life"))


class StrangersPage(_NumbersPage):
    """How many messages people bear who do not know you, and what goes stale."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _("Strangers and messages")
        self._show(number_words.strangers())
        self._fold(_("More"), number_words.going_stale())
        self._column.addStretch(1)
        self.setFocusProxy(self.parts[0].field("strangers_a_day"))
