"""What the controllers remember of a person between reassessments, as a value and as a JSON document."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.expenditure import Constants, Filter, Tracker
from sharpened_cli.domain.pid import Trim
from sharpened_cli.domain.volume import MuscleMemory

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTROLLER_VERSION = 1
NO_TRIM = Trim()


@dataclass(frozen=True, slots=True, kw_only=True)
class ControllerState:
    """The controllers' memory after the reassessment of ``as_of``; it belongs to the person.

    ``goal_rate`` is a fraction of body weight a week; the ``*_windows`` count consecutive windows.
    ``deficit_since`` is when the present unbroken deficit began, ``reached_kg`` the goal weight that
    has been reached and is now held.
    """

    as_of: date
    program_id: str | None
    goal: str
    goal_rate: float
    goal_rate_kg_per_week: float
    tracker: Tracker
    trim: Trim = NO_TRIM
    muscles: Mapping[str, MuscleMemory] = field(default_factory=dict)
    last_deload_on: date | None = None
    deficit_since: date | None = None
    fast_windows: int = 0
    wrong_way_windows: int = 0
    off_track_windows: int = 0
    reassessments: int = 0
    reached_kg: float | None = None
    start_weight_kg: float


def as_document(state: ControllerState) -> dict[str, Any]:
    """Return the state as a JSON-ready document; floats in full, so that reading it back is exact."""
    tracker = state.tracker
    return {
        "controller_version": CONTROLLER_VERSION,
        "as_of_date": state.as_of.isoformat(),
        "program_id": state.program_id,
        "goal": state.goal,
        "goal_rate": state.goal_rate,
        "goal_rate_kg_per_week": state.goal_rate_kg_per_week,
        "constants": tracker.constants._asdict(),
        "filter": tracker.filter._asdict(),
        "recent": [[kcal, int(weekend)] for kcal, weekend in tracker.recent],
        "missing_days": tracker.missing_days,
        "silent_days": tracker.silent_days,
        "doubted": tracker.doubted,
        "weighed_through": tracker.weighed_through.isoformat(),
        "trim": state.trim._asdict(),
        "muscles": {muscle: list(memory) for muscle, memory in sorted(state.muscles.items())},
        "last_deload_on": _text(state.last_deload_on),
        "deficit_since": _text(state.deficit_since),
        "fast_windows": state.fast_windows,
        "wrong_way_windows": state.wrong_way_windows,
        "off_track_windows": state.off_track_windows,
        "reassessments": state.reassessments,
        "reached_kg": state.reached_kg,
        "start_weight_kg": state.start_weight_kg,
    }


def from_document(document: Mapping[str, Any]) -> ControllerState:
    """Return the state that ``as_document`` wrote.

    Raises ValueError for a document of another controller version, KeyError or TypeError for a broken one.
    """
    if document["controller_version"] != CONTROLLER_VERSION:
        message = f"controller version {document['controller_version']} is not {CONTROLLER_VERSION}"
        raise ValueError(message)
    tracker = Tracker(
        Constants(**document["constants"]),
        Filter(**document["filter"]),
        tuple((kcal, bool(weekend)) for kcal, weekend in document["recent"]),
        document["missing_days"],
        document["silent_days"],
        document["doubted"],
        date.fromisoformat(document["weighed_through"]),
    )
    return ControllerState(
        as_of=date.fromisoformat(document["as_of_date"]),
        program_id=document["program_id"],
        goal=document["goal"],
        goal_rate=document["goal_rate"],
        goal_rate_kg_per_week=document["goal_rate_kg_per_week"],
        tracker=tracker,
        trim=Trim(**document["trim"]),
        muscles={muscle: MuscleMemory(*memory) for muscle, memory in document["muscles"].items()},
        last_deload_on=_date(document["last_deload_on"]),
        deficit_since=_date(document["deficit_since"]),
        fast_windows=document["fast_windows"],
        wrong_way_windows=document["wrong_way_windows"],
        off_track_windows=document["off_track_windows"],
        reassessments=document["reassessments"],
        reached_kg=document["reached_kg"],
        start_weight_kg=document["start_weight_kg"],
    )


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
