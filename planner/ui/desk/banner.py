"""One amber sentence above the desk and the action that goes with it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from planner.services.places import Cloud, Places, synced_by
from planner.ui.actions import Actions
from planner.ui.kit import icons, theme
from planner.ui.kit.buttons import ActionButton
from planner.ui.kit.i18n import _


class Banner(QFrame):
    """A picture, a sentence, a button; it stays until its cause is gone."""

    def __init__(self, icon: str, sentence: str, action: QAction, action_icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        picture = QLabel(self)
        picture.setPixmap(icons.pixmap(icon, 18, "caution_text", self.devicePixelRatioF()))
        words = QLabel(sentence, self)
        words.setProperty("role", "caution")
        words.setWordWrap(True)
        policy = words.sizePolicy()  # it knows that height goes by width; a new one would not
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        words.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        self.setMinimumHeight(theme.px(32) + 2 * theme.px(6) + 1)  # as the first frame has it; two lines have room
        row.addWidget(picture)
        row.addWidget(words, 1)
        row.addWidget(ActionButton(action, action_icon, "", self))


def sample_banner(actions: Actions, parent: QWidget) -> Banner:
    """Says that the people on screen are invented, and offers to begin one's own book."""
    sentence = _("You are looking at the sample book; nobody in it is real.")
    return Banner("sample", sentence, actions.start_own, "book", parent)


def cloud_banner(cloud: Cloud, actions: Actions, parent: QWidget) -> Banner:
    """Warns of an open book in a folder that a service copies while it is being written, and offers to move it."""
    services = {
        Cloud.ONEDRIVE: "OneDrive",
        Cloud.ICLOUD: "iCloud Drive",
        Cloud.DROPBOX: "Dropbox",
        Cloud.GOOGLE_DRIVE: "Google Drive",
    }
    sentence = _("This book lies in a folder that {service} copies while you work, which can damage it.")
    has_home = synced_by(Places.of_user().book) is None
    actions.move_home.setVisible(has_home)
    if not has_home:
        sentence += " " + _("Quit, and move the book to a folder of this computer only.")
    action = actions.move_home if has_home else actions.data_folder
    return Banner("caution", sentence.format(service=services[cloud]), action, "folder", parent)
