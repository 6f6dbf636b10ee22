"""Sessions that are neither lifting nor endurance: hard intervals, sports that are attended, and mobility."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.plan import PlannedExercise

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.mesocycles import Week
    from sharpened_cli.domain.trainee import Trainee

HIIT_EXERCISES, HIIT_WORK_SEC, HIIT_REST_SEC = 4, 30, 45  # product choice: rest longer than work
HIIT_WARM_UP_MINUTES, LONGEST_HIIT_MINUTES = 10, 35
FEWEST_ROUNDS, MOST_ROUNDS = 2, 6
HOLD_SEC, HOLD_SETS, MOST_HOLDS, FEWEST_HOLDS = 45, 2, 14, 4  # 30-60 s twice: ACSM position stand 2011
FLOW_SEC = 300
FLOW_ORDER = {"dynamic": 0, "mobility": 1, "yoga flow": 2, "stretch": 3, "release": 4, "breathing": 5}
LEVEL_RANK = {"beginner": 0, "novice": 0, "intermediate": 1, "advanced": 2}
CLASS_PLACES = frozenset({"gym", None})
ACRONYMS = frozenset({"mma", "bjj", "tkd", "hiit"})
CLASSES = frozenset({"yoga", "pilates"})
CONTACT_SPORTS = frozenset({"martial_arts", "team_sports"})
NAMES = {
    "martial_arts": "Martial arts", "team_sports": "Team sport", "racket_sports": "Racket sport",
    "climbing": "Climbing",
    "dance": "Dance", "golf": "Golf",
    "other": "Sport", "yoga": "Yoga", "pilates": "Pilates", "mobility": "Mobility",
    "hiit": "Intervals",
}  # fmt: skip
PILATES_IDS = frozenset({
    "dead-bug", "bird-dog", "front-plank", "side-plank", "glute-bridge", "single-leg-glute-bridge",
    "side-lying-hip-abduction", "quadruped-hip-extension", "clamshell", "reverse-crunch",
})  # fmt: skip


class OtherSession(NamedTuple):
    """A session: name, minutes, exercises (none where a coach or a match decides), notes."""

    name: str
    minutes: int
    exercises: tuple[PlannedExercise, ...]
    notes: str


def hiit_session(
    minutes: int,
    week: Week,
    trainee: Trainee,
    library: Iterable[Exercise],
    equipment: frozenset[str],
    excluded: Container[str],
) -> OtherSession:
    """Return a circuit of short intervals that fits the minutes; lighter weeks have fewer rounds."""
    length = min(minutes, LONGEST_HIIT_MINUTES)
    fitting = _fitting(library, "conditioning", trainee, equipment, excluded)
    chosen = _varied(fitting, HIIT_EXERCISES)
    a_round = max(1, len(chosen)) * (HIIT_WORK_SEC + HIIT_REST_SEC)
    rounds = max(FEWEST_ROUNDS, min(MOST_ROUNDS, int((length - HIIT_WARM_UP_MINUTES) * 60 // a_round)))
    rounds = max(1, round(rounds * week.sets_factor))
    items = tuple(
        _timed(order, one, sets=rounds, seconds=HIIT_WORK_SEC, rest_sec=HIIT_REST_SEC, note="RPE 8 at most, clean form")
        for order, one in enumerate(chosen, start=1)
    )
    used = HIIT_WARM_UP_MINUTES + -(-rounds * a_round // 60)
    return OtherSession(NAMES["hiit"], min(length, used), items, "five minutes easy before and after; rounds in turn")


def sport_session(minutes: int, modality: str, name: str, week: Week, trainee: Trainee) -> OtherSession:
    """Return a session of a sport that the person attends: its time is planned, its content is the coach's."""
    notes = []
    if trainee.limits.no_contact and modality in CONTACT_SPORTS:
        notes.append("technique and conditioning only, no contact for now")
    if week.is_light:
        notes.append("at half effort this week" if week.kind != "taper" else "sharp but short this week")
    title = _title(name) or NAMES.get(modality, "Sport")
    return OtherSession(title, minutes, (), "; ".join(notes))


def mobility_session(
    minutes: int,
    modality: str,
    name: str,
    place: str | None,
    trainee: Trainee,
    library: Sequence[Exercise],
    equipment: frozenset[str],
    excluded: Container[str],
) -> OtherSession:
    """Return a mobility session; a class of yoga or pilates is named, and led by its teacher."""
    title = _title(name) or NAMES[modality]
    if name and modality in CLASSES and place in CLASS_PLACES:
        return OtherSession(title, minutes, (), "as the class goes; ease off where it hurts")
    holds = _fitting(library, "mobility", trainee, equipment, excluded)
    if modality == "pilates":
        holds = [one for one in library if one.id in PILATES_IDS and one.id not in excluded]
    items, used = [], 0
    chosen = sorted(_varied(holds, MOST_HOLDS), key=lambda one: FLOW_ORDER.get(one.movement_pattern, 1))
    for order, one in enumerate(chosen, start=1):
        seconds = FLOW_SEC if one.movement_pattern in {"yoga flow", "breathing"} else HOLD_SEC
        sets = 1 if seconds == FLOW_SEC else HOLD_SETS
        cost = sets * seconds * (2 if one.unilateral else 1) + 15
        if used + cost > minutes * 60 and order > FEWEST_HOLDS:
            break
        used += cost
        items.append(_timed(order, one, sets=sets, seconds=seconds, note="each side" if one.unilateral else ""))
    return OtherSession(title, min(minutes, -(-used // 60)), tuple(items), "breathe out into each position; no pain")


def _title(name: str) -> str:
    return name.upper() if name.lower() in ACRONYMS else name[:1].upper() + name[1:]


def _fitting(
    library: Iterable[Exercise], category: str, trainee: Trainee, equipment: frozenset[str], excluded: Container[str]
) -> list[Exercise]:
    rank = LEVEL_RANK[trainee.experience]
    fitting = [
        one
        for one in library
        if one.category == category
        and one.id not in excluded
        and set(one.equipment) <= equipment
        and LEVEL_RANK.get(one.level, 0) <= rank
        and one.staple > 0
        and not (trainee.age >= 60 and one.movement_pattern == "jump")
    ]
    return sorted(fitting, key=lambda one: (-one.staple, one.id))


def _varied(ranked: Sequence[Exercise], count: int) -> list[Exercise]:
    """Return the best ones, each muscle once as long as there are others."""
    chosen: list[Exercise] = []
    for one in (*ranked, *ranked):
        is_new = one.primary_muscle not in {other.primary_muscle for other in chosen}
        second_pass = one in chosen or len(chosen) >= count
        if not second_pass and (is_new or len(chosen) >= len({other.primary_muscle for other in ranked})):
            chosen.append(one)
    return chosen[:count]


def _timed(
    order: int, exercise: Exercise, *, sets: int, seconds: int, rest_sec: int = 0, note: str = ""
) -> PlannedExercise:
    if exercise.measure == "reps":
        return PlannedExercise(
            order=order, exercise_id=exercise.id, name=exercise.name, sets=sets, rep_low=8, rep_high=12,
            rest_sec=rest_sec, note=note,
        )  # fmt: skip
    return PlannedExercise(
        order=order,
        exercise_id=exercise.id,
        name=exercise.name,
        sets=sets,
        seconds=seconds,
        rest_sec=rest_sec,
        note=note,
    )
