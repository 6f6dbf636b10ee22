"""ClientsService: the people of a coach's file, and who of them needs a human."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sharpened_cli.clock import local_day
from sharpened_cli.domain.policy import DEFAULT_POLICY
from sharpened_cli.domain.triage import Signs, reasons_to_look, urgency
from sharpened_cli.errors import NotThereError
from sharpened_cli.store import clients, users

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.policy import Policy
    from sharpened_cli.store import Row, Store
    from sharpened_cli.store.users import User

ADHERENCE_DAYS = 14
FIGURES = (
    "user_id", "email", "full_name", "primary_goal", "goal_weight_kg", "program_id", "program_start_date",
    "program_duration_weeks", "next_reassessment_date", "last_log_date", "weight_kg", "rate_kg_per_week",
    "calories_kcal", "expenditure_kcal", "reassessment_status", "sessions_planned", "sessions_done",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClientsService:
    """Looks at everybody in the file; for the service role."""

    store: Store
    clock: Clock
    policy: Policy = DEFAULT_POLICY

    def everybody(self) -> list[dict[str, Any]]:
        """Return everybody in the file, by email."""
        return [self._document(row) for row in self._rows(None)]

    def one(self, wanted: str) -> dict[str, Any]:
        """Return one person, named by email, id or the beginning of an id, with why a human should look.

        Raises NotThereError when nobody or several are meant.
        """
        user = self.named(wanted)
        row = self._rows(user.id)[0]
        return {**self._document(row), **self._triage(row)}

    def named(self, wanted: str) -> User:
        """Return the person whom an email, an id, or its beginning names.

        Raises NotThereError when nobody or several are meant.
        """
        found = users.find(self.store, wanted)
        if len(found) != 1:
            raise NotThereError(
                f"{'Nobody' if not found else 'More than one person'} in this file is {wanted!r}.",
                code="no_such_user",
                hint="`sharpened clients list` shows who is there.",
            )
        return found[0]

    def triage(self) -> list[dict[str, Any]]:
        """Return who needs a human, the most pressing first."""
        found = [
            {"user_id": row["user_id"], "email": row["email"], "full_name": row["full_name"], **self._triage(row)}
            for row in self._rows(None)
        ]
        return sorted((one for one in found if one["reasons"]), key=lambda one: (-one["urgency"], one["email"]))

    def _rows(self, user_id: str | None) -> list[Row]:
        today = self.clock.now().date()
        return clients.overview(self.store, user_id=user_id, today=today, since=today - timedelta(days=ADHERENCE_DAYS))

    def _document(self, row: Row) -> dict[str, Any]:
        safety = json.loads(row["safety"]) if row["safety"] else {}
        return {**{name: row[name] for name in FIGURES}, "safety_level": safety.get("level", "cleared")}

    def _triage(self, row: Row) -> dict[str, Any]:
        today = local_day(self.clock.now(), row["timezone"] or "UTC")
        reasons = reasons_to_look(_signs(row), today, self.policy.triage)
        return {"urgency": urgency(reasons), "reasons": [reason._asdict() for reason in reasons]}


def _signs(row: Row) -> Signs:
    safety = json.loads(row["safety"]) if row["safety"] else {}
    return Signs(
        safety_level=safety.get("level", "cleared"),
        flags=_list(row["flags"]),
        last_log_on=_date(row["last_log_date"]),
        started_on=_date(row["program_start_date"]),
        next_reassessment_on=_date(row["next_reassessment_date"]),
        sessions_planned=row["sessions_planned"],
        sessions_done=row["sessions_done"],
        off_track_windows=row["off_track"] or 0,
        fast_windows=row["fast"] or 0,
        latest_answers=_list(row["latest_answers"]),
    )


def _list(text: str | None) -> list[str]:
    return text.split("|") if text else []


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
