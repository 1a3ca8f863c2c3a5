"""What of a pasted mail is about its writer: without what they answer to, greetings of programs, and small print."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planner.domain.text import passage

LONGEST = 20_000
"""Characters that are looked at; nobody's signature is longer."""

_QUOTE_BEGINS = re.compile(
    r"(-+\s*(original message|ursprüngliche nachricht|message d'origine|mensaje original|forwarded message)\s*-*"
    r"|(on|am|le|el|op|il)\s.{4,120}\b(wrote|schrieb|écrit|escribió|schreef|scritto)\b.{0,120}:"
    r"|_{10,})",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?P<what>from|von|de|to|an|à|para|cc|bcc|date|datum|sent|gesendet|envoyé|enviado|subject|betreff|objet|asunto|"
    r"reply-to)\s*:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_FROM = frozenset({"from", "von", "de", "reply-to"})
_SUBJECT = frozenset({"subject", "betreff", "objet", "asunto"})
_SMALL_PRINT = re.compile(
    r"(sent from my |get outlook for |gesendet mit |von meinem \w+ gesendet|envoyé de mon |enviado desde mi |"
    r"confidentiality notice|"
    r"(this|the information in this) (e-?mail|message)\b.*(confidential|intended|contact form|sent (from|via|through))|"
    r"diese e-?mail (enthält|ist|wurde)|ce message .*confidentiel|este (correo|mensaje) .*confidencial|"
    r"please consider the environment|(you are )?receiving this (e-?mail|message) because|"
    r"(unsubscribe|powered by|manage your preferences)\b|\[?image\b.*|\[cid:.*)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\s*(>\s?)+")


@dataclass(slots=True)
class Trimmed:
    """The lines that are left, whom the head of the mail names, and what it was about."""

    lines: list[str] = field(default_factory=list)
    sender: str = ""
    subject: str = ""


def trimmed(text: str) -> Trimmed:
    """The lines of a paste without what its writer quotes; empty lines stay, they part one thing from another."""
    lines = [line.strip(" \t*") if line.strip(" \t*-_=~") else "" for line in passage(text[:LONGEST]).split("\n")]
    if lines and all(_QUOTED.match(line) for line in lines if line):
        lines = [_QUOTED.sub("", line).strip() for line in lines]
    found = Trimmed()
    rest = _without_head(lines, found)
    for at, line in enumerate(rest):
        if _QUOTE_BEGINS.match(line) or (_begins_head(rest, at) and any(found.lines)):
            break
        if not _QUOTED.match(line) and not _SMALL_PRINT.match(line):
            found.lines.append(line)
    return found


def _begins_head(lines: list[str], at: int) -> bool:
    """Whether the mail that was answered begins here, with its From and its Date below each other."""
    heads = [match["what"].lower() for line in lines[at : at + 3] if (match := _HEAD.match(line))]
    return len(heads) >= 2 and heads[0] in _FROM


def _without_head(lines: list[str], found: Trimmed) -> list[str]:
    """The lines below the head of a mail, if the paste begins with one."""
    start = next((at for at, line in enumerate(lines) if line), 0)
    at = start
    while at < len(lines) and (head := _HEAD.match(lines[at])):
        what = head["what"].lower()
        if what in _FROM:
            found.sender = head["value"] if what == "reply-to" else found.sender or head["value"]
        elif what in _SUBJECT:
            found.subject = head["value"]
        at += 1
    return lines[at:] if at - start >= 2 or found.sender else lines
