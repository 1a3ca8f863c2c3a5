"""Days and times as people type them in Spanish, where words stand in another order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest

from planner.domain.moment import Moment
from planner.domain.promise import Window
from planner.ui.kit import i18n
from planner.ui.kit.plain_dates import Look, Unclear, Understood, parse, shown

SUNDAY = Moment.at(datetime.fromisoformat("2026-11-22T13:12"), "America/Mexico_City")
EXACT, DAY, WEEK, MONTH = Window.EXACT, Window.DAY, Window.WEEK, Window.MONTH
MORNING, AFTERNOON, EVENING = Window.MORNING, Window.AFTERNOON, Window.EVENING


@pytest.fixture(autouse=True)
def _spanish() -> Iterator[None]:
    i18n.use_language("es", "MX")
    yield
    i18n.use_language("en", "US")


def on(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


AHEAD = [
    ("mar 5pm", on(11, 24), time(17), EXACT),
    ("el martes a las 5 de la tarde", on(11, 24), time(17), EXACT),
    ("martes a las 10 en punto", on(11, 24), time(10), EXACT),
    ("martes 17:30", on(11, 24), time(17, 30), EXACT),
    ("miércoles a las 2 y media", on(11, 25), time(14, 30), EXACT),
    ("miercoles 9 y cuarto de la mañana", on(11, 25), time(9, 15), EXACT),
    ("jueves cuarto para las 10", on(11, 26), time(9, 45), EXACT),
    ("jueves 10 menos cuarto", on(11, 26), time(9, 45), EXACT),
    ("mañana", on(11, 23), None, DAY),
    ("mañana por la mañana", on(11, 23), None, MORNING),
    ("mañana en la tarde", on(11, 23), None, AFTERNOON),
    ("mañana a las 8 de la noche", on(11, 23), time(20), EXACT),
    ("mañana 10am", on(11, 23), time(10), EXACT),
    ("mañana a las 10:00 a. m.", on(11, 23), time(10), EXACT),
    ("pasado mañana", on(11, 24), None, DAY),
    ("jueves por la mañana", on(11, 26), None, MORNING),
    ("sábado en la noche", on(11, 28), None, EVENING),
    ("esta noche", on(11, 22), None, EVENING),
    ("hoy en la noche a las 8", on(11, 22), time(20), EXACT),
    ("esta tarde", on(11, 22), None, AFTERNOON),
    ("hoy 5pm", on(11, 22), time(17), EXACT),
    ("mañana al mediodía", on(11, 23), time(12), EXACT),
    ("en 2 semanas", on(12, 6), None, DAY),
    ("en una semana", on(11, 29), None, DAY),
    ("dentro de tres días", on(11, 25), None, DAY),
    ("en un mes", on(12, 22), None, DAY),
    ("en 30 días", on(12, 22), None, DAY),
    ("en 6 meses", on(5, 22, 2027), None, DAY),
    ("en 2 días 5pm", on(11, 24), time(17), EXACT),
    ("en 20 minutos", on(11, 22), time(13, 32), EXACT),
    ("en media hora", on(11, 22), time(13, 42), EXACT),
    ("dentro de una hora", on(11, 22), time(14, 12), EXACT),
    ("ahora", on(11, 22), time(13, 12), EXACT),
    ("viernes", on(11, 27), None, DAY),
    ("este viernes", on(11, 27), None, DAY),
    ("el próximo viernes", on(11, 27), None, DAY),
    ("el viernes que viene", on(11, 27), None, DAY),
    ("este fin de semana", on(11, 22), None, DAY),
    ("el próximo fin de semana", on(11, 29), None, DAY),
    ("próxima semana", on(11, 23), None, WEEK),
    ("la semana que viene", on(11, 23), None, WEEK),
    ("el mes que viene", on(12, 1), None, MONTH),
    ("a fin de mes", on(11, 30), None, DAY),
    ("en marzo", on(3, 1, 2027), None, MONTH),
    ("marzo de 2028", on(3, 1, 2028), None, MONTH),
    ("3 de marzo", on(3, 3, 2027), None, DAY),
    ("el 1º de marzo de 2028 a las 4pm", on(3, 1, 2028), time(16), EXACT),
    ("1 dic 14:30", on(12, 1), time(14, 30), EXACT),
    ("15 ene", on(1, 15, 2027), None, DAY),
    ("14/3", on(3, 14, 2027), None, DAY),
    ("14/3 por la mañana", on(3, 14, 2027), None, MORNING),
    ("5/12 a las 14:00", on(12, 5), time(14), EXACT),
    ("sáb 2pm", on(11, 28), time(14), EXACT),
    ("el 15", on(12, 15), None, DAY),
    ("el 15 a las 3", on(12, 15), time(15), EXACT),
    ("llámame el martes a las 5 por favor", on(11, 24), time(17), EXACT),
]


@pytest.mark.parametrize(("text", "day", "at", "window"), AHEAD, ids=[row[0] for row in AHEAD])
def test_understands_what_lies_ahead(text: str, day: date, at: time | None, window: Window) -> None:
    assert parse(text, SUNDAY, month_first=False) == Understood(day, at, window)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hoy", on(11, 22)),
        ("ayer", on(11, 21)),
        ("anteayer", on(11, 20)),
        ("martes", on(11, 17)),
        ("el martes pasado", on(11, 17)),
        ("hace 3 días", on(11, 19)),
        ("hace dos semanas", on(11, 8)),
        ("2 semanas atrás", on(11, 8)),
        ("hace un mes", on(10, 22)),
        ("24 de diciembre", on(12, 24, 2025)),
        ("el 5", on(11, 5)),
    ],
)
def test_understands_what_lies_behind(text: str, day: date) -> None:
    understood = parse(text, SUNDAY, month_first=False, look=Look.BACK)
    assert isinstance(understood, Understood)
    assert understood.on == day


@pytest.mark.parametrize("text", ["pronto", "lunes o martes", "martes después del yoga"])
def test_does_not_guess(text: str) -> None:
    assert isinstance(parse(text, SUNDAY, month_first=False), Unclear)


@pytest.mark.parametrize("country", ["MX", "US", "CO", "AR", "ES"])
def test_the_words_shown_back_can_be_typed_again(country: str) -> None:
    i18n.use_language("es", country)
    for text, *_rest in AHEAD:
        understood = parse(text, SUNDAY, month_first=False)
        assert isinstance(understood, Understood)
        if understood.is_a_day:
            assert parse(shown(understood, SUNDAY.today), SUNDAY, month_first=False) == understood
