"""Should today be different? The triggers of a single-day adjustment, and their dose.

A single day changes only itself: it never writes targets, weekly volume or a controller's state.
Tiredness never takes food away. Training doses follow the evidence on one bad night (Craven 2022
Sports Med 52:2669) and on stress and recovery (Stults-Kolehmainen 2014 JSCR 28:2007).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.approval import TRIGGERS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sharpened_cli.domain.session_relief import Relief

SHORT_SLEEP_H = 6.0  # the design's threshold: under it is poor sleep
VERY_SHORT_SLEEP_H = 5.0
HARDLY_SLEPT_H = 4.0  # under it only technique or a walk (science: performance -7.6 % on average)
POOR_SLEEP_QUALITY = 5  # the design's threshold on 1-10: under it
HIGH_STRESS = 7  # the design's threshold on 1-10: above it
HIGH_SORENESS = 7  # the design's threshold on 1-10: above it
LOW_ADHERENCE = 0.70  # the design's threshold on completed sessions: under it
WEEK_MIN_PLANNED, FORTNIGHT_MIN_PLANNED = 3, 4  # product choice: fewer planned sessions say nothing

TIRED_SETS = 0.85  # Craven 2022, Stults-Kolehmainen 2014: sets -10 to -20 %
VERY_TIRED_SETS = 0.75  # product choice within the floor below
TECHNIQUE_SETS = 0.5  # product choice: the floor of half a session
SORE_SETS = 0.6  # product choice: -40 % for the sore muscle only (Nosaka 2002: soreness is a poor marker)
SHORTER_SETS = 0.75  # product choice: low adherence asks for less, main lifts first
TIRED_LOAD = 0.95  # Craven 2022: loads -2.5 to -5 %
TECHNIQUE_LOAD = 0.7  # product choice: light enough to practise
TIRED_RIR = 1  # product choice: one repetition more in reserve
MAX_CALORIE_ADJ = 200  # product choice: one step towards maintenance on a day

_NO_INJURY = frozenset({"", "-", "no", "none", "nothing", "n/a", "na", "nil", "ok", "fine", "no injury", "no injuries"})


class DayContext(NamedTuple):
    """How a person said they were on one day; scales 1-10, None where nothing was said."""

    date: date
    sleep_hours: float | None = None
    sleep_quality: int | None = None
    stress_level: int | None = None
    soreness_level: int | None = None
    energy_level: int | None = None
    injury_notes: str = ""
    notes: str = ""


class Attendance(NamedTuple):
    """Sessions planned and done (completed or similar) in the 7 and the 14 days before a day."""

    week_planned: int = 0
    week_done: int = 0
    fortnight_planned: int = 0
    fortnight_done: int = 0


class Findings(NamedTuple):
    """What the free text of a context says: red flags in words, injured regions, sore muscles, an illness."""

    red_flags: tuple[str, ...] = ()
    injured_regions: frozenset[str] = frozenset()
    sore_muscles: frozenset[str] = frozenset()
    is_ill: bool = False


NO_FINDINGS = Findings()


class Trigger(NamedTuple):
    """One reason to adjust: its code, the figures in words, and how severe it is (higher is worse)."""

    reason_code: str
    detail: str
    severity: int = 1


class Dose(NamedTuple):
    """What triggers ask of a day: factors on sets and load, repetitions in reserve, and more."""

    sets_factor: float = 1.0
    load_factor: float = 1.0
    rir_adj: int = 0
    sore_muscles: frozenset[str] = frozenset()
    injured_regions: frozenset[str] = frozenset()
    cancel_because: str = ""
    simpler_meals: bool = False
    towards_maintenance: bool = False


def triggers_of(
    context: DayContext | None, attendance: Attendance, findings: Findings = NO_FINDINGS
) -> tuple[Trigger, ...]:
    """Return the triggers that a day gives, the most severe first; what nobody said triggers nothing."""
    found = [*_context_triggers(context, findings), *_attendance_triggers(attendance)]
    return tuple(sorted(found, key=lambda one: (-one.severity, TRIGGERS.index(one.reason_code))))


def _context_triggers(context: DayContext | None, findings: Findings) -> list[Trigger]:
    if context is None:
        return []
    found = []
    if detail := _sleep_words(context):
        found.append(Trigger("poor_sleep", detail, _sleep_severity(context.sleep_hours)))
    if context.stress_level is not None and context.stress_level > HIGH_STRESS:
        found.append(Trigger("high_stress", f"stress {context.stress_level} of 10"))
    if context.soreness_level is not None and context.soreness_level > HIGH_SORENESS:
        where = ", ".join(sorted(findings.sore_muscles))
        found.append(
            Trigger("high_soreness", f"soreness {context.soreness_level} of 10" + (f", {where}" if where else ""))
        )
    if findings.red_flags:
        found.append(Trigger("injury", "; ".join(findings.red_flags), 5))
    elif says_injury(context.injury_notes):
        found.append(Trigger("injury", context.injury_notes.strip(), 4))
    return found


def says_injury(notes: str) -> bool:
    """Return whether injury notes say anything but that there is none."""
    return notes.strip().strip(".!").lower() not in _NO_INJURY


def _sleep_words(context: DayContext) -> str:
    parts = []
    if context.sleep_hours is not None and context.sleep_hours < SHORT_SLEEP_H:
        parts.append(f"{context.sleep_hours:g} h of sleep")
    if context.sleep_quality is not None and context.sleep_quality < POOR_SLEEP_QUALITY:
        parts.append(f"sleep quality {context.sleep_quality} of 10")
    return ", ".join(parts)


def _sleep_severity(sleep_hours: float | None) -> int:
    if sleep_hours is None or sleep_hours >= VERY_SHORT_SLEEP_H:
        return 1
    return 2 if sleep_hours >= HARDLY_SLEPT_H else 3


def _attendance_triggers(attendance: Attendance) -> list[Trigger]:
    if attendance.week_planned >= WEEK_MIN_PLANNED:
        planned, done, span = attendance.week_planned, attendance.week_done, "7 days"
    elif attendance.fortnight_planned >= FORTNIGHT_MIN_PLANNED:
        planned, done, span = attendance.fortnight_planned, attendance.fortnight_done, "14 days"
    else:
        return []
    if done >= LOW_ADHERENCE * planned:
        return []
    return [Trigger("low_adherence", f"{done} of {planned} sessions done in the last {span}")]


def combined_dose(triggers: Iterable[Trigger], context: DayContext | None, findings: Findings = NO_FINDINGS) -> Dose:
    """Return the dose of all triggers together: the strongest per dimension, never the product.

    Where a body is tired or hurt, nothing may lower calories: moving towards maintenance from a
    surplus is left out then (see calorie_step).
    """
    doses = [_dose(trigger.reason_code, context, findings) for trigger in triggers]
    return Dose(
        sets_factor=min((dose.sets_factor for dose in doses), default=1.0),
        load_factor=min((dose.load_factor for dose in doses), default=1.0),
        rir_adj=max((dose.rir_adj for dose in doses), default=0),
        sore_muscles=frozenset().union(*(dose.sore_muscles for dose in doses)),
        injured_regions=frozenset().union(*(dose.injured_regions for dose in doses)),
        cancel_because=next((dose.cancel_because for dose in doses if dose.cancel_because), ""),
        simpler_meals=any(dose.simpler_meals for dose in doses),
        towards_maintenance=any(dose.towards_maintenance for dose in doses),
    )


def _dose(reason_code: str, context: DayContext | None, findings: Findings) -> Dose:
    match reason_code:
        case "poor_sleep":
            return _sleep_dose(context.sleep_hours if context else None)
        case "high_stress":
            return Dose(sets_factor=TIRED_SETS, load_factor=TIRED_LOAD, rir_adj=TIRED_RIR)
        case "high_soreness":
            return Dose(sore_muscles=findings.sore_muscles, rir_adj=0 if findings.sore_muscles else TIRED_RIR)
        case "injury":
            return Dose(injured_regions=findings.injured_regions, cancel_because="; ".join(findings.red_flags))
        case _:
            return Dose(sets_factor=SHORTER_SETS, simpler_meals=True, towards_maintenance=True)


def _sleep_dose(sleep_hours: float | None) -> Dose:
    if sleep_hours is None or sleep_hours >= VERY_SHORT_SLEEP_H:
        return Dose(sets_factor=TIRED_SETS, load_factor=TIRED_LOAD, rir_adj=TIRED_RIR)
    if sleep_hours >= HARDLY_SLEPT_H:
        return Dose(sets_factor=VERY_TIRED_SETS, load_factor=TIRED_LOAD, rir_adj=TIRED_RIR)
    return Dose(sets_factor=TECHNIQUE_SETS, load_factor=TECHNIQUE_LOAD, rir_adj=TIRED_RIR)


def calorie_step(target_kcal: float | None, tdee_kcal: float | None, reason_codes: Iterable[str]) -> int:
    """Return the kcal of one step from the target towards maintenance, at most 200, never past it.

    A step down (from a surplus) is only taken when low adherence is the only trigger: tired, sore or
    hurt people keep their food.
    """
    if target_kcal is None or tdee_kcal is None:
        return 0
    step = round(max(-MAX_CALORIE_ADJ, min(MAX_CALORIE_ADJ, tdee_kcal - target_kcal)))
    return step if step > 0 or set(reason_codes) == {"low_adherence"} else 0


def modifications_of(dose: Dose, relief: Relief, calorie_adj: int, *, has_meals: bool) -> dict[str, Any] | None:
    """Return the document of ``day_overrides.modifications``, or None when nothing changes that day.

    ``calorie_adj`` kcal, ``volume_adj`` working sets (negative = fewer), ``intensity`` the factor on
    loads, ``rir_adj`` repetitions in reserve; the lists hold resolved results by item and session.
    """
    simpler = dose.simpler_meals and has_meals
    eased = relief.is_loaded and (dose.load_factor != 1.0 or dose.rir_adj != 0)
    lists = (relief.sets, relief.minutes, relief.swaps, relief.removed, relief.cancelled)
    if not (eased or simpler or calorie_adj or any(lists)):
        return None
    return {
        "calorie_adj": calorie_adj,
        "volume_adj": relief.volume_adj,
        "intensity": dose.load_factor if eased else 1.0,
        "rir_adj": dose.rir_adj if eased else 0,
        "sets": list(relief.sets),
        "minutes": list(relief.minutes),
        "swaps": list(relief.swaps),
        "removed": list(relief.removed),
        "cancelled": list(relief.cancelled),
        "amounts": list(relief.amounts),
        "simpler_meals": simpler,
    }


def advice_of(triggers: Iterable[Trigger], context: DayContext | None, findings: Findings) -> tuple[str, ...]:
    """Return what a coach would say beside the numbers, one sentence a line."""
    codes = [trigger.reason_code for trigger in triggers]
    lines = []
    if findings.red_flags:
        lines.append("Do not train today, and have this looked at by a doctor before you train again.")
    elif "injury" in codes:
        lines.append("Leave out what hurts: pain above 3 of 10 ends an exercise.")
    if findings.is_ill:
        lines.append("With a fever or an illness below the neck, rest: no training until it has gone.")
    if "poor_sleep" in codes and context is not None and _sleep_severity(context.sleep_hours) == 3:
        lines.append("After a night like that, practise technique with light loads, or take a walk instead.")
    if "high_soreness" in codes and not findings.sore_muscles:
        lines.append("Say which muscles are sore (--notes), and only those are spared.")
    if "low_adherence" in codes:
        lines.append("Main lifts first; repeat simple meals you like. A short session counts.")
    return tuple(lines)
