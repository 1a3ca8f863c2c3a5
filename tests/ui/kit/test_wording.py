"""Words that stand for what the program itself noted."""

from planner.ui.kit import wording


def test_an_entry_noted_by_the_program_says_what_it_is_about_in_words() -> None:
    assert wording.about("joined") == "joined the team"
    assert wording.about("hosts") == "will host"
    assert wording.about("winter skin") == "winter skin"


def test_a_note_against_a_rule_says_so_in_words() -> None:
    assert wording.about("G7") == "Against a hold (G7), because:"
    assert wording.about("G-strings") == "G-strings"
