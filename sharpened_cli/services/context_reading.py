"""What was typed about a day, as values: hours, scales of 1 to 10, words."""

from __future__ import annotations

from typing import Any

from sharpened_cli.domain.times import parse_hours
from sharpened_cli.domain.units import parse_scale
from sharpened_cli.errors import InputError

LONGEST_NOTE = 2000  # product choice: a note, not a diary


def read_context(
    sleep: str,
    sleep_quality: str,
    stress: str,
    soreness: str,
    energy: str,
    injury: str | None,
    notes: str | None,
) -> dict[str, Any]:
    """Return the columns of a day's context from what was typed; None = not said. Raises InputError."""
    scales = {
        "sleep_quality": ("--sleep-quality", sleep_quality),
        "stress_level": ("--stress", stress),
        "soreness_level": ("--soreness", soreness),
        "energy_level": ("--energy", energy),
    }
    said: dict[str, Any] = {"sleep_hours": parse_hours(sleep, what="hours of sleep (--sleep)") if sleep else None}
    for column, (option, text) in scales.items():
        said[column] = parse_scale(text, what=f"a rating ({option})") if text else None
    for column, option, note in (("injury_notes", "--injury", injury), ("notes", "--notes", notes)):
        if note is not None and len(note) > LONGEST_NOTE:
            raise InputError(
                f"{option} is longer than {LONGEST_NOTE} characters.",
                code="too_long",
                hint="Keep to what matters today.",
            )
        said[column] = note.strip() if note is not None else None
    return said
