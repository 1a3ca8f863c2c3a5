"""Warmbook without windows: what scripts ask, and what they are told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from planner import cli
from planner.__main__ import main as planner_main
from planner.domain import law
from planner.domain.errors import PlannerError
from planner.models.book import Book
from planner.ui.kit import i18n

ROOT = Path(__file__).resolve().parent.parent
WHEN = ("--at", "2026-11-23T09:00", "--zone", "America/Denver")
CARD = """BEGIN:VCARD
VERSION:3.0
FN:Ann Hill
TEL;TYPE=CELL:(303) 555-0142
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Bea Nowak
EMAIL:bea@example.com
END:VCARD
"""


@pytest.fixture(autouse=True)
def _english(qapp: object) -> None:
    """In English, with the application that every other test expects to find: a sheet would make one of its own."""
    assert qapp is not None
    i18n.use_language("en", "US")


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "sample.warmbook"
    assert cli.main(["demo", "--book", str(path), *WHEN]) == 0
    capsys.readouterr()
    return path


class Answers:
    """Runs verbs in this process and reads what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str], book: Path) -> None:
        self._capsys = capsys
        self.book = book

    def run(self, *words: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = cli.main([*words, "--book", str(self.book), *(() if "--at" in words else WHEN)])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def json(self, *words: str) -> Any:
        code, out, err = self.run(*words, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)


@pytest.fixture
def ask(sample: Path, capsys: pytest.CaptureFixture[str]) -> Answers:
    return Answers(capsys, sample)


@pytest.fixture
def ask_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Answers:
    return Answers(capsys, tmp_path / "new.warmbook")


# --------------------------------------------------------------------------------- today and move


@pytest.mark.platform
def test_today_reads_like_a_list(ask: Answers) -> None:
    code, out, err = ask.run("today")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].endswith("10 people")
    assert [line for line in lines if line.isupper()] == ["CALL NOW", "LATER TODAY", "WRITE", "NOT TODAY"]
    maria = next(place for place, line in enumerate(lines) if "Maria Delgado" in line)
    assert lines[maria] == "  Maria Delgado  (303) 555-0101  2:30 PM"
    assert lines[maria + 1].strip() == "Text, then call at 2:30 PM as promised"
    assert lines[maria + 2].endswith("[D7.2]")


def test_today_in_json_has_names_that_stay(ask: Answers) -> None:
    day = ask.json("today")
    assert set(day) == {
        "on", "zone", "call_now", "later", "write", "not_today", "waiting", "homework", "must", "capacity",
        "talks_today", "given_week", "asked_week", "tomorrow", "back_on", "resting", "next_on", "next_name", "is_done",
        "offered_places", "fresh_start",
    }  # fmt: skip
    assert (day["on"], day["zone"], day["capacity"], day["homework"]) == ("2026-11-23", "America/Denver", 10, 3)
    (maria,) = [card for card in day["later"] if card["name"] == "Maria Delgado"]
    assert set(maria) == {
        "person_id", "name", "action", "band", "rank", "channel", "purpose", "then_call", "opens_at", "closes_at",
        "window", "due_on", "due_at", "wait_until", "is_late", "is_hot", "explanation", "explained_by", "reasons",
        "holds", "otherwise", "ref_id", "phone", "may_call", "may_text", "local_time", "zones", "zone_is_guessed",
        "carried",
    }  # fmt: skip
    assert (maria["action"], maria["band"], maria["channel"], maria["then_call"]) == ("call", "callback", "text", True)
    assert (maria["due_at"], maria["due_on"], maria["is_late"]) == ("2026-11-23T21:30:00Z", "2026-11-23", False)
    assert maria["phone"] == "+13035550101"
    assert maria["reasons"][0]["rule"] == "D7.2"
    assert maria["reasons"][0]["facts"]["reason"] == "the vitamin C serum sample"
    assert "vitamin C" in maria["reasons"][0]["sentence"]


def test_the_clock_is_an_argument(ask: Answers) -> None:
    evening = ask.json("today", "--at", "2026-11-23T15:00", "--zone", "America/Denver")
    assert "Maria Delgado" in [card["name"] for card in evening["call_now"]]
    december = ask.json("today", "--at", "2026-12-30T09:00", "--zone", "America/Chicago")
    assert (december["on"], december["zone"]) == ("2026-12-30", "America/Chicago")


@pytest.mark.parametrize("said", ["Maria Delgado", "maria delgado", "maria", "1"])
def test_move_finds_the_person_meant(ask: Answers, said: str) -> None:
    move = ask.json("move", said)
    assert (move["person_id"], move["name"], move["action"]) == (1, "Maria Delgado", "call")
    assert {"rule", "code", "facts", "sentence"} == set(move["reasons"][0])


@pytest.mark.practice("000-02")
def test_a_stranger_gets_homework_and_no_call(ask: Answers) -> None:
    move = ask.json("move", "Kim Ito")
    assert move["action"] == "homework"
    assert move["reasons"][0]["rule"] == "G13"
    listed = ask.json("today")
    assert "Kim Ito" not in [card["name"] for lane in ("call_now", "later", "write") for card in listed[lane]]


def test_move_says_why_in_words(ask: Answers) -> None:
    code, out, _err = ask.run("move", "Sam Marsh")
    assert code == 0
    assert out.startswith("Sam Marsh: ")
    assert "[G5]" in out or "[D7" in out


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Nobody Atall", "Nobody in the book is called Nobody Atall."),
        ("4711", "Nobody in the book has the number 4711."),
        ("Reyes", "Several people match Reyes: "),
    ],
)
def test_move_refuses_kindly_whom_it_can_not_find(ask: Answers, said: str, told: str) -> None:
    code, out, err = ask.run("move", said)
    assert (code, out) == (1, "")
    assert err.startswith(told)
    assert err.count("\n") == 1


# ---------------------------------------------------------------------- sheet, export, check, import


@pytest.mark.platform
def test_a_sheet_is_written_numbered_and_remembered(ask: Answers, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    answer = ask.json("sheet", "--pdf", str(file), "--paper", "a4")
    assert answer == {"number": 47, "pages": 2, "people": 10, "file": str(file)}
    assert file.read_bytes().startswith(b"%PDF-")
    assert ask.json("sheet", "--pdf", str(file))["number"] == 48


@pytest.mark.platform
def test_a_sheet_that_can_not_be_written_has_no_number(ask: Answers, tmp_path: Path) -> None:
    code, out, err = ask.run("sheet", "--pdf", str(tmp_path / "nowhere" / "sheet.pdf"))
    assert (code, out) == (1, "")
    assert err.strip()
    book = Book.open(ask.book)
    assert book.value("SELECT max(number) FROM sheet") == 46
    book.close()


def test_nobody_on_the_list_means_no_sheet(ask_new: Answers, tmp_path: Path) -> None:
    Book.open(ask_new.book).close()
    code, _out, err = ask_new.run("sheet", "--pdf", str(tmp_path / "sheet.pdf"))
    assert code == 1
    assert err == "Nobody is on today’s list, so there is no sheet to print.\n"
    assert not (tmp_path / "sheet.pdf").exists()


@pytest.mark.platform
def test_export_writes_everybody(ask: Answers, tmp_path: Path) -> None:
    file = tmp_path / "book.json"
    assert ask.json("export", str(file)) == {"people": 60, "file": str(file)}
    exported = json.loads(file.read_text(encoding="utf-8"))
    assert exported["format"] == "warmbook-book"
    assert len(exported["people"]) == 60


@pytest.mark.platform
def test_a_list_is_brought_in_and_a_second_time_finds_everybody(ask_new: Answers, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    file.write_text(CARD, encoding="utf-8")
    answer = ask_new.json("import", str(file))
    assert (answer["added"], answer["already"], answer["skipped"]) == (2, 0, 0)
    assert ask_new.json("move", "Ann")["name"] == "Ann Hill"
    again = ask_new.json("import", str(file))
    assert (again["added"], again["already"], again["batch_id"]) == (0, 2, None)
    code, out, err = ask_new.run("import", str(file))
    assert (code, out, err) == (0, "Nobody new is in people.vcf, 2 were already there.\n", "")
    assert ask_new.json("check")["people"] == 2


def test_a_whole_book_a_second_time_finds_everybody(ask: Answers, ask_new: Answers, tmp_path: Path) -> None:
    file, later = tmp_path / "book.json", tmp_path / "later.json"
    ask.run("export", str(file))
    ask_new.run("import", str(file))
    again = ask_new.json("import", str(file))
    assert (again["added"], again["already"]) == (0, 60)
    assert ask_new.run("import", str(file))[1] == "Nobody new is in book.json, 60 were already there.\n"
    ask_new.run("sheet", "--pdf", str(tmp_path / "sheet.pdf"))
    ask_new.run("export", str(later))
    before = ask_new.json("check")
    assert ask_new.json("import", str(later))["already"] == 60
    assert ask_new.json("check") == before


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "cut.json",
            '{"format": "warmbook-book",\n "people": [',
            "cut.json is not valid JSON; look at line 2, column 13.",
        ),
        ("cut.json", '{"people":\n [1, 2', "cut.json is not valid JSON; look at line 2, column 7."),
        (
            "x.json",
            '{"people": []}',
            "x.json is not a Warmbook book. Contacts come in as CSV or as contact cards (.vcf).",
        ),
    ],
)
def test_what_is_wrong_with_a_json_file_is_said(
    ask_new: Answers, tmp_path: Path, name: str, text: str, told: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert ask_new.run("import", str(tmp_path / name)) == (1, "", f"{told}\n")


def test_a_file_that_never_was_and_a_folder_to_write_to(ask: Answers, tmp_path: Path) -> None:
    assert ask.run("import", str(tmp_path / "nope.csv"))[2] == "There is no file named nope.csv.\n"
    (tmp_path / "out").mkdir()
    code, out, err = ask.run("export", str(tmp_path / "out"))
    assert (code, out) == (1, "")
    assert err.startswith("out could not be written: ")
    assert err.endswith(".\n")
    assert err.count(".") == 1


def test_what_was_said_before_the_verb_counts(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert planner_main(["--book", str(sample), "--json", *WHEN, "today"]) == 0
    before = json.loads(capsys.readouterr().out)
    assert planner_main(["today", "--book", str(sample), "--json", *WHEN]) == 0
    assert json.loads(capsys.readouterr().out) == before
    assert before["zone"] == "America/Denver"


@pytest.mark.platform
def test_a_whole_book_goes_out_and_in_again(ask: Answers, ask_new: Answers, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    ask.run("export", str(first))
    assert ask_new.json("import", str(first))["added"] == 60
    ask_new.run("export", str(second))
    assert first.read_text(encoding="utf-8") == second.read_text(encoding="utf-8")
    assert ask_new.json("today")["later"] == ask.json("today")["later"]


def test_a_book_written_by_hand(ask_new: Answers, tmp_path: Path) -> None:
    file = tmp_path / "hand.json"
    promise = {"kind": "callback", "due_on": "2026-11-23"}
    people = [{"name": "Ann Hill", "phones": ["303 555 0142"], "promises": [promise]}]
    file.write_text(json.dumps({"format": "warmbook-book", "people": people}), encoding="utf-8")
    assert ask_new.json("import", str(file))["added"] == 1
    assert [card["name"] for card in ask_new.json("today")["call_now"]] == ["Ann Hill"]


def test_check_counts_a_sound_book(ask: Answers) -> None:
    answer = ask.json("check")
    assert (answer["is_sound"], answer["people"]) == (True, 60)
    assert ask.run("check")[1].startswith("sample.warmbook is sound: 60 people")


def test_check_names_rules_that_can_not_be_read(ask: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = PlannerError("rules_row", file="hours.json", row=3, what="status")
    monkeypatch.setattr(law, "problems", lambda: (wrong,))
    code, out, _err = ask.run("check")
    assert code == 1
    assert "is sound" in out
    assert "Line 3 of hours.json" in out


@pytest.mark.platform
def test_a_damaged_book_is_told_and_left_alone(ask: Answers) -> None:
    content = bytearray(ask.book.read_bytes())
    content[8192:40960] = b"\xaa" * (40960 - 8192)
    ask.book.write_bytes(content)
    code, out, err = ask.run("check")
    assert (code, out) == (1, "")
    assert "damaged" in err
    assert ask.book.read_bytes() == bytes(content)


def test_a_book_that_is_not_there_is_not_made_by_asking(ask_new: Answers) -> None:
    code, _out, err = ask_new.run("today")
    assert code == 1
    assert "new.warmbook" in err
    assert not ask_new.book.exists()


# ------------------------------------------------------------------------------------ demo and usage


def test_demo_at_scale(ask_new: Answers) -> None:
    answer = ask_new.json("demo", "--people", "300", "--touches", "2000", "--seed", "1")
    assert (answer["people"], answer["touches"]) == (300, 2000)
    assert ask_new.json("check")["people"] == 300


def test_demo_never_mixes_with_real_people(ask: Answers) -> None:
    code, out, err = ask.run("demo")
    assert (code, out) == (1, "")
    assert err == "There are people in sample.warmbook already; name a new book.\n"


def test_a_nearly_empty_demo(ask_new: Answers) -> None:
    assert ask_new.json("demo", "--people", "0")["people"] == 0
    assert "Nobody waits for you today." in ask_new.run("today")[1]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["dance"],
        ["move"],
        ["sheet"],
        ["today", "--at", "soon"],
        ["today", "--zone", "Middle/Earth"],
        ["demo", "--people", "many"],
        ["demo", "--people", "-3"],
        ["sheet", "--pdf", "x.pdf", "--paper", "papyrus"],
    ],
)
def test_words_that_make_no_sense_are_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == 2
    assert "usage: warmbook" in capsys.readouterr().err


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert planner_main(["--help"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    for verb in ("import", "today", "move", "sheet", "export", "check", "demo"):
        assert any(words[0] == verb and len(words) > 2 for words in lines if words), verb


# ----------------------------------------------------------------------------------- as a program

_LOADED = """
import sys
from planner.__main__ import main
code = main(sys.argv[1:])
print(sorted(name for name in sys.modules if name.startswith(("PySide6", "qtawesome", "segno"))), file=sys.stderr)
sys.exit(code)
"""


def test_help_needs_no_qt() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LOADED, "--help"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
    )
    assert told.stderr == "[]\n"


@pytest.mark.platform
def test_the_verbs_need_no_qt(sample: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LOADED, "--book", str(sample), "today", *WHEN],
        capture_output=True, text=True, check=True, cwd=ROOT, encoding="utf-8",
    )  # fmt: skip
    assert told.stderr == "[]\n"
    assert "Maria Delgado" in told.stdout


@pytest.mark.platform
def test_through_a_pipe_every_letter_arrives_whatever_the_system_writes_otherwise(sample: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "planner", "--book", str(sample), "today", *WHEN],
        capture_output=True, text=True, check=True, cwd=ROOT, encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert " · " in told.stdout


@pytest.mark.platform
def test_a_sheet_from_a_machine_without_a_screen(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "planner",
         "sheet", "--pdf", str(file), "--book", str(sample), *WHEN],
        capture_output=True, text=True, check=True, cwd=ROOT, encoding="utf-8",
    )  # fmt: skip
    assert told.stdout == f"Sheet 47 with 10 people on 2 pages: {file}\n"
    assert file.stat().st_size > 10_000
    assert "PySide6.QtWidgets" not in told.stderr


@pytest.mark.platform
def test_a_mistake_leaves_one_sentence_and_one(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "planner", "today", "--book", str(tmp_path / "none.warmbook")],
        capture_output=True, text=True, check=False, cwd=ROOT, encoding="utf-8",
    )  # fmt: skip
    assert (told.returncode, told.stdout) == (1, "")
    assert "Traceback" not in told.stderr
    assert "none.warmbook" in told.stderr
