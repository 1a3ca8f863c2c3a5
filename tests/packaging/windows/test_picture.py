"""The picture in the setup's wizard is what its script draws."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[3]


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def make_picture() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_picture", ROOT / "packaging" / "windows" / "make_picture.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_is_the_one_that_is_drawn(make_picture: ModuleType) -> None:
    kept, drawn = QImage(str(make_picture.PICTURE)), make_picture.drawn()
    assert (kept.width(), kept.height()) == (drawn.width(), drawn.height()) == (328, 628)
    plain = [each.convertToFormat(QImage.Format.Format_RGB888) for each in (kept, drawn)]
    mine, other = (bytes(each.constBits()) for each in plain)
    assert max(abs(a - b) for a, b in zip(mine, other, strict=True)) < 24  # other systems round a little
