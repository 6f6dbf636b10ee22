"""`onboard`: options, files, merging, screening, refusals; nothing is written when something is wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sharpened_cli.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from support import CommandLine

BODY = ("--sex", "female", "--age", "34", "--height", "168", "--weight", "74")
PERSON = ("onboard", "--email", "ana@example.org", *BODY, "--goal", "lose_fat")
HEALTHY = ("--conditions", "none", "--medications", "none", "--injuries", "none")


def _rows(path: str) -> int:
    from pathlib import Path as File

    with Store.open(File(path)) as store:
        return int(store.all("SELECT count(*) FROM auth_users")[0][0])


def test_options_make_a_person_with_targets_and_a_verdict(fresh_cli: CommandLine) -> None:
    done = fresh_cli(*PERSON, *HEALTHY, "--json")
    assert (done.code, done.err) == (0, "")
    document = done.json
    assert set(document) == {"user", "profile", "targets", "safety", "issues", "questions"}
    targets = document["targets"]
    assert list(targets) == [
        "bmr_kcal", "tdee_kcal", "tdee_low_kcal", "tdee_high_kcal", "calories_kcal", "protein_g", "carbs_g",
        "fat_g", "fiber_g", "rate_kg_per_week",
    ]  # fmt: skip
    assert targets["bmr_kcal"] == 1461
    assert targets["rate_kg_per_week"] < 0
    energy = 4 * targets["protein_g"] + 4 * targets["carbs_g"] + 9 * targets["fat_g"]
    assert abs(energy - targets["calories_kcal"]) <= 0.01 * targets["calories_kcal"]
    assert document["safety"]["level"] == "cleared"
    assert document["profile"]["birth_date"] == "1992-11-24"
    assert document["profile"]["birth_date_estimated"] is True
    assert document["profile"]["conditions"] == []
    assert document["profile"]["food_allergies"] is None


def test_words_for_people_name_the_range_and_the_next_step(cli: CommandLine) -> None:
    done = cli(*PERSON, "--units", "imperial", "--height", "5'6", "--weight", "163")
    assert done.code == 0
    assert "likely" in done.out
    assert "lb a week" in done.out
    assert "sharpened consult" in done.out


def test_a_second_call_changes_only_what_it_says(cli: CommandLine) -> None:
    cli(*PERSON, *HEALTHY)
    changed = cli("onboard", "--weight", "72,5kg", "--diet", "vegan", "--json").json
    assert changed["profile"]["weight_kg"] == 72.5
    assert changed["profile"]["height_cm"] == 168.0
    assert changed["profile"]["dietary_preference"] == "vegan"
    assert changed["user"]["email"] == "ana@example.org"


def test_bare_numbers_take_the_units_and_json_numbers_are_si(cli: CommandLine, tmp_path: Path) -> None:
    typed = cli(
        "onboard", "--email", "a@b.org", "--units", "imperial", "--sex", "male", "--age", "40", "--height", "5'11\"",
        "--weight", "181", "--goal", "maintain", "--json",
    ).json  # fmt: skip
    assert typed["profile"]["weight_kg"] == pytest.approx(82.1, abs=0.05)
    file = tmp_path / "one.json"
    file.write_text(json.dumps({"email": "a@b.org", "weight_kg": 82, "height": "5'10\"", "units": "imperial"}))
    read = cli("onboard", "--from", str(file), "--json").json
    assert read["profile"]["weight_kg"] == 82.0
    assert read["profile"]["height_cm"] == pytest.approx(177.8)


def test_options_win_over_the_file(cli: CommandLine) -> None:
    document = json.dumps(
        {"email": "a@b.org", "sex": "male", "age": 30, "height_cm": 180, "weight": "80 kg", "goal": "maintain"}
    )
    done = cli("onboard", "--from", "-", "--weight", "84", "--json", stdin=document)
    assert done.json["profile"]["weight_kg"] == 84.0


@pytest.mark.parametrize("shape", ["list", "lines"])
def test_many_people_from_one_file_fail_one_by_one(cli: CommandLine, shape: str) -> None:
    good: dict[str, Any] = {
        "sex": "male",
        "birth_date": "1990-01-31",
        "height_cm": 180,
        "weight_kg": 80,
        "primary_goal": "maintain",
    }
    people = [
        {**good, "email": "a@b.org"},
        {**good, "email": "c@d.org", "weight_kg": 8000},
        {**good, "email": "e@f.org"},
    ]
    text = json.dumps(people) if shape == "list" else "\n".join(json.dumps(one) for one in people)
    done = cli("onboard", "--from", "-", "--json", stdin=text)
    assert done.code == 1
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line.get("user", {}).get("email") for line in lines] == ["a@b.org", None, "e@f.org"]
    assert lines[1]["error"]["code"] == "out_of_range"
    assert _rows(cli.environment["SHARPENED_DB"]) == 2


def test_blocked_numbers_are_null_and_onboarding_still_succeeds(cli: CommandLine) -> None:
    done = cli(*PERSON, "--conditions", "anorexia", "--json")
    assert done.code == 0
    assert set(done.json["targets"].values()) == {None}
    assert done.json["safety"]["level"] == "blocked"
    assert "numeric_targets" in done.json["safety"]["blocked_for"]
    words = cli("onboard", "--goal", "lose_fat")
    assert "No numbers" in words.out


def test_unanswered_screening_is_at_least_a_caution(cli: CommandLine) -> None:
    safety = cli(*PERSON, "--json").json["safety"]
    assert safety["level"] == "caution"
    assert "screening_not_answered" in safety["warnings"]
    answered = cli("onboard", "--screening", '{"heart_condition": false, "chest_pain": "no"}', "--json").json
    assert answered["safety"]["level"] == "cleared"
    later = cli("onboard", "--screening", '{"dizziness": true}', "--json").json
    assert later["safety"]["blocked_for"] == ["training"]
    assert later["profile"]["screening"]["heart_condition"] is False


def test_under_sixteen_is_refused_and_nothing_is_stored(cli: CommandLine) -> None:
    done = cli(*PERSON, "--age", "15", "--json")
    assert (done.code, done.out) == (4, "")
    assert done.error["code"] == "safety_blocked"
    assert _rows(cli.environment["SHARPENED_DB"]) == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("onboard", *BODY, "--goal", "lose_fat"), "missing_email"),
        (("onboard", "--email", "ana"), "bad_email"),
        (("onboard", "--email", "ana@example.org"), "missing_fields"),
        ((*PERSON, "--weight", "7400"), "out_of_range"),
        ((*PERSON, "--weight", "-74"), "bad_quantity"),
        ((*PERSON, "--height", "168kg"), "bad_quantity"),
        ((*PERSON, "--goal", "get_ripped"), "bad_quantity"),
        ((*PERSON, "--meals-per-day", "9"), "out_of_range"),
        ((*PERSON, "--session-minutes", "5"), "out_of_range"),
        ((*PERSON, "--target-weight", "20"), "out_of_range"),
        ((*PERSON, "--timezone", "Moon/Base"), "bad_timezone"),
        ((*PERSON, "--screening", "yes"), "bad_screening"),
        ((*PERSON, "--birth-date", "1980-01-01"), "age_disagrees"),
        ((*PERSON, "--birth-date", "2030-01-01"), "bad_date"),
        ((*PERSON, "--email", "🙂@x"), "bad_email"),
        ((*PERSON, "--from", "/nowhere.json"), "no_file"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_hint(cli: CommandLine, arguments: tuple[str, ...], code: str) -> None:
    done = cli(*arguments, "--json")
    assert (done.code, done.out) == (2, "")
    assert done.error["code"] == code


@pytest.mark.parametrize(
    "text", ["", "[]", "42", "not json", '{"email": "a@b.org", "shoe_size": 44}', '{"weight_kg": true}', "[" * 20000]
)
def test_a_file_that_holds_no_person_is_refused(cli: CommandLine, text: str) -> None:
    done = cli("onboard", "--from", "-", "--json", stdin=text)
    assert done.code in {1, 2}
    if done.code == 2:
        assert done.error["hint"] is not None


def test_a_dry_run_shows_the_targets_and_makes_no_file(fresh_cli: CommandLine) -> None:
    from pathlib import Path as File

    done = fresh_cli(*PERSON, "--dry-run", "--json")
    assert done.code == 0
    assert done.json["targets"]["calories_kcal"]
    assert not File(fresh_cli.environment["SHARPENED_DB"]).exists()


def test_whoever_cannot_be_onboarded_leaves_no_file_behind(fresh_cli: CommandLine) -> None:
    from pathlib import Path as File

    assert fresh_cli(*PERSON, "--weight", "9000").code == 2
    assert fresh_cli(*PERSON, "--age", "12").code == 4
    assert not File(fresh_cli.environment["SHARPENED_DB"]).exists()


def test_a_goal_too_fast_is_answered_with_what_is_possible(cli: CommandLine) -> None:
    done = cli(*PERSON, *HEALTHY, "--target-weight", "95", "--json").json
    assert [issue["code"] for issue in done["issues"]] == ["target_weight"]


def test_two_people_share_a_file_and_keep_their_own_profiles(cli: CommandLine) -> None:
    cli(*PERSON)
    cli(
        "onboard",
        "--email",
        "ben@example.org",
        "--sex",
        "male",
        "--age",
        "50",
        "--height",
        "180",
        "--weight",
        "95",
        "--goal",
        "maintain",
    )
    unclear = cli("onboard", "--weight", "94", "--json")
    assert (unclear.code, unclear.error["code"]) == (2, "missing_email")
    named = cli("onboard", "--weight", "94", "--user", "ben@example.org", "--json").json
    assert named["profile"]["weight_kg"] == 94.0
    assert named["user"]["email"] == "ben@example.org"


def test_an_imperial_profile_reads_a_later_bare_number_in_pounds(cli: CommandLine) -> None:
    cli(*PERSON, "--units", "imperial", "--height", "66", "--weight", "163")
    later = cli("onboard", "--weight", "160", "--json").json
    assert later["profile"]["weight_kg"] == pytest.approx(72.6, abs=0.05)


def test_what_is_not_understood_is_asked_back(cli: CommandLine) -> None:
    done = cli(
        *PERSON, "--allergies", "peanuts, gribblefruit", "--equipment", "dumbbells, flux capacitor", "--json"
    ).json
    assert len(done["questions"]) == 2
    assert "gribblefruit" in done["questions"][0]
    assert "flux capacitor" in done["questions"][1]
    assert "? " in cli("onboard", "--weight", "73").out


SCREEN = """\
Ana, your profile is saved.

Each day   1,600 kcal to -0.48 kg a week
           protein 148 g, carbohydrate 148 g, fat 46 g, fibre 25 g
You spend  about 2,108 kcal a day, likely 1,897 to 2,319
           `sharpened why calories` shows each step from your figures to these.

! Exercises that load an injured region are left out, until you say that one is
  fine.
  Limit: no exercises that load the injured regions.

Next: `sharpened consult` for an interview, or `sharpened program new` from 74 kg on.
"""


def test_the_screen_after_onboarding_reads_like_this(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    options = ("--workout-frequency", "4", "--session-minutes", "60", "--injuries", "left knee")
    done = cli(*PERSON, *HEALTHY[:4], *options, "--name", "Ana")
    assert done.out == SCREEN


def test_an_exercise_may_be_said_to_be_fine_despite_an_injury(cli: CommandLine) -> None:
    cli(*PERSON, "--injuries", "left knee")
    said = cli("onboard", "--fine-exercises", "leg press, goblet squat", "--json").json
    assert said["profile"]["cleared_exercises"] == ["leg-press", "goblet-squat"]
    kept = cli("onboard", "--weight", "73", "--json").json
    assert kept["profile"]["cleared_exercises"] == ["leg-press", "goblet-squat"]
    assert cli("onboard", "--fine-exercises", "flying teapot", "--json").error["code"] == "unknown_exercise"
