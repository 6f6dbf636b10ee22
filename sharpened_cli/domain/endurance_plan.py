"""Endurance sessions: easy, long, tempo and interval work with zones or RPE, built up week by week.

Most of it easy (Seiler 2010 Int J Sports Physiol Perform 5:276); weekly minutes grow by at most 10 % over the
highest week so far and drop every fourth week; zones from HRmax = 208 - 0.7 age (Tanaka 2001 J Am Coll Cardiol
37:153), which is off by 10 beats for many, so that RPE always stands beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.plan import PlannedExercise

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.mesocycles import Week
    from sharpened_cli.domain.trainee import Trainee

START_SHARE = {"beginner": 0.6, "novice": 0.7, "intermediate": 0.8, "advanced": 0.9}  # product choice
WEEKLY_BUILD = 1.10
EASY_WEEK_EVERY, EASY_WEEK_SHARE = 4, 0.8
LIGHT_SHARE = {"deload": 0.7, "recovery": 0.5}
BASE_WEEKS = {"beginner": 4, "novice": 2, "intermediate": 0, "advanced": 0}  # easy only, before any hard work
MINUTE_STEP, SHORTEST_MINUTES, HARD_FROM_MINUTES = 5, 15, 25
HR_MAX_AT_BIRTH, HR_MAX_PER_YEAR = 208.0, 0.7
WARM_UP_SEC, COOL_DOWN_SEC = 600, 300
INTERVAL_SEC, INTERVAL_REST_SEC, MOST_INTERVALS, FEWEST_INTERVALS = 180, 120, 8, 3
TEMPO_SHARE, MOST_TEMPO_SEC, SPLIT_TEMPO_SEC = 0.4, 1800, 1200


class Zone(NamedTuple):
    """An effort: share of HRmax, RPE, and how it feels."""

    low: float
    high: float
    rpe: str
    feel: str


ZONES = {
    "easy": Zone(0.60, 0.75, "3-4", "you can talk in sentences"),
    "long": Zone(0.60, 0.75, "3-4", "you can talk in sentences, to the end"),
    "tempo": Zone(0.80, 0.88, "6-7", "a few words at a time"),
    "intervals": Zone(0.90, 0.95, "8-9", "hard, even from the first to the last"),
}
# modality -> exercise ids for easy, long, tempo and interval work, the first that is possible is taken
EXERCISES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "running": {
        "easy": ("easy-run",), "long": ("long-run", "easy-run"), "tempo": ("tempo-run", "easy-run"),
        "intervals": ("interval-run", "easy-run"),
    },
    "cycling": {"easy": ("outdoor-cycling", "stationary-cycling", "indoor-cycling-class")},
    "swimming": {"easy": ("swimming-freestyle", "swimming-breaststroke", "water-aerobics")},
    "rowing": {"easy": ("rowing-machine-steady",), "intervals": ("rowing-machine-interval",)},
    "hiking": {"easy": ("brisk-walk",), "long": ("hiking", "brisk-walk")},
    "walking": {"easy": ("brisk-walk", "walk")},
}  # fmt: skip
BRINGS = {
    "cycling": frozenset({"bicycle"}), "swimming": frozenset({"pool"}), "rowing": frozenset({"rower"}),
}  # fmt: skip
FALLBACK = ("stationary-cycling", "elliptical-trainer", "brisk-walk", "walk")
TRIATHLON_TURNS = ("swimming", "cycling", "running")
EASY_ONLY = frozenset({"walking", "hiking"})
GENTLE_RIR = 3  # who must stay this far from failure when lifting gets no hard running either
TITLES = {"easy": "Easy", "long": "Long", "tempo": "Tempo", "intervals": "Intervals"}


class EnduranceSession(NamedTuple):
    """One endurance session: name, minutes, exercises, notes."""

    name: str
    minutes: int
    exercises: tuple[PlannedExercise, ...]
    notes: str


class EnduranceSlot(NamedTuple):
    """A slot for endurance: minutes, modality, what is at hand there."""

    minutes: int
    modality: str
    equipment: frozenset[str]


def weekly_shares(weeks: Sequence[Week], experience: str) -> tuple[float, ...]:
    """Return, for each week, the share of the available minutes that is used."""
    highest = START_SHARE[experience]
    shares: list[float] = []
    since_light = 0
    for week in weeks:
        if week.is_light:
            since_light = 0
            shares.append(highest * LIGHT_SHARE.get(week.kind, week.sets_factor))
            continue
        since_light += 1
        if since_light % EASY_WEEK_EVERY == 0:
            shares.append(highest * EASY_WEEK_SHARE)
            continue
        if shares:
            highest = min(1.0, highest * WEEKLY_BUILD)
        shares.append(highest)
    return tuple(shares)


def endurance_sessions(
    slots: Sequence[EnduranceSlot],
    weeks: Sequence[Week],
    trainee: Trainee,
    library: Mapping[str, Exercise],
    excluded: Container[str],
) -> tuple[tuple[EnduranceSession, ...], ...]:
    """Return the sessions of each slot, week by week: the longest slot is the long one, one or two are hard."""
    shares = weekly_shares(weeks, trainee.experience)
    kinds = session_kinds(slots, trainee)
    return tuple(
        tuple(
            _session(
                slot, _kind(kind, week, trainee), round(slot.minutes * share), week, trainee, library, excluded, turn
            )
            for week, share in zip(weeks, shares, strict=True)
        )
        for turn, (slot, kind) in enumerate(zip(slots, kinds, strict=True))
    )


def session_kinds(slots: Sequence[EnduranceSlot], trainee: Trainee) -> tuple[str, ...]:
    """Return easy, long or hard for each slot: from two on the longest is long, from three on one is hard."""
    count = len(slots)
    if count == 1:
        return ("hard",) if not _easy_only(slots[0], trainee) else ("easy",)
    longest = max(range(count), key=lambda index: (slots[index].minutes, index))
    kinds = ["long" if index == longest else "easy" for index in range(count)]
    hard_wanted = 2 if count >= 5 else 1
    for index, slot in enumerate(slots):
        is_next_to_hard = index > 0 and kinds[index - 1] == "hard"
        if hard_wanted and kinds[index] == "easy" and not is_next_to_hard and not _easy_only(slot, trainee):
            kinds[index] = "hard"
            hard_wanted -= 1
    return tuple(kinds)


def zone_words(kind: str, trainee: Trainee) -> str:
    """Return an effort in words: RPE, and the heart rate where it may be used."""
    zone = ZONES[kind]
    words = f"RPE {zone.rpe}, {zone.feel}"
    if trainee.limits.rpe_only:
        return words
    highest = HR_MAX_AT_BIRTH - HR_MAX_PER_YEAR * trainee.age
    return f"{words}; about {highest * zone.low:.0f}-{highest * zone.high:.0f} bpm"


def _easy_only(slot: EnduranceSlot, trainee: Trainee) -> bool:
    return slot.modality in EASY_ONLY or trainee.limits.no_hiit or trainee.limits.min_rir >= 3


def _kind(kind: str, week: Week, trainee: Trainee) -> str:
    if kind != "hard":
        return kind
    if week.number <= BASE_WEEKS[trainee.experience] or week.kind in {"deload", "recovery"}:
        return "easy"
    return "tempo" if week.number % 2 else "intervals"


def _session(
    slot: EnduranceSlot,
    kind: str,
    minutes: int,
    week: Week,
    trainee: Trainee,
    library: Mapping[str, Exercise],
    excluded: Container[str],
    turn: int,
) -> EnduranceSession:
    modality = TRIATHLON_TURNS[turn % 3] if slot.modality == "triathlon" else slot.modality
    minutes = min(slot.minutes, max(SHORTEST_MINUTES, minutes // MINUTE_STEP * MINUTE_STEP))
    kind = "easy" if minutes < HARD_FROM_MINUTES and kind in {"tempo", "intervals"} else kind
    exercise, instead = _exercise(modality, kind, slot.equipment, library, excluded)
    easy, _ = _exercise(modality, "easy", slot.equipment, library, excluded)
    items = _parts(kind, minutes * 60, exercise, easy, trainee)
    if instead:
        from dataclasses import replace

        items = tuple(replace(item, substitution_reason=instead) for item in items)
    notes = [zone_words(kind, trainee)]
    if modality == "running" and trainee.experience == "beginner" and week.number <= BASE_WEEKS["beginner"]:
        notes.append("walk a minute whenever talking becomes hard")
    return EnduranceSession(f"{TITLES[kind]}: {exercise.name}", minutes, items, "; ".join(notes))


def _exercise(
    modality: str, kind: str, equipment: frozenset[str], library: Mapping[str, Exercise], excluded: Container[str]
) -> tuple[Exercise, str]:
    """Return the exercise for a session, and why it is not the modality's own where it is not."""
    by_kind = EXERCISES.get(modality, EXERCISES["walking"])
    own = (*by_kind.get(kind, ()), *by_kind["easy"])
    at_hand = equipment | BRINGS.get(modality, frozenset())
    for exercise_id in own:
        if _possible(exercise_id, at_hand, library, excluded):
            return library[exercise_id], ""
    for exercise_id in FALLBACK:
        if _possible(exercise_id, at_hand, library, excluded):
            return library[exercise_id], f"instead of {modality}, which is left out for now"
    return library[FALLBACK[-1]], f"instead of {modality}"


def _possible(
    exercise_id: str, equipment: frozenset[str], library: Mapping[str, Exercise], excluded: Container[str]
) -> bool:
    exercise = library.get(exercise_id)
    return exercise is not None and exercise_id not in excluded and set(exercise.equipment) <= equipment


def _parts(
    kind: str, seconds: int, exercise: Exercise, easy: Exercise, trainee: Trainee
) -> tuple[PlannedExercise, ...]:
    if kind in {"easy", "long"}:
        return (_line(1, exercise, sets=1, seconds=seconds, note=zone_words(kind, trainee)),)
    if kind == "tempo":
        block = min(MOST_TEMPO_SEC, int(seconds * TEMPO_SHARE) // 60 * 60)
        sets = 2 if block >= SPLIT_TEMPO_SEC else 1
        work, rest = block // sets, INTERVAL_REST_SEC if sets > 1 else 0
    else:
        spare = seconds - WARM_UP_SEC - COOL_DOWN_SEC
        sets = max(FEWEST_INTERVALS, min(MOST_INTERVALS, spare // (INTERVAL_SEC + INTERVAL_REST_SEC)))
        work, rest = min(INTERVAL_SEC, max(60, spare // sets - INTERVAL_REST_SEC)), INTERVAL_REST_SEC
    hard = sets * work + (sets - 1) * rest
    cool_down = min(COOL_DOWN_SEC, (seconds - hard) // 3)
    warm_up = seconds - hard - cool_down
    return (
        _line(1, easy, sets=1, seconds=warm_up, note=f"warm up: {zone_words('easy', trainee)}", is_warmup=True),
        _line(2, exercise, sets=sets, seconds=work, rest_sec=rest, note=zone_words(kind, trainee)),
        _line(3, easy, sets=1, seconds=cool_down, note="easy, to finish", is_warmup=True),
    )


def _line(
    order: int, exercise: Exercise, *, sets: int, seconds: int, note: str, rest_sec: int = 0, is_warmup: bool = False
) -> PlannedExercise:
    prefix = {1: "Warm-up: ", 3: "Cool-down: "}[order] if is_warmup else ""
    return PlannedExercise(
        order=order,
        exercise_id=exercise.id,
        name=f"{prefix}{exercise.name}",
        sets=sets,
        seconds=seconds,
        rest_sec=rest_sec,
        is_warmup=is_warmup,
        note=note,
    )
