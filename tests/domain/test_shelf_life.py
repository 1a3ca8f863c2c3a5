"""How long one piece usually lasts, by what it is called in either language."""

from __future__ import annotations

import pytest

from planner.domain.shelf_life import usual_days


@pytest.mark.rule("D6.4")
@pytest.mark.parametrize(
    ("english", "spanish", "days"),
    [
        ("Vitamin C serum", "Sérum de vitamina C", 50),
        ("Night lipstick", "Labial de noche", 120),
        ("Cedar candle", "Vela de cedro", 45),
        ("Dish soap", "Lavaplatos", 60),
        ("Kitchen knife", "Cuchillo de cocina", None),
        ("Something else", "Otra cosa", None),
    ],
)
def test_a_thing_is_known_in_either_language(english: str, spanish: str, days: int | None) -> None:
    assert usual_days(english) == usual_days(spanish) == days
