"""Headers of columns understood by their words, in English, German, French and Spanish."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from planner.services.exchange.mapping.fields import Field, Target
from planner.services.exchange.mapping.vocabulary import BASES, FILLERS, LABELLED, QUALIFIERS

_TARGETS: dict[str, Target] = {word: Target(each) for each, words in BASES.items() for word in words.split()} | LABELLED
_TOKENS = sorted({*QUALIFIERS, *_TARGETS})
_PLACES = frozenset({"work", "home", "other"})
_NUMBER = re.compile(r"(\d+)$")


@lru_cache(maxsize=4096)
def understand(header: str) -> Target | None:
    """Where a column with this header goes, by its words alone; None when no word is known."""
    tokens, number = _tokens(header)
    if not tokens:
        return None
    if tokens == ["cp"]:
        return Target(Field.POSTCODE, group="address ")
    labels = [QUALIFIERS[token] for token in tokens if token in QUALIFIERS]
    bare = [token for token in tokens if token not in QUALIFIERS]
    without_place = [token for token in tokens if QUALIFIERS.get(token) not in _PLACES and token not in FILLERS]
    tries = (
        tokens,
        bare,
        [t for t in bare if t not in FILLERS],
        [t for t in tokens if t not in FILLERS],
        without_place,
    )
    for words in tries:
        for target in _looked_up(words):
            return _labelled(target, labels, number)
    joined = "".join(tokens)
    if any(word in joined for word in ("optout", "unsubscrib", "donotcall", "donotcontact")):
        return Target(Field.STOP)
    return Target(Field.EVIDENCE) if any(word in joined for word in ("optin", "consent", "einwillig")) else None


def knows(header: str) -> bool:
    """Whether ``header`` is a word that heads columns."""
    return len(header) < 60 and understand(header.strip()) is not None


def normal(header: str) -> str:
    """Letters and digits of a header without accents and capitals."""
    return "".join(_tokens(header, keeps_number=True)[0])


def _looked_up(words: list[str]) -> list[Target]:
    joined = "".join(words)
    found = _TARGETS.get(joined) or (_TARGETS.get(joined[:-1]) if joined.endswith("s") and len(joined) > 4 else None)
    return [found] if found else []


def _labelled(target: Target, labels: list[str], number: int) -> Target:
    if target.field is Field.STOP:
        return target
    if target.field is Field.PHONE:
        label = "fax" if "fax" in labels else next(iter(labels), "")
        if "fax" in labels and (place := next((each for each in labels if each in _PLACES), "")):
            label = f"{place} fax"
        return Target(Field.PHONE, label)
    place = next((each for each in labels if each in _PLACES), "")
    if target.field in ADDRESS_FIELDS:
        return Target(target.field, place, f"address {place}", number)
    if target.field in (Field.EMAIL, Field.SHOWN):
        return Target(target.field, place, f"email {place} {number or 1}")
    return target


def _tokens(header: str, *, keeps_number: bool = False) -> tuple[list[str], int]:
    text = header.replace("ß", "ss").replace("#", " number ").replace("\ufffd", "\x01")
    text = re.sub(r"(?<=[a-zäöüß])(?=[A-Z][a-z])", " ", text)
    bare = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    bare = re.sub(r"\be[\s-]mail", "email", bare.replace("'", "").replace("’", ""))
    tokens = [_mended(token) for token in re.findall(r"[^\W_\x01]*(?:\x01[^\W_\x01]*)+|[^\W_]+", bare)]
    number = 0
    if tokens and not keeps_number:
        if tokens[-1].isdecimal() and len(tokens) > 1:
            number = int(tokens.pop()[:3])
        elif (tail := _NUMBER.search(tokens[-1])) and len(tokens[-1]) > len(tail[0]):
            number, tokens[-1] = int(tail[0][:3]), tokens[-1][: -len(tail[0])]
        number = number or next((int(token[:3]) for token in tokens if token.isdecimal()), 0)
        tokens = [token for token in tokens if not token.isdecimal()]
    return tokens, number


def _mended(token: str) -> str:
    """A word in which letters were lost (U+FFFD) and any letter may stand for them."""
    if "\x01" not in token:
        return token
    pattern = re.compile(re.escape(token).replace("\x01", ".{1,2}"))
    return next((word for word in _TOKENS if pattern.fullmatch(word)), token.replace("\x01", ""))


ADDRESS_FIELDS = frozenset(
    {
        Field.STREET,
        Field.CITY,
        Field.REGION,
        Field.POSTCODE,
        Field.POSTCODE_CITY,
        Field.COUNTRY,
        Field.PO_BOX,
        Field.WHOLE_ADDRESS,
    }
)
