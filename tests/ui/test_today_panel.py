"""The left side of the desk: cards, lanes, keys, and words on a day without anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.move import Action, Band, Move
from planner.domain.reason import Reason
from planner.domain.touch import Channel, TouchKind
from planner.models.book import Book
from planner.services import standing
from planner.services.demo import fill
from planner.services.open_book import OpenBook
from planner.services.timeline import Entry
from planner.services.today import Card, Day
from planner.ui.kit import theme, wording
from planner.ui.kit.change_signal import ChangeSignal
from planner.ui.today.card_painter import CardPainter
from planner.ui.today.card_words import CardWords, Choice, Lane, card_words
from planner.ui.today.day_model import CardRow, DayModel, GroupRow, LaneRow, LinkRow, NoteRow, rows_of
from planner.ui.today.panel import TodayPanel
from tests.builders import add_person, add_phone, add_promise, add_row, add_touch, at, plain

MONDAY = at("2026-11-23T09:00", "America/Denver")
ALL_DAY = MONDAY.utc


@dataclass
class Clock:
    now: Moment = MONDAY

    def __call__(self) -> Moment:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(book: Book, clock: Clock) -> OpenBook:
    return OpenBook(book, clock)


@pytest.fixture
def sample(desk: OpenBook) -> OpenBook:
    fill(desk.book, MONDAY)
    desk.catch_up()
    return desk


Show = Callable[[OpenBook], TodayPanel]


@pytest.fixture
def show(qtbot: QtBot, clock: Clock) -> Show:
    def make(desk: OpenBook) -> TodayPanel:
        keeper = QObject()
        panel = TodayPanel(desk.today, desk.delays, ChangeSignal(desk.changes, keeper), clock)
        keeper.setParent(panel)
        qtbot.addWidget(panel)
        panel.resize(310, 900)
        panel.show()
        return panel

    return make


def names(panel: TodayPanel) -> list[str]:
    return [row.words.name for row in panel.list.rows if isinstance(row, CardRow)]


def card_of(panel: TodayPanel, name: str) -> CardRow:
    return next(row for row in panel.list.rows if isinstance(row, CardRow) and row.words.name == name)


def picture(panel: TodayPanel) -> list[str]:
    """The list as lines of text."""
    lines = []
    for row in panel.list.rows:
        if isinstance(row, CardRow):
            lines.append(f"    {row.words.name} | {row.words.when}")
        else:
            lines.append({LaneRow: "", GroupRow: "  ", NoteRow: "~ ", LinkRow: "> "}[type(row)] + row.text)
    return lines


# -------------------------------------------------------------------------------- what it shows


def test_the_day_of_the_sample_book(sample: OpenBook, show: Show) -> None:
    shown = picture(show(sample))
    lanes = [line for line in shown if not line.startswith((" ", "~", ">"))]
    assert lanes == ["Call now", "Later today", "Write", "Not today"]
    assert shown.index("    Maria Delgado | 2:30 PM") > shown.index("Later today")
    assert shown.index("    Joan Okafor | 2 days late") > shown.index("Write")
    assert "    Priya Raman | 3 h ago" in shown
    groups = ["Asked you first", "Time matters", "On their date"]
    places = [shown.index(f"  {title}") for title in groups]
    assert places == sorted(places)


def test_cards_are_those_of_the_day_in_its_order(sample: OpenBook, show: Show) -> None:
    panel = show(sample)
    day = sample.today.day(MONDAY)
    assert names(panel) == [card.name for card in (*day.cards, *day.not_today)]
    assert f"{len(day.cards)} people" in panel._subtitle.text()


WHY = Reason("D7.2", "promised_call", {"reason": "the serum", "words": "", "on": MONDAY.today, "at": None})


def card(**move: object) -> Card:
    made = Move(7, Action.CALL, Band.CALLBACK, Channel.CALL, why=(WHY,))
    return Card(7, "Ann Hill", replace(made, **move), phone="+13035550142", zones=("America/Denver",))  # type: ignore[arg-type]


def test_a_card_in_one_sentence_for_somebody_who_hears_it() -> None:
    words = CardWords(
        "Ann Hill", "2:30 PM", is_late=False, why="You promised to call.", chips=(("may call", "deposit"),)
    )
    assert words.spoken == "Ann Hill, 2:30 PM. You promised to call. may call."


def test_a_question_ends_as_a_question_where_it_is_heard() -> None:
    words = CardWords("Ann Hill", "", is_late=False, why="Has the candle arrived?", chips=())
    assert words.spoken == "Ann Hill. Has the candle arrived?"


def test_lateness_is_said_in_words(sample: OpenBook, show: Show) -> None:
    late = card_of(show(sample), "Joan Okafor").words
    assert late.is_late
    assert late.when == "2 days late"
    assert "2 days late" in late.spoken


@pytest.mark.parametrize(
    ("facts", "chips"),
    [
        ({"may_call": True, "may_text": True}, ["may call"]),
        ({"may_call": False, "may_text": True}, ["may text"]),
        ({"may_call": None, "may_text": None}, []),
        ({"may_call": True, "local_time": "13:12"}, ["may call", "1:12 PM there"]),
        ({"may_call": True, "zone_is_guessed": True}, ["may call", "time zone not certain"]),
        ({"may_call": True, "carried": 2}, ["may call"]),
    ],
)
def test_chips(facts: dict[str, object], chips: list[str]) -> None:
    shown = card_words(replace(card(), **facts), Lane.CALL_NOW, MONDAY).chips  # type: ignore[arg-type]
    assert [text for text, _tone in shown] == chips


@pytest.mark.practice("004-16")
def test_text_first_is_a_chip() -> None:
    shown = card_words(replace(card(then_call=True), may_call=True), Lane.CALL_NOW, MONDAY).chips
    assert [text for text, _tone in shown] == ["may call", "text first"]


def test_later_says_from_when() -> None:
    opens = at("2026-11-23T10:00", "America/Denver").utc
    assert card_words(card(opens_at=opens), Lane.LATER, MONDAY).when == "from 10:00 AM"


def test_one_lane_alone_needs_no_name() -> None:
    rows = rows_of(Day(MONDAY.today, call_now=(card(),)), MONDAY)
    assert [type(row) for row in rows] == [GroupRow, CardRow]


@pytest.mark.practice("002-01")
def test_homework_is_a_quiet_sentence_that_leads_to_those_people(sample: OpenBook, show: Show, qtbot: QtBot) -> None:
    panel = show(sample)
    assert "Kim Ito" not in names(panel)
    at_end = panel.list.model().index(len(panel.list.rows) - 1, 0)
    last = panel.list.rows[-1]
    assert isinstance(last, LinkRow)
    assert "homework" in last.text
    panel.list.scrollTo(at_end)
    with qtbot.waitSignal(panel.homework_requested):
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(at_end).center())
    panel.list.setCurrentIndex(at_end)
    with qtbot.waitSignal(panel.homework_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)


@pytest.mark.rule("D8")
@pytest.mark.parametrize(
    ("band", "title"),
    [
        (Band.CALLBACK, "You promised"),
        (Band.INQUIRY, "Asked you first"),
        (Band.OVERDUE, "Waiting for you"),
        (Band.TIME_CRITICAL, "Time matters"),
        (Band.COMMITMENT, "On their date"),
        (Band.KINDNESS, "Thank-yous and birthdays"),
        (Band.SERVICE, "After an order"),
        (Band.REORDER, "Running low"),
        (Band.FOLLOW_UP, "Follow up"),
        (Band.KEEP_IN_TOUCH, "Stay in touch"),
        (Band.BOUGHT, "Ready to call"),
    ],
)
def test_every_band_has_a_title_in_plain_words(band: Band, title: str) -> None:
    rows = rows_of(Day(MONDAY.today, call_now=(card(band=band),)), MONDAY)
    assert rows[0] == GroupRow(title, "1")


@pytest.mark.rule("D8")
def test_more_promises_than_places_are_said_kindly(sample: OpenBook, show: Show) -> None:
    panel = show(sample)
    assert panel.banner_text == ""
    panel._today = Fixed(replace(panel.day, must=13))  # type: ignore[assignment]
    panel.refresh()
    assert panel.banner_text.startswith("You have promised more than a day holds: 13.")


def overdue_people(desk: OpenBook, count: int) -> None:
    """Customers of whom nobody has heard for seven weeks, all due within the last days."""
    for each in range(count):
        person_id = add_person(desk.book, f"Ann {each:02}", stage="customer")
        add_touch(desk.book, person_id, on="2026-10-05")


@pytest.mark.practice("004-05")
def test_a_long_silence_is_taken_up_gently(desk: OpenBook, show: Show, qtbot: QtBot) -> None:
    overdue_people(desk, 84)
    panel = show(desk)
    assert panel.banner_text == "Let’s start with 5 today."
    said = [
        panel.banner_text,
        panel._subtitle.text(),
        *(row.text for row in panel.list.rows if isinstance(row, NoteRow)),
    ]
    assert not any("84" in text or "74" in text for text in said), "no totals"
    assert not any(row.words.is_late for row in panel.list.rows if isinstance(row, CardRow))
    qtbot.keyClick(panel._banner._words.handle, Qt.Key.Key_Return)
    assert panel.banner_text == ""
    assert len(panel.day.cards) == 5
    assert NoteRow("A fresh start: 5 people a day, the others in their own time.") in panel.list.rows
    desk.undo.undo(MONDAY)
    panel.refresh()
    assert panel.banner_text == "Let’s start with 5 today."


@pytest.mark.practice("004-05")
def test_the_terminal_says_the_same_one_sentence() -> None:
    day = Day(MONDAY.today, call_now=(card(),), capacity=10, offered_places=5)
    assert wording.day_told(day) == ("Let’s start with 5 today.",)
    assert wording.day_told(replace(day, must=13))[0].startswith("You have promised more than a day holds: 13.")


@pytest.mark.practice("004-05")
def test_thirty_are_no_load(desk: OpenBook, show: Show) -> None:
    overdue_people(desk, 30)
    assert show(desk).banner_text == ""


# -------------------------------------------------------------------------------- carried over


@pytest.mark.rule("D8")
def test_carried_over_keeps_the_day_it_was_for() -> None:
    carried = replace(card(band=Band.KEEP_IN_TOUCH, due_on=date(2026, 11, 19)), carried=2)
    shown = card_words(carried, Lane.CALL_NOW, MONDAY)
    assert "since Thu" in [text for text, _tone in shown.chips]
    assert shown.question == ""


@pytest.fixture
def carried(desk: OpenBook) -> int:
    """Ann, who stood on the list three days in a row."""
    ann = add_person(desk.book, "Ann Hill", stage="customer")
    add_phone(desk.book, ann)
    add_touch(desk.book, ann, on="2026-10-04")
    for day in ("2026-11-18", "2026-11-19", "2026-11-20"):
        add_row(desk.book, "listed", person_id=ann, on_date=day)
    return ann


def click(panel: TodayPanel, qtbot: QtBot, person_id: int, choice: Choice) -> None:
    """Click an answer on a card, where it is painted."""
    row = panel.list._day.row_of(person_id)
    assert row is not None
    rect = panel.list.visualRect(panel.list.model().index(row, 0))
    shown = panel.list.rows[row]
    assert isinstance(shown, CardRow)
    places = (QPoint(x, y) for y in range(rect.top(), rect.bottom(), 4) for x in range(rect.left(), rect.right(), 4))
    at_ = next(each for each in places if panel.list._painter.choice_at(each, shown, rect) is choice)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at_)


@pytest.mark.rule("D8")
def test_after_three_days_a_card_asks(desk: OpenBook, show: Show, carried: int, qtbot: QtBot) -> None:
    panel = show(desk)
    words = card_of(panel, "Ann Hill").words
    assert words.question == "Do it, move it, or let it go?"
    assert {each.rect.height() for each in panel.list._painter.look(words, 300).buttons} == {theme.px(32)}
    assert words.spoken.endswith("Do it, move it, or let it go?")
    with qtbot.waitSignal(panel.log_requested):
        click(panel, qtbot, carried, Choice.DO)
    with qtbot.waitSignal(panel.move_requested):
        click(panel, qtbot, carried, Choice.MOVE)
    click(panel, qtbot, carried, Choice.LET_GO)
    assert names(panel) == []
    desk.undo.undo(MONDAY)
    panel.refresh()
    assert names(panel) == ["Ann Hill"]


@pytest.mark.rule("D8")
def test_the_answers_stand_in_the_menu_for_the_keys(desk: OpenBook, show: Show, carried: int) -> None:
    menu = show(desk).list.menu_for(carried)
    assert [action.text() for action in menu.actions()][-2:] == ["Move it…", "Let it go"]
    menu.close()


class Fixed:
    """A day that stands."""

    def __init__(self, day: Day) -> None:
        self._day = day

    def move(self, person_id: int, _now: Moment) -> Move:
        return Move(person_id, Action.KEEP_IN_TOUCH)

    def day_in_turns(self, now: Moment) -> Iterator[Day]:
        yield replace(self._day, on=now.today)

    def note_listed(self, day: Day, now: Moment) -> None:
        pass


def test_a_day_without_anybody_has_words_and_one_action(desk: OpenBook, show: Show, qtbot: QtBot) -> None:
    panel = show(desk)
    assert panel._empty.isVisible()
    assert not panel.list.isVisible()
    assert panel._empty._title.text() == "Nobody waits for you today"
    with qtbot.waitSignal(panel.add_requested):
        panel._empty._button.click()


@pytest.mark.rule("D8")
@pytest.mark.practice("004-05")
def test_a_day_off_says_who_can_wait(desk: OpenBook, show: Show, clock: Clock) -> None:
    clock.now = at("2026-11-22T10:00", "America/Denver")
    ann = add_person(desk.book, "Ann Smith", clock.now)
    add_promise(desk.book, ann, "2026-11-22", kind="follow_up", reason="the sample")
    panel = show(desk)
    assert (panel._empty._title.text(), panel._empty._text.text()) == (
        "Today is a day off",
        "1 person can wait until tomorrow.",
    )
    assert not panel._empty._button.isVisible()
    bo = add_person(desk.book, "Bo Hill", clock.now)
    add_phone(desk.book, bo)
    add_promise(desk.book, bo, "2026-11-22")
    panel.refresh()
    assert names(panel) == ["Bo Hill"]
    assert picture(panel)[-1] == "~ Today is a day off. 1 person can wait until tomorrow."


def test_an_empty_day_names_who_comes_next(desk: OpenBook, show: Show) -> None:
    add_phone(desk.book, add_person(desk.book, "Ann Smith", MONDAY))
    standing.refresh_everybody(desk.book, MONDAY)
    panel = show(desk)
    assert panel._empty._title.text() == "Nobody waits for you today"
    assert plain(panel._empty._text.text()) == "The next is Ann Smith, on Wednesday, November 25."


def test_everybody_has_heard_only_when_somebody_was_listed(desk: OpenBook, show: Show) -> None:
    ann = add_person(desk.book, "Ann Smith", MONDAY)
    desk.timeline.log(ann, Entry(TouchKind.MESSAGE, MONDAY.today), MONDAY)
    panel = show(desk)
    assert panel._empty._title.text() == "Nobody waits for you today"

    bo = add_person(desk.book, "Bo Hill", MONDAY, birth_month=11, birth_day=23)
    add_phone(desk.book, bo)
    panel.refresh()
    assert names(panel) == ["Bo Hill"]
    desk.timeline.log(bo, Entry(TouchKind.CARD_WRITTEN, MONDAY.today), MONDAY)
    panel.refresh()
    assert panel._empty._title.text() == "Nobody else waits for you today"
    assert panel._empty._text.text().startswith("Everybody on today’s list has heard from you.")


@pytest.mark.rule("D8")
def test_late_at_night_no_lane_promises_today(desk: OpenBook, show: Show, clock: Clock) -> None:
    clock.now = at("2026-11-23T22:30", "America/Denver")
    bo = add_person(desk.book, "Bo Hill", clock.now, zone="America/Denver")
    add_phone(desk.book, bo)
    add_promise(desk.book, bo, "2026-11-23", kind="callback", window="exact", at_time="20:00")
    shown = picture(show(desk))
    assert shown[0] == "Too late to call today"
    assert not any("Later today" in line for line in shown)


# -------------------------------------------------------------------------------- what it does


def test_arrows_step_from_card_to_card_over_the_headings(sample: OpenBook, show: Show) -> None:
    panel = show(sample)
    chosen: list[int] = []
    panel.person_chosen.connect(chosen.append)
    panel.focus_list()
    for _ in range(len(names(panel))):
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
    cards = [row.person_id for row in panel.list.rows if isinstance(row, CardRow)]
    assert chosen == cards
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    assert chosen[-1] == cards[-2]


def test_coming_by_tab_the_keys_are_at_the_first_card(sample: OpenBook, show: Show, qtbot: QtBot) -> None:
    panel = show(sample)
    first = next(row.person_id for row in panel.list.rows if isinstance(row, CardRow))
    panel.activateWindow()
    with qtbot.assertNotEmitted(panel.person_chosen):  # whoever walks past by Tab is shown nobody else
        panel.focus_list()
        qtbot.waitUntil(panel.list.hasFocus)
    with qtbot.waitSignal(panel.log_requested) as logged:
        QTest.keyClick(panel.list, Qt.Key.Key_Space)
    with qtbot.waitSignal(panel.open_requested) as opened:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert opened.args == logged.args == [first]


def test_enter_opens_and_space_logs(sample: OpenBook, show: Show, qtbot: QtBot) -> None:
    panel = show(sample)
    maria = card_of(panel, "Maria Delgado").person_id
    panel.choose(maria)
    with qtbot.waitSignal(panel.open_requested) as opened:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.log_requested) as logged:
        QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert opened.args == logged.args == [maria]


def test_a_click_chooses(sample: OpenBook, show: Show, qtbot: QtBot) -> None:
    panel = show(sample)
    first = next(place for place, row in enumerate(panel.list.rows) if isinstance(row, CardRow))
    at_card = panel.list.visualRect(panel.list.model().index(first, 0)).center()
    with qtbot.waitSignal(panel.person_chosen) as chosen:
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at_card)
    assert chosen.args == [panel.list.rows[first].person_id]  # type: ignore[union-attr]


def test_choosing_from_outside_tells_nobody(sample: OpenBook, show: Show, qtbot: QtBot) -> None:
    panel = show(sample)
    maria = card_of(panel, "Maria Delgado").person_id
    with qtbot.assertNotEmitted(panel.person_chosen):
        panel.choose(maria)
    assert panel.list.person() == maria
    panel.choose(None)
    assert panel.list.person() is None


def test_the_menu_offers_to_log_open_and_put_off(sample: OpenBook, show: Show, qtbot: QtBot) -> None:
    panel = show(sample)
    grace = card_of(panel, "Grace Hill").person_id
    menu = panel.list.menu_for(grace)
    log, open_it, not_today, *answers = menu.actions()
    assert [action.text() for action in (log, open_it, not_today)] == ["Log contact…", "Open", "Not today"]
    assert len(answers) == 2
    with qtbot.waitSignal(panel.log_requested) as logged:
        log.trigger()
    assert logged.args == [grace]
    with qtbot.waitSignal(panel.open_requested):
        open_it.trigger()
    not_today.trigger()
    row = next((row for row in panel.list.rows if isinstance(row, CardRow) and row.person_id == grace), None)
    assert row is None or row.lane is Lane.NOT_TODAY
    menu.close()


def test_what_is_done_leaves_the_list_and_the_choice_stays(sample: OpenBook, show: Show, qtbot: QtBot) -> None:
    panel = show(sample)
    maria, grace = card_of(panel, "Maria Delgado").person_id, card_of(panel, "Grace Hill").person_id
    panel.choose(maria)
    with qtbot.waitSignal(panel.refreshed):
        entry = Entry(TouchKind.CONVERSATION, MONDAY.today, channel=Channel.CALL, promise_id=None)
        sample.timeline.log(grace, entry, MONDAY)
    assert panel.list.person() == maria
    shown = {row.person_id: row.lane for row in panel.list.rows if isinstance(row, CardRow)}
    assert shown.get(grace) in {None, Lane.CALL_NOW, Lane.NOT_TODAY}
    assert panel.day.talks_today == 1


def test_time_moves_cards_by_itself(sample: OpenBook, show: Show, clock: Clock, qtbot: QtBot) -> None:
    panel = show(sample)
    assert card_of(panel, "Maria Delgado").lane is Lane.LATER
    clock.now = at("2026-11-23T14:31", "America/Denver")
    with qtbot.waitSignal(panel.refreshed):
        panel._minute.timeout.emit()
    assert card_of(panel, "Maria Delgado").lane is Lane.CALL_NOW


def test_a_look_without_news_changes_nothing(sample: OpenBook, show: Show, qtbot: QtBot) -> None:
    panel = show(sample)
    panel.list.verticalScrollBar().setValue(120)
    with qtbot.assertNotEmitted(panel.list.model().modelReset):
        panel.refresh()
    assert panel.list.verticalScrollBar().value() == 120


def test_who_stood_on_the_list_is_written_down_once(sample: OpenBook, show: Show) -> None:
    panel = show(sample)
    listed = {person for (person,) in sample.book.rows("SELECT person_id FROM listed WHERE on_date = '2026-11-23'")}
    assert listed == {each.person_id for each in panel.day.cards}
    panel.refresh()
    assert sample.book.value("SELECT count(*) FROM listed WHERE on_date = '2026-11-23'") == len(listed)


# -------------------------------------------------------------------------------- how it looks


@pytest.mark.usefixtures("qapp")
def test_the_model_keeps_qt_s_rules(sample: OpenBook) -> None:
    model = DayModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(rows_of(sample.today.day(MONDAY), MONDAY))
    assert tester.model() is model
    headings = [place for place, row in enumerate(model.rows) if not isinstance(row, CardRow | LinkRow)]
    assert headings
    for place in headings:
        assert model.flags(model.index(place)) == Qt.ItemFlag.NoItemFlags
    spoken = model.index(headings[-1] - 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(".")
    card = next(place for place, row in enumerate(model.rows) if isinstance(row, CardRow))
    above = [row.text for row in model.rows[:card] if isinstance(row, LaneRow | GroupRow)]
    assert model.index(card).data(Qt.ItemDataRole.AccessibleDescriptionRole) == ", ".join(above)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("width", [250, 310, 460])
def test_cards_grow_with_their_words_and_never_overlap(
    sample: OpenBook, show: Show, width: int, percent: int, qapp: object
) -> None:
    theme.apply(qapp, "light", percent)  # type: ignore[arg-type]
    try:
        panel = show(sample)
        panel.resize(width, 900)
        panel.list.doItemsLayout()
        model = panel.list.model()
        rects = [panel.list.visualRect(model.index(place, 0)) for place in range(model.rowCount())]
        assert all(one.bottom() < two.top() for one, two in pairwise(rects))
        assert all(rect.width() <= panel.list.viewport().width() for rect in rects)
        assert panel.list.horizontalScrollBar().maximum() == 0
    finally:
        theme.apply(qapp, "light", 100)  # type: ignore[arg-type]


def test_a_time_never_squeezes_the_name(show: Show, sample: OpenBook) -> None:
    painter = show(sample).list.itemDelegate()
    assert isinstance(painter, CardPainter)
    beside = painter.look(CardWords("Ana", "2:30 PM", is_late=False, why="Because.", chips=()), 310)
    below = painter.look(
        CardWords("Guadalupe Herrera Santos", "from Mon, 10:00 AM", is_late=False, why="Because.", chips=()), 310
    )
    assert beside.when.top() == beside.name.top()
    assert beside.name.right() < beside.when.right()
    assert below.when.top() > below.name.bottom()
    assert below.name.width() == beside.when.width()
    assert below.height > beside.height
    assert below.why_top > below.when.bottom()


def test_the_chosen_card_has_an_edge_in_the_accent(sample: OpenBook, show: Show) -> None:
    panel = show(sample)
    first = next(place for place, row in enumerate(panel.list.rows) if isinstance(row, CardRow))
    rect = panel.list.visualRect(panel.list.model().index(first, 0))
    edge = QPoint(theme.px(12), rect.center().y())
    plain: QImage = panel.list.viewport().grab().toImage()
    panel.choose(panel.list.rows[first].person_id)  # type: ignore[union-attr]
    marked: QImage = panel.list.viewport().grab().toImage()
    assert plain.pixelColor(edge) != marked.pixelColor(edge)
    assert marked.pixelColor(edge) == theme.color("accent")


def test_the_head_says_as_much_as_fits(sample: OpenBook, show: Show) -> None:
    panel = show(sample)
    said = []
    for width in (460, 260, 190):
        panel.resize(width, 600)
        said.append(panel._subtitle.text())
        assert panel._subtitle.fontMetrics().horizontalAdvance(said[-1]) <= panel._subtitle.width()
        assert panel._subtitle.toolTip() == "Monday, November 23 · 10 people"
    assert (said[0], said[2]) == ("Monday, November 23 · 10 people", "10 people")


def test_the_day_is_read_in_turns_and_anew_when_something_changes_between(
    sample: OpenBook, show: Show, clock: Clock, qtbot: QtBot
) -> None:
    panel = show(sample)
    before = panel.day
    panel.ask()
    for _turn in range(3):
        panel._take_turn()
    assert panel.day is before, "more turns are to come"
    maria = next(card.person_id for card in before.later if card.name == "Maria Delgado")
    with qtbot.waitSignal(panel.refreshed):
        sample.timeline.log(maria, Entry(TouchKind.CONVERSATION, clock().today, channel=Channel.CALL), clock())
        assert not panel._turn.isActive(), "what was read so far no longer counts"
    assert panel.day.talks_today == before.talks_today + 1
    assert panel.day == sample.today.day(clock())


def test_a_day_that_cannot_be_read_fails_once(
    sample: OpenBook, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_now: Moment) -> Iterator[Day | None]:
        yield None
        raise PlannerError("book_busy", path=Path("mine.warmbook"))

    panel = show(sample)
    monkeypatch.setattr(sample.today, "day_in_turns", broken)
    with qtbot.captureExceptions() as failures:
        panel.ask()
        qtbot.waitUntil(lambda: bool(failures))
        qtbot.wait(20)
    assert [kind for kind, _error, _trace in failures] == [PlannerError]
    monkeypatch.undo()
    with qtbot.waitSignal(panel.refreshed):
        panel.ask()
