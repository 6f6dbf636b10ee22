"""Records of adherence as values and as JSON: the planned thing, what filled it, how far, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.ids import new_id
from sharpened_cli.store import adherence as records

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sharpened_cli.domain.adherence import Score
    from sharpened_cli.domain.day_plan import Meal, Session
    from sharpened_cli.domain.session_match import DoneActivity
    from sharpened_cli.services.planning import DayInForce
    from sharpened_cli.store.activities import ActivityRow
    from sharpened_cli.store.adherence import Record


class Planned(NamedTuple):
    """A planned session or meal with its day and the short number people type."""

    kind: str
    id: str
    date: date
    number: int
    name: str


def done_activity(row: ActivityRow) -> DoneActivity:
    """Return a stored activity as matching sees it."""
    from sharpened_cli.domain.session_match import DoneActivity, DoneSet

    return DoneActivity(
        ids=(row.id,),
        date=day_of(row),
        category=row.category,
        name=row.activity_name,
        minutes=row.duration_minutes,
        modality=row.metrics.get("modality", ""),
        distance_m=row.metrics.get("distance_m"),
        rpe=row.metrics.get("rpe"),
        sets=tuple(
            DoneSet(
                exercise_id=one.exercise_id,
                exercise_name=one.exercise_name,
                reps=one.reps,
                weight_kg=one.weight_kg,
                seconds=one.seconds,
                metres=one.metres,
                rpe=one.rpe,
                is_warmup=one.set_type == "warmup",
            )
            for one in row.sets
        ),
    )


def document(record: Record, planned: Planned | None) -> dict[str, Any]:
    """Return a record as JSON: what was planned, how far it was done, and why."""
    return {
        "planned_entity_type": record.planned_entity_type,
        "planned_entity_id": record.planned_entity_id,
        "number": planned.number if planned else None,
        "name": planned.name if planned else None,
        "date": record.date,
        "status": record.status,
        "similarity_score": record.similarity_score,
        "days_moved": record.details.get("days_moved", 0),
        "source": record.source,
        "parts": list(record.details.get("parts", [])),
        "reasons": list(record.details.get("reasons", [])),
    }


def record_of(
    planned: Planned,
    status: str,
    score: Score | None,
    actual_ids: Sequence[str],
    days_moved: int,
    *,
    linked: bool = False,
) -> Record:
    """Return the automatic record of a planned thing: what filled it, how far, and why."""
    details: dict[str, Any] = {}
    if score is not None:
        details["parts"] = [
            {"part": part.part, "weight": part.weight, "met": round(part.met, 4), "because": part.because}
            for part in score.parts
        ]
        details["reasons"] = [part.because for part in score.parts if part.because]
    if actual_ids:
        details |= {"actual_ids": list(actual_ids), "days_moved": days_moved}
    if linked:
        details["linked"] = True
    kind = {"session": "activity", "meal": "meal"}[planned.kind]
    return records.Record(
        id=new_id(),
        planned_entity_type=planned.kind,
        planned_entity_id=planned.id,
        date=planned.date.isoformat(),
        status=status,
        similarity_score=score.value if score else 0.0,
        actual_ref_type=kind if actual_ids else None,
        actual_ref_id=actual_ids[0] if actual_ids else None,
        source="auto",
        details=details,
    )


def things_of(found: DayInForce, *, optional: bool = True) -> list[Planned]:
    """Return the sessions and meals of a day by their numbers; ``optional`` sessions may be left out."""
    sessions = [of_session(one) for one in found.plan.sessions if optional or not one.is_optional]
    return sorted([*sessions, *map(of_meal, found.plan.meals)], key=lambda thing: thing.number)


def of_session(session: Session) -> Planned:
    """Return a planned session as a thing with a number."""
    return Planned("session", session.id, session.date, session.number, session.name)


def of_meal(meal: Meal) -> Planned:
    """Return a planned meal as a thing with a number."""
    return Planned("meal", meal.id, meal.date, meal.number, meal.name)


def is_fixed(record: Record) -> bool:
    """Return whether a record was set by hand or by an explicit link: no matching changes it."""
    return record.source == "manual" or bool(record.details.get("linked"))


def actual_ids(record: Record) -> list[str]:
    """Return the logged activities or meals that fill a planned thing."""
    ids: list[str] = list(record.details.get("actual_ids", []))
    return ids or ([record.actual_ref_id] if record.actual_ref_id else [])


def links_of(known: dict[str, Record], fixed: Iterable[str]) -> dict[str, str]:
    """Return, for the given planned ids, which planned thing each logged one fills."""
    return {one: entity_id for entity_id in fixed if entity_id in known for one in actual_ids(known[entity_id])}


def day_of(row: ActivityRow) -> date:
    """Return the local day of a stored activity."""
    from datetime import date as day_type

    return day_type.fromisoformat(row.local_date)
