"""How a person is today, and what a coach would change about the day because of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text
from sharpened_cli.domain import adjustment as rules
from sharpened_cli.domain.approval import grace_of, override_in_force, proposal
from sharpened_cli.domain.context_text import findings_of
from sharpened_cli.domain.day_plan import COMPLETED, PLANNED, SIMILAR, Override
from sharpened_cli.domain.session_relief import relieve
from sharpened_cli.ids import new_id
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.store import adjustments, calendar, context, exercises, notifications, plan_changes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.adjustment import Attendance, DayContext, Findings, Trigger
    from sharpened_cli.domain.approval import Preference
    from sharpened_cli.domain.session_relief import Find
    from sharpened_cli.services.planning import DayInForce
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

WINDOW_DAYS, FORTNIGHT_DAYS = 7, 14  # low adherence looks at the 7 days before, else at 14
SAME_DAY, DAY_BEFORE = 1.0, 0.7  # product choice: how far yesterday's words speak for today


class Analysis(NamedTuple):
    """What a day asks for: all triggers, the proposal or what is already in force, and words of advice."""

    date: date
    triggers: tuple[Trigger, ...]
    override: Override | None
    advice: tuple[str, ...]


class _Case(NamedTuple):
    """One day under judgement."""

    found: DayInForce
    said: DayContext | None
    findings: Findings
    triggers: tuple[Trigger, ...]
    preferences: Mapping[str, Preference]

    def enabled(self) -> list[Trigger]:
        """Return the triggers that the person did not switch off."""
        chosen = [(one, self.preferences.get(one.reason_code)) for one in self.triggers]
        return [one for one, preference in chosen if preference is None or preference.preference != "disable"]


class DailyAdjustmentService(NamedTuple):
    """Judges a day and keeps at most one proposal for it."""

    store: Store
    clock: Clock
    user: User

    def analyze_and_adjust(self, day: date | None = None) -> Analysis:
        """Judge a day by its context (else the day before's) and the sessions of the last weeks; store a proposal.

        Running it again replaces the pending proposal of the day; the same outcome changes nothing. Past
        days, people without a program and days on which nothing changes get no proposal.
        """
        planning = PlanningService(self.store, self.clock, self.user)
        wanted = day or planning.today()
        with self.store.transaction():
            said = context.latest(self.store, self.user.id, wanted)
            findings = findings_of(said)
            triggers = rules.triggers_of(said, self._attendance(planning, wanted), findings)
            case = _Case(
                found=planning.day(wanted, as_planned=True),
                said=said,
                findings=findings,
                triggers=triggers,
                preferences=adjustments.preferences(self.store, self.user.id),
            )
            draft = self._draft(case) if wanted >= planning.today() else None
            override = self._kept(case, draft, planning)
        return Analysis(wanted, triggers, override, rules.advice_of(triggers, said, findings))

    def _attendance(self, planning: PlanningService, day: date) -> Attendance:
        before = planning.days(day - timedelta(days=FORTNIGHT_DAYS), day - timedelta(days=1))
        fortnight = [_attended(one) for one in before]
        week = fortnight[-WINDOW_DAYS:]
        return rules.Attendance(
            week_planned=sum(planned for planned, _ in week),
            week_done=sum(done for _, done in week),
            fortnight_planned=sum(planned for planned, _ in fortnight),
            fortnight_done=sum(done for _, done in fortnight),
        )

    def _draft(self, case: _Case) -> Override | None:
        """Return the override that the enabled triggers ask for, or None when nothing changes."""
        enabled, plan = case.enabled(), case.found.plan
        if case.found.program is None or not enabled:
            return None
        dose = rules.combined_dose(enabled, case.said, case.findings)
        sessions = [one for one in plan.sessions if case.found.status_of(one.id) == PLANNED]
        if "training" in plan.gate.blocked_for and not dose.cancel_because:
            sessions = []  # nothing of it is shown, so there is nothing to lighten
        library = exercises.by_ids(self.store, {item.exercise_id for one in sessions for item in one.exercises})
        find: Find | None = None
        if dose.injured_regions and sessions:
            from sharpened_cli.services.substitution import substitution_for

            find = substitution_for(self.store, self.user.id, plan.date).finder(sessions)
        relief = relieve(sessions, dose, library, find)
        step = 0
        if dose.towards_maintenance:
            codes = [one.reason_code for one in enabled]
            step = rules.calorie_step(plan.targets.calories_kcal, self._tdee_kcal(case.found), codes)
        wanted = rules.modifications_of(dose, relief, step, has_meals=bool(plan.meals))
        return None if wanted is None else self._override(case, enabled, wanted)

    def _tdee_kcal(self, found: DayInForce) -> float | None:
        stored = found.program.tdee.get("tdee_kcal") if found.program else None
        return stored if stored is not None else calendar.basis(self.store, self.user.id).tdee_kcal

    def _override(self, case: _Case, enabled: Sequence[Trigger], wanted: dict[str, Any]) -> Override:
        now = self.clock.now()
        grace = grace_of([one.reason_code for one in enabled], case.preferences)
        same_day = case.said is None or case.said.date == case.found.plan.date
        return Override(
            id=new_id(),
            number=plan_changes.next_number(self.store, self.user.id),
            date=case.found.plan.date,
            reason_code=enabled[0].reason_code,
            status="pending",
            modifications=wanted,
            triggers=tuple({"reason_code": one.reason_code, "detail": one.detail} for one in case.triggers),
            created_at=now.replace(microsecond=0),
            grace_period_expires_at=(now + grace).replace(microsecond=0) if grace is not None else None,
            reason_text="; ".join(one.detail for one in enabled),
            confidence=SAME_DAY if same_day else DAY_BEFORE,
        )

    def _kept(self, case: _Case, draft: Override | None, planning: PlanningService) -> Override | None:
        """Store the draft in place of the pending proposal, unless the day already has what it asks for."""
        pending, applied = proposal(case.found.overrides), override_in_force(case.found.overrides)
        if draft is not None and applied is not None and _same(draft, applied):
            draft, standing = None, applied
        elif draft is not None and pending is not None and _same(draft, pending):
            return pending
        else:
            standing = None
        if pending is not None:
            at = as_text(self.clock.now())
            adjustments.set_state(self.store, pending._replace(status="superseded"))
            notifications.mark_read_about(self.store, self.user.id, pending.id, at)
        if draft is None or case.found.program is None:
            return standing
        adjustments.add(self.store, draft, user_id=self.user.id, program_id=case.found.program.id)
        self._tell(draft, planning)
        return draft

    def _tell(self, override: Override, planning: PlanningService) -> None:
        number, day = override.number, override.date.isoformat()
        notifications.add(
            self.store,
            notification_id=new_id(),
            user_id=self.user.id,
            notification_type="adjustment_pending",
            title=f"Adjustment {number} is proposed for {day}",
            message=f"Because of: {override.reason_text}. `sharpened approve {number}` or `sharpened reject {number}`.",
            created_at=as_text(self.clock.now()),
            ref_type="day_override",
            ref_id=override.id,
            expires_at=as_text(planning.ends_at(override.date)),
        )


def _attended(day: DayInForce) -> tuple[int, int]:
    """Return how many sessions a past day planned, optional ones left out, and how many were done."""
    states = [day.status_of(one.id) for one in day.plan.sessions if not one.is_optional]
    return len(states), sum(state in (COMPLETED, SIMILAR) for state in states)


def _same(draft: Override, other: Override) -> bool:
    """Return whether two overrides say the same for the same reasons."""
    mine, theirs = (dict(one.modifications) for one in (draft, other))
    return mine == theirs and draft.reason_code == other.reason_code and list(draft.triggers) == list(other.triggers)
