"""All tables a person fills, in the order in which undo names them."""

from __future__ import annotations

from typing import Any

from planner.models import dealing_rows, rows

MODELS: tuple[type[Any], ...] = (
    rows.Source,
    rows.ImportBatch,
    rows.Person,
    rows.Phone,
    rows.Email,
    rows.Address,
    rows.Social,
    rows.Detail,
    rows.Tag,
    rows.Promise,
    rows.Touch,
    rows.Permission,
    rows.StopRule,
    rows.ThankYou,
    rows.StageSince,
    dealing_rows.Product,
    dealing_rows.Purchase,
    dealing_rows.PurchaseLine,
    dealing_rows.Party,
    dealing_rows.PartyGuest,
    dealing_rows.Membership,
    dealing_rows.Commitment,
    dealing_rows.Interest,
    dealing_rows.SaidNo,
    dealing_rows.LifePause,
    dealing_rows.PlanStep,
    dealing_rows.Activity,
    rows.Sheet,
    rows.SheetRow,
    rows.Listed,
    rows.Setting,
)

BY_NAME = {model._meta.table_name: model for model in MODELS}  # noqa: SLF001  # peewee's word for what a model knows of itself
"""Each model by the name of its table."""
