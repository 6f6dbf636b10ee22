"""Plan the training of many generated clients and print what was reached and what was broken.

    python benchmarks/training_engine.py [--clients 200] [--print 0] [--seed 1]

Every rule of the training part of a program is checked on each client: sessions, days, minutes, equipment,
injuries, refusals, duplicates, weekly sets, deloads; the table counts violations and times each plan.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.equipment import at_place
from sharpened_cli.domain.exercise import MUSCLES
from sharpened_cli.domain.facts import (
    Availability,
    Facts,
    FamiliarExercise,
    Goal,
    Modality,
    NonNegotiable,
    UpcomingEvent,
)
from sharpened_cli.domain.profile import EXPERIENCE_LEVELS, GOALS, Profile
from sharpened_cli.domain.safety_level import Limits
from sharpened_cli.domain.training_plan import TrainingRequest, plan_training
from sharpened_cli.store.reference import read_exercises

if TYPE_CHECKING:
    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.training_plan import TrainingPlan

START = date(2026, 11, 30)
EQUIPMENT_SETS = (
    ("none",), ("band",), ("dumbbell",), ("home_basic",), ("kettlebell",), ("dumbbell", "pull-up bar"),
    ("barbell", "rack", "bench", "plate"), ("pull-up bar", "dip bars", "rings"), ("full_gym",), ("full_gym",),
    ("full_gym",),    None,
)  # fmt: skip
INJURIES = (
    (),
    (),
    (),
    ("left knee",),
    ("rotator cuff tear",),
    ("lower back pain",),
    ("tennis elbow", "wrist"),
    ("hip labrum",),
)
REFUSALS = ((), (), (), ("burpees",), ("deadlifts",), ("squats", "lunges"), ("overhead",), ("barbell",))
MODALITIES = (
    (), (), (), ("strength_training",), ("bodybuilding",), ("powerlifting",), ("running",),
    ("running", "strength_training"),
    ("cycling",), ("calisthenics",), ("martial_arts", "strength_training"), ("yoga", "strength_training"), ("hiit",),
    ("swimming",), ("kettlebell_training",), ("olympic_weightlifting",), ("triathlon",), ("crossfit",),
)  # fmt: skip
LIFTS = (
    ("barbell-back-squat", 100.0, 5),
    ("barbell-bench-press", 80.0, 8),
    ("dumbbell-curl", 12.0, 10),
    ("lat-pulldown", 60.0, 12),
)


class Client(NamedTuple):
    """A generated client."""

    profile: Profile
    facts: Facts
    limits: Limits
    weeks: int
    deficit: float
    start: date


def client(number: int, seed: int) -> Client:
    """Return the client of a number; the same for the same seed."""
    dice = random.Random(f"{seed}:{number}")
    age = dice.randint(16, 80)
    goal = dice.choice(GOALS)
    has_slots = dice.random() < 0.5
    frequency = dice.randint(1, 7)
    modalities = dice.choice(MODALITIES)
    profile = Profile(
        user_id=f"client-{number}",
        birth_date=date(2026 - age, dice.randint(1, 12), dice.randint(1, 28)),
        sex=dice.choice(("male", "female")),
        height_cm=dice.uniform(150, 200),
        weight_kg=dice.uniform(45, 180),
        primary_goal=goal,
        experience_level=dice.choice(EXPERIENCE_LEVELS),
        workout_frequency=None if has_slots else frequency,
        session_minutes=dice.choice((20, 30, 40, 45, 60, 60, 75, 90, 120)),
        equipment=dice.choice(EQUIPMENT_SETS),
        injuries=dice.choice(INJURIES),
        unit_system=dice.choice(("metric", "metric", "imperial")),
    )
    refused = dice.choice(REFUSALS)
    facts = Facts(
        modalities=tuple(Modality(modality=one, is_primary=index == 0) for index, one in enumerate(modalities)),
        exercises=tuple(
            FamiliarExercise(exercise=one, exercise_id=one, typical_weight_kg=weight, typical_reps=reps)
            for one, weight, reps in dice.sample(LIFTS, dice.randint(0, len(LIFTS)))
        ),
        availability=_slots(dice, frequency) if has_slots else (),
        goals=(Goal(target_description="bigger arms", goal_type="aesthetic"),) if dice.random() < 0.2 else (),
        non_negotiables=(
            (NonNegotiable(constraint_type="exercises_excluded", description="", excluded_exercises=refused),)
            if refused
            else ()
        ),
        events=(
            (
                UpcomingEvent(
                    event_name="race", event_category="race", event_date=(START + timedelta(days=60)).isoformat()
                ),
            )
            if dice.random() < 0.2
            else ()
        ),
    )
    limits = dice.choice(
        (Limits(), Limits(), Limits(), Limits(no_jumps=True, min_rir=3, max_reps_floor=8), Limits(no_overhead=True),
         Limits(no_hiit=True, rpe_only=True), Limits(no_supine=True, no_jumps=True, no_hiit=True, no_contact=True))
    )  # fmt: skip
    deficit = 0.2 if goal == "lose_fat" else 0.0
    return Client(
        profile, facts, limits, dice.choice((4, 8, 12, 16)), deficit, START + timedelta(days=dice.randint(0, 6))
    )


def _slots(dice: random.Random, count: int) -> tuple[Availability, ...]:
    days = sorted(dice.sample(range(1, 8), count))
    place = dice.choice(("gym", "gym", "home", "outdoor", "flexible"))
    return tuple(
        Availability(
            day_of_week=day,
            time_of_day="evening",
            start_time=dice.choice(("07:00", "12:30", "18:00")),
            typical_duration_minutes=dice.choice((20, 30, 45, 60, 90)),
            location_type=place,
            activity=dice.choice(("mma", "football")) if dice.random() < 0.1 else None,
        )
        for day in days
    )


def violations(person: Client, plan: TrainingPlan, library: dict[str, Exercise]) -> list[str]:
    """Return the names of the rules that a plan breaks."""
    from sharpened_cli.domain.exercise_exclusions import exclusions

    found = []
    excluded = exclusions(
        tuple(library.values()), facts=person.facts, limits=person.limits, injuries=person.profile.injuries or (),
        start=person.start,
    )  # fmt: skip
    wanted = len(person.facts.availability) or person.profile.workout_frequency or 0
    counts = Counter(one.week_index for one in plan.sessions if not one.is_optional)
    codes = {issue.code for issue in plan.issues}
    expected = min(wanted, 6) if wanted == 7 else wanted
    if any(counts[week] != expected for week in range(1, person.weeks + 1)) and "sessions" not in codes:
        found.append("sessions")
    minutes = {one.day_of_week: one.typical_duration_minutes or 0 for one in person.facts.availability}
    for session in plan.sessions:
        slot = (
            minutes.get(session.day_index, person.profile.session_minutes or 0)
            if minutes
            else person.profile.session_minutes
        )
        if session.duration_minutes > 1.1 * (slot or 0):
            found.append("minutes")
        if minutes and session.day_index not in minutes:
            found.append("day")
        if (
            session.date.isoweekday() != session.day_index
            or (session.date - person.start).days // 7 + 1 != session.week_index
        ):
            found.append("date")
        work = [one for one in session.exercises if not one.is_warmup]
        names = [one.exercise_id for one in work if one.rep_low is not None]
        if len(names) != len(set(names)):
            found.append("duplicate")
        place = session.location if person.facts.availability else None
        at_hand = at_place(place, person.profile.equipment)
        for one in work:
            if one.exercise_id in excluded:
                found.append("excluded")
            if session.kind == "resistance" and not set(library[one.exercise_id].equipment) <= at_hand:
                found.append("equipment")
            if one.rep_low is not None and one.rep_low < person.limits.max_reps_floor:
                found.append("reps_floor")
            if one.rir is not None and one.rir < person.limits.min_rir:
                found.append("reserve")
        if session.kind == "resistance" and work:
            lifts = [one for one in work if one.rep_low is not None or (one.seconds or 0) <= 60]
            if len(lifts) > 8:
                found.append("too_many")
    return found


def within(plan: TrainingPlan) -> tuple[int, int, bool]:
    """Return muscles within 15 % of target, muscles counted, and whether all lie between minimum and cap."""
    if not plan.targets_by_muscle:
        return 0, 0, True
    good = [
        muscle
        for muscle in MUSCLES
        if abs(plan.weekly_sets_by_muscle[muscle] / plan.targets_by_muscle[muscle].target - 1) <= 0.15 + 1e-9
    ]
    between = all(
        aim.minimum <= plan.weekly_sets_by_muscle[muscle] <= aim.cap for muscle, aim in plan.targets_by_muscle.items()
    )
    return len(good), len(MUSCLES), between


CAUSES = {
    "the minutes": "hold no more", "equipment": "nothing at hand", "injury, safety or refusal": "left out",
    "few exercises left": "that remain", "help from other lifts": "as well",
}  # fmt: skip


def causes_of(plan: TrainingPlan) -> set[str]:
    """Return the causes that the issues of a plan name."""
    texts = [issue.because for issue in plan.issues if issue.code.startswith("weekly_sets")]
    return {name for name, words in CAUSES.items() if any(words in text for text in texts)}


def gym_weeks(library: tuple[Exercise, ...]) -> dict[str, float]:
    """Return the mean share of muscles on target in a gym, unhurt, by training age: 3-5 days of 45 and 60 minutes."""
    means = {}
    for level in EXPERIENCE_LEVELS:
        reached = []
        for days in (3, 4, 5):
            for minutes in (45, 60):
                profile = Profile(
                    user_id="gym", birth_date=date(1994, 1, 1), experience_level=level, equipment=("full_gym",),
                    workout_frequency=days, session_minutes=minutes,
                )  # fmt: skip
                plan = plan_training(
                    TrainingRequest(
                        profile=profile, facts=Facts(), library=library, start=START, weeks=4, goal="build_muscle"
                    )
                )
                reached.append(within(plan)[0] / len(MUSCLES))
        means[level] = statistics.mean(reached)
    return means


def main() -> None:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--failures", action="store_true")
    options = parser.parse_args()
    library = read_exercises()
    by_id = {one.id: one for one in library}
    broken: Counter[str] = Counter()
    causes: Counter[str] = Counter()
    seconds, shares, unexplained, said = [], [], 0, 0
    easy_good = easy_all = 0
    for number in range(options.clients):
        person = client(number, options.seed)
        started = time.process_time()
        plan = plan_training(
            TrainingRequest(
                profile=person.profile, facts=person.facts, limits=person.limits, library=library, start=person.start,
                weeks=person.weeks, seed=options.seed, goal=person.profile.primary_goal or "maintain",
                deficit_fraction=person.deficit,
            )
        )  # fmt: skip
        seconds.append(time.process_time() - started)
        bad = sorted(set(violations(person, plan, by_id)))
        broken.update(bad)
        if bad and options.failures:
            print(number, bad, person)
        good, counted, between = within(plan)
        if counted:
            shares.append(good / counted)
            explained = any(issue.code in {"weekly_sets", "weekly_sets_over"} for issue in plan.issues)
            causes.update(causes_of(plan))
            said += explained
            if (good < 9 or not between) and not explained:
                unexplained += 1
                if options.failures:
                    print(
                        number,
                        "unexplained",
                        dict(plan.weekly_sets_by_muscle),
                        {k: v.target for k, v in plan.targets_by_muscle.items()},
                    )
            if not explained:
                easy_good += good
                easy_all += counted
    print(f"{'clients':44}{options.clients:8}")
    for rule in (
        "sessions",
        "day",
        "date",
        "minutes",
        "equipment",
        "excluded",
        "duplicate",
        "reps_floor",
        "reserve",
        "too_many",
    ):
        print(f"{'clients with a violation: ' + rule:44}{broken[rule]:8}")
    print(f"{'muscles within 15 % of target, mean share':44}{statistics.mean(shares):8.1%}")
    print(f"{'the same, where no issue says otherwise':44}{easy_good / max(1, easy_all):8.1%}")
    for level, share in gym_weeks(library).items():
        print(f"{f'muscles on target in a gym, {level}':44}{share:8.1%}")
    print(f"{'clients whose issue says why not':44}{said:8}")
    for cause, number in sorted(causes.items()):
        print(f"{'  because of ' + cause:44}{number:8}")
    print(f"{'clients off target and no issue':44}{unexplained:8}")
    ordered = sorted(seconds)
    print(f"{'CPU seconds a plan: median':44}{statistics.median(ordered):8.2f}")
    print(f"{'CPU seconds a plan: 95th percentile':44}{ordered[int(0.95 * (len(ordered) - 1))]:8.2f}")
    print(f"{'CPU seconds a plan: longest':44}{ordered[-1]:8.2f}")


if __name__ == "__main__":
    main()
