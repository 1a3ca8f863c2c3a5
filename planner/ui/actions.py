"""Everything one can do from the desk: one action each for menu, toolbar, shortcut and context menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.person import Closeness
from planner.ui.kit import dates, icons, theme, wording
from planner.ui.kit.i18n import _, ngettext, pgettext

THEMES = ("system", "light", "dark")
_Keys = str | QKeySequence.StandardKey


class Actions(QObject):
    """The actions of one desk. Those in ``about_person`` are enabled while somebody is chosen."""

    def __init__(self, desk: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self.about_person: list[QAction] = []
        self.one, self.several = self._heading(), self._heading()
        """Lines of a menu that say whom what follows is about, while more than one person is marked."""
        self._make_file()
        self._make_edit()
        self._make_people()
        self._make_business()
        self._make_view()
        self._make_help()
        self.set_person(is_chosen=False)

    def set_person(self, *, is_chosen: bool) -> None:
        """Enable what needs somebody."""
        for action in self.about_person:
            action.setEnabled(is_chosen)

    def set_marked(self, count: int, name: str = "") -> None:
        """Say about how many people the three are that may be about several, and whom alone the others are about."""
        is_several = count > 1
        count = max(1, count)  # nobody marked: then it is about whoever is shown
        n = dates.number(count)
        self.one.setText(_("Only {name}:").format(name=wording.short_name(name).replace("&", "&&")))
        self.several.setText(ngettext("{n} person:", "{n} people:", count).format(n=n))
        for heading in (self.one, self.several):
            heading.setFont(theme.font(weight=650))
            heading.setVisible(is_several)
        self.export_marked.setText(ngettext("E&xport this person…", "E&xport {n} people…", count).format(n=n))
        self.export_marked.setIconText(_("Export…"))
        self.put_away.setText(ngettext("Put a&way", "Put {n} people a&way", count).format(n=n))
        self.bring_back.setText(ngettext("&Bring back", "&Bring {n} people back", count).format(n=n))
        self.put_away.setIconText(pgettext("verb", "Put away"))
        self.remove.setText(ngettext("Remo&ve…", "Remo&ve {n} people…", count).format(n=n))

    def _make_file(self) -> None:
        self.bring_list = self._make(_("&Import a list…"), "import", "Ctrl+I", _("Import"))
        self.export = self._make(_("&Export…"), "export", "Ctrl+Shift+E")
        self.print_sheet = self._make(_("&Print call sheet…"), "print", "Ctrl+P", _("Print call sheet"))
        self.restore = self._make(_("&Restore a backup…"), "restore")
        self.look_around = self._make(_("Look around in the &sample book"), "sample")
        self.start_own = self._make(_("Start my &own book"), "book")
        self.move_home = self._make(_("&Move the book to this computer"), "folder")
        self.move_home.setVisible(False)
        self.preferences = self._make(_("Pre&ferences…"), "settings", "Ctrl+,")
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.quit = self._make(_("&Quit"), "quit", "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _make_edit(self) -> None:
        self.undo = self._make(_("&Undo"), "undo", QKeySequence.StandardKey.Undo, _("Undo"))
        self.redo = self._make(_("&Redo"), "redo", QKeySequence.StandardKey.Redo, _("Redo"))
        self.history = self._make(_("&History…"), "clock", "Ctrl+Shift+H")
        self.bin = self._make(_("&Bin…"), "remove")
        self.find = self._make(_("&Find a person"), "search", QKeySequence.StandardKey.Find)
        self.jump = self._make(_("&Go to or do…"), "move", "Ctrl+K", _("Go to anybody, or do anything"))

    def _make_people(self) -> None:
        self.add_person = self._make(_("&Add person…"), "add_person", "Ctrl+N", _("Add person"))
        self.edit_person = self._of_person(_("&Edit…"), "edit", "F2")
        self.log = self._make(_("&Log contact…"), "log", "Ctrl+L", _("Log contact"))
        self.gave = self._of_person(_("I &gave…"), "deposit", "Ctrl+G")
        self.asked = self._of_person(_("I as&ked…"), "withdrawal", "Ctrl+J")
        self.talked = self._of_person(_("We &talked…"), "talk", "Ctrl+T")
        self.promise = self._of_person(_("&Promise…"), "promise", "Ctrl+D")
        self.permission = self._of_person(_("Per&missions…"), "permission")
        self._make_bulk()
        self.put_away = self._of_person(_("Put a&way"), "archive", short=pgettext("verb", "Put away"))
        self.bring_back = self._of_person(_("&Bring back"), "bring_back")
        self.remove = self._of_person(_("Remo&ve…"), "remove")

    def _make_bulk(self) -> None:
        """What can be done with several people at once."""
        self.tag = self._of_person(_("Tag&s…"), "tag", "Ctrl+Shift+T", _("Tags…"))
        self.come_from = self._of_person(_("Where they come &from…"), "filter", short=_("Where from…"))
        self.bring_close = self._of_person(_("How cl&ose"), "in_person", short=_("How close"))
        self.near = QMenu(self._desk)
        for each in Closeness:
            self.near.addAction(wording.closeness(each)).setData(each.value)
        self.bring_close.setMenu(self.near)
        self.on_sheet = self._of_person(_("On to&day’s sheet"), "sheet", "Ctrl+Shift+P", _("On today’s sheet"))
        self.export_marked = self._of_person(_("E&xport…"), "export", short=_("Export…"))

    def _make_business(self) -> None:
        self.wish = self._of_person(_("They would &like…"), "gift")
        self.said_no = self._of_person(_("They &said no…"), "no")
        self.commitment = self._of_person(_("They &will…"), "handshake")
        self.pause = self._of_person(_("Not the &time…"), "night")
        self.stage = self._of_person(_("Where things stan&d…"), "place")
        self.party = self._of_person(_("&Party…"), "party")
        self.homework = self._of_person(_("&Homework before a first call…"), "write")
        self.registry = self._of_person(_("Look them &up in the registry…"), "search")
        self.own_party = self._make(_("A party of &your own…"), "party")
        self.sources = self._make(_("Where people come &from…"), "filter")
        self.order = self._of_person(_("&Order…"), "order", "Ctrl+Shift+O")
        self.join_team = self._of_person(_("&New on the team…"), "team")
        self.products = self._make(_("P&roducts…"), "product")
        self.activity = self._make(_("Note an a&ctivity…"), "activity", "Ctrl+Shift+A")
        self.reports = self._make(_("&Reports…"), "report", "Ctrl+R", _("Reports"))
        self.show_money = self._make(_("Show &amounts of money"), "money")
        self.show_money.setCheckable(True)
        self.show_money.setIconVisibleInMenu(False)

    def _make_view(self) -> None:
        self.show_today = self._make(_("Show &today"), "today", "Ctrl+1")
        self.show_person = self._make(_("Show the p&erson"), "person", "Ctrl+2")
        for pane in (self.show_today, self.show_person):
            pane.setCheckable(True)
            pane.setIconVisibleInMenu(False)  # or else it would stand in the place of the tick
            pane.setChecked(True)
        self.back = self._make(_("&Back to the list"), "back", "Esc")
        self.themes = QActionGroup(self)
        names = (_("As the &system"), pgettext("theme", "&Light"), pgettext("theme", "&Dark"))
        for name, text in zip(THEMES, names, strict=True):
            self._choice(self.themes, text, name)
        self.text_sizes = QActionGroup(self)
        for percent in theme.TEXT_SIZES:
            self._choice(self.text_sizes, _("{percent}%").format(percent=percent), percent)
        self.larger = self._make(_("&Larger text"), "text_size", QKeySequence.StandardKey.ZoomIn)
        self.smaller = self._make(_("&Smaller text"), "text_size", QKeySequence.StandardKey.ZoomOut)

    def _make_help(self) -> None:
        self.help = self._make(_("&Help"), "help", "F1")
        self.keys = self._make(_("&Keys and gestures"), "key", "Ctrl+/")
        self.laws = self._make(_("Calling hours and &law…"), "clock")
        self.data_folder = self._make(_("Open the &data folder"), "folder")
        self.whats_new = self._make(_("&What is new…"), "sample")
        self.newer_version = self._make(_("Is there a &newer version?"), "web")
        self.about = self._make(_("&About Warmbook"), "about")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _make(self, text: str, icon: str, keys: _Keys = "", short: str = "") -> QAction:
        """An action; ``short`` is its word on a button, where it needs no dots."""
        action = QAction(icons.icon(icon), text, self._desk)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if short:
            action.setIconText(short)
        self._desk.addAction(action)
        return action

    def _heading(self) -> QAction:
        heading = QAction(self)
        heading.setEnabled(False)
        heading.setVisible(False)
        return heading

    def _of_person(self, text: str, icon: str, keys: _Keys = "", short: str = "") -> QAction:
        action = self._make(text, icon, keys, short)
        self.about_person.append(action)
        return action

    def _choice(self, group: QActionGroup, text: str, value: str | int) -> None:
        action = QAction(text, self._desk)
        action.setCheckable(True)
        action.setData(value)
        group.addAction(action)
