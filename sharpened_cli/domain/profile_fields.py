"""What may be said about a person, by option or by JSON, turned into fields of a profile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain import units
from sharpened_cli.domain.profile import ACTIVITY_LEVELS, DIETS, EXPERIENCE_LEVELS, GOALS
from sharpened_cli.domain.screening import checked
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

BODY_FAT_METHODS = ("dxa", "caliper", "bia", "guess")
UNIT_SYSTEMS = ("metric", "imperial")
SEXES = ("male", "female")
OLDEST_YEARS = 110
LONGEST_LIST, LONGEST_ITEM = 60, 120
LONGEST_NAME = 120

_SPOKEN_SEX = {"m": "male", "man": "male", "f": "female", "woman": "female", "w": "female"}
_SPOKEN_NONE = frozenset({"none", "no", "nothing", "n/a", "-", "nil"})
_ALIASES = {
    "name": "full_name",
    "biological_sex": "sex",
    "height": "height_cm",
    "weight": "weight_kg",
    "current_weight_kg": "weight_kg",
    "body_fat": "body_fat_percentage",
    "goal": "primary_goal",
    "target_weight": "target_weight_kg",
    "goal_weight_kg": "target_weight_kg",
    "goal_weight": "target_weight_kg",
    "experience": "experience_level",
    "diet": "dietary_preference",
    "allergies": "food_allergies",
    "dislikes": "foods_to_avoid",
    "units": "unit_system",
    "fine_exercises": "cleared_exercises",
}
OPTION_OF = {
    "full_name": "--name", "sex": "--sex", "height_cm": "--height", "weight_kg": "--weight",
    "body_fat_percentage": "--body-fat", "primary_goal": "--goal", "target_weight_kg": "--target-weight",
    "experience_level": "--experience", "dietary_preference": "--diet", "food_allergies": "--allergies",
    "foods_to_avoid": "--dislikes", "unit_system": "--units",
}  # fmt: skip


class Said(NamedTuple):
    """Everything said in one go: the email (if any), the age (if said), and fields of the profile."""

    email: str | None
    age: int | None
    fields: dict[str, Any]


def read_said(raw: Mapping[str, Any], *, units_before: str, today: date) -> Said:
    """Return what was said under option names (underscores) or profile columns.

    JSON numbers are SI; text is read as typed, a bare number in the unit of ``units`` if that is said
    too, else of ``units_before``. Null says nothing. Raises InputError for an unknown name, a name said
    twice in two ways, and every value that cannot be used.
    """
    named: dict[str, Any] = {}
    for key, value in raw.items():
        if value is None:
            continue
        name = _ALIASES.get(key, key)
        if name not in _READERS and name not in {"email", "age"}:
            raise InputError(
                f"{key[:40]!r} is not something a profile has.",
                code="unknown_key",
                hint=f"Known: {', '.join(sorted({*_READERS, 'email', 'age'}))}.",
            )
        if name in named and named[name] != value:
            raise InputError(f"{name} is given twice.", code="given_twice", hint="Leave one of the two out.")
        named[name] = value
    system = named.get("unit_system", units_before)
    system = units.choice(str(system), UNIT_SYSTEMS, "a system of units")
    fields = {name: _READERS[name](value, system, today) for name, value in named.items() if name in _READERS}
    email = _email(named["email"]) if "email" in named else None
    age = _whole(named["age"], 0, OLDEST_YEARS, "an age") if "age" in named else None
    return Said(email, age, fields)


def born_on(age: int, today: date) -> date:
    """Return the birth date that an age stands for: today minus so many years."""
    try:
        return today.replace(year=today.year - age)
    except ValueError:  # the 29th of February in a common year
        return today.replace(year=today.year - age, day=28)


def _email(value: Any) -> str:
    text = str(value).strip()
    if len(text) > 254 or not re.fullmatch(
        r"[^@\s\x00-\x1f\x7f]+@[^@\s\x00-\x1f\x7f.]+(?:\.[^@\s\x00-\x1f\x7f.]+)+", text
    ):
        raise InputError(
            f"{text[:60]!r} is not an email address.", code="bad_email", hint="Write it like ana@example.org."
        )
    return text.lower()


def _text(value: Any, *_: Any) -> str:
    text = " ".join(str(value).split())
    if not isinstance(value, str) or not text or len(text) > LONGEST_NAME or not text.isprintable():
        raise InputError("That is not a name.", code="bad_name", hint="Write it in plain letters.")
    return text


def _date(value: Any, _: str, today: date) -> date:
    if not isinstance(value, str):
        raise InputError("A birth date is a text such as 1990-05-31.", code="bad_date", hint="Use quotes in JSON.")
    born = units.parse_date(value, today)
    if born > today or today.year - born.year > OLDEST_YEARS:
        raise InputError(f"{value[:40]!r} cannot be a birth date.", code="bad_date", hint="Write it like 1990-05-31.")
    return born


def _sex(value: Any, *_: Any) -> str:
    word = str(value).strip().lower()
    return units.choice(_SPOKEN_SEX.get(word, word), SEXES, "a sex")


def _one_of(words: tuple[str, ...], what: str) -> Callable[[Any, str, date], str]:
    def read(value: Any, _: str, __: date) -> str:
        return units.choice(str(value), words, what)

    return read


def _number(parse: Callable[[str, str], float], si: str) -> Callable[[Any, str, date], float]:
    def read(value: Any, system: str, _: date) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise InputError("A quantity is a number or a text such as '82 kg'.", code="bad_quantity", hint="")
        return parse(value, system) if isinstance(value, str) else parse(f"{value:.6f} {si}", system)

    return read


def _percent(value: Any, *_: Any) -> float:
    text = f"{value:.3f}" if isinstance(value, float) else str(value)
    return units.parse_percent(text, least=3.0, most=60.0, what="a body fat percentage")


def _whole(value: Any, least: int, most: int, what: str) -> int:
    if isinstance(value, bool):
        raise InputError(f"{value} is not {what}.", code="bad_quantity", hint=f"Write {least} to {most}.")
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return units.parse_whole_number(text, least=least, most=most, what=what)


def _count(least: int, most: int, what: str) -> Callable[[Any, str, date], int]:
    return lambda value, _, __: _whole(value, least, most, what)


def _minutes(value: Any, *_: Any) -> int:
    if isinstance(value, str):
        return round(units.parse_duration_sec(value, most=240 * 60.0) / 60.0) or 1
    return _whole(value, 10, 240, "a session's minutes")


def _session_minutes(value: Any, *_: Any) -> int:
    minutes = _minutes(value)
    if not 10 <= minutes <= 240:
        raise InputError(f"{minutes} minutes is no session.", code="out_of_range", hint="Write 10 to 240 minutes.")
    return minutes


def _list(value: Any, *_: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        parts = [part.strip() for part in value.split(",")]
    elif isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        parts = [" ".join(part.split()) for part in value]
    else:
        raise InputError("A list is text with commas, or a JSON array of texts.", code="bad_list", hint="Or 'none'.")
    parts = [part for part in parts if part]
    if len(parts) > LONGEST_LIST or any(len(part) > LONGEST_ITEM or not part.isprintable() for part in parts):
        raise InputError("That list is too long or holds control characters.", code="bad_list", hint="Shorten it.")
    return tuple(dict.fromkeys(part for part in parts if part.lower() not in _SPOKEN_NONE))


def _screening(value: Any, *_: Any) -> dict[str, Any]:
    if isinstance(value, str):
        import json

        try:
            value = json.loads(value)
        except (ValueError, RecursionError) as error:
            raise InputError(
                "--screening is not JSON.", code="bad_screening", hint="Write it like '{\"chest_pain\": false}'."
            ) from error
    if not isinstance(value, dict):
        raise InputError("Screening answers are a JSON object.", code="bad_screening", hint='{"chest_pain": false}')
    return checked(value)


def _zone(value: Any, *_: Any) -> str:
    from zoneinfo import ZoneInfo

    name = str(value).strip()
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise InputError(
            f"{name[:40]!r} is not a time zone.", code="bad_timezone", hint="Write it like Europe/Lisbon."
        ) from error
    return name


_READERS: dict[str, Callable[[Any, str, date], Any]] = {
    "full_name": _text,
    "birth_date": _date,
    "sex": _sex,
    "height_cm": _number(units.parse_height_cm, "cm"),
    "weight_kg": _number(units.parse_body_weight_kg, "kg"),
    "body_fat_percentage": _percent,
    "body_fat_method": _one_of(BODY_FAT_METHODS, "a method of measuring body fat"),
    "primary_goal": _one_of(GOALS, "a goal"),
    "secondary_goal": _one_of(GOALS, "a goal"),
    "target_weight_kg": _number(units.parse_body_weight_kg, "kg"),
    "experience_level": _one_of(EXPERIENCE_LEVELS, "an experience level"),
    "activity_level": _one_of(ACTIVITY_LEVELS, "an activity level"),
    "workout_frequency": _count(0, 7, "a number of training days"),
    "session_minutes": _session_minutes,
    "dietary_preference": _one_of(DIETS, "a diet"),
    "food_allergies": _list,
    "foods_to_avoid": _list,
    "meals_per_day": _count(1, 8, "a number of meals"),
    "equipment": _list,
    "injuries": _list,
    "conditions": _list,
    "medications": _list,
    "cleared_exercises": _list,
    "screening": _screening,
    "unit_system": _one_of(UNIT_SYSTEMS, "a system of units"),
    "timezone": _zone,
}
