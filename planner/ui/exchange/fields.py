"""The fields a column can go to, by the words a person knows them by."""

from __future__ import annotations

from planner.services.exchange.mapping.fields import Field
from planner.ui.kit.i18n import _


def field_names() -> dict[Field, str]:
    """Every field one may choose, in the order of the menu."""
    return _names() | _ways() | _more()


def _names() -> dict[Field, str]:
    return {
        Field.NAME: _("Whole name"),
        Field.GIVEN: _("First name"),
        Field.MIDDLE: _("Middle name"),
        Field.FAMILY: _("Last name"),
        Field.PREFIX: _("Before the name"),
        Field.SUFFIX: _("After the name"),
        Field.CALL_ME: _("Nickname"),
        Field.COMPANY: _("Company"),
        Field.JOB: _("Job"),
        Field.DEPARTMENT: _("Department"),
    }


def _ways() -> dict[Field, str]:
    return {
        Field.PHONE: _("Phone"),
        Field.PHONE_AREA: _("Area code"),
        Field.EMAIL: _("E-mail"),
        Field.STREET: _("Street"),
        Field.PO_BOX: _("PO box"),
        Field.CITY: _("City"),
        Field.REGION: _("State or region"),
        Field.POSTCODE: _("Postal code"),
        Field.POSTCODE_CITY: _("Postcode and city"),
        Field.COUNTRY: _("Country"),
        Field.WHOLE_ADDRESS: _("Whole address"),
        Field.SOCIAL: _("Social network"),
        Field.URL: _("Website"),
    }


def _more() -> dict[Field, str]:
    return {
        Field.BIRTHDAY: _("Birthday"),
        Field.BIRTH_DAY: _("Birthday: day"),
        Field.BIRTH_MONTH: _("Birthday: month"),
        Field.BIRTH_YEAR: _("Birthday: year"),
        Field.DATE: _("Another date"),
        Field.NOTE: _("Note"),
        Field.TAGS: _("Tags"),
        Field.RELATION: _("Family and others"),
        Field.INTRODUCED_BY: _("Introduced by"),
        Field.LANGUAGE: _("Language"),
        Field.FAVOURITE: _("Favorite"),
        Field.KEY: _("Number in that list"),
        Field.EVIDENCE: _("Consent, as evidence"),
        Field.STOP: _("Do not contact"),
        Field.DETAIL: _("Keep as a detail"),
        Field.IGNORE: _("Leave out"),
    }
