"""The numbers of the method in words, by the page and fold on which they stand (rules D11)."""

from __future__ import annotations

from planner.ui.dialogs.settings.numbers import Number, Unit
from planner.ui.kit.i18n import _


def of_the_day() -> tuple[Number, ...]:
    """What the rarer choices of the day say."""
    tells_carried = _("After so many days carried over, a card asks: do it, move it, or let it go?")
    tells_fresh = _("With more people overdue than this, the day offers a gentle start with a few.")
    return (
        Number("asks_a_day", _("Asks in one day"), _("No more on one list."), 0, 10, Unit.TIMES),
        Number("carry_limit", _("Carried over before it asks"), tells_carried, 1, 14),
        Number("replan_after", _("Overdue hellos rest after"), _("Then they wait for their next turn."), 3, 60),
        Number("fresh_start_at", _("A fresh start beyond"), tells_fresh, 10, 200, Unit.PEOPLE),
        Number("fresh_start_a_day", _("A fresh start begins with"), _("So many people a day."), 1, 20, Unit.PEOPLE),
    )


def asking() -> tuple[Number, ...]:
    """The account, and when it has room for an ask."""
    tells_half = _("So old entries slowly fade from the account.")
    tells_hand = _("Whoever asked about it themselves may be asked about it for so long.")
    return (
        Number("half_life", _("The past weighs half after"), tells_half, 14, 730, is_rule_of_thumb=True),
        _minimum("ask_minimum_buy", _("Before asking to buy")),
        _minimum("ask_minimum_host", _("Before asking to host")),
        _minimum("ask_minimum_refer", _("Before asking for an introduction")),
        _minimum("ask_minimum_join", _("Before asking to join")),
        Number("ask_spacing", _("Between two asks"), _("No ask before that, whatever the account."), 7, 365),
        Number("ask_spacing_join", _("Before asking to join again"), _("No such ask before that."), 14, 365),
        Number("hand_raised_days", _("Once they brought it up"), tells_hand, 7, 90),
    )


def levels() -> tuple[Number, ...]:
    """From which points on an account is called what."""
    thin = _("Below this it is thin, and overdrawn below zero.")
    return (
        Number("warming_from", _("Warming from"), thin, 1, 100, Unit.POINTS, is_rule_of_thumb=True),
        Number("good_from", _("Good from"), "", 1, 200, Unit.POINTS, is_rule_of_thumb=True),
        Number("strong_from", _("Strong from"), "", 1, 300, Unit.POINTS, is_rule_of_thumb=True),
    )


def trying() -> tuple[Number, ...]:
    """How often to try before letting somebody rest."""
    since = _("Calls since their last sign of life; then they rest.")
    law = _("Three calls in a day is the most the strictest states allow; set to 3.")
    texts = _("Then wait for an answer, or send a card.")
    rest = _("So long nobody is tried again after the last try.")
    return (
        Number("attempts_own", _("Whoever asked you"), since, 1, 10, Unit.TIMES, is_rule_of_thumb=True),
        Number("attempts_bought", _("Names from a bought list"), since, 1, 6, Unit.TIMES, is_rule_of_thumb=True),
        Number("attempts_others", _("Everybody else"), since, 1, 6, Unit.TIMES, is_rule_of_thumb=True),
        Number("calls_a_day", _("Calls to one person in a day"), _("No more."), 1, 3, Unit.TIMES, beyond=law),
        Number("calls_apart_hours", _("Between two calls"), _("And at another time of day."), 1, 12, Unit.HOURS),
        Number("voicemails", _("Voicemails in a row"), _("Then write instead."), 0, 3, Unit.TIMES),
        Number("voicemails_bought", _("Voicemails to bought names"), _("Then write instead."), 0, 2, Unit.TIMES),
        Number("unanswered_texts", _("Texts without an answer"), texts, 1, 4, Unit.TIMES),
        Number("rest", _("Rest after that"), rest, 14, 365),
    )


def promised() -> tuple[Number, ...]:
    """Whoever asked first, and calls at a promised time."""
    window = _("A call so long after the time you said is still on time.")
    grace = _("So long after that it is late, and not yet broken.")
    return (
        _urgent("hot_hours", _("A question is hot for"), _("It comes first."), Unit.HOURS, 12),
        _urgent("fresh_hours", _("and fresh for"), _("It waits for an answer today."), Unit.HOURS, 72),
        _urgent("warm_hours", _("and warm for"), _("They still know that they asked."), Unit.HOURS, 240),
        _urgent("cooling_days", _("and cools off after"), _("Then say who you are first."), Unit.DAYS, 60),
        Number("callback_window_minutes", _("A promised time"), window, 5, 120, Unit.MINUTES),
        Number("callback_grace_minutes", _("and a little grace"), grace, 0, 120, Unit.MINUTES),
    )


def staying() -> tuple[Number, ...]:
    """How often to be in touch for its own sake."""
    pause = _("When life comes first, no business for so long unless you say until when.")
    return (
        _rhythm("keep_new_team", _("New on the team"), _("In their first thirty days.")),
        _rhythm("keep_team", _("Team"), ""),
        _rhythm("keep_fan", _("Fans"), ""),
        _rhythm("keep_customer", _("Customers"), ""),
        _rhythm("keep_host", _("Hosts"), ""),
        _rhythm("keep_close", _("Friends and family"), _("Without business.")),
        _rhythm("keep_quiet_customer", _("Customers without an order for long"), ""),
        _rhythm("keep_acquaintance", _("Acquaintances"), ""),
        Number("not_now_vague", _("“Not now”, without a date"), _("Ask for nothing for so long."), 14, 365),
        Number("life_pause_days", _("A pause for life"), pause, 7, 365),
        Number("reconnect_after", _("Long silence"), _("Then a hello without a reason."), 90, 1095),
        Number("in_relationship_days", _("You know each other"), _("So long after a talk."), 90, 1095),
    )


def after_an_order() -> tuple[Number, ...]:
    """The three hellos after an order, and help before something runs out."""
    first = _("Has it arrived, and are they happy?")
    return (
        _care("care_first_days", _("First hello after an order"), first, Unit.DAYS, 14),
        _care("care_second_days", _("Second hello"), _("How is it working, and one tip."), Unit.DAYS, 60),
        _care("care_months", _("Third hello"), _("A refill, or simply hello."), Unit.MONTHS, 12),
        Number("reorder_lead", _("Offer a refill before it runs out"), "", 0, 30),
        Number("reorder_window", _("and until after"), "", 1, 60),
        Number("reorder_second", _("One gentle second reminder after"), _("Then no more."), 3, 30),
    )


def strangers() -> tuple[Number, ...]:
    """First messages to people one does not know."""
    day = _("Ten a day is the most: networks close accounts for more. Set to 10.")
    week = _("Seventy in a week is the most. Set to 70.")
    tells = _("On one network, to people you don’t know.")
    tells_week = _("On one network, in seven days.")
    share = _("At most this share of a day’s places, even if calling strangers is a habit.")
    contacts = _("Business contacts in seven days, outside a plan or a live conversation.")
    return (
        Number("strangers_a_day", _("First messages in a day"), tells, 0, 10, Unit.TIMES, beyond=day),
        Number("strangers_a_week", _("First messages in a week"), tells_week, 0, 70, Unit.TIMES, beyond=week),
        Number("contacts_a_week", _("With one person in a week"), contacts, 1, 7, Unit.TIMES),
        Number("bought_share", _("Names from bought lists in a day"), share, 0, 100, Unit.PERCENT),
    )


def going_stale() -> tuple[Number, ...]:
    """What has to be looked at again after a while."""
    registry = _("So long a look into the Do-Not-Call registry holds; the law in the United States says 31 days.")
    review = _("Then it is kind to ask again whether calls are still welcome.")
    return (
        Number("registry_days", _("Look into the registry again after"), registry, 1, 31),
        Number("permission_review_months", _("Ask again about a permission after"), review, 3, 60, Unit.MONTHS),
    )


def _minimum(name: str, label: str) -> Number:
    tells = _("The account has to stand this high.")
    return Number(name, label, tells, 0, 100, Unit.POINTS, is_rule_of_thumb=True)


def _rhythm(name: str, label: str, tells: str) -> Number:
    return Number(name, label, tells, 3, 365, is_rule_of_thumb=True)


def _urgent(name: str, label: str, tells: str, unit: Unit, most: int) -> Number:
    return Number(name, label, tells, 1, most, unit, is_rule_of_thumb=True)


def _care(name: str, label: str, tells: str, unit: Unit, most: int) -> Number:
    return Number(name, label, tells, 1, most, unit, is_rule_of_thumb=True)
