"""What was typed beside the sentence of an activity: checked, and put over what the sentence says."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.activity_text import CATEGORIES, Intervals, Measures, ParsedActivity, ParsedSet
from sharpened_cli.domain.units import (
    choice,
    parse_clock,
    parse_date,
    parse_distance_m,
    parse_duration_sec,
    parse_energy_kcal,
    parse_number,
)
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.ids import LEAST_PREFIX
from sharpened_cli.services.wall_clock import instant_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sharpened_cli.store.activities import ActivityRow

LONGEST_NAME = 60
METS_RANGE = (1.0, 25.0)
LABELS = {
    "cardio_steady": "Cardio", "cardio_interval": "Intervals", "strength": "Strength training", "sports": "Sport",
    "flexibility": "Stretching", "other": "Activity",
}  # fmt: skip
MET_KEYS = {
    "cardio_steady": "elliptical", "cardio_interval": "hiit", "strength": "strength_light", "sports": "basketball",
    "flexibility": "stretching", "other": "housework",
}  # fmt: skip


class ActivityOptions(NamedTuple):
    """The options of log-activity as typed; None where not given."""

    category: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    duration: str | None = None
    distance: str | None = None
    hr: str | None = None
    mets: str | None = None
    calories: str | None = None
    planned: int | None = None
    template: str | None = None
    save_as: str | None = None

    @property
    def of_one_activity(self) -> dict[str, str]:
        """The given options that speak of one activity only, by their names on the command line."""
        names = ("category", "start", "end", "duration", "distance", "hr", "mets", "calories", "save_as")
        given = {f"--{name.replace('_', '-')}": getattr(self, name) for name in names}
        return {name: value for name, value in given.items() if value is not None}


def applied(options: ActivityOptions, found: list[ParsedActivity], units: str) -> list[ParsedActivity]:
    """Return the activities with the options put over the only one; raises InputError with several."""
    given = options.of_one_activity
    if len(found) > 1 and given:
        names = ", ".join(activity.name for activity in found)
        raise InputError(
            f"{next(iter(given))} speaks of one activity, and these are {len(found)}: {names}.",
            code="several_activities",
            hint="Say it in the sentence, beside the activity it belongs to, or log them one by one.",
        )
    if not given:
        return found
    return [_with_options(found[0], options, units), *found[1:]]


def _with_options(activity: ParsedActivity, options: ActivityOptions, units: str) -> ParsedActivity:
    measures = activity.measures
    start, end = _minute(options.start), _minute(options.end)
    if start is not None and end is not None and not options.duration:
        measures = measures._replace(duration_sec=(end - start) % 1440 * 60.0)
    if options.duration:
        measures = measures._replace(duration_sec=parse_duration_sec(options.duration))
    if options.distance:
        measures = measures._replace(distance_m=parse_distance_m(options.distance, units))
    if options.hr:
        measures = measures._replace(average_hr=parse_number(options.hr, least=30, most=240, what="a heart rate"))
    if options.calories:
        measures = measures._replace(calories_kcal=parse_energy_kcal(options.calories))
    if options.category:
        category = choice(options.category, CATEGORIES, "a category")
        activity = activity._replace(category=category)
    return activity._replace(
        measures=measures,
        start_minute=activity.start_minute if start is None else start,
        end_minute=activity.end_minute if end is None else end,
    )


def day_of(options: ActivityOptions, today: date, days_ago: int) -> date:
    """Return the local day of an activity; raises InputError for a day to come."""
    if not options.date:
        return today - timedelta(days=days_ago)
    day = parse_date(options.date, today)
    if day > today:
        raise InputError(
            f"{day.isoformat()} has not come yet.",
            code="future_date",
            hint="Log what was done, on the day it was done.",
        )
    return day


def mets_of(options: ActivityOptions) -> float | None:
    """Return the METs that were typed, or None."""
    if not options.mets:
        return None
    return parse_number(options.mets, least=METS_RANGE[0], most=METS_RANGE[1], what="METs")


def times_of(
    activity: ParsedActivity, day: date, minutes: float, start: datetime | None, zone: str
) -> tuple[datetime, datetime]:
    """Return when an activity began and ended, as UTC instants."""
    length = timedelta(minutes=minutes)
    if activity.start_minute is not None:
        begin = instant_of(day, activity.start_minute, zone)
    elif activity.end_minute is not None:
        begin = instant_of(day, activity.end_minute, zone) - length
    else:
        begin = start if start is not None else instant_of(day, 12 * 60, zone)
    return begin, begin + length


def activity_without_words(options: ActivityOptions) -> ParsedActivity:
    """Return an activity that only options describe; raises InputError where they say too little."""
    if not options.category:
        raise InputError(
            "What did you do?",
            code="nothing_said",
            hint='Say it like "ran 5k in 27:30", or give --category with --duration, --planned N or --template NAME.',
        )
    category = choice(options.category, CATEGORIES, "a category")
    return ParsedActivity(category=category, name=LABELS[category], text="", met_key=MET_KEYS[category])


def activity_of_row(row: ActivityRow) -> ParsedActivity:
    """Return a stored activity as if it had just been read."""
    metrics = row.metrics
    kept: dict[str, Any] = {key: metrics.get(key) for key in Measures._fields if key in metrics}
    kept["intervals"] = tuple(Intervals(**repeat) for repeat in metrics.get("intervals", []))
    kept["splits_sec"] = tuple(metrics.get("splits_sec", []))
    if not metrics.get("duration_estimated"):
        kept["duration_sec"] = row.duration_minutes * 60.0
    if metrics.get("energy_method") == "said":
        kept["calories_kcal"] = row.calories_burned
    return ParsedActivity(
        category=row.category,
        name=row.activity_name,
        text=row.original_text,
        met_key=metrics.get("met_key"),
        modality=metrics.get("modality", ""),
        effort=metrics.get("effort", "moderate"),
        measures=Measures(**kept),
        sets=tuple(
            ParsedSet(
                exercise_id=one.exercise_id,
                exercise_name=one.exercise_name,
                reps=one.reps,
                weight_kg=one.weight_kg,
                seconds=one.seconds,
                metres=one.metres,
                rpe=one.rpe,
                set_type=one.set_type,
                each_side=one.each_side,
                is_bodyweight=one.is_bodyweight,
                superset=one.superset_group,
            )
            for one in row.sets
        ),
        exercise_names=tuple(metrics.get("exercises", [])),
        score=metrics.get("score"),
        unmatched=tuple(metrics.get("unmatched", [])),
    )


def resolved_id(found: Sequence[str], wanted: str) -> str:
    """Return the one id that begins so; raises NotThereError, InputError."""
    if len(wanted) < LEAST_PREFIX or not found:
        raise NotThereError(
            f"There is no activity {wanted!r}.", code="no_such_id", hint="`sharpened activities list` shows them."
        )
    if len(found) > 1:
        raise InputError(
            f"Several activities begin with {wanted}.", code="ambiguous_id", hint="Type more of the id, or its number."
        )
    return found[0]


def template_name(text: str) -> str:
    """Return the name of a template; raises InputError where it is empty or too long."""
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise InputError("A template needs a name of 1 to 60 characters.", hint='For example --save-as "Morning run".')
    return name


def _minute(text: str | None) -> int | None:
    if not text:
        return None
    hour, minute = parse_clock(text).split(":")
    return int(hour) * 60 + int(minute)
