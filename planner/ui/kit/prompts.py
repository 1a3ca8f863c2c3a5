"""Questions that stop the program: files, and what can't be undone. The only place with message boxes.

Screens call these through the module (``prompts.confirm(...)``), so that a test can answer instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from planner.ui.kit.i18n import _


def ask_open_file(
    parent: QWidget | None, title: str, filters: Sequence[str], folder: Path | None = None
) -> Path | None:
    """Ask for a file that exists; ``filters`` as Qt writes them, "Lists (*.csv *.vcf)"."""
    chosen, _filter = QFileDialog.getOpenFileName(parent, title, str(folder or _folder()), ";;".join(filters))
    return _remembered(Path(chosen)) if chosen else None


def ask_save_file(parent: QWidget | None, title: str, suggested: Path, filters: Sequence[str]) -> Path | None:
    """Ask where to write; an ending is added if none is given. The dialog itself asks before it replaces a file."""
    chosen, picked = QFileDialog.getSaveFileName(parent, title, str(_folder() / suggested), ";;".join(filters))
    if not chosen:
        return None
    path = _remembered(Path(chosen))
    if path.suffix:
        return path
    ending = picked.rpartition("(*")[2].partition(")")[0]
    return path.with_suffix(ending or suggested.suffix)


def ask_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """Ask for a folder that exists."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder or ""))
    return Path(chosen) if chosen else None


def confirm(parent: QWidget | None, title: str, text: str, action: str, stay: str = "") -> bool:
    """Ask before something that can't be undone; ``action`` is the verb on the button.

    The default is the other button: Cancel, or what ``stay`` calls it.
    """
    box = question(parent, title, text, action, stay)
    box.exec()
    return box.buttonRole(box.clickedButton()) == QMessageBox.ButtonRole.AcceptRole


def choose(parent: QWidget | None, title: str, text: str, actions: Sequence[str]) -> int | None:
    """Ask which of some things to do; the first one is the default, None means none of them."""
    box = _box(parent, title, text)
    buttons = [box.addButton(action, QMessageBox.ButtonRole.AcceptRole) for action in actions]
    box.setEscapeButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(buttons[0])
    box.exec()
    return next((at for at, button in enumerate(buttons) if box.clickedButton() is button), None)


def tell(parent: QWidget | None, title: str, text: str) -> None:
    """Say one sentence that must not be missed."""
    news(parent, title, text).exec()


def question(parent: QWidget | None, title: str, text: str, action: str, stay: str = "") -> QMessageBox:
    """The box of ``confirm``, before anybody sees it."""
    box = _box(parent, title, text)
    box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(stay or _("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    return box


def news(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    """The box of ``tell``, before anybody sees it."""
    box = _box(parent, title, text)
    box.addButton(_("OK"), QMessageBox.ButtonRole.AcceptRole)
    return box


_last: list[Path] = []
"""The folder of the file chosen last, in this run of the program."""


def _folder() -> Path:
    """Where a person keeps files: where the last one was, else their documents; never where the program stands."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((each for each in (*_last, Path(documents)) if each.is_dir()), Path.home())


def _remembered(path: Path) -> Path:
    _last[:] = [path.parent]
    return path


def _box(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    """Words as they are, also where a name in them looks like markup."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(text)
    return box
