"""The stylesheet of the whole program, made from the theme's colours and the text size.

Widgets choose a manner by a property: ``kind`` for buttons and frames, ``role`` for labels.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.domain import resources

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from planner.ui.kit.theme import Tokens

Px = Callable[[float], int]
RING = 2
"""Pixels around a page to read, at any size of text: the line that shows it has the keys."""


def stylesheet(t: Tokens, px: Px) -> str:
    """Everything that differs from a bare Fusion look."""
    parts = (_labels, _buttons, _inputs, _marks, _lists, _bars)
    return "\n".join((_ground(t), *(part(t, px) for part in parts)))


def repolish(widget: QWidget) -> None:
    """Make the stylesheet look again after a property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _mark(name: str, t: Tokens) -> str:
    return resources.path("icons", f"{name}-{'dark' if t.is_dark else 'light'}.png").as_posix()


def _ground(t: Tokens) -> str:
    return f"""
QMainWindow, QDialog {{ background: {t.paper}; }}
QFrame[kind="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 8px; }}
QFrame[kind="card"][selected="true"] {{ border: 2px solid {t.accent}; }}
QFrame[kind="card"]:focus {{ border: 2px solid {t.accent}; }}
QFrame[kind="drop"] {{ background: {t.surface}; border: 1px dashed {t.faint}; border-radius: 8px; }}
QFrame[kind="move"] {{ background: {t.surface}; border: 1px solid {t.accent}; border-left: 4px solid {t.accent};
  border-radius: 8px; }}
QFrame[kind="bar"] {{ background: {t.surface}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame[kind="marked"] {{ background: {t.accent_soft}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame[kind="foot"] {{ background: {t.surface}; border: none; border-top: 1px solid {t.line}; }}
QFrame[kind="pane"] {{ background: {t.surface}; border: none; }}
QFrame[kind="paper"] {{ background: {t.paper}; border: none; }}
QFrame[kind="over"] {{ background: {t.paper}; border: none; border-left: 1px solid {t.line}; }}
QFrame[kind="banner"] {{ background: {t.caution_soft}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame[kind="notice"] {{ background: {t.accent_soft}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame[kind="caution"] {{ background: {t.caution_soft}; border: none; border-radius: 6px; }}
QFrame[kind="popup"] {{ background: {t.surface}; border: 1px solid {t.faint}; }}
QFrame[kind="undo"] {{ background: {t.ink}; border: none; border-radius: 8px; }}
QFrame[kind="undo"] QLabel {{ color: {t.surface}; }}
QFrame[kind="status"] {{ background: {t.sunk}; border: none; border-top: 1px solid {t.line}; }}
QFrame[kind="line"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
QScrollArea, QScrollArea > QWidget > QWidget[ground="clear"] {{ background: transparent; border: none; }}
QAbstractScrollArea[kind="reading"] {{ border: {RING}px solid transparent; }}
QAbstractScrollArea[kind="reading"]:focus {{ border: {RING}px solid {t.accent}; border-radius: 6px; }}
"""


def _labels(t: Tokens, px: Px) -> str:
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="display"] {{ font-size: {px(26)}px; font-weight: 650; }}
QLabel[role="title"] {{ font-size: {px(20)}px; font-weight: 650; }}
QLabel[role="heading"] {{ font-size: {px(16)}px; font-weight: 650; }}
QLabel[role="name"] {{ font-weight: 650; }}
QLabel[role="section"] {{ font-size: {px(11)}px; font-weight: 650; color: {t.muted}; letter-spacing: 0.6px; }}
QLabel[role="section"][tone="accent"] {{ color: {t.accent}; }}
QLabel[role="level"] {{ font-size: {px(17)}px; font-weight: 650; color: {t.deposit}; }}
QLabel[role="level"][tone="caution"] {{ color: {t.caution_text}; }}
QLabel[role="level"][tone="withdrawal"] {{ color: {t.withdrawal}; }}
QLabel[role="fact"], QLabel[role="fact-empty"], QLabel[role="fact-still"] {{ border: 1px solid transparent;
  border-radius: 4px; padding: 1px 3px; }}
QLabel[role="fact-empty"] {{ color: {t.muted}; font-style: italic; }}
QLabel[role="fact"]:focus, QLabel[role="fact-empty"]:focus {{ border: 1px solid {t.accent}; }}
QLabel[role="fact"]:hover, QLabel[role="fact-empty"]:hover {{ background: {t.sunk}; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="small"] {{ font-size: {px(12)}px; color: {t.muted}; }}
QLabel[role="label"] {{ font-size: {px(13)}px; color: {t.muted}; }}
QLabel[role="accent"] {{ color: {t.accent}; font-weight: 650; }}
QLabel[role="deposit"] {{ color: {t.deposit}; font-weight: 650; }}
QLabel[role="withdrawal"] {{ color: {t.withdrawal}; font-weight: 650; }}
QLabel[role="caution"] {{ color: {t.caution_text}; }}
QLabel[role="caution"][tone="withdrawal"] {{ color: {t.withdrawal_text}; }}
QLabel[role="error"] {{ font-size: {px(12)}px; color: {t.withdrawal_text}; }}
QLabel[role="chip"] {{ font-size: {px(12)}px; color: {t.muted}; background: {t.sunk}; border-radius: {px(10)}px;
  padding: {px(2)}px {px(8)}px; min-height: {2 * px(10) - 2 * px(2)}px; }}
QLabel[role="chip"][tone="accent"] {{ color: {t.accent}; background: {t.accent_soft}; }}
QLabel[role="chip"][tone="deposit"] {{ color: {t.deposit_text}; background: {t.deposit_soft}; }}
QLabel[role="chip"][tone="withdrawal"] {{ color: {t.withdrawal_text}; background: {t.withdrawal_soft}; }}
QLabel[role="chip"][tone="caution"] {{ color: {t.caution_text}; background: {t.caution_soft}; }}
QLabel[role="rule"] {{ font-size: {px(11)}px; color: {t.muted}; background: {t.sunk}; border-radius: {px(4)}px;
  padding: {px(1)}px {px(5)}px; }}
QLabel[role="reason"] {{ border: 1px solid transparent; border-radius: {px(4)}px; }}
QLabel[role="reason"]:focus {{ border: 1px solid {t.accent}; }}
QLabel[role="key"] {{ font-size: {px(11)}px; color: {t.muted}; background: {t.sunk}; border: 1px solid {t.line};
  border-radius: 4px; padding: 0px {px(5)}px; }}
"""


def _buttons(t: Tokens, px: Px) -> str:
    side, ringed = px(12), px(12) - 1
    return f"""
QPushButton, QToolButton {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.line};
  border-radius: 6px; icon-size: {px(18)}px; padding: 0px {side}px; min-height: {px(32) - 2}px; font-weight: 500; }}
QPushButton:hover, QToolButton:hover {{ background: {t.paper}; border-color: {t.faint}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.sunk}; }}
QPushButton:focus, QToolButton:focus {{ outline: none; border: 2px solid {t.accent}; padding: 0px {ringed}px;
  min-height: {px(32) - 4}px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.faint}; background: {t.paper}; }}
QPushButton:checked, QToolButton:checked {{ background: {t.accent_soft}; border-color: {t.accent};
  color: {t.accent}; }}
QPushButton[kind="primary"], QPushButton:default {{ background: {t.accent}; color: {t.on_accent};
  border-color: {t.accent}; font-weight: 650; }}
QPushButton[kind="primary"]:hover, QPushButton:default:hover {{ background: {t.accent_strong};
  border-color: {t.accent_strong}; }}
QPushButton[kind="primary"]:focus, QPushButton:default:focus {{ border: 2px solid {t.ink}; }}
QPushButton[kind="primary"]:disabled, QPushButton:default:disabled {{ background: {t.sunk}; color: {t.faint};
  border-color: {t.line}; }}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{ background: {t.sunk}; }}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[kind="link"] {{ background: transparent; border: none; color: {t.accent}; padding: 0px;
  text-decoration: underline; font-weight: 400; min-height: {px(24)}px; }}
QPushButton[kind="link"]:hover {{ color: {t.accent_strong}; }}
QPushButton[kind="link"]:focus {{ background: {t.accent_soft}; border: none; padding: 0px;
  border-bottom: 2px solid {t.accent}; min-height: {px(24) - 2}px; }}
QPushButton[aligned="true"] {{ text-align: left; }}
QFrame[kind="status"] QPushButton[kind="link"] {{ font-size: {px(12)}px; }}
QPushButton[kind="fold"] {{ background: transparent; border: 1px solid transparent; text-align: left;
  padding: 0px; font-weight: 650; }}
QPushButton[kind="fold"]:hover {{ background: {t.sunk}; }}
QPushButton[kind="fold"]:focus {{ border: 2px solid {t.accent}; padding: 0px; }}
QPushButton[kind="deposit"]:enabled {{ color: {t.deposit}; }}
QPushButton[kind="withdrawal"]:enabled {{ color: {t.withdrawal}; }}
QPushButton[kind="chip"] {{ color: {t.muted}; border-radius: {px(16)}px; font-weight: 400; }}
QPushButton[kind="chip"]:checked {{ color: {t.accent}; background: {t.accent_soft}; border: 1px solid {t.accent};
  font-weight: 650; }}
QPushButton[kind="chip"][room="small"] {{ font-size: {px(12)}px; min-height: {px(22)}px; border-radius: {px(12)}px;
  padding: 1px {px(9)}px; }}
QPushButton[kind="chip"]:focus {{ border: 2px solid {t.ink}; }}
QPushButton[kind="door"]:checked:focus {{ border: 2px solid {t.ink}; }}
QPushButton[kind="choice"] {{ text-align: left; font-weight: 400; padding: 0px {px(28)}px 0px {px(8)}px; }}
QPushButton[kind="choice"]:focus {{ padding: 0px {px(28) - 1}px 0px {px(8) - 1}px; }}
QPushButton[kind="door"] {{ text-align: left; padding: {px(16)}px; border-radius: 8px; }}
QFrame[kind="undo"] QPushButton {{ background: transparent; border: 1px solid transparent; color: {t.surface};
  text-decoration: underline; font-weight: 650; }}
QFrame[kind="undo"] QPushButton:focus {{ border: 2px solid {t.surface}; }}
QToolButton[kind="quiet"] {{ padding: 0px {px(6)}px; }}
QPushButton::menu-indicator, QToolButton::menu-indicator {{ image: url("{_mark("chevron_down", t)}");
  width: {px(14)}px; height: {px(14)}px; subcontrol-position: right center; subcontrol-origin: padding; }}
QPushButton[kind="quiet"]::menu-indicator {{ image: none; width: 0px; }}
"""


def _inputs(t: Tokens, px: Px) -> str:
    fields = "QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit"
    focused = ", ".join(f"{name}:focus" for name in fields.split(", "))
    return f"""
{fields} {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.line}; border-radius: 6px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {px(32) - 2}px; padding: 0px {px(8)}px; }}
QLineEdit {{ padding: 0px {px(8) - 2}px; }}
QPlainTextEdit, QTextEdit {{ padding: {px(4)}px {px(8) - 4}px; }}
{focused} {{ border: 2px solid {t.accent}; }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{ padding: 0px {px(8) - 1}px; min-height: {px(32) - 4}px; }}
QLineEdit:focus {{ padding: 0px {px(8) - 3}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: {px(4) - 1}px {px(8) - 5}px; }}
QAbstractSpinBox {{ padding: 0px; min-height: {px(32) - 5}px; }}
QAbstractSpinBox:focus {{ padding: 0px; min-height: {px(32) - 7}px; }}
QComboBox:editable {{ padding: 0px {px(8) - 2}px; }}
QComboBox:editable:focus {{ padding: 0px {px(8) - 3}px; }}
QComboBox QLineEdit {{ border: none; background: transparent; padding: 0px; min-height: 0px; }}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{ background: {t.paper}; color: {t.faint}; }}
QLineEdit QToolButton {{ background: transparent; border: none; padding: 0px; min-height: 0px; }}
QLineEdit:read-only {{ background: {t.paper}; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QAbstractSpinBox[wrong="true"] {{ border-color: {t.withdrawal}; }}
QLineEdit[kind="search"] {{ background: {t.paper}; }}
QLineEdit[kind="search"]:focus {{ background: {t.surface}; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: {px(26)}px; subcontrol-origin: padding;
  subcontrol-position: right center; }}
QComboBox::down-arrow {{ image: url("{_mark("chevron_down", t)}"); width: {px(18)}px; height: {px(18)}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; background: transparent;
  width: {px(22)}px; }}
QAbstractSpinBox::up-arrow {{ image: url("{_mark("chevron_up", t)}"); width: {px(14)}px; height: {px(14)}px; }}
QAbstractSpinBox::down-arrow {{ image: url("{_mark("chevron_down", t)}"); width: {px(14)}px; height: {px(14)}px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.line}; outline: none;
  selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
QComboBox QAbstractItemView::item {{ min-height: {px(30)}px; padding: 0px {px(8)}px; }}
"""


def _marks(t: Tokens, px: Px) -> str:
    side = px(16)
    return f"""
QCheckBox, QRadioButton {{ spacing: {px(8)}px; min-height: {px(32)}px; background: transparent; }}
QCheckBox[kind="bare"] {{ min-height: {px(20)}px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {side}px; height: {side}px; border: 1px solid {t.muted};
  background: {t.surface}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {side // 2 + 1}px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {t.accent}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {t.accent}; width: {side - 2}px;
  height: {side - 2}px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url("{_mark("check", t)}"); }}
QRadioButton::indicator:checked {{ border: {px(5)}px solid {t.accent}; width: {side + 2 - 2 * px(5)}px;
  height: {side + 2 - 2 * px(5)}px; }}
QListView::indicator {{ width: {side}px; height: {side}px; border: 1px solid {t.muted}; border-radius: 4px;
  background: {t.surface}; margin-right: {px(6)}px; }}
QListView::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url("{_mark("check", t)}"); }}
QListView::indicator:indeterminate {{ background: {t.accent_soft}; border-color: {t.accent};
  image: url("{_mark("some", t)}"); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {t.line}; background: {t.paper}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.faint}; }}
QGroupBox {{ border: 1px solid {t.line}; border-radius: 8px; margin-top: {px(10)}px; padding: {px(12)}px; }}
QGroupBox[kind="group"] {{ border: none; margin: 0px; padding: 0px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: {px(10)}px; padding: 0px {px(4)}px; color: {t.muted}; }}
QSlider::groove:horizontal {{ height: 4px; background: {t.sunk}; border-radius: 2px; }}
QSlider::handle:horizontal {{ width: {px(16)}px; margin: -{px(6)}px 0px; border-radius: {px(8)}px;
  background: {t.accent}; }}
QProgressBar {{ background: {t.sunk}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
"""


def _lists(t: Tokens, px: Px) -> str:
    return f"""
QAbstractItemView {{ background: {t.surface}; border: none; outline: none; gridline-color: {t.line};
  selection-background-color: {t.accent_soft}; selection-color: {t.ink}; alternate-background-color: {t.surface}; }}
QTableView::item {{ border: none; border-bottom: 1px solid {t.sunk}; padding: 0px {px(12) - 3}px; }}
QTableView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QTableView::item:focus {{ border-left: 3px solid {t.accent}; padding-left: {px(12) - 6}px; }}
QListView[kind="card"] {{ border: 1px solid {t.line}; border-radius: 8px; padding: {px(3)}px; }}
QListView::item, QTreeView::item {{ min-height: {px(32)}px; padding: 0px {px(8)}px; }}
QListView::item:hover, QTreeView::item:hover {{ background: {t.paper}; }}
QListView::item:selected, QTreeView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QListView::item:focus, QTreeView::item:focus {{ border-left: 3px solid {t.accent}; padding-left: {px(8) - 3}px; }}
QListView[kind="pages"] {{ background: transparent; }}
QListView[kind="pages"]::item {{ border-radius: 6px; padding: 0px {px(8) - 3}px; margin-right: {px(4)}px; }}
QListView[kind="pages"]::item:focus {{ padding-left: {px(8) - 6}px; }}
QListView[kind="pages"]::item:hover {{ background: {t.sunk}; }}
QListView[kind="pages"]::item:selected {{ background: {t.accent_soft}; }}
QCalendarWidget QTableView::item, QCalendarWidget QTableView::item:focus {{ border: none; padding: 0px; }}
QCalendarWidget QTableView {{ selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QWidget#qt_calendar_navigationbar {{ background: {t.surface}; }}
QWidget#qt_calendar_navigationbar QToolButton {{ background: transparent; border: 1px solid transparent;
  padding: 0px {px(4)}px; }}
QWidget#qt_calendar_navigationbar QToolButton:hover {{ background: {t.sunk}; }}
QWidget#qt_calendar_navigationbar QToolButton:focus {{ border: 2px solid {t.accent}; }}
QWidget#qt_calendar_navigationbar QToolButton::menu-indicator {{ image: none; width: 0px; }}
QHeaderView {{ background: {t.paper}; border: none; }}
QHeaderView::section {{ background: {t.paper}; color: {t.muted}; border: none; border-bottom: 1px solid {t.line};
  padding: 0px {px(12)}px; min-height: {px(34)}px; font-size: {px(12)}px; font-weight: 650; }}
QHeaderView::section:hover {{ color: {t.ink}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: {px(14)}px; height: {px(14)}px;
  subcontrol-position: center right; }}
QHeaderView::up-arrow {{ image: url("{_mark("chevron_up", t)}"); }}
QHeaderView::down-arrow {{ image: url("{_mark("chevron_down", t)}"); }}
QTableCornerButton::section {{ background: {t.paper}; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0px; }}
PagesView {{ background: {t.sunk}; }}
PagesView[kind="reading"]:focus {{ border-radius: 0px; }}
PeopleTable QScrollBar:vertical {{ border-top: {px(34) + 1}px solid {t.paper}; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0px; }}
QScrollBar::handle {{ background: {t.line}; border-radius: {px(4)}px; margin: {px(2)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(32)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:hover {{ background: {t.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}
"""


def _bars(t: Tokens, px: Px) -> str:
    return f"""
QMenuBar {{ background: {t.surface}; color: {t.ink}; border-bottom: 1px solid {t.line}; padding: 0px {px(6)}px; }}
QMenuBar::item {{ padding: {px(6)}px {px(10)}px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {t.sunk}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.line}; padding: {px(4)}px; icon-size: {px(16)}px; }}
QMenu::item {{ padding: {px(7)}px {px(28)}px {px(7)}px {px(12)}px; border-radius: 6px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px {px(8)}px; }}
QMenu::indicator {{ width: {px(14)}px; height: {px(14)}px; left: {px(6)}px; border-radius: 4px;
  border: 1px solid {t.faint}; background: {t.surface}; }}
QMenu::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url("{_mark("check", t)}"); }}
QMenu::indicator:exclusive {{ border-radius: {px(14) // 2 + 1}px; }}
QMenu::right-arrow {{ image: url("{_mark("chevron_right", t)}"); width: {px(16)}px; height: {px(16)}px;
  right: {px(6)}px; }}
QMenu::icon {{ padding-left: {px(10)}px; }}
QToolTip {{ background: {t.ink}; color: {t.surface}; border: none; padding: {px(5)}px {px(8)}px; }}
QBalloonTip {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.faint}; }}
QBalloonTip QPushButton {{ background: transparent; border: none; min-height: 0px; padding: 0px; }}
QStatusBar {{ background: {t.sunk}; color: {t.muted}; min-height: {px(28)}px; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {t.muted}; font-size: {px(12)}px; }}
QLabel#qt_msgbox_label {{ font-size: {px(16)}px; font-weight: 650; }}
QLabel#qt_msgbox_informativelabel {{ min-width: {px(320)}px; }}
QSplitter::handle {{ background: {t.line}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.line}; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; padding: {px(8)}px {px(12)}px; border: none;
  border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {t.ink}; border-bottom: 2px solid {t.accent}; font-weight: 650; }}
QTabBar::tab:focus {{ background: {t.accent_soft}; }}
QTabBar::tab:hover {{ color: {t.ink}; }}
QTabBar::scroller {{ width: {px(28)}px; }}
QTabBar QToolButton {{ border: 1px solid {t.line}; border-radius: 6px; padding: 0px; margin: {px(4)}px 0px;
  min-height: 0px; background: {t.surface}; }}
QTabBar QToolButton::left-arrow {{ image: url("{_mark("chevron_left", t)}"); width: {px(16)}px; height: {px(16)}px; }}
QTabBar QToolButton::right-arrow {{ image: url("{_mark("chevron_right", t)}"); width: {px(16)}px;
  height: {px(16)}px; }}
"""
