"""What is in force on a day: a pure fold of the stored program, its change events and one override.

Events carry resolved results (absolute targets, sets, dates), never rules, so replaying them is
all there is to do: later wins, and an event that was undone is as if it had never been.
Order: targets, places (move, cancel), exercises, the approved override, loads, the safety gate,
and last the meals, which follow a changed target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sharpened_cli.domain.day_plan import NO_TARGETS, OPEN_GATE, EffectiveDay, ExerciseItem, MealItem
from sharpened_cli.domain.nutrients import KCAL_PER_G_CARBS, KCAL_PER_G_FAT, Nutrients, Targets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from sharpened_cli.domain.day_plan import Gate, Meal, Override, PlanEvent, Session, StoredDay

    _Planned = TypeVar("_Planned", Session, Meal)
    LoadOf = Callable[[ExerciseItem, Session], tuple[float | None, str]]
    Rescale = Callable[[tuple[Meal, ...], float], tuple[Meal, ...]]

MEALS_FOLLOW_ABOVE = 0.03  # product choice: a day within 3 % of what its meals were made for keeps them
LOW_CARB_SHARE = 0.15  # product choice: below this share of energy, calories move in fat, not carbohydrate
DELOAD_LOAD = 0.9  # controllers B.3: loads x0.9, already in the planned and derived loads of a deload week
LOAD_STEP_KG = 0.5  # product choice: the smallest change of load that is shown

_HISTORY_ONLY = frozenset({"override", "undo", "new_version"})
_ITEM_FIELDS = frozenset(ExerciseItem._fields) - {"id", "load_source"}


def live_events(events: Iterable[PlanEvent]) -> tuple[PlanEvent, ...]:
    """Return the events to replay, by number: neither undone nor mere history.

    An undo may itself be undone; the event is then in force again.
    """
    ordered = sorted(events, key=lambda event: event.number)
    undone_by = {event.undoes_event_id: event.id for event in ordered if event.undoes_event_id}

    def is_live(event_id: str) -> bool:
        undo = undone_by.get(event_id)
        return undo is None or not is_live(undo)

    return tuple(event for event in ordered if event.change_type not in _HISTORY_ONLY and is_live(event.id))


def relocations(live: Iterable[PlanEvent]) -> dict[str, dict[str, Any]]:
    """Return, for each session or meal that events moved or cancelled, where it stands at last.

    The values hold any of ``date`` (ISO text), ``start_time``, ``day_number``, ``cancelled``.
    """
    places: dict[str, dict[str, Any]] = {}
    for event in live:
        place = {
            key: event.after[key] for key in ("date", "start_time", "day_number", "cancelled") if key in event.after
        }
        if place:
            places.setdefault(event.entity_id, {}).update(place)
    return places


def targets_on(day: date, base: Targets, live: Iterable[PlanEvent]) -> Targets:
    """Return the targets in force on a day before its override: the last event's, else the base."""
    targets = base
    for event in live:
        if event.effective_date <= day and "calories_kcal" in event.after:
            targets = Targets(*(event.after.get(name, old) for name, old in targets._asdict().items()))
    return targets


def effective_day(
    stored: StoredDay,
    events: Iterable[PlanEvent] = (),
    override: Override | None = None,
    *,
    gate: Gate = OPEN_GATE,
    load_of: LoadOf | None = None,
    rescale: Rescale | None = None,
) -> EffectiveDay:
    """Return what is in force on ``stored.date``.

    ``override`` is the one in force on that day (see approval.override_in_force), ``load_of`` gives
    the load of an exercise of a session and its source (``plan`` or ``log``) from the sets logged before
    the day, ``rescale`` the meals of a day with amounts for other calories.
    """
    live = live_events(events)
    places = relocations(live)
    sessions = _on_the_day(stored.sessions, places, stored)
    meals = _on_the_day(stored.meals, places, stored)
    sessions = tuple(_loaded(_in_force(session, live, override), session, override, load_of) for session in sessions)
    sessions = tuple(session for session in sessions if not _is_cancelled(session, override))
    before_override = targets_on(stored.date, stored.targets, live)
    targets = adjusted(before_override, override.modifications.get("calorie_adj", 0) if override else 0)
    edits = _edits_in_force(stored.date, live)
    meals = _following(_edited(meals, edits), _made_for(meals, edits, stored.targets), targets, rescale)
    numbers_hidden = "numeric_targets" in gate.blocked_for
    return EffectiveDay(
        date=stored.date,
        week_index=stored.week_index,
        targets=NO_TARGETS if numbers_hidden else targets,
        base_targets=NO_TARGETS if numbers_hidden else stored.targets,
        sessions=() if "training" in gate.blocked_for else sessions,
        meals=meals,
        override=override,
        gate=gate,
    )


def adjusted(targets: Targets, calorie_adj: float) -> Targets:
    """Return targets with calories moved: protein stays, carbohydrate moves first, then fat.

    Very low-carbohydrate targets move fat instead. Hidden targets stay hidden.
    """
    kcal, protein, carbs, fat, fiber = targets
    if not calorie_adj or kcal is None or carbs is None or fat is None:
        return targets
    if carbs * KCAL_PER_G_CARBS < LOW_CARB_SHARE * kcal:
        return Targets(kcal + calorie_adj, protein, carbs, fat + calorie_adj / KCAL_PER_G_FAT, fiber)
    moved = max(carbs + calorie_adj / KCAL_PER_G_CARBS, 0.0)
    rest = calorie_adj - (moved - carbs) * KCAL_PER_G_CARBS
    return Targets(kcal + calorie_adj, protein, moved, fat + rest / KCAL_PER_G_FAT, fiber)


def _on_the_day(
    planned: tuple[_Planned, ...], places: Mapping[str, Mapping[str, Any]], stored: StoredDay
) -> tuple[_Planned, ...]:
    there = []
    for thing in planned:
        place = places.get(thing.id, {})
        if place.get("cancelled"):
            continue
        if place.get("date", thing.date.isoformat()) == stored.date.isoformat():
            there.append(_placed(thing, place, stored) if place else thing)
    return tuple(sorted(there, key=lambda thing: thing.number))


def _placed(thing: _Planned, place: Mapping[str, Any], stored: StoredDay) -> _Planned:
    clock_field = "start_time" if "start_time" in thing._fields else "time"
    fields: dict[str, Any] = {}
    if "start_time" in place:
        fields[clock_field] = place["start_time"]
    if thing.date != stored.date:
        fields |= {
            "date": stored.date,
            "day_index": stored.date.isoweekday(),
            "week_index": stored.week_index or thing.week_index,
            "number": place.get("day_number", thing.number),
            "moved_from": thing.date,
        }
    return thing._replace(**fields)


def _in_force(session: Session, live: tuple[PlanEvent, ...], override: Override | None) -> Session:
    """Return the session with its exercises as events and the override leave them.

    A swap that the person made after the override was proposed stands above it.
    """
    later = tuple(event for event in live if override and event.number > override.number)
    swaps = tuple(event for event in later if event.change_type == "swap")
    for event in live:
        if event not in swaps:
            changed = _changed(session, event.after.get("items"))
            is_eased = event.change_type == "deload" and changed is not session
            session = changed._replace(is_deload=True) if is_eased else changed
    session = _with_override(session, override)
    for event in swaps:
        session = _changed(session, event.after.get("items"))
    return session


def _with_override(session: Session, override: Override | None) -> Session:
    if override is None:
        return session
    wanted = override.modifications
    changes: dict[str, dict[str, Any]] = {}
    for cut in wanted.get("sets", ()):
        changes.setdefault(cut["item_id"], {})["sets"] = cut["after"]
    for swap in wanted.get("swaps", ()):
        changes.setdefault(swap["item_id"], {}).update(
            exercise_id=swap["exercise_id"],
            name=swap["to"],
            load_kg=None,
            substitution_reason=swap["because"],
        )
    for removed in wanted.get("removed", ()):
        changes.setdefault(removed["item_id"], {})["sets"] = 0
    for amount in wanted.get("amounts", ()):
        changes.setdefault(amount["item_id"], {}).update(seconds=amount["seconds"], metres=amount["metres"])
    session = _changed(session, changes)
    minutes = {line["session_id"]: line["after"] for line in wanted.get("minutes", ())}
    return session._replace(
        exercises=tuple(_eased(item, wanted) for item in session.exercises),
        duration_minutes=minutes.get(session.id, session.duration_minutes),
    )


def _eased(item: ExerciseItem, wanted: Mapping[str, Any]) -> ExerciseItem:
    """Return a working exercise with the override's load factor and repetitions in reserve."""
    if item.is_warmup:
        return item
    factor = min(item.load_factor, wanted.get("intensity", 1.0))
    rir = item.rir if item.rir is None else item.rir + wanted.get("rir_adj", 0)
    return item._replace(load_factor=factor, rir=rir)


def _changed(session: Session, changes: Mapping[str, Mapping[str, Any]] | None) -> Session:
    """Return the session with fields of its exercises replaced; an exercise with no sets is dropped."""
    if not changes or not any(item.id in changes for item in session.exercises):
        return session
    kept = []
    for item in session.exercises:
        fields = {name: new for name, new in changes.get(item.id, {}).items() if name in _ITEM_FIELDS}
        changed = item._replace(**fields)
        if changed.sets > 0:
            kept.append(changed)
    return session._replace(exercises=tuple(kept))


def _is_cancelled(session: Session, override: Override | None) -> bool:
    if override is None:
        return False
    return any(line["session_id"] == session.id for line in override.modifications.get("cancelled", ()))


def _loaded(session: Session, stored: Session, override: Override | None, load_of: LoadOf | None) -> Session:
    """Return the session with the load of each exercise: the plan's or the log's, times its factor.

    An override's extra reserve belongs to today and not to the judgement of what was lifted before.
    """
    extra_rir = override.modifications.get("rir_adj", 0) if override else 0
    items = []
    for item in session.exercises:
        load_kg, source = item.load_kg, item.load_source
        if load_of is not None:
            usual = item if item.rir is None or item.is_warmup else item._replace(rir=item.rir - extra_rir)
            load_kg, source = load_of(usual, session)
        is_eased = stored.is_deload or (session.is_deload and source == "log")
        factor = min(1.0, item.load_factor / DELOAD_LOAD) if is_eased else item.load_factor
        if load_kg is not None and factor != 1.0:
            load_kg = int(load_kg * factor / LOAD_STEP_KG + 0.5) * LOAD_STEP_KG
        items.append(item._replace(load_kg=load_kg, load_source=source))
    return session._replace(exercises=tuple(items))


def _edits_in_force(day: date, live: tuple[PlanEvent, ...]) -> tuple[PlanEvent, ...]:
    """Return the events without those edits that were made for another change of targets than the day's."""
    change = None
    for event in live:
        if event.effective_date <= day and "calories_kcal" in event.after:
            change = event.number
    return tuple(event for event in live if event.after.get("made_for_change", change) == change)


def _edited(meals: tuple[Meal, ...], live: Iterable[PlanEvent]) -> tuple[Meal, ...]:
    edits: dict[str, Mapping[str, Any]] = {}
    for event in live:
        edits.update(event.after.get("meals", {}))
    return tuple(_with_edit(meal, edits[meal.id]) if meal.id in edits else meal for meal in meals)


def _with_edit(meal: Meal, edit: Mapping[str, Any]) -> Meal:
    items = tuple(
        MealItem(
            line["food_id"],
            line["food_name"],
            line["grams"],
            line["serving"],
            line.get("role", ""),
            Nutrients(*(line[name] for name in Nutrients._fields)),
        )
        for line in edit["items"]
    )
    return meal._replace(items=items, name=edit.get("name", meal.name))


def _made_for(meals: tuple[Meal, ...], live: Iterable[PlanEvent], base: Targets) -> float | None:
    """Return the kcal that the day's meals were made for: of the last edit that says so, else the base."""
    made_for = base.calories_kcal
    ids = {meal.id for meal in meals}
    for event in live:
        if "made_for_kcal" in event.after and ids & event.after.get("meals", {}).keys():
            made_for = event.after["made_for_kcal"]
    return made_for


def _following(
    meals: tuple[Meal, ...], made_for: float | None, targets: Targets, rescale: Rescale | None
) -> tuple[Meal, ...]:
    """Return the meals rescaled to the targets where these differ from what the meals were made for."""
    wanted = targets.calories_kcal
    if not meals or not made_for or wanted is None or rescale is None:
        return meals
    return meals if abs(wanted - made_for) <= MEALS_FOLLOW_ABOVE * made_for else rescale(meals, wanted)
