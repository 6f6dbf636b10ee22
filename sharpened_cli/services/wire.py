"""Results as JSON: the one place where figures are rounded for other programs.

kcal to whole numbers, grams and kilograms to one decimal, rates to three, scores and shares to four; the key says
which. Every key is always there; null means unknown.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

_DECIMALS_BY_SUFFIX = (
    ("_kg_per_week", 3),
    ("_kcal", 0),
    ("kcal", 0),
    ("calories_burned", 0),
    ("_g", 1),
    ("_kg", 1),
    ("grams", 1),
    ("_minutes", 1),
    ("_sec", 1),
    ("_cm", 1),
    ("_mets", 2),
    ("rate", 3),
)
_OTHER = 4


def as_json(value: Any, key: str = "") -> Any:
    """Return a result (dataclass, NamedTuple, dict, list, date, number, text) as JSON-ready values, rounded."""
    kind = type(value)
    if kind is float:
        return _rounded(value, key)
    if kind is dict:
        return {str(name): as_json(item, name) for name, item in value.items()}
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return _rounded(value, key)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(name): as_json(item, str(name)) for name, item in value.items()}
    if (fields := _fields(value)) is not None:
        return {name: as_json(getattr(value, name), name) for name in fields}
    if isinstance(value, (set, frozenset)):
        return [as_json(item, key) for item in sorted(value)]
    return [as_json(item, key) for item in value]


def as_text(value: Any) -> str:
    """Return a result as one line of JSON text."""
    return _encode(as_json(value))


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _fields(value: Any) -> tuple[str, ...] | None:
    if isinstance(value, tuple):
        names: tuple[str, ...] | None = getattr(value, "_fields", None)
        return names
    fields = getattr(value, "__dataclass_fields__", None)
    return tuple(fields) if fields is not None else None


def _rounded(number: float, key: str) -> float | int:
    decimals = _decimals(key)
    return round(number, decimals) + 0.0 if decimals else round(number)


@cache
def _decimals(key: str) -> int:
    return next((decimals for suffix, decimals in _DECIMALS_BY_SUFFIX if key.endswith(suffix)), _OTHER)
