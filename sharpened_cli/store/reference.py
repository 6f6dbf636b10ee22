"""Read the packaged reference tables (CSV) into domain values; used when a file is new, and by tests."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.exercise import Exercise
from sharpened_cli.domain.food import Food, Portion
from sharpened_cli.domain.nutrients import Nutrients

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent.parent / "data"


class MetActivity(NamedTuple):
    """One activity of the 2024 Adult Compendium: key, label, group, code, METs."""

    key: str
    label: str
    group: str
    code: str
    met: float


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a packaged CSV file as dicts of text."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        header = next(lines)
        for line in lines:
            yield dict(zip(header, line, strict=True))


def fingerprint() -> str:
    """Return the SHA-256 over all packaged tables: which reference rows a file was seeded from."""
    import hashlib

    digest = hashlib.sha256()
    for path in sorted(DATA.glob("*.csv")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def slug(text: str) -> str:
    """Return a lower-case, hyphenated identifier made of a name's letters and digits."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def read_foods() -> tuple[Food, ...]:
    """Return all packaged foods with their portions, in file order."""
    portions: dict[str, list[Portion]] = {}
    for row in rows("portions.csv"):
        portion = Portion(row["portion_key"], row["label"], row["unit"], row["size"], float(row["grams"]))
        portions.setdefault(row["food_key"], []).append(portion)
    return tuple(_food(row, tuple(portions.get(row["key"], ()))) for row in rows("foods.csv"))


def _food(row: dict[str, str], portions: tuple[Portion, ...]) -> Food:
    return Food(
        id=row["key"],
        name=row["name"],
        aliases=_split(row["aliases"]),
        bare_words=_split(row["bare_words"]),
        category=row["category"],
        state=row["state"],
        per_100g=Nutrients(*(float(row[name] or 0) for name in Nutrients._fields)),
        sugar_g=_number(row["sugar_g"]),
        saturated_fat_g=_number(row["saturated_fat_g"]),
        sodium_mg=_number(row["sodium_mg"]),
        alcohol_g=float(row["alcohol_g"] or 0),
        portions=portions,
        default_portion=row["default_portion"],
        is_countable=row["is_countable"] == "1",
        vegetarian=row["vegetarian"] == "1",
        vegan=row["vegan"] == "1",
        pescatarian=row["pescatarian"] == "1",
        keto_ok=row["keto_ok"] == "1",
        paleo_ok=row["paleo_ok"] == "1",
        halal_status=row["halal_status"],
        kosher_status=row["kosher_status"],
        allergens=frozenset(_split(row["allergens"])),
        lactose=row["lactose"] == "1",
        role=row["role"],
        slots=frozenset(_split(row["slots"])),
        plan_min_g=float(row["plan_min_g"] or 0),
        plan_max_g=float(row["plan_max_g"] or 0),
        plan_step_g=float(row["plan_step_g"] or 0),
        prep_minutes=int(float(row["prep_minutes"] or 0)),
        cost_level=int(row["cost_level"] or 1),
        buy_unit=row["buy_unit"],
        buy_grams=float(row["buy_grams"] or 0),
        yield_factor=float(row["yield_factor"] or 1),
        buys_as=row["buys_as"],
    )


def read_exercises() -> tuple[Exercise, ...]:
    """Return the packaged exercise library, in file order; an id is the slug of the name."""
    return tuple(
        Exercise(
            id=slug(row["name"]),
            name=row["name"],
            aliases=_split(row["aliases"]),
            category=row["category"],
            primary_muscle=row["primary_muscle"],
            secondary_muscles=_split(row["secondary_muscles"], ";"),
            equipment=tuple(name for name in _split(row["equipment"], ";") if name != "none"),
            mechanic=row["mechanic"],
            movement_pattern=row["movement_pattern"],
            level=row["level"],
            unilateral=row["unilateral"] == "yes",
            caution_injury=_split(row["caution_injury"], ";"),
            measure=row["measure"],
            staple=int(row["staple"]),
        )
        for row in rows("exercises.csv")
    )


def read_mets() -> tuple[MetActivity, ...]:
    """Return the packaged activities with their METs, in file order."""
    return tuple(
        MetActivity(row["key"], row["label"], row["group"], row["compendium_code_2024"], float(row["met"]))
        for row in rows("mets.csv")
    )


def _split(text: str, separator: str = "|") -> tuple[str, ...]:
    return tuple([part.strip() for part in text.split(separator) if part.strip()]) if text else ()


def _number(text: str) -> float | None:
    return float(text) if text else None
