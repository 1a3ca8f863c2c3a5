"""Products: what is sold, and how long one piece of it lasts (rules D1, D6.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.shelf_life import usual_days
from planner.domain.text import one_line
from planner.models import orders, single
from planner.models.book import Book
from planner.services import standing
from planner.services.changes import Change, Changes


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """What a product form edits; ``days_supply`` None goes by the rule of thumb of its category or name."""

    name: str
    category: str = ""
    days_supply: int | None = None
    is_seasonal: bool = False


@dataclass(frozen=True, slots=True)
class ProductView:
    """A product as a list shows it; ``lasts`` are the days that count, its own or the usual ones."""

    id: int
    draft: ProductDraft
    lasts: int | None


class Products:
    """The list of products of one book. An order may also name what is not on it."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes

    def list(self) -> tuple[ProductView, ...]:
        """All products by name."""
        return tuple(map(_view, orders.products(self._book)))

    def names(self) -> tuple[str, ...]:
        """Every name that stands in the list or in an order, what is ordered most first."""
        return tuple(orders.product_names(self._book))

    def lasts(self, name: str) -> int | None:
        """How many days one piece of a product lasts, by the list or the rule of thumb; None if it never runs out."""
        row = orders.product_named(self._book, one_line(name))
        return usual_days(name) if row is None else _view(row).lasts

    def ordered(self, name: str) -> int:
        """How many orders name this product."""
        return orders.times_ordered(self._book, name)

    def save(self, product_id: int | None, draft: ProductDraft, now: Moment, *, renames_orders: bool = False) -> int:
        """Write a product, a new one where ``product_id`` is None; answers its id.

        With ``renames_orders`` past orders call it by its new name, too; else they keep the one of their day.

        Raises PlannerError: product_needs_name, product_is_there, no_such_product.
        """
        name = one_line(draft.name)
        if not name:
            raise PlannerError("product_needs_name")
        same = orders.product_named(self._book, name)
        if same is not None and same[0] != product_id:
            raise PlannerError("product_is_there", name=same[1])
        values = {
            "name": name,
            "category": one_line(draft.category),
            "days_supply": draft.days_supply,
            "is_seasonal": draft.is_seasonal,
        }
        before = None if product_id is None else self._row(product_id)
        with self._book.step("product_saved", now, name=name):
            if product_id is None:
                product_id = single.insert(self._book, "product", values)
            else:
                single.update(self._book, "product", product_id, values)
            if renames_orders and before is not None:
                orders.rename(self._book, before[1], name)
            self._refresh({name} | ({before[1]} if before else set()), now)
        self._changes.announce(Change.ORDERS)
        return product_id

    def remove(self, product_id: int, now: Moment) -> None:
        """Take a product off the list; orders keep its name.

        Raises PlannerError: no_such_product.
        """
        name = str(self._row(product_id)[1])
        with self._book.step("product_removed", now, name=name):
            single.remove(self._book, "product", product_id)
            self._refresh({name}, now)
        self._changes.announce(Change.ORDERS)

    def _row(self, product_id: int) -> tuple[Any, ...]:
        row = orders.product(self._book, product_id)
        if row is None:
            raise PlannerError("no_such_product", product_id=product_id)
        return row

    def _refresh(self, names: set[str], now: Moment) -> None:
        """Whoever ordered it runs out on another day now."""
        standing.refresh(self._book, orders.buyers(self._book, names), now)


def _view(row: tuple[Any, ...]) -> ProductView:
    product_id, name, category, days, is_seasonal = row
    draft = ProductDraft(name, category, days, bool(is_seasonal))
    return ProductView(product_id, draft, days or usual_days(category or name))
