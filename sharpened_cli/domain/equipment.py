"""Equipment: canonical names, presets, and what is at hand at a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

EQUIPMENT = (
    "ab wheel", "air bike", "backpack", "band", "barbell", "battle rope", "belt", "bench", "bicycle", "box",
    "cable", "captain's chair", "decline bench", "dip bars", "dumbbell", "elliptical", "ez bar",
    "foam roller", "glute-ham bench", "handles", "harness", "incline bench", "kettlebell", "ladder",
    "landmine", "low bar", "machine", "medicine ball", "parallettes", "partner or anchor", "plate", "pool",
    "preacher bench", "pull-up bar", "punching bag", "rack", "rings", "roman chair", "rope", "rower",
    "safety bar", "sandbag", "skates", "ski erg", "skis", "sled", "sliders", "smith machine",
    "stability ball", "stair machine", "stationary bike", "step", "strap", "suspension trainer", "table",
    "tire", "towel", "trap bar", "treadmill",
)  # fmt: skip

# Product choice: a gym has everything but a pool, a sled, a tire, and what people own and bring.
NOT_IN_A_GYM = frozenset({"pool", "tire", "sled", "bicycle", "skis", "skates", "backpack", "table", "towel"})
PRESETS = {
    "none": (),
    "home_basic": ("band", "bench", "dumbbell"),
    "full_gym": tuple(name for name in EQUIPMENT if name not in NOT_IN_A_GYM),
}
OPEN_PLACES = frozenset({"outdoor", "office"})
ALWAYS_TO_CARRY = frozenset({"band"})

# What people call it -> canonical names; longer names are looked for first.
SPOKEN = {
    "full gym": PRESETS["full_gym"], "commercial gym": PRESETS["full_gym"], "gym": PRESETS["full_gym"],
    "gym membership": PRESETS["full_gym"], "everything": PRESETS["full_gym"], "all": PRESETS["full_gym"],
    "home basic": PRESETS["home_basic"], "home gym": PRESETS["home_basic"],
    "none": (), "nothing": (), "no equipment": (), "bodyweight": (), "body weight": (), "bodyweight only": (),
    "mat": (), "yoga mat": (), "exercise mat": (), "wall": (), "chair": (), "doorway": (),
    "adjustable bench": ("bench", "incline bench"), "incline bench": ("bench", "incline bench"),
    "weight bench": ("bench",), "flat bench": ("bench",),
    "free weight": ("barbell", "bench", "dumbbell"), "weight": ("dumbbell",), "hand weight": ("dumbbell",),
    "db": ("dumbbell",), "dumbell": ("dumbbell",), "kb": ("kettlebell",), "kettle bell": ("kettlebell",),
    "resistance band": ("band",), "loop band": ("band",), "mini band": ("band",), "tube": ("band",),
    "olympic bar": ("barbell", "plate"), "barbell": ("barbell", "plate"), "weight plate": ("plate",),
    "squat rack": ("low bar", "rack"), "power rack": ("low bar", "rack"), "power cage": ("low bar", "rack"),
    "rack": ("low bar", "rack"), "squat stand": ("rack",), "smith machine": ("low bar", "smith machine"),
    "smith": ("low bar", "smith machine"), "pull up bar": ("pull-up bar",), "pullup bar": ("pull-up bar",),
    "chin up bar": ("pull-up bar",), "door bar": ("pull-up bar",), "cable machine": ("cable",),
    "pulley": ("cable",), "functional trainer": ("cable",), "weight machine": ("machine",),
    "multi gym": ("cable", "machine"), "multigym": ("cable", "machine"), "leg press": ("machine",),
    "trx": ("suspension trainer",), "gymnastic ring": ("low bar", "rings"), "rings": ("low bar", "rings"),
    "dip station": ("dip bars",), "dip bar": ("dip bars",), "parallel bar": ("dip bars",),
    "swiss ball": ("stability ball",), "exercise ball": ("stability ball",), "gym ball": ("stability ball",),
    "med ball": ("medicine ball",), "jump rope": ("rope",), "skipping rope": ("rope",),
    "exercise bike": ("stationary bike",), "spin bike": ("stationary bike",), "peloton": ("stationary bike",),
    "turbo trainer": ("stationary bike",), "bike": ("bicycle",), "rowing machine": ("rower",),
    "rowing erg": ("rower",), "cross trainer": ("elliptical",), "stair climber": ("stair machine",),
    "plyo box": ("box", "step"), "box": ("box", "step"), "aerobic step": ("step",), "curl bar": ("ez bar",),
    "hex bar": ("trap bar",), "ab roller": ("ab wheel",), "slider": ("sliders",), "tyre": ("tire",),
    "prowler": ("sled",), "heavy bag": ("punching bag",), "boxing bag": ("punching bag",),
    "swimming pool": ("pool",), "rucksack": ("backpack",), "agility ladder": ("ladder",),
}  # fmt: skip


class EquipmentList(NamedTuple):
    """Equipment as understood: canonical names in order, and what was not understood."""

    names: tuple[str, ...]
    unknown: tuple[str, ...]


def understand(texts: Iterable[str]) -> EquipmentList:
    """Return the canonical names behind what a person called their equipment.

    Presets, plurals, weights ("two 10 kg dumbbells") and usual synonyms are understood; a text in which
    nothing is recognised comes back in ``unknown``.
    """
    names: set[str] = set()
    unknown = []
    for text in texts:
        found = _names_in(text)
        if found is None:
            unknown.append(text)
        else:
            names.update(found)
    return EquipmentList(tuple(sorted(names)), tuple(unknown))


def at_place(place: str | None, own: Iterable[str] | None) -> frozenset[str]:
    """Return what is at hand at a place: gym, home, outdoor, office, flexible or not said.

    A gym has the preset ``full_gym``; outdoors and in an office there is a band at most; everywhere else the
    person's own list counts, and one that is not known counts as empty.
    """
    if place == "gym":
        return frozenset(PRESETS["full_gym"])
    if place in OPEN_PLACES:
        return ALWAYS_TO_CARRY
    return frozenset(understand(own or ()).names)


def looks_like_a_gym(names: Iterable[str]) -> bool:
    """Return whether a list is that of a gym: barbell, cable and machines together."""
    return {"barbell", "cable", "machine"} <= set(names)


def _names_in(text: str) -> tuple[str, ...] | None:
    words = " " + _singular_words(text) + " "
    found: set[str] = set()
    hit = False
    for phrase, names in _PHRASES:
        if f" {phrase} " in words:
            words = words.replace(f" {phrase} ", "  ")
            found.update(names)
            hit = True
    return tuple(sorted(found)) if hit else None


def _singular_words(text: str) -> str:
    words = re.sub(r"[^a-z0-9']+", " ", text.lower()).split()
    return " ".join(word[:-1] if len(word) > 2 and word.endswith("s") and word[-2] != "s" else word for word in words)


def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    spoken: dict[str, tuple[str, ...]] = {_singular_words(name): (name,) for name in EQUIPMENT}
    spoken |= {_singular_words(phrase): names for phrase, names in SPOKEN.items()}
    return tuple(sorted(spoken.items(), key=lambda one: (-len(one[0]), one[0])))


_PHRASES = _phrases()
