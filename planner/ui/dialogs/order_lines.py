"""The products of an order: each a line with its number of pieces and how long one lasts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.domain.order import OrderLine
from planner.ui.kit import theme, wording
from planner.ui.kit.buttons import GAP, Button, IconButton
from planner.ui.kit.fields import NumberField
from planner.ui.kit.i18n import _

LONGEST = 120
MOST_PIECES = 999
MOST_DAYS = 3650


class _Line(QWidget):
    """A product, its pieces, its days; zero days stand for what is usual, which is shown."""

    removed = Signal()
    changed = Signal()

    def __init__(self, line: OrderLine, names: Sequence[str], lasts: Callable[[str], int | None], parent: QWidget):
        super().__init__(parent)
        self._lasts = lasts
        self.product = QLineEdit(line.product, self)
        self.product.setMaxLength(LONGEST)
        self.product.setAccessibleName(_("Product"))
        self.product.setPlaceholderText(_("Vitamin C serum"))
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.product.setCompleter(completer)
        self.pieces = NumberField(0, MOST_PIECES, line.quantity, parent=self)
        self.pieces.setPrefix(_("× "))
        self.pieces.setAccessibleName(_("Number of pieces"))
        self.days = NumberField(0, MOST_DAYS, line.days_supply or 0, _(" days"), self)
        self.days.setPrefix(_("lasts "))
        self.days.setAccessibleName(_("Days one piece lasts"))
        self.remove_button = IconButton("close", _("Remove this product"), self)
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # from the keyboard, an emptied line is no line
        self.remove_button.clicked.connect(self.removed)
        self.product.textChanged.connect(self._read)
        self.pieces.valueChanged.connect(self._read)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(GAP))
        for field in (self.product, self.pieces, self.days):
            row.addWidget(field, 1 if field is self.product else 0)
            row.addSpacing(theme.px(8 - GAP) if field is not self.days else 0)
        row.addWidget(self.remove_button)
        self._read()

    def line(self) -> OrderLine | None:
        """What was entered, or None for a line without a product."""
        product = self.product.text().strip()
        return OrderLine(product, self.pieces.value(), self.days.value() or None) if product else None

    def _read(self) -> None:
        name = self.product.text().strip()
        days = self._lasts(name) if name else None
        usual = _("lasts as usual") if not name else wording.lasts(None)
        if days is not None:
            usual = _("lasts {days}").format(days=wording.lasts(days))
        self.days.setSpecialValueText(usual)
        self.changed.emit()


class OrderLines(QWidget):
    """As many lines as there are products, and always one more to fill."""

    changed = Signal()

    def __init__(
        self, lines: Sequence[OrderLine], names: Sequence[str], lasts: Callable[[str], int | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._lasts = lasts
        self._rows: list[_Line] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        more = Button(_("One more product"), "add", "link", self)
        more.clicked.connect(lambda _on=False: self._add(OrderLine("")).product.setFocus())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(4))
        whole.addLayout(self._column)
        whole.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        for line in lines or (OrderLine(""),):
            self._add(line)

    def lines(self) -> tuple[OrderLine, ...]:
        """Every line with a product."""
        return tuple(line for line in (row.line() for row in self._rows) if line is not None)

    def has_none_of_something(self) -> bool:
        """Whether there is a product of which nothing was ordered."""
        return any(line.quantity == 0 for line in self.lines())

    def rows(self) -> list[_Line]:
        """The lines as they stand there."""
        return list(self._rows)

    def _add(self, line: OrderLine) -> _Line:
        row = _Line(line, self._names, self._lasts, self)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._column.addWidget(row)
        self.setFocusProxy(self._rows[0].product)
        return row

    def _remove(self, row: _Line) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        if not self._rows:
            self._add(OrderLine(""))
        self.setFocusProxy(self._rows[0].product)
        self.changed.emit()
