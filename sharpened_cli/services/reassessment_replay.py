"""Rebuild the controllers' memory from the log, reassessment by reassessment, and compare it with what is stored."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.deload import Recovery
from sharpened_cli.domain.evidence import Adherence, Evidence, Person, Training
from sharpened_cli.domain.expenditure import Day
from sharpened_cli.domain.performance import Slope
from sharpened_cli.domain.policy import DEFAULT_POLICY, from_document
from sharpened_cli.domain.reassessment import decide
from sharpened_cli.domain.safety import limits_from
from sharpened_cli.domain.safety_level import Verdict
from sharpened_cli.domain.volume import MuscleSignal
from sharpened_cli.services.reassessment_outcome import inputs_hash, state_text_of
from sharpened_cli.store import reassessment_evidence, reassessments

if TYPE_CHECKING:
    from sharpened_cli.domain.controller_state import ControllerState
    from sharpened_cli.store import Row, Store
    from sharpened_cli.store.users import User


def replayed(store: Store, user: User) -> dict[str, Any]:
    """Return how many reassessments a person has, whether all come out again, and which do not.

    What was planned and known then is taken from the stored evidence, what was eaten and weighed from the log.
    """
    state: ControllerState | None = None
    state_text: str | None = None
    differences: list[dict[str, str]] = []
    with store.snapshot():
        rows = reassessments.history(store, user.id)
        for row in rows:
            document = json.loads(row["evidence"])
            evidence = _evidence(row, document, _logged(store, user.id, row))
            policy = from_document(document["policy"]) if document["policy"] else DEFAULT_POLICY
            decision = decide(evidence, document["target_kcal"], state, policy)
            digest = inputs_hash(row["evidence"], evidence.days, state_text)
            state, state_text = decision.state, state_text_of(decision.state)
            if state_text != row["controller_state"]:
                differences.append({"as_of": row["as_of_date"], "what": _what(row, digest)})
    return {"reassessments": len(rows), "identical": not differences, "differences": differences}


def _what(row: Row, digest: str) -> str:
    if digest == row["inputs_hash"]:
        return "the same inputs led to another state"
    return "the log has changed since then"


def _logged(store: Store, user_id: str, row: Row) -> dict[str, tuple[Any, ...]]:
    first, last = date.fromisoformat(row["window_start_date"]), date.fromisoformat(row["as_of_date"])
    return {each[0]: each for each in reassessment_evidence.totals(store, user_id, first, last)}


def _evidence(row: Row, document: dict[str, Any], logged: dict[str, tuple[Any, ...]]) -> Evidence:
    start = date.fromisoformat(row["window_start_date"])
    days = []
    targets = document["day_targets"]
    for shift, target in enumerate(targets * document["days"] if len(targets) == 1 else targets):
        day = start + timedelta(days=shift)
        found = logged.get(day.isoformat())
        eaten = found[1] if found is not None and found[2] else None
        days.append(Day(day, target, eaten, found[3] if found is not None else None))
    safety = document["safety"]
    return Evidence(
        user_id=row["user_id"],
        program_id=row["program_id"],
        as_of=date.fromisoformat(row["as_of_date"]),
        window_start=start,
        person=Person(**document["person"]),
        days=tuple(days),
        adherence=Adherence(*document["adherence"]),
        training=_training(document["training"]),
        safety=Verdict(
            level=safety["level"],
            blocked_for=tuple(safety["blocked_for"]),
            warnings=tuple(safety["warnings"]),
            offered=tuple(safety["offered"]),
            limits=limits_from(safety["limits"]),
        ),
        weeks_trained=document["weeks_trained"],
    )


def _training(document: dict[str, Any]) -> Training:
    lighter = document["last_deload_on"]
    signals = [MuscleSignal(*values) for values in document["signals"]]
    return Training(
        signals=tuple(one._replace(slope=Slope(*one.slope) if one.slope else None) for one in signals),
        main_lifts={lift: Slope(*values) for lift, values in document["main_lifts"].items()},
        rpe_drift=document["rpe_drift"],
        recovery=Recovery(*document["recovery"]),
        free_minutes=document["free_minutes"],
        planned_deficit=document["planned_deficit"],
        last_deload_on=date.fromisoformat(lighter) if lighter else None,
    )
