"""Every file that travels with the program is read the way the program reads it."""

from __future__ import annotations

import gettext
import json
import tomllib
from datetime import date
from zoneinfo import ZoneInfo

from planner.domain import law, resources
from planner.selftest.steps import must
from planner.services.exchange.cleaning.countries import country_code


def read_data() -> None:
    """The rules and their sources, the help, the sample book, the schemas: each file by its kind."""
    must(not law.problems(), f"the law has mistakes: {law.problems()}")
    must(len(law.all_rows()) + len(law.all_terms()) > 50 and law.oldest_check() is not None, "the law is not all there")
    for ending, read, fewest in ((".json", json.loads, 9), (".toml", tomllib.loads, 5), (".md", str.strip, 6)):
        files = sorted(resources.root().rglob(f"*{ending}"))
        must(len(files) >= fewest, f"only {len(files)} {ending} files came along")
        for file in files:
            must(bool(read(file.read_text(encoding="utf-8"))), f"{file.name} is empty")


def read_pictures() -> None:
    """Every icon, and what is written out with data of libraries: dates, numbers of phones, zones."""
    from PySide6.QtGui import QImage

    from planner.ui.kit import app_icon, dates, icons, phones

    for meaning in icons.MEANINGS:
        must(not icons.outline(meaning).isEmpty(), f"the icon {meaning} is empty")
    pictures = sorted(resources.path("icons").rglob("*.png"))
    must(len(pictures) > 20, f"only {len(pictures)} pictures came along")
    for picture in pictures:
        must(not QImage(str(picture)).isNull(), f"{picture.name} is no picture")
    for icon in (app_icon.app_icon(), app_icon.tray_icon()):
        must(not icon.pixmap(32, 32).isNull(), "Warmbook's own icon is missing")
    must("2026" in dates.month_and_year(date(2026, 12, 1)), "a date is not written out")
    for name, code in (("Deutschland", "DE"), ("États-Unis", "US"), ("México", "MX"), ("Ireland", "IE")):
        must(country_code(name) == code, f"nobody knows where {name} is")
    must("555" in phones.shown("+13125550123", "US"), "a number is not written out")
    must(ZoneInfo("America/Denver").key == "America/Denver", "a zone is missing")


def speak() -> None:
    """Every catalogue, with dates in its language, and English again at the end."""
    from planner.ui.kit import dates, i18n

    try:
        for folder in sorted(each for each in resources.path("locale").glob("*") if each.is_dir()):
            file = folder / "LC_MESSAGES" / f"{i18n.DOMAIN}.mo"
            must(file.exists(), f"the words of {folder.name} are not compiled")
            with file.open("rb") as catalogue:
                must(bool(gettext.GNUTranslations(catalogue).info()), f"the words of {folder.name} say nothing")
            i18n.use_language(folder.name, "US")
            must(i18n.language() == folder.name, f"nobody speaks {folder.name}")
            must("2026" in dates.month_and_year(date(2026, 12, 1)), f"{folder.name} writes no dates")
    finally:
        i18n.use_language("en", "US")
