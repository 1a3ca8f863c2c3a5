"""What the columns of every program and the words of four languages mean."""

from __future__ import annotations

import pytest

from planner.domain.moment import Moment
from planner.services.exchange.imports import Imports
from planner.services.exchange.mapping.columns import map_columns
from planner.services.exchange.mapping.fields import Field
from planner.services.exchange.mapping.profiles import Profile, who_wrote
from planner.services.exchange.mapping.words import understand
from tests.services.exchange.conftest import LookAt

F = Field
GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
    "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,"
    "Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,"
    "Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Relation 1 - Label,Relation 1 - Value,"
    "Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value"
)


@pytest.mark.parametrize(
    ("header", "field", "label"),
    [
        ("First Name", F.GIVEN, ""),
        ("Vorname", F.GIVEN, ""),
        ("Prénom", F.GIVEN, ""),
        ("FAMILY_NAME", F.FAMILY, ""),
        ("lastName", F.FAMILY, ""),
        ("Apellidos", F.FAMILY, ""),
        ("E-Mail-Adresse", F.EMAIL, ""),
        ("Adresse de messagerie", F.EMAIL, ""),
        ("Correo electrónico", F.EMAIL, ""),
        ("Telefon (privat)", F.PHONE, "home"),
        ("Telefon geschäftlich 2", F.PHONE, "work"),
        ("Téléphone mobile", F.PHONE, "mobile"),
        ("Teléfono móvil", F.PHONE, "mobile"),
        ("Handy", F.PHONE, "mobile"),
        ("Business Fax", F.PHONE, "work fax"),
        ("Straße geschäftlich", F.STREET, "work"),
        ("Stra\ufffde gesch\ufffdftlich", F.STREET, "work"),
        ("Rue (bureau)", F.STREET, "work"),
        ("Código postal", F.POSTCODE, ""),
        ("PLZ", F.POSTCODE, ""),
        ("PLZ/Ort", F.POSTCODE_CITY, ""),
        ("Land/Region geschäftlich", F.COUNTRY, "work"),
        ("Geburtsdatum", F.BIRTHDAY, ""),
        ("Date of Birth", F.BIRTHDAY, ""),
        ("Bemerkungen", F.NOTE, ""),
        ("Kategorien", F.TAGS, ""),
        ("Société", F.COMPANY, ""),
        ("Customer #", F.KEY, ""),
        ("OPT_IN_TS", F.EVIDENCE, ""),
        ("IP Address", F.EVIDENCE, ""),
        ("Do Not Call", F.STOP, ""),
        ("Email Opt Out", F.STOP, ""),
        ("Referred By", F.INTRODUCED_BY, ""),
        ("LinkedIn", F.SOCIAL, "linkedin"),
    ],
)
def test_a_header_is_understood_by_its_words(header: str, field: Field, label: str) -> None:
    target = understand(header)
    assert target is not None
    assert (target.field, target.label) == (field, label)


@pytest.mark.parametrize("header", ["Level", "Rank", "PV", "Sponsor Name", "Hobby", "", "2007", "Customer Type", "❼"])
def test_a_header_nobody_knows_is_not_guessed_at(header: str) -> None:
    assert understand(header) is None


@pytest.mark.parametrize(
    ("headers", "profile"),
    [
        (GOOGLE_NEW, Profile.GOOGLE),
        ("Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value", Profile.GOOGLE),
        ("Title,First Name,Last Name,Business Phone,Home Street,Mobile Phone", Profile.OUTLOOK),
        ("First Name,Last Name,URL,Email Address,Company,Position,Connected On", Profile.LINKEDIN),
        ("First Name,Last Name,Display Name,Primary Email,Secondary Email", Profile.THUNDERBIRD),
        ("Record ID,First Name,Lifecycle Stage", Profile.HUBSPOT),
        ("Person - Name,Person - Phone - Work", Profile.PIPEDRIVE),
        ("Name,Phone", Profile.LIST),
    ],
)
def test_the_program_is_told_by_its_columns(headers: str, profile: Profile) -> None:
    assert who_wrote(headers.split(",")) is profile


def test_google_s_newest_layout_comes_in_whole(look_at: LookAt) -> None:
    row = (
        "Zoë,M,Müller,,,,Dr.,PhD,Zo,,Acme,Buyer,Sales, --03-14,likes tea,https://photo,"
        "* myContacts ::: Friends ::: * starred,* Home,zoe@example.com ::: z2@example.com,Work,w@example.com,Mobile,"
        '+1 212 555 0142 ::: +1 212 555 0143,Home,"1 Elm St\nAustin",1 Elm St,Austin,PO 5,TX,78701,'
        "United States,Apt 4,Spouse,Sam,Anniversary,2015-06-20,Shoe,38"
    )
    preview = look_at(f"{GOOGLE_NEW}\n{row}\n")
    draft = preview.rows[0].draft
    assert preview.format == "google"
    assert (draft.name, draft.given, draft.family, draft.call_me) == ("Dr. Zoë M Müller, PhD", "Zoë", "Müller", "Zo")
    assert (draft.company, draft.job, draft.department) == ("Acme", "Buyer", "Sales")
    assert draft.birthday is not None
    assert (draft.birthday.year, draft.birthday.month, draft.birthday.day) == (None, 3, 14)
    assert [(each.address, each.label) for each in draft.emails] == [
        ("zoe@example.com", "home"),
        ("z2@example.com", "home"),
        ("w@example.com", "work"),
    ]
    assert [each.e164 for each in draft.phones] == ["+12125550142", "+12125550143"]
    assert draft.addresses[0].street == "1 Elm St\nApt 4\nPO 5"
    assert (draft.tags, draft.is_favourite) == (("Friends",), True)
    assert {(each.kind, each.label, each.value) for each in draft.details} == {
        ("relation", "Spouse", "Sam"),
        ("anniversary", "Anniversary", "2015-06-20"),
        ("extra", "Shoe", "38"),
    }


def test_outlook_s_title_is_a_prefix_and_its_exchange_address_is_read_from_the_name_beside_it(look_at: LookAt) -> None:
    headers = (
        "Title,First Name,Last Name,Company,Home Street,Home Street 2,Home City,Mobile Phone,Business Fax,Birthday,"
        "Anniversary,Categories,Children,E-mail Address,E-mail Type,E-mail Display Name,Government ID Number,"
        "Referred By,Business Phone,Priority"
    )
    row = (
        'Mrs.,José,Núñez,"Café ""Ñ""",Calle Mayor 1,2º izq.,Madrid,\'+34 612 345 678,+34 912 345 678,0/0/00,6/20/2015,'
        "Red Category;Customers,Ana;Luis,/o=ExchangeLabs/cn=jose,EX,José Núñez (jose@example.com),X123,"
        "Mary Smith,,Normal"
    )
    draft = look_at(f"{headers}\n{row}\n").rows[0].draft
    assert (draft.prefix, draft.name) == ("Mrs.", "José Núñez")
    assert [each.address for each in draft.emails] == ["jose@example.com"]
    assert [(each.e164, each.label, each.is_fax) for each in draft.phones] == [
        ("+34612345678", "mobile", False),
        ("+34912345678", "work fax", True),
    ]
    assert draft.addresses[0].street == "Calle Mayor 1\n2º izq."
    assert (draft.birthday, draft.tags) == (None, ("Customers",))
    assert ("anniversary", "anniversary", "2015-06-20") in {
        (each.kind, each.label, each.value) for each in draft.details
    }
    assert [each.value for each in draft.details if each.label == "children"] == ["Ana", "Luis"]
    assert "X123" not in str(draft)


def test_linkedin_s_notice_is_no_person_and_its_page_is_the_identity(look_at: LookAt) -> None:
    text = (
        'Notes:\n"When exporting your connection data, you may notice that some are missing."\n\n'
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        'Mary,"Smith, CPA",https://www.linkedin.com/in/mary,,"Acme, Inc.","VP, Sales",05 Mar 2024\n,,,,,,\n'
    )
    preview = look_at(text)
    draft = preview.rows[0].draft
    assert (preview.counts.read, [line.code for line in preview.left]) == (1, ["row_is_empty"])
    assert (draft.family, draft.suffix, draft.job) == ("Smith", "CPA", "VP, Sales")
    assert draft.source_key == "linkedin:https://www.linkedin.com/in/mary"
    assert [(each.label, each.value) for each in draft.details] == [("connected", "2024-03-05")]


def test_thunderbird_keeps_birthdays_in_three_columns(look_at: LookAt) -> None:
    text = (
        "First Name,Last Name,Display Name,Primary Email,Secondary Email,Home Address,Home Address 2,Home City,"
        "Birth Year,Birth Month,Birth Day,Custom 1,\n"
        "Ann,Lee,Ann Lee,a@example.com,b@example.com,1 Elm St,Apt 2,Austin,,3,14,x,\n"
    )
    draft = look_at(text).rows[0].draft
    assert draft.birthday is not None
    assert (draft.birthday.year, draft.birthday.month, draft.birthday.day) == (None, 3, 14)
    assert draft.addresses[0].street == "1 Elm St\nApt 2"
    assert [(each.kind, each.label, each.value) for each in draft.details] == [("extra", "Custom 1", "x")]


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("Vorname,Name", [F.GIVEN, F.FAMILY]),
        ("Nombre,Apellidos", [F.GIVEN, F.FAMILY]),
        ("Nom,Prénom", [F.FAMILY, F.GIVEN]),
        ("Name,Phone", [F.NAME, F.PHONE]),
        ("First Name,Last Name,Display Name", [F.GIVEN, F.FAMILY, F.NAME]),
    ],
)
def test_columns_of_names_agree_with_each_other(headers: str, fields: list[Field]) -> None:
    found = map_columns(headers.split(","), [])[1]
    assert [column.target.field for column in found] == fields


@pytest.mark.parametrize(("titles", "field"), [(["Dr.", "Mrs.", "Prof."], F.PREFIX), (["Buyer", "Teamleiter"], F.JOB)])
def test_a_title_is_what_stands_in_it(titles: list[str], field: Field) -> None:
    assert map_columns(["Title", "Name"], [[title, "x"] for title in titles])[1][0].target.field is field


def test_without_a_header_columns_are_told_by_what_stands_in_them() -> None:
    rows = [["Ann Lee", "ann@example.com", "(212) 555-0142"], ["Bo Park", "bo@example.com", "(212) 555-0143"]]
    assert [column.target.field for column in map_columns(["", "", ""], rows)[1]] == [F.NAME, F.EMAIL, F.PHONE]


def test_dates_and_years_are_no_phones() -> None:
    rows = [["2026-11-01", "2010-11"], ["2026-11-02", "2011-12"]]
    assert [column.target.field for column in map_columns(["Seen", "Season"], rows)[1]] == [F.DETAIL, F.DETAIL]


def test_a_field_chosen_by_hand_counts_and_shows_its_samples(look_at: LookAt) -> None:
    preview = look_at("Who,What\nAnn Lee,tea\nBo Park,cake\n", has_header=True, mapping={0: F.NAME, 1: F.NOTE})
    assert [(row.draft.name, row.draft.note) for row in preview.rows] == [("Ann Lee", "tea"), ("Bo Park", "cake")]
    assert preview.columns[1].samples == ("tea", "cake")
    assert preview.mapping == {0: F.NAME, 1: F.NOTE}


def test_a_choice_is_remembered_for_the_next_list_with_the_same_header(
    imports: Imports, look_at: LookAt, now: Moment
) -> None:
    first = look_at("Who,What\nAnn Lee,tea\n", has_header=True, mapping={0: F.NAME, 1: F.NOTE})
    imports.commit(first, now)
    again = look_at("WHO,what\nBo Park,cake\n", "next.csv", has_header=True)
    assert (again.rows[0].draft.name, again.rows[0].draft.note) == ("Bo Park", "cake")
    assert look_at("Who,Else\nBo Park,cake\n", "other.csv", has_header=True).counts.new == 0


def test_what_has_no_field_is_kept_under_its_header(look_at: LookAt) -> None:
    draft = look_at("Name,Shoe size,Rank\nAnn,38,N/A\n").rows[0].draft
    assert [(each.kind, each.label, each.value) for each in draft.details] == [("extra", "Shoe size", "38")]


def test_an_area_code_in_its_own_column_is_dialled_first(look_at: LookAt) -> None:
    draft = look_at("Name,Vorwahl,Telefonnummer\nMax,0221,9999123\n", country="DE").rows[0].draft
    assert draft.phones[0].e164 == "+492219999123"
