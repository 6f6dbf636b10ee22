"""What was typed about a day, as values: hours, scales of 1 to 10, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.times import parse_hours
from sharpened_cli.domain.units import parse_scale
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_NOTE = 2000  # product choice: a note, not a diary


QUESTIONS = (
    "Hours of sleep (Enter skips a question)",
    "How well did you sleep, 1 to 10",
    "Stress, 1 (calm) to 10",
    "Soreness, 1 (fresh) to 10",
    "Energy, 1 (empty) to 10",
    "Does anything hurt",
    "Anything else, sore muscles for instance",
)


def asked(ask: Callable[[str], str]) -> tuple[str | None, ...]:
    """Return the answers to the questions of a morning, in the order of ``read_context``; None = skipped."""
    return tuple(ask(question).strip() or None for question in QUESTIONS)


def read_context(
    sleep: str | None,
    sleep_quality: str | None,
    stress: str | None,
    soreness: str | None,
    energy: str | None,
    injury: str | None,
    notes: str | None,
) -> dict[str, Any]:
    """Return the columns of a day's context from what was typed; None or '' = not said. Raises InputError."""
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
