"""Questions that stop the program: files, and what can't be undone. The only place that stops it.

Screens call these through the module (``prompts.confirm(...)``), so that a test can answer instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.ui.kit import theme, window_state
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import breakable
from planner.ui.kit.windows import Window

_WIDTH = 440
"""Pixels of a question at 100 %."""


def ask_open_file(
    parent: QWidget | None, title: str, filters: Sequence[str], folder: Path | None = None
) -> Path | None:
    """Ask for a file that exists; ``filters`` as Qt writes them, "Lists (*.csv *.vcf)"."""
    chosen, _filter = QFileDialog.getOpenFileName(parent, title, str(folder or _folder()), ";;".join(filters))
    return _remembered(Path(chosen)) if chosen else None


def ask_save_file(parent: QWidget | None, title: str, suggested: Path, filters: Sequence[str]) -> Path | None:
    """Ask where to write. An ending that was typed decides, else the kind that was picked, whatever was suggested.

    The dialog itself asks before it replaces a file; where the name then gets another ending, so does this.
    """
    chosen, picked = QFileDialog.getSaveFileName(parent, title, str(_folder() / suggested), ";;".join(filters))
    if not chosen:
        return None
    typed = _remembered(Path(chosen))
    ending = typed.suffix.casefold()
    is_known = ending in {_ending(each) for each in filters}
    if is_known and ending != suggested.suffix:
        return typed
    wanted = _ending(picked) or suggested.suffix
    if ending == wanted:
        return typed
    path = typed.with_name(f"{typed.stem if is_known else typed.name}{wanted}")
    if path.exists() and not _may_replace(parent, path):
        return None
    return path


def _ending(kind: str) -> str:
    """The ending of a kind of file as Qt writes it: ".csv" for "A table (*.csv)"."""
    return kind.rpartition("(*")[2].partition(")")[0].casefold()


def _may_replace(parent: QWidget | None, path: Path) -> bool:
    title = _("Replace {file}?").format(file=path.name)
    return confirm(parent, title, _("What is in it now will be lost."), _("Replace"))


def ask_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """Ask for a folder that exists."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder or ""))
    return Path(chosen) if chosen else None


def confirm(parent: QWidget | None, title: str, text: str, action: str, stay: str = "") -> bool:
    """Ask before something that can't be undone; ``action`` is the verb on the button.

    The coloured button, which Enter presses at once, is the one that loses nothing: Cancel, or what ``stay`` calls it.
    """
    box = question(parent, title, text, action, stay)
    return box.exec() == AGREED


def choose(parent: QWidget | None, title: str, text: str, actions: Sequence[str]) -> int | None:
    """Ask which of some things to do; the first one is the default, None means none of them."""
    box = Box(parent, title, text)
    box.offer(_("Cancel"), 0)
    for at, action in reversed(list(enumerate(actions))):
        box.offer(action, AGREED + at, kind="" if at else "primary").setFocus()
    answer = box.exec()
    return answer - AGREED if answer >= AGREED else None


def tell(parent: QWidget | None, title: str, text: str) -> None:
    """Say one sentence that must not be missed."""
    news(parent, title, text).exec()


def question(parent: QWidget | None, title: str, text: str, action: str, stay: str = "") -> Box:
    """The box of ``confirm``, before anybody sees it."""
    box = Box(parent, title, text)
    box.offer(stay or _("Cancel"), 0, kind="primary").setFocus()
    box.offer(action, AGREED)
    return box


def news(parent: QWidget | None, title: str, text: str) -> Box:
    """The box of ``tell``, before anybody sees it."""
    box = Box(parent, title, text)
    box.offer(_("OK"), AGREED, kind="primary").setFocus()
    return box


AGREED = 1
"""The answer of a box whose first action was pressed; those after it count up, 0 is the way out."""


class Box(Window):
    """A heading, some words, and buttons in the order of every window: the way out, then what one can do."""

    def __init__(self, parent: QWidget | None, title: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self.setModal(True)
        words = QVBoxLayout()
        words.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        words.setSpacing(theme.px(8))
        for said, role in ((title, "heading"), (text, "")):
            words.addWidget(self._label(said, role))
        self._foot = QFrame(self)
        self._foot.setProperty("kind", "foot")
        self._row = QHBoxLayout(self._foot)
        self._row.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        self._row.setSpacing(theme.px(8))
        self._row.addStretch(1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(words, 1)
        self._whole.addWidget(self._foot)

    def offer(self, text: str, answer: int, kind: str = "") -> Button:
        """One more button at the right, with the answer it stands for."""
        button = Button(text, kind=kind, parent=self._foot)
        button.clicked.connect(lambda _on=False: self.done(answer))
        self._row.addWidget(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its words and buttons want it, once they are dressed (Qt's name)."""
        super().showEvent(event)
        width = min(max(theme.px(_WIDTH), self._foot.sizeHint().width()), window_state.room(self).width())
        self.resize(width, self._whole.totalHeightForWidth(width))

    def _label(self, text: str, role: str) -> QLabel:
        """Words as they are, also where a name in them looks like markup."""
        label = QLabel(breakable(text), self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


_last: list[Path] = []
"""The folder of the file chosen last, in this run of the program."""


def _folder() -> Path:
    """Where a person keeps files: where the last one was, else their documents; never where the program stands."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((each for each in (*_last, Path(documents)) if each.is_dir()), Path.home())


def _remembered(path: Path) -> Path:
    _last[:] = [path.parent]
    return path
