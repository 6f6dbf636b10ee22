"""Lines as people type them, against what they mean: tests/data/activity_lines.txt (its head says how to read it)."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from packaged import read_exercises

from sharpened_cli.domain.activity_text import NameFinder, parse_activity
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sharpened_cli.domain.activity_text import ParsedActivity

FILE = Path(__file__).parent.parent / "data" / "activity_lines.txt"
MINUTES, KILOMETRES, KILOGRAMS = 0.1, 0.01, 0.02  # tolerances


class Meaning(NamedTuple):
    """One activity: category, minutes, kilometres, and (exercise, amount, kg) of each set."""

    category: str
    minutes: float | None
    km: float | None
    sets: tuple[tuple[str, str, float | None], ...]


def _lines() -> Iterator[tuple[str, str]]:
    rows = [line for line in FILE.read_text("utf-8").splitlines() if line and line[0] not in "#["]
    return ((text, meaning.strip()) for text, meaning in pairwise(rows) if meaning.startswith("  "))


def _meanings(text: str) -> list[Meaning]:
    return [_meaning(part) for part in text.split(" + ")]


def _meaning(text: str) -> Meaning:
    head, _, body = text.partition(":")
    found = re.fullmatch(r"(\w+)(?: ([\d.]+) min)?(?: ([\d.]+) km)?", head.strip())
    assert found, text
    sets = [one for exercise in body.split(";") if exercise.strip() for one in _sets(exercise.strip())]
    minutes, km = (float(value) if value else None for value in found.groups()[1:])
    return Meaning(found[1], minutes, km, tuple(sets))


def _sets(text: str) -> Iterator[tuple[str, str, float | None]]:
    found = re.fullmatch(r"(.*?) ((?:\d+\*)?\d[\d.]*[sm]?(?:@-?[\d.]+)?(?: .*)?)", text)
    assert found, text
    for token in found[2].split():
        count, _, one = token.rpartition("*")
        amount, _, load = one.partition("@")
        for _ in range(int(count or 1)):
            yield found[1], amount, float(load) if load else None


def _read(activity: ParsedActivity) -> Meaning:
    seconds, metres = activity.measures.duration_sec, activity.measures.distance_m
    return Meaning(
        activity.category,
        seconds / 60 if seconds else None,
        metres / 1000 if metres else None,
        tuple((one.exercise_name, _amount(one.reps, one.seconds, one.metres), one.weight_kg) for one in activity.sets),
    )


def _amount(reps: int | None, seconds: float | None, metres: float | None) -> str:
    return str(reps) if reps is not None else f"{seconds:g}s" if seconds is not None else f"{metres:g}m"


def _near(wanted: float | None, got: float | None, tolerance: float) -> bool:
    return wanted is None or (got is not None and abs(wanted - got) < tolerance)


def _same(wanted: Meaning, got: Meaning) -> bool:
    return (
        wanted.category == got.category
        and _near(wanted.minutes, got.minutes, MINUTES)
        and _near(wanted.km, got.km, KILOMETRES)
        and [one[:2] for one in wanted.sets] == [one[:2] for one in got.sets]
        and all(
            (one[2] is None) == (two[2] is None) and _near(one[2], two[2], KILOGRAMS)
            for one, two in zip(wanted.sets, got.sets, strict=True)
        )
    )


@pytest.fixture(scope="module")
def finder() -> NameFinder:
    return NameFinder(read_exercises())


def test_lines_are_read_as_they_were_meant(finder: NameFinder) -> None:
    wrong = []
    for text, meaning in _lines():
        try:
            got = [_read(activity) for activity in parse_activity(text, finder)]
        except InputError as error:
            wrong.append((text, str(error)))
            continue
        wanted = _meanings(meaning)
        if len(got) != len(wanted) or not all(map(_same, wanted, got)):
            wrong.append((text, repr(got)))
    assert wrong == []


def test_there_are_many_lines_and_no_line_twice() -> None:
    texts = [text for text, _ in _lines()]
    assert len(texts) >= 380
    assert len(set(texts)) == len(texts)
