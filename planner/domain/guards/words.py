"""Guards about the words: voicemails, first messages, claims (G8, G11, G17)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from planner.domain.case import Case
from planner.domain.guards.verdict import Intent, Verdict, hard, hold
from planner.domain.rulebook import table
from planner.domain.touch import Channel

_LINK = re.compile(r"https?://|www\.|\b[\w-]+\.(?:com|net|org|shop|me|link|ly)\b", re.IGNORECASE)
_PRICE = re.compile(r"[$€£]\s?\d|\d\s?(?:[$€£]|\b(?:dollars|euros|usd|eur)\b)", re.IGNORECASE)


def voicemail_without_ask(_case: Case, intent: Intent) -> Iterator[Verdict]:
    """G8: nothing is sold, booked or offered on a voicemail (004-21)."""
    if intent.is_ask and intent.channel is Channel.VOICEMAIL:
        yield hard("G8", "no_ask_on_voicemail")


def first_message_plain(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G11: no link, no price and no offer in a first message to a stranger (000-26)."""
    if case.knows_us or not intent.text:
        return
    if _LINK.search(intent.text):
        yield hard("G11", "no_link_first")
    elif _PRICE.search(intent.text):
        yield hard("G11", "no_price_first")


def honest_words(_case: Case, intent: Intent) -> Iterator[Verdict]:
    """G17: no promised income, no cure, no false hurry, no disguise (002-17, 002-22, 003-17)."""
    text = intent.text.casefold()
    if not text:
        return
    for kind, words in _lists().items():
        found = next((word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)), None)
        if found is not None:
            yield hold("G17", "trick_words", kind=kind, word=found)


@cache
def _lists() -> dict[str, list[str]]:
    return {row["kind"]: row["words"] for row in table("trick_words")["rows"]}
