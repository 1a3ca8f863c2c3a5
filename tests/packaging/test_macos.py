"""What macOS reads, and what is asked of its tools: as much as can be known without a Mac."""

from __future__ import annotations

import plistlib
import re
from pathlib import Path

import pytest
from macos import image

from planner.__main__ import BOOK_ENDING
from planner.ui.kit.app_icon import APPLICATION_ID

MACOS = Path(image.__file__).parent
ROOT = MACOS.parents[1]
INFORMATION = plistlib.loads((MACOS / "Info.plist").read_bytes())


def test_the_bundle_has_our_name_and_the_languages_that_ship() -> None:
    assert INFORMATION["CFBundleIdentifier"] == APPLICATION_ID
    assert INFORMATION["CFBundleDisplayName"] == "Warmbook"
    spoken = {"en"} | {path.name.partition("_")[0] for path in (ROOT / "resources/locale").iterdir() if path.is_dir()}
    assert spoken <= set(INFORMATION["CFBundleLocalizations"])


def test_a_book_is_a_kind_of_file_of_ours() -> None:
    [document] = INFORMATION["CFBundleDocumentTypes"]
    [exported] = INFORMATION["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert document["LSHandlerRank"] == "Owner"
    endings = exported["UTTypeTagSpecification"]["public.filename-extension"]
    assert [f".{each}" for each in endings] == [BOOK_ENDING]


def test_it_asks_for_the_macos_that_qt_was_built_for() -> None:
    """The wheels of PySide6 6.11 say macosx_13_0."""
    assert INFORMATION["LSMinimumSystemVersion"] == "13.0"


def test_it_asks_for_no_more_than_python_needs() -> None:
    asked = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert set(asked) == {
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
    }
    assert all(asked.values())


def test_without_a_certificate_it_is_signed_ad_hoc() -> None:
    words = image.sign_words("", Path("Warmbook.app"))
    assert words[:5] == ["codesign", "--force", "--deep", "--sign", "-"]
    assert "--options" not in words


def test_with_a_certificate_it_has_the_hardened_runtime() -> None:
    words = image.sign_words("Developer ID Application: Somebody", Path("Warmbook.app"))
    assert "Developer ID Application: Somebody" in words
    assert words[words.index("--options") : words.index("--options") + 2] == ["--options", "runtime"]


@pytest.mark.parametrize("missing", [None, *image.NOTARY.values()])
def test_notarising_needs_all_three(missing: str | None) -> None:
    environment = {name: f"value of {name}" for name in image.NOTARY.values() if name != missing}
    words = image.notary_words(environment)
    assert (words == []) == (missing is not None)
    assert missing or words[0::2] == ["--key", "--key-id", "--issuer"]


def test_the_spec_reads_the_same_files() -> None:
    spec = (ROOT / "packaging/planner.spec").read_text(encoding="utf-8")
    for name in ("Info.plist", "entitlements.plist", "warmbook.icns", "warmbook.ico"):
        assert re.search(rf'"{re.escape(name)}"', spec), name
