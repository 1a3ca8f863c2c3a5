"""The products one sells and how long a piece of each lasts, in a small table with a form below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.shelf_life import usual_days
from planner.services.products import ProductDraft, Products, ProductView
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.order_lines import LONGEST, MOST_DAYS
from planner.ui.kit import dates, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.fields import NumberField
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _, ngettext

AnyIndex = QModelIndex | QPersistentModelIndex
LOW, ROW, MOST_ROWS = 150, 32, 9
"""Pixels of the table at least and of a row, at 100 %; so many rows are in sight where the screen has room."""


_SEASON = 3


class ProductModel(QAbstractTableModel):
    """One row for each product."""

    COLUMNS: ClassVar[tuple[Callable[[ProductView], str], ...]] = (
        lambda product: product.draft.name,
        lambda product: product.draft.category,
        lambda product: wording.lasts(product.lasts),
        lambda product: _("seasonal") if product.draft.is_seasonal else "",
    )

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.products: tuple[ProductView, ...] = ()

    def show_products(self, products: tuple[ProductView, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.products = products
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many products there are (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self.products)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Name, category, days, season (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self.COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell (Qt's name)."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return None
        return self.COLUMNS[index.column()](self.products[index.row()])

    def headerData(self, at: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns (Qt's name)."""
        if role != Qt.ItemDataRole.DisplayRole or side != Qt.Orientation.Horizontal:
            return None
        return (_("Product"), _("Category"), _("Lasts"), _("Season"))[at]


class ProductList(FormWindow):
    """Choosing a product fills the form below; without one chosen, the form adds a new one."""

    def __init__(self, products: Products, clock: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(_("Your products"), _("Add product"), parent, width=620)
        self._products = products
        self._clock = clock
        self._chosen: ProductView | None = None
        self.model = ProductModel(self)
        self.table = QTableView(self.page)
        self._dress_table()
        self.nothing = quiet(
            _("No products yet. Those you add here are offered when you note an order, with how long they last."),
            self.page,
        )
        self.name = QLineEdit(self.page)
        self.category = QLineEdit(self.page)
        for line in (self.name, self.category):
            line.setMaxLength(LONGEST)
            line.textChanged.connect(self._react)
        self.days = NumberField(0, MOST_DAYS, 0, _(" days"), self.page)
        self.seasonal = QCheckBox(_("Only in its season"), self.page)
        self.renames = QCheckBox(self.page)
        self.renames.setChecked(True)
        self.new = Button(_("Another new product"), "add", "link", self)
        self.new.clicked.connect(self.start_new)
        self.remove = Button(_("Take off the list"), "remove", "link", self)
        self.remove.clicked.connect(self._remove)
        self.cancel_button.setText(_("Done"))
        self._lay_out()
        self._show_all()
        self.start_new()
        self.fit()
        rows = min(self.model.rowCount(), MOST_ROWS)
        more = max(0, theme.px(ROW) * (rows + 1) + theme.px(14) - self._frame.sizeHint().height()) if rows else 0
        room = self.screen().availableGeometry().height() - theme.px(48)
        self.resize(self.width(), min(self.height() + more, room))

    def write(self) -> bool:
        """Save what is in the form, and stay open for the next product."""
        self._form.clear_mistakes()
        draft = ProductDraft(
            self.name.text(), self.category.text(), self.days.value() or None, self.seasonal.isChecked()
        )
        try:
            product_id = self._chosen.id if self._chosen else None
            renames = self.renames.isChecked() and not self.renames.isHidden()
            self._products.save(product_id, draft, self._clock(), renames_orders=renames)
        except PlannerError as error:
            self._form.say_mistake(self.name, wording.error(error))
            return False
        self._show_all()
        self.start_new()
        return False

    def start_new(self) -> None:
        """Empty the form for a product that is not on the list yet."""
        self.table.clearSelection()
        self._fill(None)
        self.name.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(self.nothing)
        self._frame = QFrame(self.page)
        self._frame.setProperty("kind", "card")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        inside.addWidget(self.table)
        self.column.addWidget(self._frame, 1)
        form = Form(self.page, columns=2)
        form.add(_("Product"), self.name)
        form.add(_("Category"), self.category)
        form.add(_("One piece lasts"), self.days, hint=_("Left alone, the usual time for its category counts."))
        form.add(_("Season"), self.seasonal)
        form.add_wide(self.renames)
        self._form = form
        self.column.addWidget(form)
        self.column.addStretch()
        for at, button in enumerate((self.new, self.remove)):
            self.buttons.insertWidget(at, button)

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(_("Your products"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        table.setMinimumHeight(theme.px(LOW))
        table.selectionModel().currentRowChanged.connect(lambda row, _before: self._choose(row.row()))
        table.clicked.connect(lambda index: self._choose(index.row()))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.model.products):
            self._fill(self.model.products[row])

    def _fill(self, product: ProductView | None) -> None:
        self._chosen = product
        draft = product.draft if product else ProductDraft("")
        self.name.setText(draft.name)
        self.category.setText(draft.category)
        self.days.setValue(draft.days_supply or 0)
        self.seasonal.setChecked(draft.is_seasonal)
        self.save_button.setText(_("Add product") if product is None else _("Save"))
        self.remove.setVisible(product is not None)
        self.new.setVisible(product is not None)
        self._form.clear_mistakes()
        self._typed_at_first = self._typed()
        self._react()

    def _react(self) -> None:
        """Show the rule of thumb that holds while no days are given."""
        name, category = self.name.text().strip(), self.category.text().strip()
        usual = wording.lasts(usual_days(category or name)) if category or name else _("as usual")
        self.days.setSpecialValueText(usual)
        before = self._chosen.draft.name if self._chosen is not None else ""
        count = self._products.ordered(before) if before and name and name != before else 0
        words = ngettext("Rename it in {count} past order, too", "Rename it in {count} past orders, too", count)
        self.renames.setText(words.format(count=dates.number(count)))
        self.renames.setVisible(count > 0)

    def _remove(self) -> None:
        if self._chosen is not None:
            self._products.remove(self._chosen.id, self._clock())
            self._show_all()
            self.start_new()

    def _show_all(self) -> None:
        self.model.show_products(self._products.list())
        has_any = bool(self.model.products)
        self._frame.setVisible(has_any)
        self.table.setColumnHidden(_SEASON, not any(each.draft.is_seasonal for each in self.model.products))
        self.nothing.setVisible(not has_any)
