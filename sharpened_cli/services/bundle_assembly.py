"""Put the parts of a program together into its bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.feasibility import day_totals, feasibility, share_of_days_met
from sharpened_cli.domain.nutrients import NOTHING
from sharpened_cli.domain.safety import verdict_document
from sharpened_cli.services import bundle as documents

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sharpened_cli.domain.meal_plan import MealPlan
    from sharpened_cli.domain.nutrients import Nutrients
    from sharpened_cli.domain.plan import Issue, PlannedDay, PlannedMeal, PlannedSession
    from sharpened_cli.domain.program_days import DayPlan
    from sharpened_cli.domain.program_goals import ProgramGoals
    from sharpened_cli.domain.reason import Reason
    from sharpened_cli.domain.standing import Standing
    from sharpened_cli.domain.training_plan import TrainingPlan

DECIMALS = 3  # figures of a bundle are rounded once, so that documents compare byte for byte


class Parts(NamedTuple):
    """What a program is put together from."""

    source: str
    start: date
    weeks: int
    seed: int
    inputs_hash: str
    goals: ProgramGoals
    standing: Standing
    training: TrainingPlan
    days: DayPlan
    meals: MealPlan


def assembled(parts: Parts) -> documents.ProgramBundle:
    """Return the bundle of a program."""
    totals = day_totals(parts.meals.meals)
    plan = parts.standing.plan
    issues = (*(plan.issues if plan else ()), *parts.training.issues, *parts.meals.issues)
    met = share_of_days_met(parts.days.days, totals)
    report = feasibility(parts.training.score, met, issues)
    return documents.ProgramBundle(
        source=parts.source,  # type: ignore[arg-type]  # pydantic checks the name
        primary_goal=parts.goals.ambition.goal,
        program_start_date=parts.start,
        program_duration_weeks=parts.weeks,
        seed=parts.seed,
        inputs_hash=parts.inputs_hash,
        rate_kg_per_week=None if plan is None else plan.rate_kg_per_week,
        tdee=documents.Tdee(**_rounded(parts.standing.tdee_document())),
        macros=documents.Macros(**_rounded(parts.standing.targets._asdict())),
        safety=documents.Safety(**verdict_document(parts.standing.verdict)),
        feasibility=documents.FeasibilityReport(score=report.score, issues=tuple(map(_issue, report.issues))),
        training=_training(parts.training),
        meals=tuple(map(_meal, parts.meals.meals)),
        days=tuple(_day(day, totals.get(day.date, NOTHING)) for day in parts.days.days),
        reasons=documents.Reasons(
            goal=parts.goals.because,
            targets=_reasons(plan.reasons if plan else ()),
            days=_reasons(parts.days.reasons),
            training=_reasons(parts.training.reasons),
            meals=_reasons(parts.meals.reasons),
        ),
        notes=parts.meals.notes,
    )


def _training(plan: TrainingPlan) -> documents.Training:
    volume = {
        muscle: documents.MuscleVolume(
            planned=round(plan.weekly_sets_by_muscle.get(muscle, 0.0), DECIMALS),
            target=round(target.target, DECIMALS),
            minimum=round(target.minimum, DECIMALS),
            cap=round(target.cap, DECIMALS),
        )
        for muscle, target in sorted(plan.targets_by_muscle.items())
    }
    return documents.Training(
        weekly_sets_by_muscle=_rounded(dict(sorted(plan.weekly_sets_by_muscle.items()))),
        volume=volume,
        net_weekly_kcal=round(plan.net_weekly_kcal, DECIMALS),
        sessions=tuple(map(_session, plan.sessions)),
    )


def _session(session: PlannedSession) -> documents.SessionPlan:
    return documents.SessionPlan(
        date=session.date,
        week_index=session.week_index,
        day_index=session.day_index,
        start_time=session.start_time,
        session_kind=session.kind,  # type: ignore[arg-type]  # pydantic checks the name
        modality=session.modality,
        session_name=session.name,
        duration_minutes=session.duration_minutes,
        location=session.location,
        is_deload=session.is_deload,
        is_optional=session.is_optional,
        net_kcal=round(session.net_kcal, DECIMALS),
        notes=session.notes,
        exercises=tuple(
            documents.ExerciseLine(
                order=one.order,
                exercise_id=one.exercise_id,
                name=one.name,
                sets=one.sets,
                rep_low=one.rep_low,
                rep_high=one.rep_high,
                seconds=one.seconds,
                metres=one.metres,
                rir=one.rir,
                rest_sec=one.rest_sec,
                load_kg=None if one.load_kg is None else round(one.load_kg, DECIMALS),
                is_warmup=one.is_warmup,
                note=one.note,
                substitution_reason=one.substitution_reason,
            )
            for one in session.exercises
        ),
    )


def _meal(meal: PlannedMeal) -> documents.Meal:
    return documents.Meal(
        date=meal.date,
        week_index=meal.week_index,
        day_index=meal.day_index,
        order=meal.order,
        meal_type=meal.meal_type,  # type: ignore[arg-type]  # pydantic checks the name
        meal_time=meal.meal_time,
        time=meal.time,
        name=meal.name,
        prep_minutes=meal.prep_minutes,
        totals=_eaten(meal.totals()),
        items=tuple(
            documents.ItemLine(
                food_id=item.food_id,
                food_name=item.food_name,
                grams=round(item.grams, DECIMALS),
                serving=item.serving,
                role=item.role,
                **_rounded(item.nutrients._asdict()),
            )
            for item in meal.items
        ),
    )


def _day(day: PlannedDay, eaten: Nutrients) -> documents.Day:
    return documents.Day(
        date=day.date,
        week_index=day.week_index,
        day_index=day.day_index,
        is_training_day=day.is_training_day,
        targets=documents.Macros(**_rounded(day.targets._asdict())),
        totals=_eaten(eaten),
    )


def _eaten(figures: Nutrients) -> documents.Eaten:
    return documents.Eaten(**_rounded(figures._asdict()))


def _issue(issue: Issue) -> documents.IssueLine:
    return documents.IssueLine(
        code=issue.code, wanted=issue.wanted, possible=issue.possible, because=issue.because, options=issue.options
    )


def _reasons(reasons: Iterable[Reason]) -> tuple[documents.ReasonLine, ...]:
    return tuple(documents.ReasonLine(**reason._asdict()) for reason in reasons)


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value, DECIMALS) if isinstance(value, float) else value for name, value in values.items()}
