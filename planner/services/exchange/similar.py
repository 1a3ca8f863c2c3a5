"""How alike two names are, and whether they may belong to one person."""

from __future__ import annotations

from planner.domain.search import fold

_ALIKE = 0.75
_PREFIX = 4


def same_person(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Whether two names (whole, given, family) do not contradict each other; a missing name contradicts nothing."""
    name, given, family = (fold(part) for part in one)
    other_name, other_given, other_family = (fold(part) for part in other)
    if not name or not other_name or name == other_name:
        return True
    if given and other_given and family and other_family:
        if (given, family) == (other_family, other_given):
            return True
        return min(likeness(given, other_given), likeness(family, other_family)) >= _ALIKE
    if given and other_given and not (family and other_family):
        return likeness(given, other_given) >= _ALIKE
    return likeness(name, other_name) >= _ALIKE


def likeness(one: str, other: str) -> float:
    """Jaro-Winkler: 1 for equal texts, 0 for texts that share nothing."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    reach = max(max(len(one), len(other)) // 2 - 1, 0)
    taken = [False] * len(other)
    matched: list[str] = []
    for at, letter in enumerate(one):
        for there in range(max(0, at - reach), min(len(other), at + reach + 1)):
            if not taken[there] and other[there] == letter:
                taken[there] = True
                matched.append(letter)
                break
    if not matched:
        return 0.0
    there_matched = [letter for letter, is_taken in zip(other, taken, strict=True) if is_taken]
    swapped = sum(a != b for a, b in zip(matched, there_matched, strict=True)) / 2
    count = len(matched)
    jaro = (count / len(one) + count / len(other) + (count - swapped) / count) / 3
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return jaro + min(shared, _PREFIX) * 0.1 * (1 - jaro)
