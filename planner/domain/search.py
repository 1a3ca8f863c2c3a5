"""Finding people by whatever one remembers of them: the search form of a person and of a question.

A person's search form holds the folded words of name, company, mail, city and tags and the digits of every phone,
each word behind two blanks. One trigram index then serves every length of word: one letter becomes ``"  m"`` and two
become ``" ma"``, both the beginning of a word; from three letters on a needle may stand anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST_FINGERPRINT = 1500
"""Characters kept of a search form, so that thirty phones or a page pasted as a name cost nobody speed."""

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


def fingerprint(*texts: str, phones: Iterable[str] = ()) -> str:
    """The search form of a person from any ``texts`` about them and their numbers, E.164 or as typed."""
    seen = dict.fromkeys(word for text in texts if text for word in words(text))
    seen.update(dict.fromkeys(number for phone in phones if (number := digits(phone))))
    return "".join("  " + word for word in seen)[:LONGEST_FINGERPRINT]


def sort_key(shown: str) -> str:
    """Where a person stands in the alphabet: by the letters of what a list shows of them, as it shows them."""
    return " ".join(_WORDS.findall(_APOSTROPHES.sub("", fold(shown))))[:120]


def needles(text: str) -> tuple[str, ...]:
    """What must stand in a search form for ``text`` to be found there; empty when nothing was asked."""
    asked = text[:LONGEST_QUESTION]
    if _PHONE_LIKE.fullmatch(asked) and digits(asked):
        return _phone_needles(asked)
    return tuple(dict.fromkeys(_padded(word) for word in _WORDS.findall(_APOSTROPHES.sub("", fold(asked)))))


def match_query(asked: Iterable[str]) -> str:
    """The full-text query for needles: every one quoted, all of them required. They hold letters, digits and blanks."""
    return " AND ".join(f'"{needle}"' for needle in asked)


def _padded(word: str) -> str:
    return word.rjust(3) if len(word) < 3 else word


def _phone_needles(text: str) -> tuple[str, ...]:
    """Digits in any spelling: groups of three and more may stand apart, shorter ones are read as one number."""
    groups = [digits(group) for group in re.split(r"[\s()./-]+", _TRUNK.sub(" ", text)) if digits(group)]
    if all(len(group) >= 3 for group in groups) and not groups[0].startswith("0"):
        return tuple(dict.fromkeys(groups))
    number = "".join(groups)
    return (_padded(number.lstrip("0") or number),)
