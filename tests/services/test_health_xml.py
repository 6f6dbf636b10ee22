"""Apple Health's export: nutrients that stand far apart come together, and a large file needs no more memory."""

from __future__ import annotations

import io
import tracemalloc
from typing import TYPE_CHECKING, cast

import pytest

from sharpened_cli.domain.imports.records import Intake
from sharpened_cli.services.health_xml import health_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

HEAD, FOOT = b'<?xml version="1.0"?><HealthData>', b"</HealthData>"


def record(kind: str, at: str, value: float, unit: str = "g") -> bytes:
    return (
        f'<Record type="HKQuantityTypeIdentifierDietary{kind}" sourceName="App" unit="{unit}" value="{value}" '
        f'startDate="{at} +0000"/>'
    ).encode()


def test_the_nutrients_of_a_food_come_together_in_whatever_order() -> None:
    lines = [
        record("Protein", "2026-11-20 08:00:00", 20),
        record("EnergyConsumed", "2026-11-21 08:00:00", 1000, "kJ"),
        record("EnergyConsumed", "2026-11-20 08:00:00", 300, "kcal"),
        record("EnergyConsumed", "2026-11-20 08:00:00", 50, "kcal"),
        record("FatTotal", "2026-11-22 08:00:00", 9),
    ]
    found = list(health_records(io.BytesIO(HEAD + b"".join(lines) + FOOT)))
    assert all(isinstance(one, Intake) for one in found)
    first, second = (one for one in found if isinstance(one, Intake))
    assert (first.nutrients.kcal, first.nutrients.protein_g) == (350.0, 20.0)
    assert second.nutrients.kcal == pytest.approx(1000 / 4.184)
    assert second.external_id == "apple-health:eaten:2026-11-21 08:00:00 +0000:App:"


class Streamed:
    """An export of so many foods that is never all there."""

    def __init__(self, foods: int) -> None:
        self._parts = self._written(foods)

    def _written(self, foods: int) -> Iterator[bytes]:
        yield HEAD
        for kind in ("EnergyConsumed", "Protein"):
            for number in range(foods):
                at = f"20{number // 500_000:02}-{number // 40_000 % 12 + 1:02}-{number // 1440 % 28 + 1:02}"
                yield record(kind, f"{at} {number // 60 % 24:02}:{number % 60:02}:00", 20)
        yield FOOT

    def read(self, _: int) -> bytes:
        return b"".join(part for _, part in zip(range(2000), self._parts, strict=False))


def peak_bytes(foods: int) -> tuple[int, int]:
    tracemalloc.start()
    found = 0
    for _ in health_records(cast("IO[bytes]", Streamed(foods))):
        found += 1
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return found, peak


def test_six_times_the_foods_need_no_more_memory() -> None:
    few, small = peak_bytes(2_000)
    many, large = peak_bytes(12_000)
    assert (few, many) == (2_000, 12_000)
    assert large < 1.3 * small
