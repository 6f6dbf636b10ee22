"""What the options of a meal say: which day and hour, which meal, bare figures."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.nutrients import Nutrients
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.services.wall_clock import instant_of, minute_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from sharpened_cli.domain.day_plan import Meal

MEAL_TYPES = ("breakfast", "lunch", "dinner", "snack", "pre_workout", "post_workout", "other")
NEAR_MINUTES = 90  # a planned meal within so many minutes is the one meant
LONGEST_TEXT = 2000  # characters of one meal; nobody eats more words
# Usual hours of a meal logged for another day without a time (product choice).
USUAL_MINUTE = {
    "breakfast": 8 * 60, "lunch": 12 * 60 + 30, "dinner": 19 * 60, "snack": 16 * 60, "pre_workout": 17 * 60,
    "post_workout": 19 * 60, "other": 12 * 60,
}  # fmt: skip
# Which meal an hour means where no planned meal is near (product choice).
_HOURS = ((240, "snack"), (660, "breakfast"), (900, "lunch"), (1020, "snack"), (1320, "dinner"), (1441, "snack"))
_NAMED = re.compile(
    r"\b(breakfast|brunch|lunch|dinner|supper|snack|desayuno|almuerzo|cena|almoco|jantar)\b", re.IGNORECASE
)
_MEANT = {
    "brunch": "breakfast", "supper": "dinner", "desayuno": "breakfast", "almuerzo": "lunch", "cena": "dinner",
    "almoco": "lunch", "jantar": "dinner",
}  # fmt: skip
_YESTERDAY = re.compile(r"\b(?:yesterday|last night)\b", re.IGNORECASE)
_NOT_THE_MEAL = re.compile(
    r"\b(?:breakfast|lunch|dinner|snack) (?:burrito|sandwich|sausage|meat|roll|bar|cereal|taco|biscuit|mix|wrap)",
    re.IGNORECASE,
)


class MealOptions(NamedTuple):
    """Options of `log-meal` as typed.

    ``chosen`` maps phrases to the food ids that the person picked for them, ``reworded`` words that were not
    understood to other words (empty: leave it out).
    """

    meal_type: str = ""
    at: str = ""
    date: str = ""
    planned: int | None = None
    quick: str = ""
    save_as: str = ""
    copy: str = ""
    kcal: float | None = None
    protein: float | None = None
    carbs: float | None = None
    fat: float | None = None
    allow_unknown: bool = False
    chosen: Mapping[str, str] = {}
    reworded: Mapping[str, str] = {}

    @property
    def has_figures(self) -> bool:
        """Return whether bare figures were given, for a meal without foods."""
        return any(value is not None for value in (self.kcal, self.protein, self.carbs, self.fat))


class When(NamedTuple):
    """When a meal was eaten: the local day, the minute after midnight, and the instant."""

    day: date
    minute: int
    instant: datetime


def checked_meal_type(text: str) -> str:
    """Return a meal type as typed, or an empty one; raises InputError."""
    if not text:
        return ""
    from sharpened_cli.domain.typed import choice

    return choice(text, MEAL_TYPES, "a meal")


def said_meal_type(text: str) -> str:
    """Return the meal that a sentence names ("for lunch I had"), or an empty one."""
    found = _NAMED.search(_NOT_THE_MEAL.sub(" ", text))
    return _MEANT.get(found[1].lower(), found[1].lower()) if found else ""


def day_of(options: MealOptions, text: str, today: date) -> date:
    """Return the local day of a meal: the option, else "yesterday" in the sentence, else today; raises InputError."""
    if options.date:
        from sharpened_cli.domain.times import parse_date

        day = parse_date(options.date, today)
    else:
        day = today - timedelta(days=1) if _YESTERDAY.search(text) else today
    if day > today:
        raise InputError(
            f"{day.isoformat()} has not come yet.", code="in_the_future", hint="Log a meal once it is eaten."
        )
    return day


def when_of(options: MealOptions, day: date, meal_type: str, now: datetime, zone_name: str) -> When:
    """Return when a meal was eaten: --at, else now on the same day, else the meal's usual hour; raises InputError."""
    minute_now = minute_of(now, zone_name)
    today = _local_date(now, zone_name)
    if options.at:
        from sharpened_cli.domain.times import parse_clock

        hour, minute = parse_clock(options.at).split(":")
        at = int(hour) * 60 + int(minute)
        instant = instant_of(day, at, zone_name)
        if instant > now:
            raise InputError(
                f"{options.at} on {day.isoformat()} has not come yet.",
                code="in_the_future",
                hint="Log a meal once it is eaten, or say --date.",
            )
        return When(day, at, instant)
    if day == today:
        return When(day, minute_now, now)
    at = USUAL_MINUTE.get(meal_type, USUAL_MINUTE["other"])
    return When(day, at, instant_of(day, at, zone_name))


def meal_type_at(minute: int, planned: Sequence[Meal]) -> str:
    """Return the meal of an hour: the nearest planned one within 90 minutes, else by the clock."""
    near = sorted((abs(_minute(meal.time) - minute), meal.time, meal.meal_type) for meal in planned)
    if near and near[0][0] <= NEAR_MINUTES:
        return near[0][2]
    return next(name for before, name in _HOURS if minute < before)


def figures_of(options: MealOptions) -> Nutrients:
    """Return the bare figures of a quick entry; kcal from the grams where it was not said. Raises InputError."""
    given = (options.kcal, options.protein, options.carbs, options.fat)
    if any(value is not None and not 0 <= value <= most for value, most in zip(given, _MOST, strict=True)):
        raise InputError("These figures are not those of one meal.", code="bad_quantity")
    protein, carbs, fat = (value or 0.0 for value in given[1:])
    kcal = options.kcal if options.kcal is not None else 4.0 * protein + 4.0 * carbs + 9.0 * fat
    return Nutrients(kcal, protein, carbs, fat)


_MOST = (10_000.0, 1_000.0, 2_000.0, 1_000.0)  # kcal and grams of one meal (product choice)


def checked_text(text: str) -> str:
    """Return a meal's words without control characters; raises InputError for what cannot be a meal."""
    cleaned = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if len(cleaned) > LONGEST_TEXT:
        raise InputError(
            f"That is {len(cleaned):,} characters; a meal has at most {LONGEST_TEXT:,}.",
            code="too_long",
            hint="Log one meal at a time.",
        )
    if re.search(r"(?:^|[\s,;])-\d", cleaned) or re.search(r"\d[eE][+-]?\d", cleaned):
        raise InputError(
            "An amount in this meal is not one that can be eaten.",
            code="bad_quantity",
            hint="Write amounts like 80 g, 2 slices or 1 1/2 cups.",
        )
    return cleaned


def copied_from(text: str, today: date) -> tuple[date, str]:
    """Return the day and the meal type (or empty) that "yesterday lunch" names; raises InputError."""
    from sharpened_cli.domain.times import parse_date

    names = text.replace("-", "_").split() if text.strip().lower() in MEAL_TYPES else text.split()
    meal_type = next(
        (name.lower().replace("-", "_") for name in names if name.lower().replace("-", "_") in MEAL_TYPES), ""
    )
    rest = " ".join(name for name in names if name.lower().replace("-", "_") != meal_type) or "yesterday"
    return parse_date(rest, today), meal_type


def resolved_id(found: Sequence[str], wanted: str) -> str:
    """Return the one id that a prefix means; raises InputError when two do, NotThereError when none does."""
    if not found:
        raise NotThereError(
            f"There is no meal {wanted!r}.", code="no_such_id", hint="`sharpened meals list` shows them."
        )
    if len(found) > 1:
        raise InputError(f"{wanted!r} means several meals.", code="ambiguous_id", hint="Type more of the id.")
    return found[0]


def _minute(clock_text: str) -> int:
    hour, minute = clock_text.split(":")[:2]
    return int(hour) * 60 + int(minute)


def _local_date(instant: datetime, zone_name: str) -> date:
    from sharpened_cli.clock import local_day

    return local_day(instant, zone_name)
