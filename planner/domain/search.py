"""Finding people by whatever one remembers of them: the search form of a person and of a question.

A person's search form holds the folded words of what they are called, then mail addresses and the digits of every
phone, then company, towns and tags, each word behind two blanks; what was noted about them has a form of its own.
One trigram index then serves every length of word: one letter becomes ``"  m"`` and two become ``" ma"``, both the
beginning of a word; from three letters on a needle may stand anywhere. Signs between the words tell where a needle
was found: ``#`` before each word of a name, ``<`` after the names, ``>`` after the ways to reach somebody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST_FINGERPRINT = 1500
"""Characters kept of a search form, so that thirty phones or a page pasted as a name cost nobody speed."""

LONGEST_NOTES = 1200
"""Characters kept of the form of notes; the first ones given are kept."""

NAME_WORD, NAMES_END, REACH_END = "#", "<", ">"
"""Before a word of a name, after the names, and after the ways to reach somebody."""

AROUND = 36
"""Characters shown around a word that was found in a note."""

LONGEST_QUESTION = 200
"""Characters of a question that are looked at."""

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t",
    }
)  # fmt: skip
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+")
_APOSTROPHES = re.compile("(?<=\\w)['`´\u02bc\u2018\u2019](?=\\w)")
_WORDS = re.compile("[^\\W_]+|[\u2600-\u27bf\U0001f300-\U0001faff]+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_NOT_DIGITS = re.compile(r"\D+")
_PHONE_LIKE = re.compile(r"[\d\s()+./-]+")
_TRUNK = re.compile(r"\(0\)")


def fold(text: str) -> str:
    """``text`` without capitals and accents: ``Zielińska`` and ``ZIELINSKA`` fold to the same."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def words(text: str) -> list[str]:
    """The folded words of ``text``; ``O'Neil`` gives ``oneil`` and its parts, unspaced scripts every ending."""
    folded = fold(text)
    found = _WORDS.findall(folded)
    if len(found) > 1:
        joined = _WORDS.findall(_APOSTROPHES.sub("", folded))
        found = joined + [word for word in found if word not in joined]
    if folded.isascii():
        return found
    endings = [word[at:] for word in found if len(word) <= 8 and _UNSPACED.search(word) for at in range(1, len(word))]
    return found + endings


def digits(text: str) -> str:
    """The digits of a phone number as plain ASCII digits."""
    return _NOT_DIGITS.sub("", unicodedata.normalize("NFKC", text))


def fingerprint(*names: str, reach: Iterable[str] = (), phones: Iterable[str] = (), places: Iterable[str] = ()) -> str:
    """The search form of a person from their names, mail addresses, numbers (E.164 or as typed), and what is near."""
    seen = dict.fromkeys(word for text in names if text for word in words(text))
    called = "".join(f"{NAME_WORD}  {word}" for word in seen)
    numbers = dict.fromkeys(number for phone in phones if (number := digits(phone)))
    ways = _new_words(seen, (*numbers, *(word for text in reach for word in words(text))))
    near = _new_words(seen, (word for text in places for word in words(text)))
    return f"{called}{NAMES_END}{ways}{REACH_END}{near}"[:LONGEST_FINGERPRINT]


def notes_form(form: str, notes: Iterable[str]) -> str:
    """The form of what was noted about a person, without what their search form ``form`` has already."""
    seen = dict.fromkeys(_WORDS.findall(form))
    found: list[str] = []
    room = LONGEST_NOTES
    for text in notes:
        if room <= 0:
            break
        found.append(_new_words(seen, words(text)))
        room -= len(found[-1])
    return "".join(found)[:LONGEST_NOTES]


def _new_words(seen: dict[str, None], more: Iterable[str]) -> str:
    """The form of the words not seen yet, which are seen from now on."""
    new = [word for word in dict.fromkeys(more) if word not in seen]
    seen.update(dict.fromkeys(new))
    return "".join("  " + word for word in new)


def sort_key(shown: str) -> str:
    """Where a person stands in the alphabet: by the letters of what a list shows of them, as it shows them."""
    return " ".join(_WORDS.findall(_APOSTROPHES.sub("", fold(shown))))[:120]


def beginning(text: str) -> str:
    """How the place in the alphabet begins of whoever is called what was typed; empty for a number."""
    asked = text[:LONGEST_QUESTION]
    return "" if _PHONE_LIKE.fullmatch(asked) else sort_key(asked)


def needles(text: str) -> tuple[str, ...]:
    """What must stand in a search form for ``text`` to be found there; empty when nothing was asked."""
    asked = text[:LONGEST_QUESTION]
    if _PHONE_LIKE.fullmatch(asked) and digits(asked):
        return _phone_needles(asked)
    return tuple(dict.fromkeys(_padded(word) for word in _WORDS.findall(_APOSTROPHES.sub("", fold(asked)))))


def match_query(asked: Iterable[str]) -> str:
    """The full-text query for needles: every one quoted, all of them required. They hold letters, digits and blanks.

    One or two letters are looked for in the form alone: every note would have them.
    """
    return " AND ".join(f'fp : "{needle}"' if is_short(needle) else f'"{needle}"' for needle in asked)


def form_query(asked: Iterable[str]) -> str:
    """The same, but for needles that must all stand in the form and not in notes."""
    return " AND ".join(f'fp : "{needle}"' for needle in asked)


def names_query(asked: Iterable[str]) -> str:
    """The same for the index that has only what people are called."""
    return " AND ".join(f'"{needle}"' for needle in asked)


def stands_in(needle: str, text: str) -> bool:
    """Whether a needle would be found in the form of a text."""
    return any(needle in f"  {word}" for word in words(text))


def around(needle: str, text: str) -> str:
    """The word of a text in which a needle stands, near the front and with some words after it: room may be short."""
    told = text.split()
    at = next((at for at, word in enumerate(told) if stands_in(needle, word)), 0)
    first, last = max(0, at - 1), at + 1
    while last < len(told) and len(" ".join(told[first : last + 1])) <= AROUND:
        last += 1
    while first > 0 and len(" ".join(told[first - 1 : last])) <= AROUND:
        first -= 1
    shown = " ".join(told[first:last])
    return ("\u2026" if first else "") + shown + ("\u2026" if last < len(told) else "")


def is_short(needle: str) -> bool:
    """Whether a needle is one or two letters at the beginning of a word."""
    return needle.startswith(" ")


def name_needles(asked: Iterable[str]) -> tuple[str, ...]:
    """Needles for words of a name that begin so."""
    return tuple(f"{NAME_WORD}  {needle.strip()}" for needle in asked)


def _padded(word: str) -> str:
    return word.rjust(3) if len(word) < 3 else word


def _phone_needles(text: str) -> tuple[str, ...]:
    """Digits in any spelling: groups of three and more may stand apart, shorter ones are read as one number."""
    groups = [digits(group) for group in re.split(r"[\s()./-]+", _TRUNK.sub(" ", text)) if digits(group)]
    if all(len(group) >= 3 for group in groups) and not groups[0].startswith("0"):
        return tuple(dict.fromkeys(groups))
    number = "".join(groups)
    return (_padded(number.lstrip("0") or number),)
