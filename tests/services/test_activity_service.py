"""Logging training: what is stored, records, templates, corrections, and figures that cannot be."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planned import add_profile, add_program
from support import ANA, NOW

from sharpened_cli.clock import FixedClock
from sharpened_cli.domain.records import bests
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.services.activity import ActivityService
from sharpened_cli.services.activity_documents import stored_sets
from sharpened_cli.services.activity_options import ActivityOptions
from sharpened_cli.services.activity_templates import ActivityTemplateService
from sharpened_cli.store import Store, activities
from sharpened_cli.store.users import User

PERSON = User(ANA, "ana@example.org", "Europe/Madrid", "metric", has_profile=True)


@pytest.fixture
def service(store: Store) -> ActivityService:
    add_profile(store, ANA)
    return ActivityService(store, FixedClock(NOW), PERSON)


def log(service: ActivityService, text: str, **options: Any) -> dict[str, Any]:
    return service.log(text, ActivityOptions(**options))


def totals(store: Store, day: str = "2026-11-24") -> tuple[Any, ...]:
    row = store.one(
        "SELECT activities_logged, active_minutes, burned_kcal FROM day_totals WHERE user_id = :me AND date = :day",
        {"me": ANA, "day": day},
    )
    return tuple(row) if row else (0, 0.0, 0.0)


def test_sets_land_in_their_table_and_the_day_has_its_sum(service: ActivityService) -> None:
    document = log(service, "bench press 3x8 @ 60kg rpe 8, row 3x10 50kg, 40 min")
    assert document["category"] == "strength"
    assert [one["reps"] for one in document["sets"]] == [8, 8, 8, 10, 10, 10]
    assert document["sets"][0]["rpe"] == 8.0
    assert log(service, "bench 2x5 60kg, rest 90s", date="2026-11-20")["sets"][0]["notes"] == "rest 90 s"
    assert document["metrics"]["volume_kg"] == 3 * 8 * 60 + 3 * 10 * 50
    assert totals(service.store) == (1, 40.0, pytest.approx(document["calories_burned"]))


def test_it_ended_now_unless_said_otherwise(service: ActivityService) -> None:
    assert log(service, "ran 5k in 30:00")["end_time"] == "2026-11-24T06:30:00Z"
    assert log(service, "ran 5k in 30:00", start="7am")["start_time"] == "2026-11-24T06:00:00Z"
    assert log(service, "ran 5k in 30:00", end="8:00")["start_time"] == "2026-11-24T06:30:00Z"
    yesterday = log(service, "yesterday ran 5k in 30:00")
    assert (yesterday["date"], yesterday["start_time"]) == ("2026-11-23", "2026-11-23T11:00:00Z")
    span = log(service, "gym", start="18:00", end="19:15", date="2026-11-20")
    assert span["duration_minutes"] == 75.0


def test_several_activities_of_a_sentence_follow_each_other(service: ActivityService) -> None:
    document = log(service, "squat 5x5 100kg, 40 min, then ran 3k in 18 min")
    first, second = document["activities"]
    assert document["activity_id"] == first["activity_id"]
    assert first["end_time"] == second["start_time"]
    with pytest.raises(InputError, match="one activity"):
        log(service, "squat 5x5 100kg then ran 3k in 18 min", duration="45m")


def test_options_win_over_the_sentence(service: ActivityService) -> None:
    document = log(service, "ran 5k", duration="29:00", distance="5.2 km", hr="150", category="cardio_interval")
    assert (document["duration_minutes"], document["category"]) == (29.0, "cardio_interval")
    assert document["metrics"]["distance_m"] == 5200.0
    assert document["metrics"]["average_hr"] == 150.0
    assert log(service, "yoga 60 min", calories="123")["calories_burned"] == 123.0
    assert log(service, "yoga 60 min", mets="4")["intensity_mets"] == 4.0
    assert log(service, "", category="flexibility", duration="20m")["activity_name"] == "Stretching"


def test_records_are_told_and_noted_when_they_fall(service: ActivityService) -> None:
    assert log(service, "bench 3x5 100kg", date="2026-11-20")["personal_records"] == []
    fell = log(service, "bench 1x5 105kg")["personal_records"]
    assert {record["kind"] for record in fell} == {"max_weight", "e1rm", "rep_max", "set_volume"}
    row = service.store.one("SELECT notification_type, title, message, ref_type FROM notifications")
    assert row is not None
    assert (row["notification_type"], row["title"], row["ref_type"]) == (
        "personal_record", "4 personal records", "activity",
    )  # fmt: skip
    assert "105.0 kg" in row["message"]


def test_energy_is_unknown_where_the_body_is(store: Store) -> None:
    stranger = ActivityService(store, FixedClock(NOW), PERSON)
    document = log(stranger, "ran 5k in 30:00")
    assert document["calories_burned"] is None
    assert document["intensity_mets"] > 5


def test_overlaps_are_told(service: ActivityService) -> None:
    log(service, "ran 5k in 30:00", start="7:00")
    warnings = log(service, "yoga 30 min", start="7:15")["warnings"]
    assert warnings == ["Yoga overlaps Running, logged from 07:00 on."]
    assert log(service, "yoga 30 min", start="9:00")["warnings"] == []


def test_templates_are_saved_used_offered_and_removed(service: ActivityService) -> None:
    log(service, "easy run 5k in 30 min", start="7:00", save_as="Morning run")
    again = log(service, "", template="morning RUN", date="2026-11-23", start="7:00")
    assert (again["activity_name"], again["duration_minutes"]) == ("Running", 30.0)
    offered = log(service, "run 5k in 31 min", start="7:10", date="2026-11-17")["template"]
    assert (offered["name"], offered["score"]) == ("Morning run", 100.0)
    templates = ActivityTemplateService(service.store, service.clock, service.user)
    assert templates.all()["templates"][0]["use_count"] == 1
    templates.remove("Morning run")
    assert templates.all() == {"templates": []}
    with pytest.raises(NotThereError, match="no template"):
        log(service, "", template="Morning run")


def test_a_planned_session_can_be_logged_as_it_stands(service: ActivityService) -> None:
    add_program(service.store, ANA)
    document = log(service, "", planned=3)
    assert [one["exercise_name"] for one in document["sets"]][::4][:2] == ["Barbell Back Squat", "Barbell Bench Press"]
    assert document["adherence"]["similarity_score"] == 1.0
    assert document["duration_minutes"] == 60.0


def test_a_planned_session_of_another_day_is_logged_at_its_time(service: ActivityService) -> None:
    add_program(service.store, ANA)
    assert log(service, "", planned=3, date="2026-11-19")["start_time"] == "2026-11-19T17:00:00Z"
    with pytest.raises(InputError, match="is a meal"):
        log(service, "", planned=1)


def test_one_activity_cannot_be_edited_into_two(service: ActivityService) -> None:
    logged = log(service, "ran 5k in 30:00")
    with pytest.raises(InputError, match="cannot become 2"):
        service.edit(logged["activity_id"], "ran 5k in 30:00, then yoga 20 min", ActivityOptions())


def test_a_template_saved_with_options_gives_them_again(service: ActivityService) -> None:
    log(service, "row", duration="20m", save_as="Row")
    assert log(service, "", template="Row")["duration_minutes"] == 20.0


def test_edits_and_removals_are_undone_exactly(service: ActivityService) -> None:
    logged = log(service, "bench 3x8 60kg, 30 min")
    stored = activities.get(service.store, logged["activity_id"])
    before = totals(service.store)
    service.edit(logged["activity_id"], "bench 4x8 62.5kg, 35 min", ActivityOptions())
    assert totals(service.store) != before
    service.edit("1", "", ActivityOptions(duration="50m"))
    service.remove(logged["activity_id"])
    assert totals(service.store)[0] == 0
    for _ in range(3):
        service.undo()
    assert activities.get(service.store, logged["activity_id"]) == stored
    assert totals(service.store) == before
    with pytest.raises(NotThereError, match="no change"):
        service.undo()


def test_an_edit_keeps_what_was_not_changed(service: ActivityService) -> None:
    logged = log(service, "bench 3x8 60kg rpe 8, 30 min")
    edited = service.edit(logged["activity_id"], "", ActivityOptions(duration="45m"))
    assert edited["sets"] == logged["sets"]
    assert edited["start_time"] == logged["start_time"]
    assert edited["duration_minutes"] == 45.0


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("bench 3x8 1e9kg", {}), ("ran 5000 km", {}), ("ran 50k in 10 min", {}), ("pull-ups 5000", {}),
        ("ran 5k", {"duration": "-5"}), ("ran 5k", {"hr": "900"}), ("ran 5k", {"date": "tomorrow"}),
        ("ran 5k", {"category": "napping"}), ("ran 5k", {"mets": "99"}), ("", {}), ("ran 5k", {"save_as": " "}),
        ("yoga 60 hours", {}),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(
    service: ActivityService, text: str, options: dict[str, str]
) -> None:
    with pytest.raises(InputError):
        log(service, text, **options)
    assert totals(service.store) == (0, 0.0, 0.0)
    assert service.latest()["activities"] == []


def test_an_id_of_nobody_is_not_there(service: ActivityService) -> None:
    for wanted in ("1", "0193ffff", "x"):
        with pytest.raises(NotThereError):
            service.remove(wanted)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["log", "edit", "remove", "undo"]),
        st.sampled_from(["bench 3x5 100kg, 20 min", "bench 2x3 110kg, 15 min", "ran 5k in 25:00", "row 3x10 50kg"]),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=10, deadline=None)
@given(STEPS)
def test_totals_and_bests_equal_a_recomputation_from_scratch(
    empty_file: Path, steps: list[tuple[str, str, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(shutil.copy(empty_file, folder))) as store:
        with store.transaction():
            store.execute(
                "INSERT INTO main.auth_users (id, email, created_at) VALUES (:id, 'a@b.c', '2026-11-01T00:00:00Z')",
                {"id": ANA},
            )
        add_profile(store, ANA)
        service = ActivityService(store, FixedClock(NOW), PERSON)
        for step, text, which in steps:
            try:
                _do(service, step, text, str(which + 1))
            except NotThereError:
                continue
        rows = activities.between(store, ANA, date(2026, 11, 24), date(2026, 11, 24))
        count, minutes, burned = totals(store)
        assert count == len(rows)
        assert minutes == pytest.approx(sum(row.duration_minutes for row in rows))
        assert burned == pytest.approx(sum(row.calories_burned or 0.0 for row in rows))
        stored = activities.sets_of_exercises(store, ANA, ["barbell-bench-press"])
        heaviest = max(
            (s.weight_kg or 0 for r in rows for s in r.sets if s.exercise_id == "barbell-bench-press"), default=0
        )
        assert bests(stored_sets(stored)).get(("barbell-bench-press", "max_weight", 0), 0) == heaviest


def _do(service: ActivityService, step: str, text: str, which: str) -> None:
    if step == "log":
        log(service, text)
    elif step == "edit":
        service.edit(which, text, ActivityOptions())
    elif step == "remove":
        service.remove(which)
    else:
        service.undo()
