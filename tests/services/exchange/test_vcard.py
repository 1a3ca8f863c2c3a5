"""Cards of every version and every flaw: nobody is lost, everything odd is said."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.services.exchange.reading.vcard import read_cards


def card(*lines: str, version: str = "3.0", end: str = "\r\n") -> bytes:
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def values(data: bytes, name: str, at: int = 0) -> list[str]:
    return [each.value for each in read_cards(data).cards[at].properties if each.name == name]


def crowd(number: int = 5000) -> list[bytes]:
    return [
        card(
            f"N:Smith;Mary{at};;;", f"FN:Mary{at} Smith", f"TEL;TYPE=CELL:+1212555{at:04}", "NOTE:Likes tea\\, and cake"
        )
        for at in range(number)
    ]


@pytest.mark.parametrize(
    ("old", "new", "people", "flaw"),
    [
        (b"NOTE:", b"NOTE ", 5000, "line_not_understood"),
        (b"END:VCARD\r\n", b"", 5000, "card_without_end"),
        (b"BEGIN:VCARD\r\n", b"", 5000, "card_without_begin"),
    ],
)
def test_one_damaged_card_among_five_thousand_costs_nobody(old: bytes, new: bytes, people: int, flaw: str) -> None:
    cards = crowd()
    cards[2500] = cards[2500].replace(old, new)
    found = read_cards(b"".join(cards))
    assert len(found.cards) == people
    assert [each.flaws[0][0] for each in found.cards if each.flaws] == [flaw]


def test_an_end_that_closes_nothing_is_counted() -> None:
    cards = crowd(10)
    cards[5] = b"END:VCARD\r\n"
    found = read_cards(b"".join(cards))
    assert (len(found.cards), [each.code for each in found.left]) == (9, ["end_of_no_card"])


def test_two_damages_do_not_hide_everybody_between_them() -> None:
    cards = crowd(50)
    cards[10] = cards[10].replace(b"END:VCARD\r\n", b"")
    cards[12] = cards[12].replace(b"BEGIN:VCARD\r\n", b"")
    cards[40] = cards[40].replace(b"BEGIN:VCARD\r\n", b"")
    found = read_cards(b"".join(cards))
    assert len(found.cards) == 50
    assert sum(bool(each.flaws) for each in found.cards) == 3


def test_an_assistant_inside_a_card_is_no_person_of_their_own() -> None:
    inner = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN:Helper;Hugo\r\nEND:VCARD\r\n"
    outer = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN:Boss;Bea\r\nAGENT:\r\n" + inner + b"TEL:1234567\r\nEND:VCARD\r\n"
    found = read_cards(outer + card("FN:Next", version="2.1"))
    assert [len(each.properties) for each in found.cards] == [3, 1]
    assert found.nested == 1


def test_lines_folded_in_the_middle_of_a_letter_are_joined_before_they_are_read() -> None:
    data = card("FN:Zoë Müller").replace("ë".encode(), b"\xc3\r\n \xab")
    found = read_cards(data)
    assert (values(data, "FN"), found.encoding) == (["Zoë Müller"], "utf-8")


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_every_line_end_is_one(end: str) -> None:
    assert values(card("FN:Ann Lee", "NOTE:tea", end=end), "NOTE") == ["tea"]


def test_quoted_printable_goes_on_after_an_equals_sign() -> None:
    data = card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=\r\n=D0=B0=D0=BD=D0=BE=D0=B2;=D0=98=D0=B2=D0=B0=D0=BD;;;",
        "NOTE;ENCODING=QUOTED-PRINTABLE:two lines=0D=0Aand a =3D sign; =",
        version="2.1",
    )
    found = read_cards(data)
    assert found.cards[0].properties[0].parts()[:2] == ["Иванов", "Иван"]
    assert values(data, "NOTE") == ["two lines\r\nand a = sign;"]


def test_a_semicolon_written_as_code_is_no_separator() -> None:
    data = card("ORG;ENCODING=QUOTED-PRINTABLE:Smith =3B Sons;Sales", version="2.1")
    assert read_cards(data).cards[0].properties[0].parts() == ["Smith ; Sons", "Sales"]


def test_commas_cut_only_lists_and_semicolons_only_what_has_parts() -> None:
    data = card("FN:Smith, Mary; Dr.", "NOTE:Likes tea, cake, and jam", "NICKNAME:May,Mimi", "CATEGORIES:a\\,b,c")
    assert values(data, "FN") == ["Smith, Mary; Dr."]
    assert values(data, "NOTE") == ["Likes tea, cake, and jam"]
    found = {each.name: each for each in read_cards(data).cards[0].properties}
    assert found["NICKNAME"].parts(",") == ["May", "Mimi"]
    assert found["CATEGORIES"].parts(",") == ["a,b", "c"]


def test_escapes_are_taken_off_once() -> None:
    data = card(r"NOTE:a\\nb\nc\;d\,e\:f", r"N:O\;Neil;Ann;;;")
    assert values(data, "NOTE") == ["a\\nb\nc;d,e:f"]
    assert read_cards(data).cards[0].properties[1].parts()[0] == "O;Neil"


def test_old_parameters_without_a_name_are_understood() -> None:
    data = card("TEL;CELL;PREF:555", "PHOTO;ENCODING=BASE64;JPEG:" + "QUJD" * 30, version="2.1")
    tel, photo = read_cards(data).cards[0].properties
    assert tel.types == ["cell", "pref"]
    assert photo.is_binary


def test_a_photo_wrapped_in_any_way_ends_where_it_ends() -> None:
    picture = base64.b64encode(bytes(range(256)) * 3).decode()
    lines = [picture[at : at + 60] for at in range(0, len(picture), 60)]
    for joint in ("\r\n ", "\r\n  ", "\r\n"):
        data = card("PHOTO;ENCODING=b;TYPE=JPEG:" + joint.join(lines), "FN:Ann Lee")
        found = read_cards(data)
        assert [each.name for each in found.cards[0].properties] == ["PHOTO", "FN"], joint
        assert found.cards[0].flaws == []


def test_quoted_lists_and_telephone_addresses() -> None:
    data = card('TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555-555-5555;ext=5555', version="4.0")
    tel = read_cards(data).cards[0].properties[0]
    assert (tel.types, tel.value) == (["voice", "home"], "tel:+1-555-555-5555;ext=5555")


def test_carets_in_parameters_stand_for_what_cannot_be_written() -> None:
    data = card("ADR;LABEL=\"1 Elm St^nAustin ^^ TX ^'x^'\":;;1 Elm St;Austin;TX;;", version="4.0")
    assert read_cards(data).cards[0].properties[0].params["LABEL"] == ['1 Elm St\nAustin ^ TX "x"']


def test_charsets_are_tried_and_the_file_is_read_by_the_one_it_names() -> None:
    note = "NOTE;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:M=F6=DFlitz"
    raw = f"BEGIN:VCARD\nVERSION:2.1\nFN:Søren\n{note}\nEND:VCARD\n"
    found = read_cards(raw.encode("cp1252"))
    assert [each.value for each in found.cards[0].properties] == ["Søren", "Mößlitz"]
    for name in ("Murks", "quopri", "undefined"):
        nonsense = card(f"NOTE;CHARSET={name};QUOTED-PRINTABLE:M=F6=DFlitz", version="2.1")
        assert values(nonsense, "NOTE") == ["Mößlitz"], name


def test_shift_jis_is_cut_after_it_is_read() -> None:
    data = b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=SHIFT_JIS:" + "表;ソ;;;".encode("cp932") + b"\nEND:VCARD\n"
    assert read_cards(data).cards[0].properties[0].parts()[:2] == ["表", "ソ"]


def test_a_note_that_goes_on_without_a_blank_stays_a_note() -> None:
    data = card("NOTE:first line\nsecond line", "FN:Ann Lee")
    assert values(data, "NOTE") == ["first line\nsecond line"]


def test_comments_and_empty_lines_say_nothing() -> None:
    found = read_cards(card("# made by hand", "", "FN:Ann"))
    assert ([each.name for each in found.cards[0].properties], found.cards[0].flaws) == (["FN"], [])


@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_fail(noise: bytes) -> None:
    found = read_cards(b"BEGIN:VCARD\nFN:Ann\n" + noise + b"\nEND:VCARD\n" + card("FN:Bo"))
    assert found.cards


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_what_is_written_in_quoted_printable_comes_back(text: str) -> None:
    encoded = quopri.encodestring(text.encode(), quotetabs=True).decode().replace("\n", "\r\n")
    data = card(f"NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{encoded.replace(';', '=3B')}", "FN:Ann", version="2.1")
    if text.strip() and "\\" not in text:
        assert values(data, "NOTE") == [text.strip()]
