"""Cards of iPhones, Macs, Androids, Outlook and Google as people."""

from __future__ import annotations

import pytest

from planner.services.drafts import PersonDraft
from tests.services.exchange.conftest import LookAt
from tests.services.exchange.test_vcard import card


def person(look_at: LookAt, *lines: str, version: str = "3.0") -> PersonDraft:
    return look_at(card(*lines, version=version), "cards.vcf").rows[0].draft


def test_a_mac_s_custom_labels_belong_to_what_they_stand_beside(look_at: LookAt) -> None:
    draft = person(
        look_at,
        "N:Brown;Emmett;Lathrop;Dr.;",
        "FN:Dr. Emmett Lathrop Brown",
        "item1.X-ABLabel:Boat",
        "item1.TEL:+1 212 555 0142",
        "item2.X-ABRELATEDNAMES:Clara",
        "item2.X-ABLabel:_$!<Spouse>!$_",
        "item3.X-ABDATE:20140310",
        "item3.X-ABLabel:_$!<Anniversary>!$_",
        "item4.URL;type=pref:http\\://example.com",
        "item4.X-ABLabel:_$!<HomePage>!$_",
        "item5.ADR:;;1 Elm St;Hill Valley;CA;95420;",
        "item5.X-ABADR:us",
        "item5.X-ABLabel:",
    )
    assert [(each.e164, each.label) for each in draft.phones] == [("+12125550142", "Boat")]
    assert {(each.kind, each.label, each.value) for each in draft.details} == {
        ("relation", "spouse", "Clara"),
        ("anniversary", "anniversary", "2014-03-10"),
        ("url", "homepage", "http://example.com"),
    }
    assert draft.addresses[0].country == "us"


def test_several_names_in_one_place_stand_side_by_side(look_at: LookAt) -> None:
    draft = person(look_at, r"N:Doe\, Smith;John;Richter,James;Mr.;Sr.,Esq.", "FN:Mr. John Richter James Doe")
    assert (draft.family, draft.given, draft.middle) == ("Doe, Smith", "John", "Richter James")
    assert (draft.prefix, draft.suffix) == ("Mr.", "Sr. Esq.")


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-22", None),
        ("BDAY:1604-01-22", None),
        ("BDAY:--0122", None),
        ("BDAY;value=date:2012-01-22", 2012),
        ("BDAY:20120122T000000Z", 2012),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--01-22;3;;;;;;;;;;;;;", None),
    ],
)
def test_birthdays_with_and_without_a_year(look_at: LookAt, line: str, year: int | None) -> None:
    draft = person(look_at, "FN:Ann Lee", line)
    assert draft.birthday is not None
    assert (draft.birthday.year, draft.birthday.month, draft.birthday.day) == (year, 1, 22)


def test_the_preferred_number_comes_first_and_a_fax_is_never_dialled(look_at: LookAt) -> None:
    draft = person(
        look_at,
        "FN:Ann Lee",
        "TEL;TYPE=WORK,FAX:+1 212 555 0141",
        "TEL;TYPE=HOME:+1 212 555 0142",
        "TEL;type=CELL;type=VOICE;type=pref:+1 212 555 0143",
        "TEL;TYPE=WhatsApp:+1 212 555 0143",
    )
    assert [(each.label, each.is_fax) for each in draft.phones] == [
        ("mobile", False),
        ("work fax", True),
        ("home", False),
    ]
    assert [(each.network, each.handle) for each in draft.socials] == [("whatsapp", "+1 212 555 0143")]


def test_android_keeps_nicknames_and_relations_in_lines_of_its_own(look_at: LookAt) -> None:
    draft = person(
        look_at,
        "N:Lee;Ann;;;",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Neen;1;;;;;;;;;;;;;",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Bo;7;;;;;;;;;;;;;",
        version="2.1",
    )
    assert draft.call_me == "Neen"
    assert [(each.kind, each.value) for each in draft.details] == [("relation", "Bo")]


def test_a_full_name_that_differs_is_kept(look_at: LookAt) -> None:
    draft = person(look_at, "N:Gump;Forrest;;;", "FN:Joe Due")
    assert draft.name == "Forrest Gump"
    assert [(each.kind, each.value) for each in draft.details] == [("as_imported", "Joe Due")]


def test_a_company_is_not_taken_apart_as_a_name(look_at: LookAt) -> None:
    draft = person(look_at, "N:;;;;", "FN:Apple Computer AG", "ORG:Apple Computer AG", "X-ABShowAs:COMPANY")
    assert (draft.name, draft.given, draft.family) == ("Apple Computer AG", "", "")


def test_a_group_of_cards_is_a_tag_of_its_members(look_at: LookAt) -> None:
    data = card("FN:Ann", "UID:a-1") + card("FN:Bo", "UID:b-2")
    data += card("FN:Choir", "KIND:group", "MEMBER:urn:uuid:a-1", version="4.0")
    preview = look_at(data, "cards.vcf")
    assert [(row.draft.name, row.draft.tags) for row in preview.rows] == [("Ann", ("Choir",)), ("Bo", ())]
    assert [note.code for note in preview.notes] == ["groups_as_tags"]


def test_a_printed_label_is_the_address_only_when_there_is_none(look_at: LookAt) -> None:
    both = person(look_at, "FN:Ann", "ADR;TYPE=HOME:;;1 Elm St;Austin;;;", "LABEL;TYPE=HOME:1 Elm St\\nAustin")
    alone = person(look_at, "FN:Ann", "LABEL;TYPE=HOME:1 Elm St\\nAustin")
    assert [each.street for each in both.addresses] == ["1 Elm St"]
    assert [each.street for each in alone.addresses] == ["1 Elm St\nAustin"]


def test_what_no_field_takes_is_kept_and_what_only_programs_need_is_not(look_at: LookAt) -> None:
    draft = person(look_at, "FN:Ann", "X-SHOE-SIZE:38", "REV:20200101T000000Z", "PRODID:x", "ROLE:Detective")
    assert {(each.label, each.value) for each in draft.details} == {("shoe size", "38"), ("role", "Detective")}


def test_pictures_are_left_out_and_said_so(look_at: LookAt) -> None:
    preview = look_at(card("FN:Ann", "PHOTO;ENCODING=b;TYPE=JPEG:QUJDREVG"), "cards.vcf")
    assert [note.code for note in preview.notes] == ["pictures_left_out"]


def test_a_damaged_card_is_a_person_to_look_at(look_at: LookAt) -> None:
    data = card("FN:Ann").replace(b"END:VCARD\r\n", b"") + card("FN:Bo")
    preview = look_at(data, "cards.vcf")
    assert [row.draft.name for row in preview.rows] == ["Ann", "Bo"]
    assert [problem.code for problem in preview.rows[0].problems] == ["card_without_end"]
    assert preview.counts.flagged == 1
