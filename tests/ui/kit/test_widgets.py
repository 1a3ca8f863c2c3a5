"""Buttons, chips, forms, empty states: what screens are built from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.ui.kit import theme
from planner.ui.kit.buttons import ActionButton, Button, IconButton
from planner.ui.kit.chips import Chip, FilterChip, FlowLayout
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.fields import NumberField, make_clearable
from planner.ui.kit.form import Form
from planner.ui.kit.labels import ShortLabel
from planner.ui.kit.windows import Window, stops


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)


def test_buttons_are_tall_enough_to_hit(qtbot: QtBot) -> None:
    for kind in ("", "primary", "quiet", "deposit", "withdrawal"):
        button = Button("I gave", "deposit", kind)
        qtbot.addWidget(button)
        button.show()
        assert button.height() >= 32, kind


def test_a_button_of_an_action_does_and_says_the_same(qtbot: QtBot) -> None:
    done = []
    action = QAction("&Print call sheet…")
    action.setIconText("Print call sheet")
    action.setShortcut("Ctrl+P")
    action.triggered.connect(lambda: done.append(1))
    button = ActionButton(action, "print")
    qtbot.addWidget(button)
    button.show()
    assert button.text() == "Print call sheet"
    assert "Ctrl+P" in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
    wide = button.sizeHint().width()
    button.set_compact(is_compact=True)
    assert button.text() == ""
    assert button.accessibleName() == "Print call sheet"
    assert button.sizeHint().width() < wide
    action.setEnabled(False)
    assert not button.isEnabled()


def test_an_icon_button_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("close", "Show everyone again")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Show everyone again"


def test_choosing_a_filter_chip_moves_nothing(qtbot: QtBot) -> None:
    chip = FilterChip("Everyone")
    qtbot.addWidget(chip)
    chip.show()
    chip.set_count("1,204")
    before = chip.sizeHint().width()
    chip.setChecked(True)
    assert chip.sizeHint().width() == before
    assert chip.text() == "Everyone 1,204"
    chip.set_count("")
    assert chip.text() == "Everyone"


def test_a_chip_tells_its_tip_to_screen_readers(qtbot: QtBot) -> None:
    chip = Chip("may call", "deposit", tip="said yes on a care card, Apr 12")
    qtbot.addWidget(chip)
    assert chip.accessibleDescription() == "said yes on a care card, Apr 12"


def test_chips_flow_into_lines(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page, spacing=4)
    chips = [Chip(f"may call {number}") for number in range(6)]
    for chip in chips:
        flow.addWidget(chip)
    page.resize(200, 400)
    page.show()
    tops = [chip.y() for chip in chips]
    assert len(set(tops)) > 1, "more than one line"
    assert all(chip.geometry().right() <= 200 for chip in chips)
    assert flow.heightForWidth(1000) < flow.heightForWidth(200)
    flow.clear()
    assert flow.count() == 0
    flow.setGeometry(QRect(0, 0, 10, 10))
    assert flow.itemAt(0) is None


def test_a_form_names_its_fields_and_tells_mistakes_in_place(qtbot: QtBot) -> None:
    form = Form(columns=2)
    qtbot.addWidget(form)
    name, phone = QLineEdit(), QLineEdit()
    field = form.add("&Name", name, hint="As you say it")
    form.add("Phone", phone)
    form.add_section("More")
    form.add_wide(QLabel("…"))
    form.show()
    assert name.accessibleName() == "Name"
    assert field.label.buddy() is name
    assert field.shown_below() == "As you say it"
    form.say_mistake(name, "A name or a number is needed.")
    assert field.has_mistake()
    assert field.shown_below() == "A name or a number is needed."
    assert name.accessibleDescription() == "A name or a number is needed."
    assert name.hasFocus() or form.focusWidget() is name
    form.clear_mistakes()
    assert not field.has_mistake()
    assert field.shown_below() == "As you say it"
    field.say_hint("")
    assert field.shown_below() == ""
    assert form.field(phone).editor is phone


def test_fields_of_a_form_stand_beside_each_other_and_below(qtbot: QtBot) -> None:
    form = Form(columns=2)
    qtbot.addWidget(form)
    editors = [QLineEdit() for _ in range(3)]
    fields = [form.add(f"Field {place}", editor) for place, editor in enumerate(editors)]
    form.resize(600, 300)
    form.show()
    assert fields[0].y() == fields[1].y() < fields[2].y()
    assert fields[0].x() < fields[1].x()


def test_the_wheel_scrolls_the_page_and_not_the_number(qtbot: QtBot) -> None:
    field = NumberField(3, 40, 10, " people")
    qtbot.addWidget(field)
    field.show()
    at = QPoint(5, 5)
    turn = QWheelEvent(
        at,
        field.mapToGlobal(at),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # Qt's argument
    )
    field.wheelEvent(turn)
    assert field.value() == 10
    assert not turn.isAccepted()
    assert field.text() == "10 people"


def test_an_empty_list_offers_the_one_action_that_fills_it(qtbot: QtBot) -> None:
    empty = EmptyState("people", "Nobody here yet", "People you add appear here.", "Add person")
    qtbot.addWidget(empty)
    empty.show()
    (button,) = empty.findChildren(QPushButton)
    assert button.text() == "Add person"
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    empty.say("search", "Nobody matches", "Try another name.")
    assert not button.isVisible()


def test_a_short_label_breaks_once_and_offers_the_rest(qtbot: QtBot) -> None:
    label = ShortLabel("title")
    qtbot.addWidget(label)
    label.setText("In conversation, from the Spring Craft Fair")
    one = label.heightForWidth(2000)
    assert label.heightForWidth(260) == 2 * one
    label.resize(260, 2 * one)
    label.show()
    assert label.toolTip() == ""
    label.setText("In conversation, from the Spring Craft Fair, where the tables stood next to each other")
    assert label.heightForWidth(260) == 2 * one, "never a third line"
    assert label.toolTip() == label.text()


def test_what_flows_stands_in_the_middle_of_its_line(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    low, high = QLabel("low", box), QLabel("high", box)
    low.setFixedHeight(20)
    high.setFixedHeight(32)
    flow.addWidget(low)
    flow.addWidget(high)
    box.resize(300, flow.heightForWidth(300))
    box.show()
    assert low.geometry().center().y() == high.geometry().center().y()


def test_a_chip_says_its_words_as_they_are(qtbot: QtBot) -> None:
    chip = FilterChip("Fair & choir")
    qtbot.addWidget(chip)
    assert chip.text() == "Fair && choir"
    chip.rename("Mum & dad", "3")
    assert chip.text() == "Mum && dad 3"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_the_button_that_has_the_focus(qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[str] = []
    window = QDialog()
    for words in ("Cancel", "Another number"):
        button = Button(words, parent=window)
        button.clicked.connect(lambda _on=False, words=words: pressed.append(words))
    save = Button("Save", parent=window)
    save.setDefault(True)
    save.clicked.connect(lambda: pressed.append("Save"))
    qtbot.addWidget(window)
    window.show()
    qtbot.keyClick(window.findChildren(Button)[1], key)
    assert pressed == ["Another number"]


@pytest.mark.parametrize(("repeats", "times"), [(False, 1), (True, 2)])
def test_two_fast_clicks_count_once(qtbot: QtBot, repeats: bool, times: int) -> None:
    """By the second one something else may stand there."""
    pressed: list[None] = []
    button = Button("Kept", kind="link")
    button.setAutoRepeat(repeats)
    button.clicked.connect(lambda: pressed.append(None))
    qtbot.addWidget(button)
    button.show()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == times


def test_a_key_that_is_held_presses_once(qtbot: QtBot) -> None:
    pressed: list[None] = []
    button = Button("Kept", kind="link")
    button.clicked.connect(lambda: pressed.append(None))
    qtbot.addWidget(button)
    for is_repeated in (False, True, True):
        enter = (QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", is_repeated)
        QApplication.sendEvent(button, QKeyEvent(*enter))
    assert len(pressed) == 1


def test_a_line_is_emptied_by_a_button_at_its_end_that_grows_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    for percent in (100, 150):
        theme.apply(qapp, "light", percent)
        line = QLineEdit()
        qtbot.addWidget(line)
        make_clearable(line)
        line.show()
        line.resize(400, line.height())
        button = line.findChild(QAbstractButton)
        assert isinstance(button, QAbstractButton)
        assert not button.isVisible()
        qtbot.keyClicks(line, "candle")
        assert (button.geometry().right(), button.width()) == (399, theme.px(32))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert line.text() == ""
        assert not button.isVisible()
    theme.apply(qapp, "light", 100)


def test_one_of_several_is_told_as_such_under_the_name_of_its_field(qtbot: QtBot) -> None:
    chips = Chips([(1, "Call"), (2, "Text"), (3, "E-mail")])
    form = Form()
    qtbot.addWidget(form)
    form.add("&How", chips)
    group = QAccessible.queryAccessibleInterface(chips)
    one = QAccessible.queryAccessibleInterface(chips.chip(2))
    assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "How")
    assert one.role() == QAccessible.Role.RadioButton
    assert not one.state().checked
    chips.choose([2])
    assert one.state().checked
    chips.choose([])
    assert chips.value() is None


def test_of_several_that_exclude_each_other_tab_comes_to_the_chosen_one_and_arrows_to_the_others(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    chips = Chips([(1, "Call"), (2, "Text"), (3, "E-mail")], window)
    QVBoxLayout(window).addWidget(chips)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    chips.setFocus()
    assert chips.chip(1).hasFocus()
    assert len(stops(window)) == 3, "while nothing is chosen"
    chips.choose([2])
    assert stops(window) == [chips.chip(2)]
    chips.setFocus()
    assert window.focusWidget() is chips.chip(2)
    qtbot.keyClick(chips.chip(2), Qt.Key.Key_Right)
    qtbot.keyClick(chips.chip(3), Qt.Key.Key_Space)
    assert chips.value() == 3
    assert stops(window) == [chips.chip(3)]


def test_of_several_that_do_not_exclude_each_other_each_is_ticked_and_reached(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    chips = Chips([(1, "Call"), (2, "Text")], window, several=True)
    QVBoxLayout(window).addWidget(chips)
    window.show()
    chips.choose([1])
    assert stops(window) == [chips.chip(1), chips.chip(2)]
    assert QAccessible.queryAccessibleInterface(chips.chip(1)).role() == QAccessible.Role.CheckBox


def test_a_chip_begins_a_line_where_it_should_and_leads_elsewhere(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=4)
    chip, link = Chip("may call"), Button("Permissions…", kind="link")
    link.setProperty("lead", 6)
    for each in (chip, link):
        flow.addWidget(each)
    holder.resize(400, 60)
    holder.show()
    assert link.x() == chip.geometry().right() + 1 + 4 + 6
    holder.resize(chip.width() + 20, 80)
    qtbot.waitUntil(lambda: link.y() > chip.y())
    assert link.x() == 0


@pytest.mark.parametrize("percent", [100, 115, 130, 150])
def test_words_begin_where_the_words_above_them_begin(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    theme.apply(qapp, "light", percent)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    label, link, line, box = QLabel("HHH"), Button("HHH", kind="link"), QLineEdit("HHH"), QComboBox()
    box.addItem("HHH")
    typed, typed_in = QComboBox(), QLineEdit()
    typed.setLineEdit(typed_in)
    typed_in.setText("HHH")
    typed_in.setReadOnly(True)  # no caret before the letters
    number, text = NumberField(1, 9, 1), QPlainTextEdit("HHH")
    number.setPrefix("HHH ")
    parts = [label, link, line, box, typed, number, text]
    for part in parts:
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
    window.show()
    assert begin(link) == begin(label)
    assert begin(line) == begin(box) == begin(typed) == begin(number) == begin(text)


def begin(part: QWidget) -> int:
    """The first column of a part in which something is drawn that is as dark as letters, behind its edge."""
    picture = part.grab().toImage()
    rows = range(picture.height() // 4, 3 * picture.height() // 4) if picture.height() < 60 else range(6, 24)
    for x in range(3, picture.width()):
        if min(picture.pixelColor(x, y).lightness() for y in rows) < 130:
            return x
    return -1


def test_empty_places_of_a_window_begin_at_one_height(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    states = []
    for head in (0, 60):
        column = QVBoxLayout()
        column.addSpacing(head)
        states.append(EmptyState("people", "Nobody", "People you add appear here, one day.", "Add" if head else ""))
        column.addWidget(states[-1], 1)
        row.addLayout(column)
    window.resize(900, 700)
    window.show()

    def tops() -> list[int]:
        return [state.findChildren(QWidget)[0].mapTo(window, QPoint()).y() for state in states]

    qtbot.waitUntil(lambda: all(abs(top - 0.38 * 700) <= 1 for top in tops()))


def test_words_that_look_like_markup_are_shown_as_they_are(qtbot: QtBot) -> None:
    empty = EmptyState("people", "Nobody matches “<b>Ana</b>”", "Try <i>fewer</i> letters.")
    form = Form()
    editor = QLineEdit(form)
    field = form.add("Day", editor, hint="<b>Monday</b>?")
    for widget in (empty, form):
        qtbot.addWidget(widget)
    told = (empty._title, empty._text, field._below)
    assert {label.textFormat() for label in told} == {Qt.TextFormat.PlainText}
    assert field.shown_below() == "<b>Monday</b>?"
