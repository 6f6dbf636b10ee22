"""The effective plan is a fold: events replay in order, undo is exact, the override bends one day only."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.approval import approve, override_in_force, undo
from sharpened_cli.domain.day_plan import (
    ExerciseItem,
    Gate,
    Meal,
    MealItem,
    Override,
    PlanEvent,
    Session,
    StoredDay,
)
from sharpened_cli.domain.effective import adjusted, effective_day, live_events
from sharpened_cli.domain.nutrients import Nutrients, Targets

if TYPE_CHECKING:
    from sharpened_cli.domain.day_plan import (
        EffectiveDay,
    )

MONDAY = date(2026, 11, 23)
DAYS = [MONDAY + timedelta(days=shift) for shift in range(7)]
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
BASE = Targets(2000.0, 150.0, 200.0, 66.7, 28.0)
OATS = MealItem("oats", "Oats", 80.0, "1 cup", "grain", Nutrients(300.0, 10.0, 54.0, 5.0, 8.0))


def session(name: str, day: date, number: int = 2) -> Session:
    items = (
        ExerciseItem(f"{name}-w", 1, "squat", "Squat", 2, 8, 8, load_kg=40.0, is_warmup=True),
        ExerciseItem(f"{name}-1", 2, "squat", "Squat", 4, 6, 8, rir=2, load_kg=100.0),
        ExerciseItem(f"{name}-2", 3, "curl", "Curl", 3, 10, 12, rir=1, load_kg=15.0),
    )
    return Session(name, day, 1, day.isoweekday(), "18:00", "resistance", "strength", name, 60, number, exercises=items)


def meal(name: str, day: date, number: int = 1) -> Meal:
    return Meal(name, day, 1, day.isoweekday(), 1, "breakfast", "breakfast", "08:00", name, number, items=(OATS,))


SESSIONS = (session("a", DAYS[0]), session("b", DAYS[2]), session("c", DAYS[4]))
MEALS = tuple(meal(f"m{index}", day) for index, day in enumerate(DAYS))


def on(day: date, events: Any = (), override: Override | None = None, **rest: Any) -> EffectiveDay:
    return effective_day(StoredDay(day, BASE, SESSIONS, MEALS, 1), events, override, **rest)


def event(number: int, change_type: str, entity_id: str, after: dict[str, Any], day: date = MONDAY) -> PlanEvent:
    return PlanEvent(number, f"e{number}", change_type, "session", entity_id, day, after)


def undoing(number: int, undone: PlanEvent) -> PlanEvent:
    return PlanEvent(number, f"e{number}", "undo", "program", "p", MONDAY, {}, undone.id)


def override(number: int, day: date = MONDAY, status: str = "approved", **wanted: Any) -> Override:
    doc = {"calorie_adj": 0, "volume_adj": 0, "intensity": 1.0, "rir_adj": 0} | wanted
    return Override(f"o{number}", number, day, "poor_sleep", status, doc, (), NOON, decided_at=NOON)


def test_without_events_the_day_is_as_stored() -> None:
    day = on(MONDAY)
    assert (day.targets, day.base_targets) == (BASE, BASE)
    assert day.sessions == (SESSIONS[0],)
    assert day.meals == (MEALS[0],)
    assert on(DAYS[1]).sessions == ()


def test_targets_follow_the_last_event_from_its_date_on() -> None:
    lower = event(1, "calories", "p", {"calories_kcal": 1900.0, "carbs_g": 175.0}, DAYS[1])
    higher = event(2, "calories", "p", {"calories_kcal": 2100.0}, DAYS[3])
    assert [on(day, [higher, lower]).targets.calories_kcal for day in DAYS[:5]] == [2000, 1900, 1900, 2100, 2100]
    assert on(DAYS[2], [lower]).targets == Targets(1900.0, 150.0, 175.0, 66.7, 28.0)
    assert on(DAYS[4], [lower, higher]).base_targets == BASE


def test_an_undone_event_is_as_if_it_had_never_been_and_undoing_the_undo_restores_it() -> None:
    lower = event(1, "calories", "p", {"calories_kcal": 1900.0})
    back = undoing(2, lower)
    assert on(MONDAY, [lower, back]) == on(MONDAY)
    assert on(MONDAY, [lower, back, undoing(3, back)]) == on(MONDAY, [lower])


def test_overrides_and_new_versions_in_the_log_are_history_and_change_nothing() -> None:
    events = [event(1, "override", "a", {"items": {"a-1": {"sets": 1}}}), event(2, "new_version", "p", {})]
    assert live_events(events) == ()
    assert on(MONDAY, events) == on(MONDAY)


def test_a_moved_session_leaves_its_day_and_stands_on_the_other_with_its_new_number() -> None:
    move = event(1, "move", "a", {"date": DAYS[1].isoformat(), "start_time": "07:00", "day_number": 5})
    assert on(MONDAY, [move]).sessions == ()
    moved = on(DAYS[1], [move]).sessions[0]
    assert (moved.number, moved.start_time, moved.day_index, moved.moved_from) == (5, "07:00", 2, MONDAY)
    assert moved.exercises == SESSIONS[0].exercises
    back = event(2, "move", "a", {"date": MONDAY.isoformat(), "start_time": "18:00", "day_number": 2})
    assert on(MONDAY, [move, back]) == on(MONDAY)


def test_a_rescheduled_meal_keeps_its_day_and_a_cancelled_session_is_gone() -> None:
    later = event(1, "reschedule", "m0", {"start_time": "10:30"})
    assert on(MONDAY, [later]).meals[0].time == "10:30"
    gone = event(2, "cancel", "a", {"cancelled": True})
    assert on(MONDAY, [gone]).sessions == ()
    assert on(MONDAY, [gone, undoing(3, gone)]) == on(MONDAY)


def test_swaps_volume_and_deload_replace_fields_of_single_exercises() -> None:
    swap = event(1, "swap", "a", {"items": {"a-2": {"exercise_id": "dip", "name": "Dip", "load_kg": None}}})
    deload = event(2, "deload", "p", {"items": {"a-1": {"sets": 2, "rir": 4, "load_factor": 0.9}, "a-2": {"sets": 0}}})
    (done,) = on(MONDAY, [swap]).sessions
    assert [item.name for item in done.exercises] == ["Squat", "Squat", "Dip"]
    (light,) = on(MONDAY, [swap, deload]).sessions
    assert [(item.id, item.sets, item.rir, item.load_kg) for item in light.exercises] == [
        ("a-w", 2, None, 40.0),
        ("a-1", 2, 4, 90.0),
    ]


def test_an_override_cuts_sets_load_and_time_of_its_own_day_only() -> None:
    cut = override(
        1,
        intensity=0.95,
        rir_adj=1,
        sets=[{"item_id": "a-2", "name": "Curl", "before": 3, "after": 1}],
        minutes=[{"session_id": "a", "before": 60, "after": 50}],
    )
    (light,) = on(MONDAY, (), cut).sessions
    assert light.duration_minutes == 50
    assert [(item.sets, item.rir, item.load_kg) for item in light.exercises] == [
        (2, None, 40.0),
        (4, 3, 95.0),
        (1, 2, 14.5),
    ]
    assert on(DAYS[2]).sessions == (SESSIONS[1],)


def test_an_override_swaps_removes_and_cancels() -> None:
    swap = {"item_id": "a-1", "from": "Squat", "exercise_id": "bridge", "to": "Bridge", "because": "spares the knee"}
    spared = on(MONDAY, (), override(1, swaps=[swap], removed=[{"item_id": "a-2", "name": "Curl", "because": "x"}]))
    (light,) = spared.sessions
    assert [(item.name, item.load_kg, item.substitution_reason) for item in light.exercises[1:]] == [
        ("Bridge", None, "spares the knee")
    ]
    assert on(MONDAY, (), override(2, cancelled=[{"session_id": "a", "name": "a", "because": "x"}])).sessions == ()


def test_a_swap_made_after_the_override_stands_above_it() -> None:
    cut = override(1, swaps=[{"item_id": "a-1", "from": "Squat", "exercise_id": "x", "to": "X", "because": "y"}])
    before = event(0, "swap", "a", {"items": {"a-1": {"exercise_id": "hack", "name": "Hack Squat"}}})
    after = event(2, "swap", "a", {"items": {"a-1": {"exercise_id": "step", "name": "Step-up"}}})
    assert on(MONDAY, [before], cut).sessions[0].exercises[1].name == "X"
    assert on(MONDAY, [before, after], cut).sessions[0].exercises[1].name == "Step-up"


def test_the_strongest_load_factor_counts_and_not_the_product() -> None:
    deload = event(1, "deload", "p", {"items": {"a-1": {"load_factor": 0.9}}})
    (light,) = on(MONDAY, [deload], override(2, intensity=0.95)).sessions
    assert light.exercises[1].load_kg == 90.0


def test_loads_come_from_the_log_where_it_says_more_than_the_plan() -> None:
    def load_of(item: ExerciseItem, _: Session) -> tuple[float | None, str]:
        return (102.5, "log") if item.exercise_id == "squat" else (item.load_kg, "plan")

    (loaded,) = on(MONDAY, (), override(1, intensity=0.95), load_of=load_of).sessions
    assert [(item.load_kg, item.load_source) for item in loaded.exercises[1:]] == [(97.5, "log"), (14.5, "plan")]


@pytest.mark.parametrize(
    ("base", "step", "expected"),
    [
        (BASE, 200, Targets(2200.0, 150.0, 250.0, 66.7, 28.0)),
        (BASE, -200, Targets(1800.0, 150.0, 150.0, 66.7, 28.0)),
        (Targets(2000.0, 120.0, 25.0, 157.8, 25.0), 180, Targets(2180.0, 120.0, 25.0, 177.8, 25.0)),
        (BASE, 0, BASE),
        (Targets(None, None, None, None, None), 200, Targets(None, None, None, None, None)),
    ],
)
def test_calories_move_in_carbohydrate_and_protein_stays(base: Targets, step: float, expected: Targets) -> None:
    assert adjusted(base, step) == pytest.approx(expected)


def test_meals_follow_a_target_only_beyond_three_percent() -> None:
    asked: list[float] = []

    def rescale(meals: tuple[Meal, ...], kcal: float) -> tuple[Meal, ...]:
        asked.append(kcal)
        return tuple(one._replace(name="rescaled") for one in meals)

    within = event(1, "calories", "p", {"calories_kcal": 2060.0})
    beyond = event(2, "calories", "p", {"calories_kcal": 2061.0})
    assert on(MONDAY, [within], rescale=rescale).meals == (MEALS[0],)
    assert on(MONDAY, [beyond], rescale=rescale).meals[0].name == "rescaled"
    assert on(MONDAY, [within], override(3, calorie_adj=200), rescale=rescale).meals[0].name == "rescaled"
    assert asked == [2061.0, 2260.0]


def test_edited_meals_made_for_the_new_target_are_left_alone() -> None:
    line = {"food_id": "rice", "food_name": "Rice", "grams": 100.0, "serving": "1 cup", "role": "starch"}
    line |= {"kcal": 350.0, "protein_g": 7.0, "carbs_g": 77.0, "fat_g": 1.0, "fiber_g": 1.0}
    events = [
        event(1, "calories", "p", {"calories_kcal": 2400.0}),
        event(2, "edit", "p", {"meals": {"m0": {"items": [line]}}, "made_for_kcal": 2400.0}),
    ]

    def rescale(meals: tuple[Meal, ...], kcal: float) -> tuple[Meal, ...]:
        raise AssertionError(meals, kcal)

    assert [item.food_name for item in on(MONDAY, events, rescale=rescale).meals[0].items] == ["Rice"]


def test_the_safety_gate_hides_training_and_numbers() -> None:
    shut = on(MONDAY, gate=Gate(frozenset({"training"}), ("chest pain",)))
    assert (shut.sessions, shut.targets.calories_kcal, shut.gate.because) == ((), 2000.0, ("chest pain",))
    hidden = on(MONDAY, gate=Gate(frozenset({"numeric_targets"}), ("x",)))
    assert set(hidden.targets) == set(hidden.base_targets) == {None}
    assert hidden.sessions


EVENTS = st.one_of(
    st.builds(
        lambda who, day, number: ("move", who, {"date": day.isoformat(), "start_time": "06:30", "day_number": number}),
        st.sampled_from(["a", "b", "c"]), st.sampled_from(DAYS), st.integers(5, 9),
    ),
    st.builds(lambda who: ("cancel", who, {"cancelled": True}), st.sampled_from(["a", "b", "c"])),
    st.builds(lambda who: ("reschedule", who, {"start_time": "12:15"}), st.sampled_from(["a", "m1", "m2"])),
    st.builds(
        lambda who, sets: ("volume", "p", {"items": {f"{who}-1": {"sets": sets}, f"{who}-2": {"sets": sets}}}),
        st.sampled_from(["a", "b", "c"]), st.integers(0, 6),
    ),
    st.builds(
        lambda who, what: ("swap", who, {"items": {f"{who}-2": {"exercise_id": what, "name": what.title()}}}),
        st.sampled_from(["a", "b", "c"]), st.sampled_from(["dip", "row", "press"]),
    ),
    st.builds(lambda kcal: ("calories", "p", {"calories_kcal": float(kcal)}), st.integers(1500, 2600)),
    st.builds(lambda: ("undo", "", {})),
)  # fmt: skip
WANTED = st.fixed_dictionaries(
    {
        "calorie_adj": st.integers(-200, 200),
        "intensity": st.sampled_from([1.0, 0.95, 0.7]),
        "rir_adj": st.integers(0, 2),
        "sets": st.lists(
            st.builds(
                lambda who, after: {"item_id": who, "name": who, "before": 4, "after": after},
                st.sampled_from(["a-1", "a-2", "b-1", "c-2"]),
                st.integers(0, 3),
            ),
            max_size=3,
        ),
    }
)


def replayed(steps: list[tuple[str, str, dict[str, Any]]]) -> list[PlanEvent]:
    """Return events numbered from 1 on; an undo takes back the latest event that is still live."""
    events: list[PlanEvent] = []
    for number, (kind, who, after) in enumerate(steps, 1):
        if kind != "undo":
            events.append(event(number, kind, who, after, DAYS[number % 7]))
        elif live := live_events(events):
            events.append(undoing(number, live[-1]))
    return events


def week(events: list[PlanEvent], rows: tuple[Override, ...] = ()) -> bytes:
    days = [on(day, events, override_in_force([row for row in rows if row.date == day])) for day in DAYS]
    return repr(days).encode()


@settings(max_examples=80, deadline=None)
@given(steps=st.lists(EVENTS, max_size=12), day=st.sampled_from(DAYS), wanted=WANTED)
def test_approving_and_undoing_leaves_every_day_byte_identical(
    steps: list[tuple[str, str, dict[str, Any]]], day: date, wanted: dict[str, Any]
) -> None:
    events = replayed(steps)
    row = override(len(steps) + 1, day, "pending", **wanted)
    before = week(events, (row,))
    approved = approve((row,), row.id, NOON).rows
    week(events, approved)
    undone = undo(approved, row.id, NOON, timedelta(hours=24)).rows
    assert week(events, undone) == before


@settings(max_examples=80, deadline=None)
@given(steps=st.lists(EVENTS, max_size=10), last=EVENTS.filter(lambda step: step[0] != "undo"))
def test_undoing_the_last_event_restores_every_day_byte_identically(
    steps: list[tuple[str, str, dict[str, Any]]], last: tuple[str, str, dict[str, Any]]
) -> None:
    events = replayed(steps)
    before = week(events)
    kind, who, after = last
    added = event(99, kind, who, after)
    assert week([*events, added, undoing(100, added)]) == before


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(EVENTS, max_size=10))
def test_the_order_in_which_rows_are_read_does_not_matter(steps: list[tuple[str, str, dict[str, Any]]]) -> None:
    events = replayed(steps)
    assert week(list(reversed(events))) == week(events)


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(EVENTS, max_size=10), wanted=WANTED)
def test_no_session_is_ever_on_two_days_and_protein_is_never_moved_by_an_override(
    steps: list[tuple[str, str, dict[str, Any]]], wanted: dict[str, Any]
) -> None:
    events = replayed(steps)
    days = [on(day, events, override(50, day, **wanted)) for day in DAYS]
    names = [one.id for day in days for one in day.sessions]
    assert len(names) == len(set(names))
    assert {day.targets.protein_g for day in days} == {150.0}


def test_a_move_that_names_only_the_day_keeps_the_hour() -> None:
    move = event(1, "move", "a", {"date": DAYS[1].isoformat()})
    (moved,) = on(DAYS[1], [move]).sessions
    assert (moved.start_time, moved.number) == (SESSIONS[0].start_time, SESSIONS[0].number)


def test_a_deload_of_a_reassessment_marks_the_session_and_is_not_counted_twice_in_a_load_from_the_log() -> None:
    deload = event(1, "deload", "p", {"items": {"a-1": {"sets": 2, "load_factor": 0.9}}})

    def load_of(item: ExerciseItem, session: Session) -> tuple[float | None, str]:
        assert session.is_deload
        return 95.0, "log"  # what progression makes of the log in a deload week

    (light,) = on(MONDAY, [deload], load_of=load_of).sessions
    assert light.is_deload
    assert light.exercises[1].load_kg == 95.0
    (tired,) = on(MONDAY, [deload], override(2, intensity=0.7), load_of=load_of).sessions
    assert tired.exercises[1].load_kg == pytest.approx(95.0 * 0.7 / 0.9, abs=0.5)


def test_an_override_shortens_continuous_work() -> None:
    run = ExerciseItem("run-1", 1, "easy-run", "Easy Run", 1, seconds=2700)
    session_of_run = SESSIONS[0]._replace(kind="endurance", exercises=(run,))
    shorter = override(1, amounts=[{"item_id": "run-1", "name": "Easy Run", "seconds": 2100, "metres": None}])
    day = effective_day(StoredDay(MONDAY, BASE, (session_of_run,)), (), shorter)
    assert day.sessions[0].exercises[0].seconds == 2100
