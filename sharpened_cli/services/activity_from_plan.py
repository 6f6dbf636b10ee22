"""A planned session as the activity that doing it exactly would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text import Measures, ParsedActivity, ParsedSet
from sharpened_cli.domain.activity_text.vocabulary import activities
from sharpened_cli.domain.session_match import CATEGORY_OF_KIND
from sharpened_cli.services.activity_options import LABELS, MET_KEYS

if TYPE_CHECKING:
    from sharpened_cli.domain.day_plan import ExerciseItem, Session

FULL_RPE = 10.0
WARM_UP = "Warm-up: "  # how a plan names the ramp sets of an exercise


def activity_of_session(session: Session) -> ParsedActivity:
    """Return the activity of "did what was planned": its minutes, and its sets at the lower end of the reps."""
    category = CATEGORY_OF_KIND.get(session.kind, "other")
    known = next((one for one in activities() if one.modality == session.modality and one.category == category), None)
    metres = sum(item.metres * item.sets for item in session.exercises if item.metres)
    sets = tuple(one for item in session.exercises for one in _sets(item)) if category == "strength" else ()
    return ParsedActivity(
        category=category,
        name=known.label if known else LABELS[category],
        text="",
        met_key=known.met_key("moderate") if known else MET_KEYS[category],
        modality=session.modality,
        measures=Measures(
            duration_sec=session.duration_minutes * 60.0,
            distance_m=metres if metres and category.startswith("cardio") else None,
        ),
        sets=sets,
        exercise_names=tuple(item.name for item in session.exercises if not item.is_warmup),
    )


def _sets(item: ExerciseItem) -> list[ParsedSet]:
    one = ParsedSet(
        exercise_id=item.exercise_id,
        exercise_name=item.name.removeprefix(WARM_UP),
        reps=item.rep_low,
        weight_kg=item.load_kg,
        seconds=float(item.seconds) if item.seconds else None,
        metres=item.metres,
        rpe=None if item.rir is None or item.is_warmup else FULL_RPE - item.rir,
        set_type="warmup" if item.is_warmup else "normal",
        rest_sec=float(item.rest_sec) if item.rest_sec else None,
    )
    return [one] * item.sets
