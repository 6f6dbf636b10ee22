"""`import`: dialects of other tools' files, once each, with a report of what was left out. All files are made up."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import ANA

from sharpened_cli.store import Store, users

if TYPE_CHECKING:
    from support import CommandLine

DATA = Path(__file__).parent.parent / "data" / "imports"
S1, S2, S3, OLDEST, HEVY, MFP, CRONO, BIOMETRICS, MACROFACTOR, HEALTH, TCX, GPX = (
    (DATA / name).read_bytes().decode("utf-8")
    for name in (
        "strong_no_unit.csv",
        "strong_units_in_rows.csv",
        "strong_quoted.csv",
        "strong_2018.csv",
        "hevy.csv",
        "myfitnesspal_nutrition.csv",
        "cronometer_servings.csv",
        "cronometer_biometrics.csv",
        "macrofactor_quick.csv",
        "apple_health_export.xml",
        "run.tcx",
        "run.gpx",
    )
)
HEVY_LBS = HEVY.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles")


@pytest.fixture
def line(cli: CommandLine, db_path: Path) -> CommandLine:
    with Store.open(db_path) as store, store.transaction():
        users.add(store, user_id=ANA, email="ana@example.org", created_at="2026-11-01T00:00:00Z")
    return cli


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, "utf-8", newline="")
    return str(path)


FILES = [
    ("strong", "strong.csv", S1, ("--weight-unit", "kg"), {"workouts": 2, "sets": 4, "meals": 0, "measures": 0}, 1),
    ("strong", "strong.csv", S2, (), {"workouts": 1, "sets": 1, "meals": 0, "measures": 0}, 0),
    ("strong", "strong.csv", S3, (), {"workouts": 1, "sets": 1, "meals": 0, "measures": 0}, 0),
    ("strong", "strong.csv", OLDEST, (), {"workouts": 1, "sets": 1, "meals": 0, "measures": 0}, 0),
    ("hevy", "hevy.csv", HEVY, (), {"workouts": 1, "sets": 3, "meals": 0, "measures": 0}, 0),
    ("hevy", "hevy.csv", HEVY_LBS, (), {"workouts": 1, "sets": 3, "meals": 0, "measures": 0}, 0),
    ("mfp", "Nutrition-Summary.csv", MFP, (), {"workouts": 0, "sets": 0, "meals": 1, "measures": 0}, 1),
    ("cronometer", "servings.csv", CRONO, (), {"workouts": 0, "sets": 0, "meals": 2, "measures": 0}, 0),
    ("cronometer", "biometrics.csv", BIOMETRICS, (), {"workouts": 0, "sets": 0, "meals": 0, "measures": 3}, 0),
    ("macrofactor", "quick.csv", MACROFACTOR, (), {"workouts": 0, "sets": 0, "meals": 1, "measures": 1}, 0),
    ("apple-health", "export.xml", HEALTH, (), {"workouts": 1, "sets": 0, "meals": 1, "measures": 2}, 1),
    ("tcx", "run.tcx", TCX, (), {"workouts": 1, "sets": 0, "meals": 0, "measures": 0}, 0),
    ("gpx", "run.gpx", GPX, (), {"workouts": 1, "sets": 0, "meals": 0, "measures": 0}, 0),
]


@pytest.mark.parametrize(("tool", "name", "text", "options", "added", "broken"), FILES)
def test_a_file_comes_in_once_and_names_its_broken_rows(
    line: CommandLine,
    tmp_path: Path,
    tool: str,
    name: str,
    text: str,
    options: tuple[str, ...],
    added: dict[str, int],
    broken: int,
) -> None:
    file = written(tmp_path, name, text)
    dry = line("import", tool, file, *options, "--dry-run", "--json")
    assert dry.json["added"] == added
    first = line("import", tool, file, *options, "--json")
    assert (first.code, first.json["added"], len(first.json["skipped"])) == (0, added, broken)
    again = line("import", tool, file, *options, "--json")
    assert sum(again.json["added"].values()) == 0
    assert again.json["already_there"] > 0


def test_sets_keep_their_figures(line: CommandLine, tmp_path: Path) -> None:
    line("import", "strong", written(tmp_path, "s.csv", S1), "--weight-unit", "lb")
    shown = line("activities", "list", "--json").json["activities"]
    sets = next(one["sets"] for one in shown if one["activity_name"] == "Push")
    assert [(one["reps"], one["weight_kg"]) for one in sets[:2]] == [(10, 18.1), (8, 36.3)]
    assert sets[0]["set_type"] == "warmup"
    assert sets[0]["exercise_id"] == "barbell-bench-press"


def test_a_unit_that_the_file_does_not_name_is_asked_for(line: CommandLine, tmp_path: Path) -> None:
    done = line("import", "strong", written(tmp_path, "s.csv", S1), "--json")
    assert (done.code, done.error["code"]) == (2, "unit")


def test_the_same_run_from_two_tools_counts_once(line: CommandLine, tmp_path: Path) -> None:
    line("import", "apple-health", written(tmp_path, "export.xml", HEALTH))
    done = line("import", "tcx", written(tmp_path, "run.tcx", TCX), "--json").json
    assert done["added"]["workouts"] == 0
    assert sum(done["ignored"].values()) == 1


def test_what_was_eaten_is_grouped_into_meals(line: CommandLine, tmp_path: Path) -> None:
    line("import", "cronometer", written(tmp_path, "servings.csv", CRONO))
    shown = line("meals", "list", "--json").json["meals"]
    assert {(one["meal_type"], one["totals"]["kcal"]) for one in shown} == {("breakfast", 440), ("dinner", 600)}


def test_more_meals_than_wait_at_a_time_keep_their_foods(line: CommandLine, tmp_path: Path) -> None:
    rows = "".join(
        f"2025-{number // 28 % 12 + 1:02}-{number % 28 + 1:02},Breakfast,{food},100 g,{kcal},5,10,5\n"
        for number in range(330)
        for food, kcal in (("Oats", 300), ("Milk", 120))
    )
    head = "Day,Group,Food Name,Amount,Energy (kcal),Protein (g),Carbs (g),Fat (g)\n"
    done = line("import", "cronometer", written(tmp_path, "servings.csv", head + rows), "--json").json
    assert done["added"]["meals"] == 330
    with Store.open(Path(line.environment["SHARPENED_DB"])) as store:
        counts = store.all("SELECT total_cals, count(*) FROM meals GROUP BY total_cals")
    assert [tuple(row) for row in counts] == [(420.0, 330)]


def test_zip_files(line: CommandLine, tmp_path: Path) -> None:
    for name, inside, text, tool in (
        ("mfp.zip", "Nutrition-Summary-2026.csv", MFP, "mfp"),
        ("export.zip", "apple_health_export/export.xml", HEALTH, "apple-health"),
    ):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(inside, text)
        assert sum(line("import", tool, str(tmp_path / name), "--json").json["added"].values()) >= 1


@pytest.mark.parametrize(
    ("tool", "text"),
    [
        ("strong", "a,b\n1,2\n"),
        ("hevy", ""),
        ("apple-health", "<a"),
        ("apple-health", '<!DOCTYPE x [<!ENTITY a "b">]><HealthData>&a;</HealthData>'),
        ("gpx", "no xml"),
        ("nosuchtool", "x"),
    ],
)
def test_a_file_of_something_else_is_refused(line: CommandLine, tmp_path: Path, tool: str, text: str) -> None:
    assert line("import", tool, written(tmp_path, "file.txt", text)).code == 2


def test_a_missing_file(line: CommandLine, tmp_path: Path) -> None:
    assert line("import", "strong", str(tmp_path / "none.csv")).code == 2
