"""What scripts read of a move, against the schema that describes it."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from planner.domain.move import Action, Band
from planner.models.book import Book
from planner.services import answers
from planner.services.changes import Changes
from planner.services.preferences import PreferencesStore
from planner.services.today import Today
from planner.ui.kit import i18n, wording
from tests.services.test_today import MORNING, _crowd

SCHEMA = json.loads(Path("resources/schema/move.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.use_language("en", "US")


def _moves(book: Book, seed: int) -> list[dict[str, Any]]:
    _crowd(book, Random(seed), 120, MORNING)
    told = answers.Told(wording.because, wording.explanation, MORNING.zone)
    today = Today(book, PreferencesStore(book, Changes()))
    ids = [row[0] for row in book.rows("SELECT id FROM person")]
    return [answers.card_answer(today.card(person_id, MORNING), told) for person_id in ids]


@pytest.mark.rule("D7")
@pytest.mark.parametrize("seed", [201, 202, 203])
def test_every_move_of_anybody_is_as_the_schema_says(book: Book, seed: int) -> None:
    validator = Draft202012Validator(SCHEMA)
    for found in _moves(book, seed):
        validator.validate(json.loads(json.dumps(found)))


@pytest.mark.rule("D7")
@pytest.mark.parametrize("seed", [301, 302, 303])
def test_every_move_is_explained_in_few_words_by_rules(book: Book, seed: int) -> None:
    for found in _moves(book, seed):
        assert 0 < len(found["explanation"].split()) <= 35, found["explanation"]
        assert all(found["explained_by"])
        assert found["explained_by"][0] == found["reasons"][0]["rule"], "the reason that won is told first"


def test_the_schema_knows_every_word_and_says_a_sentence_about_every_field() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["action"]["enum"] == [each.value for each in Action]
    assert SCHEMA["properties"]["band"]["enum"][:-1] == [each.value for each in Band]
    assert all(field["description"].endswith(".") for field in SCHEMA["properties"].values())
