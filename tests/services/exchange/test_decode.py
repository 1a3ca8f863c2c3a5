"""Letters out of bytes, by rules one can explain."""

from __future__ import annotations

import pytest

from planner.domain.errors import PlannerError
from planner.services.exchange.reading.decode import ENCODINGS, decode

GERMAN = "Vorname;Straße\nJürgen;Große Höhe 5\nÄnne;Würzburger Platz\n"
POLISH = "Imię;Miasto\nŁukasz;Łódź\nStanisław;Białystok\nWładysław;Śląsk\n"
RUSSIAN = "Имя;Город\nЗоя Петрова;Москва\nИван Сидоров;Новгород\n"
GREEK = "Όνομα;Πόλη\nΒαγγέλης Παπαθανασίου;Αθήνα\nΕλένη;Θεσσαλονίκη\n"
JAPANESE = "名前,電話\n安藤ロイド,03-1234-5678\nさくら,090-1234-5678\n"


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        (GERMAN, "utf-8", "utf-8"),
        (GERMAN, "utf-8-sig", "utf-8"),
        (GERMAN, "utf-16", "utf-16-le"),
        (GERMAN, "utf-16-be", "utf-16-be"),
        (GERMAN, "cp1252", "cp1252"),
        (POLISH, "cp1250", "cp1250"),
        (RUSSIAN, "cp1251", "cp1251"),
        (GREEK, "cp1253", "cp1253"),
        (JAPANESE, "cp932", "cp932"),
        (GERMAN.replace("\n", "\r"), "mac_roman", "mac_roman"),
    ],
)
def test_text_comes_back_as_it_was_written(text: str, written: str, read: str) -> None:
    decoded = decode(text.encode(written), ansi="cp1252")
    assert (decoded.text, decoded.encoding) == (text, read)


def test_one_old_line_in_a_new_file_is_read_by_its_own_page() -> None:
    data = "Zoë,zoe@example.com\n".encode() * 3 + "José,jose@example.com\n".encode("cp1252")
    decoded = decode(data, ansi="cp1252")
    assert decoded.text.endswith("José,jose@example.com\n")
    assert decoded.text.startswith("Zoë")
    assert (decoded.encoding, decoded.odd_lines) == ("utf-8", 1)


def test_zeros_are_no_letters() -> None:
    assert decode(b"Ma\0ry,Bo\0b\n").text == "Mary,Bob\n"


def test_an_encoding_chosen_by_hand_overrules_the_rules() -> None:
    assert decode("Łódź\n".encode("cp1250"), "cp1250").text == "Łódź\n"
    assert decode(b"\xef\xbb\xbfZo\xc3\xab", "utf-8").text == "Zoë"


@pytest.mark.parametrize("name", ["klingon", "quopri", "rot13", ""])
def test_an_unknown_encoding_is_refused(name: str) -> None:
    if name:
        with pytest.raises(PlannerError, match="unknown_encoding"):
            decode(b"x", name)
    else:
        assert decode(b"x", name).encoding == "utf-8"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_offered_encoding_reads_any_bytes(encoding: str) -> None:
    assert isinstance(decode(bytes(range(256)), encoding).text, str)
