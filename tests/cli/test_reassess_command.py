"""`reassess`, `forecast`, `backtest` and `policy` on the command line: documents, lines, exit codes."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from client_rows import add_client, log_days
from virtual_client import START, VirtualClient

from sharpened_cli.store import Store

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from support import CommandLine

DUE = START + timedelta(days=14)
KEYS = {
    "user_id", "program_id", "window", "adherence", "weight", "expenditure", "calories", "volume", "confidence",
    "changes", "next_reassessment_date", "status",
}  # fmt: skip


def at(day: date) -> str:
    return f"{day.isoformat()}T09:00:00+00:00"


def filled(path: Path, *people: str) -> None:
    with Store.open(path) as store:
        for number, user_id in enumerate(people):
            client = VirtualClient(seed=number)
            add_client(store, user_id, client.person(), start=START, target_kcal=1800.0)
            log_days(store, user_id, client.live(1800.0))


@pytest.fixture
def one(cli: CommandLine, db_path: Path) -> CommandLine:
    filled(db_path, "0193dddd-0000-7000-8000-000000000001")
    return cli


@pytest.fixture
def three(cli: CommandLine, db_path: Path) -> CommandLine:
    filled(db_path, *(f"0193dddd-0000-7000-8000-00000000000{number}" for number in (1, 2, 3)))
    return cli


def test_the_document_has_the_fields_of_the_contract(one: CommandLine) -> None:
    found = one("reassess", "--json", now=at(DUE))
    assert found.code == 0
    document = found.json
    assert set(document) >= KEYS
    assert set(document["adherence"]) >= {
        "training", "nutrition", "sessions_planned", "sessions_completed", "meals_planned", "meals_logged"
    }  # fmt: skip
    assert set(document["weight"]) == {
        "start_kg", "end_kg", "rate_kg_per_week", "target_rate_kg_per_week", "weigh_ins"
    }  # fmt: skip
    assert set(document["expenditure"]) == {"kcal", "low_kcal", "high_kcal"}
    assert set(document["calories"]) >= {"before", "after", "change", "reason"}
    assert set(document["volume"]) >= {"before_sets", "after_sets", "change", "deload", "reason"}
    assert document["window"] == {"start": "2026-01-05", "end": "2026-01-18"}
    assert document["next_reassessment_date"] == "2026-02-02"


def test_the_second_run_changes_nothing(one: CommandLine) -> None:
    first = one("reassess", "--json", now=at(DUE)).json
    second = one("reassess", "--json", now=at(DUE)).json
    third = one("reassess", "--json", now=at(DUE + timedelta(days=1))).json
    assert first["status"] in {"changed", "unchanged"}
    assert second["calories"] == first["calories"]
    assert third["status"] == "not_due"
    assert third["calories"]["change"] == 0


def test_dry_run_writes_nothing(one: CommandLine) -> None:
    shown = one("reassess", "--json", "--dry-run", now=at(DUE)).json
    real = one("reassess", "--json", now=at(DUE)).json
    assert shown["calories"] == real["calories"]


def test_words_tell_what_and_why(one: CommandLine) -> None:
    text = one("reassess", now=at(DUE)).out
    assert "kcal" in text
    assert "Next reassessment: 2026-02-02" in text
    assert "Maintenance" in text


def test_all_prints_a_line_each_and_the_sums(three: CommandLine) -> None:
    found = three("reassess", "--all", "--json", "--as-of", DUE.isoformat(), now=at(DUE))
    assert found.code == 0
    lines = [json.loads(line) for line in found.out.splitlines()]
    assert len(lines) == 4
    assert all(set(line) >= KEYS for line in lines[:-1])
    assert lines[-1]["summary"]["clients"] == 3
    again = three("reassess", "--all", "--json", "--as-of", DUE.isoformat(), now=at(DUE))
    assert json.loads(again.out)["summary"]["clients"] == 0


def test_one_broken_person_is_one_error_line_and_exit_code_one(three: CommandLine, db_path: Path) -> None:
    with Store.open(db_path) as store:
        store.execute("UPDATE main.profiles SET height_cm = NULL WHERE id = :id", {"id": person(2)})
    found = three("reassess", "--all", "--json", now=at(DUE))
    lines = [json.loads(line) for line in found.out.splitlines()]
    assert found.code == 1
    assert [line["status"] == "error" for line in lines[:-1]] == [False, True, False]
    assert lines[1]["error"]["code"] == "profile_incomplete"


def person(number: int) -> str:
    return f"0193dddd-0000-7000-8000-00000000000{number}"


def rows(path: Path) -> list[tuple[Any, ...]]:
    with Store.open(path) as store:
        found = store.all(
            """
            SELECT user_id, due_date, status, decision ->> '$.calories', controller_state
              FROM reassessments ORDER BY user_id
            """
        )
    return [tuple(row) for row in found]


def test_several_processes_write_the_same_rows(
    three: CommandLine, db_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    from sharpened_cli.services import reassessment_batch

    monkeypatch.setattr(reassessment_batch, "CHUNK", 1)
    before = shutil.copy(db_path, tmp_path / "before.db")
    three("reassess", "--all", "--json", "--jobs", "2", now=at(DUE))
    jobs = rows(db_path)
    shutil.copy(before, db_path)
    three("reassess", "--all", "--json", now=at(DUE))
    assert rows(db_path) == jobs
    assert len(jobs) == 3


def test_replay_finds_the_same_state_until_the_log_changes(one: CommandLine, db_path: Path) -> None:
    one("reassess", now=at(DUE))
    assert one("reassess", "--replay", "--json").json == {"reassessments": 1, "identical": True, "differences": []}
    with Store.open(db_path) as store:
        store.execute(
            "UPDATE main.meals SET total_cals = 3900 WHERE id IN (SELECT id FROM meals ORDER BY local_date LIMIT 1)"
        )
    assert one("reassess", "--replay", "--json").json["identical"] is False


def test_without_a_program_reassess_is_not_there_yet(cli: CommandLine, db_path: Path) -> None:
    from sharpened_cli.store import users

    with Store.open(db_path) as store:
        users.add(store, user_id=person(9), email="nine@example.org", created_at="2026-01-01T00:00:00Z")
    found = cli("reassess", "--json")
    assert (found.code, found.error["code"]) == (3, "no_program")


def test_the_forecast_widens_and_falls_in_a_deficit(one: CommandLine) -> None:
    one("reassess", now=at(DUE))
    weeks = one("forecast", "--weeks", "12", "--json", now=at(DUE)).json["weeks"]
    assert len(weeks) == 13
    assert weeks[-1]["weight_kg"] < weeks[0]["weight_kg"]
    widths = [week["high_kg"] - week["low_kg"] for week in weeks]
    assert widths[-1] > widths[0] > 0
    assert "week  12" in one("forecast", "--weeks", "12", now=at(DUE)).out


def test_a_profile_alone_is_enough_to_look_ahead(cli: CommandLine) -> None:
    assert cli("forecast", "--json").code == 3
    options = "--email e@example.org --age 40 --sex male --height 180cm --weight 90kg --goal lose_fat"
    answers = "--injuries none --conditions none --medications none --timezone UTC --activity-level sedentary"
    assert cli("onboard", *options.split(), *answers.split()).code == 0
    weeks = cli("forecast", "--weeks", "8", "--json").json["weeks"]
    assert weeks[0]["weight_kg"] == 90.0
    assert 80.0 < weeks[-1]["weight_kg"] < 88.0
    assert cli("backtest", "--json").json["weigh_ins"] == 0


def test_a_backtest_needs_four_weeks(one: CommandLine, db_path: Path) -> None:
    assert one("backtest", "--json", now=at(DUE)).json["weigh_ins"] == 0
    client = VirtualClient(seed=0)
    client.live(1800.0)
    with Store.open(db_path) as store:
        days = client.live(1800.0, 28)
        log_days(store, person(1), days[1:])
    found = one("backtest", "--json", now=at(START + timedelta(days=42))).json
    assert found["weigh_ins"] > 0
    assert found["mean_abs_error_kg"] < 2.0


def test_a_policy_shown_is_a_policy_that_passes(cli: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(cli("policy", "show").out)
    assert cli("policy", "check", str(file), "--json").json["differences"] == []
    file.write_text("[calories]\nstep_kcal = 100\n")
    assert cli("policy", "check", str(file), "--json").json["differences"] == [
        {"name": "calories.step_kcal", "value": 100, "default": 200.0}
    ]
    file.write_text("[calories]\nstep_kcal = 900\nfloor = 3\n")
    found = cli("policy", "check", str(file), "--json")
    assert found.code == 2
    assert "step_kcal" in found.error["message"]
    assert "calories.floor" in found.error["message"]


def test_a_policy_named_in_the_settings_is_obeyed(one: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text("[calories]\nmin_interval_days = 5\ninterval_days = 7\n")
    one("config", "set", "policy", str(file))
    found = one("reassess", "--force", "--json", now=at(START + timedelta(days=7))).json
    assert found["next_reassessment_date"] == "2026-01-19"


def test_the_words_of_a_batch_a_replay_a_backtest_and_a_policy(three: CommandLine, tmp_path: Path) -> None:
    batch = three("reassess", "--all", now=at(DUE)).out
    assert "3 people: " in batch
    assert len(batch.splitlines()) == 4
    assert "nobody was due" in three("reassess", "--all", now=at(DUE)).out
    user = ("--user", person(1))
    assert "come out exactly as stored" in three("reassess", "--replay", *user).out
    with Store.open(tmp_path / "test.db") as store:
        store.execute("UPDATE main.meals SET total_cals = 3900 WHERE id IN (SELECT id FROM meals)")
    assert "the log has changed" in three("reassess", "--replay", *user).out
    assert "too little to judge" in three("backtest", *user, now=at(DUE)).out
    file = tmp_path / "policy.toml"
    file.write_text('name = "calm"\n[calories]\nstep_kcal = 100\n')
    assert "calories.step_kcal = 100 (default 200.0)" in three("policy", "check", str(file)).out
    file.write_text("")
    assert "default in every limit" in three("policy", "check", str(file)).out
    file.write_text("[calories")
    assert three("policy", "check", str(file)).code == 2


def test_a_batch_says_who_failed(three: CommandLine, db_path: Path) -> None:
    with Store.open(db_path) as store:
        store.execute("UPDATE main.profiles SET height_cm = NULL WHERE id = :id", {"id": person(2)})
    found = three("reassess", "--all", now=at(DUE))
    assert found.code == 1
    assert f"{person(2)}  error: The profile lacks" in found.out
