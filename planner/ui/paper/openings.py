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
    step = _steps().get(move.why[0].code, "") if move.why else ""
    if step:
        return step.format(hello=_("Hi {name}").format(name=isolated(line.call_me)) if line.call_me else _("Hello"))
    pattern = (_patterns() if line.call_me else _patterns_without_name()).get(move.action, "")
    return pattern.format(name=isolated(line.call_me), me=_me(sheet))


def _kind_of_promise(line: SheetLine) -> PromiseKind | None:
    for reason in line.card.move.why[:1]:
        kind = reason.facts.get("kind")
        return kind if isinstance(kind, PromiseKind) else None
    return None


def _me(sheet: SheetView) -> str:
    return (sheet.me.split() or [_("it’s me")])[0]


def _steps() -> dict[str, str]:
    """For the steps of a party and of a new member's first days, each by the code of its reason."""
    return {
        "party_thank_for_booking": _("“{hello}, thank you for saying you will host. It means a lot to me.”"),
        "party_guest_list": _("“{hello}, shall we go through your guest list, and what you would like?”"),
        "party_invitations": _("“{hello}, are the invitations out? Is there anything I can do?”"),
        "party_answers": _("“{hello}, how many have answered so far? What shall I bring?”"),
        "party_details": _("“{hello}, how many will we be? Is there anything you still need?”"),
        "party_the_day": _("“{hello}, I look forward to today. Is there anything I can bring?”"),
        "party_thank_after": _("“{hello}, thank you for hosting. It meant a lot to me.”"),
        "party_rewards": _("“{hello}, I have not forgotten what I promised you. Here is when it comes.”"),
        "party_happy": _("“{hello}, are you happy with how the party went?”"),
        "team_welcome": _("“{hello}, welcome. I am glad you are here.”"),
        "team_kit": _("“{hello}, shall we open the kit together? Tell me what made you join.”"),
        "team_first_training": _("“{hello}, when suits you for the first training?”"),
        "team_daily_check": _("“{hello}, two minutes: how is your first week going?”"),
        "team_two_weeks": _("“{hello}, two weeks already. How are you?”"),
        "team_month": _("“{hello}, a month already. How are you?”"),
    }


def _patterns() -> dict[Action, str]:
    return {
        _A.CALL: _("“Hi {name}, it’s {me}, as promised. Still a good time?”"),
        _A.ANSWER: _("“Hi {name}, it’s {me}. What were you hoping to find?”"),
        _A.APOLOGISE: _("“Hi {name}, I said I would, and I didn’t. I am sorry.”"),
        _A.FIX: _("“Hi {name}, I want to put this right. Here is how.”"),
        _A.CARE_ONLY: _("“Thinking of you, {name}. Nothing you need to do.”"),
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
