"""One sentence to begin with, for each move: kind, honest, and without an ask where none belongs (G16)."""

from __future__ import annotations

from planner.domain.move import Action
from planner.domain.promise import PromiseKind
from planner.services.sheets import SheetLine, SheetView
from planner.ui.kit.i18n import _
from planner.ui.kit.isolating import isolated

_A = Action
_WITHOUT_A_WORD = frozenset({_A.NONE, _A.LEAVE_IN_PEACE, _A.WAIT, _A.REST, _A.HOMEWORK, _A.ALL_IS_WELL})


def opening(line: SheetLine, sheet: SheetView) -> str:
    """How to begin; empty where it is better to say nothing."""
    move = line.card.move
    if move.action in _WITHOUT_A_WORD:
        return ""
    if line.card.may_call is False and line.card.phone and move.action is not _A.APOLOGISE:
        return _("In writing only: they have not said yes to calls. Ask whether one is welcome.")
    if move.action is _A.CALL and _kind_of_promise(line) is PromiseKind.VOICEMAIL:
        again = _("“Hi {name}, it’s {me} again. As I said on your voicemail …”")
        nameless = _("“Hello, it’s {me} again. As I said on your voicemail …”")
        return (again if line.call_me else nameless).format(name=isolated(line.call_me), me=_me(sheet))
    pattern = (_patterns() if line.call_me else _patterns_without_name()).get(move.action, "")
    return pattern.format(name=isolated(line.call_me), me=_me(sheet))


def _kind_of_promise(line: SheetLine) -> PromiseKind | None:
    for reason in line.card.move.why[:1]:
        kind = reason.facts.get("kind")
        return kind if isinstance(kind, PromiseKind) else None
    return None


def _me(sheet: SheetView) -> str:
    return (sheet.me.split() or [_("it’s me")])[0]


def _patterns() -> dict[Action, str]:
    return {
        _A.CALL: _("“Hi {name}, it’s {me}, as promised. Still a good time?”"),
        _A.ANSWER: _("“Hi {name}, it’s {me}. What were you hoping to find?”"),
        _A.APOLOGISE: _("“Hi {name}, I said I would, and I didn’t. I am sorry.”"),
        _A.FIX: _("“Hi {name}, I want to put this right. Here is how.”"),
        _A.CARE_ONLY: _("“Thinking of you, {name}. Nothing you need to do.”"),
        _A.WELCOME_STEP: _("“Hi {name}, how were your first days? What can I make easier?”"),
        _A.HOST_STEP: _("“Hi {name}, how many have answered so far? What shall I bring?”"),
        _A.CHECK_DATE: _("“Hi {name}, you mentioned this week. Is there anything I can answer?”"),
        _A.CELEBRATE: _("“Happy birthday, {name}.” Nothing else today."),
        _A.THANK: _("“Thank you, {name}. It meant a lot to me.” Nothing else today."),
        _A.SERVE: _("“Hi {name}, how are you getting on with it? Anything I can help with?”"),
        _A.REORDER_HELP: _("“Hi {name}, are you happy with it? Shall I bring one before it runs out?”"),
        _A.SET_NEXT_STEP: _("“Hi {name}, I enjoyed our talk. What comes next for you?”"),
        _A.FOLLOW_UP: _("“Hi {name}, you were on my mind. Is now a good time?”"),
        _A.TRY_AGAIN: _("“Hi {name}, it’s {me}. I tried you the other day; no need to call back.”"),
        _A.KEEP_IN_TOUCH: _("“Hi {name}, I just wanted to hear how you are.”"),
        _A.RECONNECT: _("“Hi {name}, I thought of you today. No reason. How are you?”"),
        _A.ASK: _("“Hi {name}, may I ask you something? A no is fine.”"),
        _A.ASK_NUMBER: _("“It was good to meet you, {name}. May I call or text you some time?”"),
        _A.SMART_CALL: _("“Hi {name}, this is {me}. I have one thing for you; is this a bad time?”"),
    }


def _patterns_without_name() -> dict[Action, str]:
    """For companies, and for whoever has no name in the book yet."""
    return {
        _A.CALL: _("“Hello, it’s {me}, as promised. Still a good time?”"),
        _A.ANSWER: _("“Hello, it’s {me}. What were you hoping to find?”"),
        _A.APOLOGISE: _("“Hello, I said I would, and I didn’t. I am sorry.”"),
        _A.FIX: _("“Hello, I want to put this right. Here is how.”"),
        _A.CARE_ONLY: _("“Thinking of you. Nothing you need to do.”"),
        _A.WELCOME_STEP: _("“Hello, how were your first days? What can I make easier?”"),
        _A.HOST_STEP: _("“Hello, how many have answered so far? What shall I bring?”"),
        _A.CHECK_DATE: _("“Hello, you mentioned this week. Is there anything I can answer?”"),
        _A.CELEBRATE: _("“Happy birthday.” Nothing else today."),
        _A.THANK: _("“Thank you. It meant a lot to me.” Nothing else today."),
        _A.SERVE: _("“Hello, how are you getting on with it? Anything I can help with?”"),
        _A.REORDER_HELP: _("“Hello, are you happy with it? Shall I bring one before it runs out?”"),
        _A.SET_NEXT_STEP: _("“Hello, I enjoyed our talk. What comes next for you?”"),
        _A.FOLLOW_UP: _("“Hello, it’s {me}. Is now a good time?”"),
        _A.TRY_AGAIN: _("“Hello, it’s {me}. I tried you the other day; no need to call back.”"),
        _A.KEEP_IN_TOUCH: _("“Hello, it’s {me}. I just wanted to hear how you are.”"),
        _A.RECONNECT: _("“Hello, it’s {me}. I thought of you today. No reason. How are you?”"),
        _A.ASK: _("“Hello, it’s {me}. May I ask you something? A no is fine.”"),
        _A.ASK_NUMBER: _("“It’s {me}. Whom may I call, and is a call welcome some time?”"),
        _A.SMART_CALL: _("“Hello, this is {me}. I have one thing for you; is this a bad time?”"),
    }
