"""What kind of session each slot holds: strength, endurance, intervals, a sport, or mobility."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.training_slots import gaps_hours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.facts import Facts, Modality
    from sharpened_cli.domain.safety_level import Limits
    from sharpened_cli.domain.training_slots import Slot

KIND_OF_MODALITY = {
    "strength_training": "resistance", "bodybuilding": "resistance", "powerlifting": "resistance",
    "olympic_weightlifting": "resistance", "calisthenics": "resistance", "crossfit": "resistance",
    "functional_fitness": "resistance", "general_fitness": "resistance", "kettlebell_training": "resistance",
    "gymnastics": "resistance", "hiit": "hiit", "running": "endurance", "cycling": "endurance",
    "swimming": "endurance", "rowing": "endurance", "triathlon": "endurance", "walking": "endurance",
    "hiking": "endurance", "climbing": "sport", "team_sports": "sport", "racket_sports": "sport",
    "martial_arts": "sport", "dance": "sport", "golf": "sport", "other": "sport", "yoga": "mobility",
    "pilates": "mobility", "mobility": "mobility",
}  # fmt: skip
KINDS = ("resistance", "endurance", "hiit", "sport", "mobility")
ACTIVITY_WORDS = (
    ("martial_arts", r"mma|box(ing)?|kick ?boxing|bjj|jiu|judo|karate|taekwondo|muay|wrestl\w*|fencing|martial"),
    ("team_sports", r"football|soccer|basketball|rugby|hockey|volleyball|netball|handball|derby|cricket|futsal|team"),
    ("racket_sports", r"tennis|squash|badminton|padel|pickleball|racket"),
    ("climbing", r"climb\w*|boulder\w*"),
    ("dance", r"danc\w*|zumba|salsa|ballet"),
    ("golf", r"golf"),
    ("gymnastics", r"gymnastic\w*"),
    ("triathlon", r"triathlon|brick"),
    ("running", r"run\w*|jog\w*|parkrun|track"),
    ("cycling", r"cycl\w*|bik\w*|spin\w*|ride|riding"),
    ("swimming", r"swim\w*|pool"),
    ("rowing", r"row(ing)?|erg"),
    ("walking", r"walk\w*"),
    ("hiking", r"hik\w*"),
    ("yoga", r"yoga"),
    ("pilates", r"pilates|reformer"),
    ("mobility", r"mobility|stretch\w*"),
    ("crossfit", r"crossfit"),
    ("olympic_weightlifting", r"weightlifting|olympic"),
    ("powerlifting", r"powerlift\w*"),
    ("calisthenics", r"calisthenics|bodyweight"),
    ("hiit", r"hiit|circuit\w*|interval\w*|bootcamp"),
    ("strength_training", r"gym|weights?|lift\w*|strength|resistance"),
)

# Kind of the sessions of people who named no sport: how many of n sessions are easy endurance.
# WHO 2020 (Bull, Br J Sports Med 54:1451) asks for both; the split is a product choice.
EASY_ENDURANCE = {
    "general_health": (0, 0, 0, 1, 1, 2, 2),
    "lose_fat": (0, 0, 0, 0, 1, 1, 2),
    "maintain": (0, 0, 0, 0, 0, 1, 2),
    "recomposition": (0, 0, 0, 0, 0, 0, 1),
    "improve_performance": (0, 0, 0, 0, 1, 1, 2),
    "build_muscle": (0, 0, 0, 0, 0, 0, 0),
}
PRIMARY_WEIGHT, SECOND_WEIGHT, MUSCLE_GOAL_WEIGHT = 3.0, 1.0, 3.0  # product choices
CONDITIONING_SPORTS, CONDITIONING_SHARE = frozenset({"crossfit", "functional_fitness"}), 0.5  # lifting and intervals
STRENGTH_FROM_SESSIONS = (3, 5)
MUSCLE_GOALS = frozenset({"build_muscle", "recomposition"})


class Assignment(NamedTuple):
    """One slot with the kind and modality of its session, and the name people give it."""

    slot: Slot
    kind: str
    modality: str
    name: str = ""


class Mix(NamedTuple):
    """The assignments in order of time, and whether strength only serves another sport."""

    assignments: tuple[Assignment, ...]
    strength_is_supportive: bool


def modality_of_activity(text: str) -> str:
    """Return the modality that words for an activity name; ``other`` where none is recognised."""
    words = text.lower().replace("_", " ")
    return next((name for name, pattern in ACTIVITY_WORDS if re.search(rf"\b({pattern})\b", words)), "other")


def mix_of(slots: Sequence[Slot], *, facts: Facts, goal: str, limits: Limits) -> Mix:
    """Return what each slot is for.

    Slots that name an activity keep it; the others are shared out over what the person trains, the main
    sport most, and strength always in it from three sessions on (Schumann 2022 Sports Med 52:601: concurrent
    training harms neither size nor maximal strength).
    """
    trained = _trained(facts)
    fixed = [_fixed(slot, limits) for slot in slots if slot.activity]
    free = [slot for slot in slots if not slot.activity]
    seats = _seats(len(free), fixed, trained, goal=goal, limits=limits)
    shared = _placed(free, seats, trained)
    assignments = tuple(sorted((*fixed, *shared), key=lambda one: one.slot.hour_of_week))
    return Mix(assignments, _is_supportive(assignments, trained, goal))


def _trained(facts: Facts) -> tuple[Modality, ...]:
    """Return what the person trains and wants to go on with, the main one first."""
    willing = [one for one in facts.modalities if one.willing_to_continue is not False]
    liked = [one for one in willing if one.enjoys_it is not False or one.is_primary]
    return tuple(sorted(liked or willing, key=lambda one: not one.is_primary))


def _fixed(slot: Slot, limits: Limits) -> Assignment:
    modality = modality_of_activity(slot.activity or "")
    kind = KIND_OF_MODALITY[modality]
    if kind == "hiit" and limits.no_hiit:
        return Assignment(slot, "endurance", "walking")
    return Assignment(slot, kind, modality, (slot.activity or "").replace("_", " ").strip())


def _seats(
    count: int, fixed: Sequence[Assignment], trained: Sequence[Modality], *, goal: str, limits: Limits
) -> dict[str, int]:
    """Return how many free slots each kind gets."""
    attended = {one.kind for one in fixed}  # what has its own times already needs none of the free ones
    trained = tuple(one for one in trained if _kind(one, limits) not in attended - {"resistance"})
    kinds = {_kind(one, limits) for one in trained}
    if not kinds - {"resistance"} and not _has_conditioning(trained, limits):
        easy = 0 if trained or attended - {"resistance"} else _easy_sessions(goal, count)
        return {"resistance": count - easy, "endurance": easy}
    weights = _weights(trained, goal=goal, limits=limits)
    total = count + len(fixed)
    whole = sum(weights.values())
    shares = {kind: weight / whole * total for kind, weight in weights.items()}
    for one in fixed:
        if one.kind in shares:
            shares[one.kind] -= 1
    seats = dict.fromkeys(KINDS, 0)
    for _ in range(count):
        kind = max(KINDS, key=lambda name: (shares.get(name, -9.0) - seats[name], -KINDS.index(name)))
        seats[kind] += 1
    return _with_strength(seats, fixed, total)


def _easy_sessions(goal: str, count: int) -> int:
    table = EASY_ENDURANCE.get(goal, EASY_ENDURANCE["maintain"])
    return table[min(count, len(table) - 1)]


def _weights(trained: Sequence[Modality], *, goal: str, limits: Limits) -> dict[str, float]:
    weights = {"resistance": SECOND_WEIGHT}
    nobody_is_primary = not any(one.is_primary for one in trained)
    for index, one in enumerate(trained):
        is_main = one.is_primary or (nobody_is_primary and index == 0)
        weight = PRIMARY_WEIGHT if is_main else SECOND_WEIGHT
        kind = _kind(one, limits)
        weights[kind] = max(weights.get(kind, 0.0), weight)
    if _has_conditioning(trained, limits):
        weights["hiit"] = max(weights.get("hiit", 0.0), weights["resistance"] * CONDITIONING_SHARE)
    if goal in MUSCLE_GOALS:
        weights["resistance"] = max(weights["resistance"], MUSCLE_GOAL_WEIGHT)
    return weights


def _has_conditioning(trained: Sequence[Modality], limits: Limits) -> bool:
    return not limits.no_hiit and any(one.modality in CONDITIONING_SPORTS for one in trained)


def _kind(modality: Modality, limits: Limits) -> str:
    kind = KIND_OF_MODALITY.get(modality.modality, "sport")
    return "endurance" if kind == "hiit" and limits.no_hiit else kind


def _with_strength(seats: dict[str, int], fixed: Sequence[Assignment], total: int) -> dict[str, int]:
    """Give strength at least one of three sessions a week and two of five."""
    least = sum(total >= sessions for sessions in STRENGTH_FROM_SESSIONS)
    missing = least - seats["resistance"] - sum(one.kind == "resistance" for one in fixed)
    for _ in range(max(0, missing)):
        richest = max(KINDS[1:], key=lambda kind: (seats[kind], -KINDS.index(kind)))
        if seats[richest]:
            seats[richest] -= 1
            seats["resistance"] += 1
    return seats


def _placed(free: Sequence[Slot], seats: dict[str, int], trained: Sequence[Modality]) -> tuple[Assignment, ...]:
    strength = _strength_slots(free, seats["resistance"])
    rest = sorted((slot for slot in free if slot not in strength), key=lambda slot: (-slot.minutes, slot))
    kinds = [kind for kind in ("endurance", "sport", "hiit", "mobility") for _ in range(seats.get(kind, 0))]
    turns: dict[str, int] = {}
    placed = []
    for slot, kind in [*((slot, "resistance") for slot in strength), *zip(rest, kinds, strict=True)]:
        names = _modalities(kind, trained)
        turn = turns.get(kind, 0)
        turns[kind] = turn + 1
        placed.append(Assignment(slot, kind, names[turn % len(names)]))
    return tuple(placed)


def _strength_slots(free: Sequence[Slot], count: int) -> tuple[Slot, ...]:
    """Return the slots for strength: places with equipment first, then as far apart as may be."""
    if count >= len(free):
        return tuple(free)

    def merit(slots: tuple[Slot, ...]) -> tuple[float, ...]:
        equipped = sum({"gym": 2.0, "outdoor": -2.0}.get(slot.place or "", 0.0) for slot in slots)
        weekly = sum(slot.every_weeks == 1 for slot in slots)
        return equipped, weekly, min(gaps_hours(slots), default=0.0), -sum(slot.weekday for slot in slots)

    return max(combinations(free, count), key=merit)


def _modalities(kind: str, trained: Sequence[Modality]) -> tuple[str, ...]:
    usual = {
        "resistance": "strength_training",
        "endurance": "walking",
        "hiit": "hiit",
        "sport": "other",
        "mobility": "mobility",
    }
    names = tuple(one.modality for one in trained if KIND_OF_MODALITY.get(one.modality, "sport") == kind)
    return names or (usual[kind],)


def _is_supportive(assignments: Sequence[Assignment], trained: Sequence[Modality], goal: str) -> bool:
    strength = sum(one.kind == "resistance" for one in assignments)
    others = sum(one.kind != "resistance" for one in assignments)
    main = next((KIND_OF_MODALITY.get(one.modality, "sport") for one in trained if one.is_primary), None)
    return goal not in MUSCLE_GOALS and others > 0 and (strength < others or main in {"endurance", "sport", "mobility"})
