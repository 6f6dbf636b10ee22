"""Many meals from one text: one a line, as words or as a JSON object, each its own transaction."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sharpened_cli.errors import InputError, SharpenedError
from sharpened_cli.services.nutrition import NutritionService

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sharpened_cli.clock import Clock
    from sharpened_cli.services.meal_options import MealOptions
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

KEYS = ("text", "meal_type", "at", "date", "planned", "quick", "save_as", "copy", "kcal", "protein", "carbs", "fat")


def log_lines(store: Store, clock: Clock, user: User, text: str, options: MealOptions) -> Iterator[dict[str, Any]]:
    """Yield the document of each line's meal, or ``{"line", "error"}`` where it could not be logged."""
    service = NutritionService(store, clock, user)
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            words, mine = _read(line, options)
            yield {"line": number, **service.log_meal(words, mine)}
        except SharpenedError as error:
            told = {"code": error.code, "message": error.message, "hint": error.hint, **error.details}
            yield {"line": number, "error": told}


def _read(line: str, options: MealOptions) -> tuple[str, MealOptions]:
    """Return the words and options of a line; raises InputError for JSON that is not a meal."""
    if not line.lstrip().startswith("{"):
        return line, options
    try:
        values = json.loads(line)
    except ValueError as error:
        raise InputError("This line is not JSON.", code="bad_json") from error
    unknown = sorted(set(values) - set(KEYS))
    if unknown:
        raise InputError(f"Unknown key {unknown[0]!r}.", code="unknown_key", hint=f"Keys are: {', '.join(KEYS)}.")
    words = values.pop("text", "")
    for key, value in values.items():
        wanted = (int, float) if key in {"planned", "kcal", "protein", "carbs", "fat"} else str
        if isinstance(value, bool) or not isinstance(value, wanted):
            raise InputError(f"{key} has a value of the wrong kind.", code="bad_value")
    if not isinstance(words, str):
        raise InputError("text must be words.", code="bad_value")
    return words, options._replace(**values)
