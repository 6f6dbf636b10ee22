"""`import` of FIT activities and .xlsx workbooks: the same figures once, and one sentence for a damaged file."""

from __future__ import annotations

import csv
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fit_file import FitRecord, FitSession, fit_file
from hypothesis import given
from hypothesis import strategies as st
from support import ANA
from xlsx_file import write_xlsx

from sharpened_cli.clock import as_text
from sharpened_cli.errors import InputError
from sharpened_cli.services import import_files, track_files
from sharpened_cli.store import Store, users

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support import CommandLine, Outcome
    from xlsx_file import Cell

QUICK_EXPORT = Path(__file__).parent.parent / "data" / "imports" / "macrofactor_quick.csv"
LATE = datetime(2026, 11, 20, 5, 30, tzinfo=UTC)  # half past nine in the evening of the 19th in Los Angeles
RUN = FitSession(LATE, "running", 1_815.0, 5_020.0, 352, 151)
RIDE = FitSession(LATE + timedelta(hours=13), "cycling", 5_400.0, 41_250.5, 930, 138)


@pytest.fixture
def line(cli: CommandLine, db_path: Path) -> CommandLine:
    """The command line of a person of 70 kg in Los Angeles."""
    with Store.open(db_path) as store, store.transaction():
        users.add(store, user_id=ANA, email="ana@example.org", created_at="2026-11-01T00:00:00Z")
        store.execute(
            "INSERT INTO main.profiles (id, current_weight_kg, height_cm, biological_sex, birth_date, timezone,"
            " created_at, updated_at)"
            " VALUES (:u, 70, 170, 'female', '1990-01-01', 'America/Los_Angeles', 'now', 'now')",
            {"u": ANA},
        )
    return cli


def import_bytes(line: CommandLine, folder: Path, tool: str, content: bytes) -> Outcome:
    path = folder / f"activity.{tool}"
    path.write_bytes(content)
    return line("import", tool, str(path), "--json")


def activities(line: CommandLine) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = line("activities", "list", "--json").json["activities"]
    return found


def refused_in_one_sentence(line: CommandLine, done: Outcome) -> None:
    assert (done.code, done.out, done.error["code"]) == (2, "", "bad_file")
    assert done.err.count("\n") == 1
    assert activities(line) == []


def test_a_run_and_a_ride_keep_what_the_device_measured(line: CommandLine, tmp_path: Path) -> None:
    for session in (RUN, RIDE):
        done = import_bytes(line, tmp_path, "fit", fit_file([session]))
        assert (done.code, done.err, done.json["added"]["workouts"], done.json["skipped"]) == (0, "", 1, [])
    shown = {one["activity_name"]: one for one in activities(line)}
    assert set(shown) == {"Running", "Cycling"}
    for name, session, day in (("Running", RUN, "2026-11-19"), ("Cycling", RIDE, "2026-11-20")):
        activity = shown[name]
        assert activity["date"] == day
        assert activity["start_time"] == as_text(session.start)
        assert activity["duration_minutes"] == pytest.approx(session.seconds / 60, abs=0.06)
        assert activity["calories_burned"] == session.kcal
        assert activity["metrics"]["average_hr"] == session.average_hr
        assert activity["metrics"]["distance_m"] == session.metres


def test_the_same_activity_twice_adds_nothing(line: CommandLine, tmp_path: Path) -> None:
    import_bytes(line, tmp_path, "fit", fit_file([RUN]))
    again = import_bytes(line, tmp_path, "fit", fit_file([RUN])).json
    assert (again["added"]["workouts"], again["already_there"]) == (0, 1)
    assert len(activities(line)) == 1


def test_points_tell_what_the_summary_lacks(line: CommandLine, tmp_path: Path) -> None:
    points = [FitRecord(LATE + timedelta(seconds=10 * place), 140 + place, 30.0 * place) for place in range(21)]
    bare = FitSession(LATE, "running", 200.0)
    for content in (fit_file([bare], points), fit_file([], points)):
        (track,) = read(content, tmp_path)
        assert (track.seconds, track.distance_m, track.average_hr, track.max_hr) == (200.0, 600.0, 150.0, 160)


def test_every_part_of_a_triathlon_comes_in(line: CommandLine, tmp_path: Path) -> None:
    swim = FitSession(LATE - timedelta(hours=1), "swimming", 1_500.0, 1_400.0, 300, 140)
    done = import_bytes(line, tmp_path, "fit", fit_file([swim, RUN, RIDE]))
    assert done.json["added"]["workouts"] == 3
    assert {one["activity_name"] for one in activities(line)} == {"Swimming", "Running", "Cycling"}


@pytest.mark.parametrize(
    ("sport", "sub_sport", "name", "modality"),
    [
        ("hiking", "generic", "Hiking", "hiking"),
        ("fitness_equipment", "indoor_rowing", "Rowing", "rowing"),
        ("cycling", "indoor_cycling", "Cycling", "cycling"),
        ("training", "strength_training", "Strength", "strength"),
        ("training", "cardio_training", "Cardio training", ""),
    ],
)
def test_a_sport_is_named_as_finely_as_the_device_knows_it(
    tmp_path: Path, sport: str, sub_sport: str, name: str, modality: str
) -> None:
    (track,) = read(fit_file([RUN._replace(sport=sport, sub_sport=sub_sport)]), tmp_path)
    assert (track.name, track.modality) == (name, modality)


def test_the_same_run_as_fit_and_as_tcx_counts_once(line: CommandLine, tmp_path: Path) -> None:
    import_bytes(line, tmp_path, "fit", fit_file([RUN]))
    tcx = (
        '<TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2026-11-20T05:30:02Z</Id><Lap>'
        "<TotalTimeSeconds>1810</TotalTimeSeconds><DistanceMeters>5018</DistanceMeters></Lap></Activity></Activities>"
        "</TrainingCenterDatabase>"
    )
    done = import_bytes(line, tmp_path, "tcx", tcx.encode()).json
    assert (done["added"]["workouts"], sum(done["ignored"].values())) == (0, 1)


def test_a_fit_file_without_an_activity_adds_nothing(line: CommandLine, tmp_path: Path) -> None:
    done = import_bytes(line, tmp_path, "fit", fit_file())
    assert (done.code, done.json["added"]["workouts"], len(done.json["skipped"])) == (0, 0, 1)


@pytest.mark.parametrize("kept", [0, 1, 13, 14, 60, -20, -1])
def test_a_fit_file_cut_short_is_refused_and_nothing_is_written(line: CommandLine, tmp_path: Path, kept: int) -> None:
    refused_in_one_sentence(line, import_bytes(line, tmp_path, "fit", fit_file([RUN])[:kept]))


def test_what_is_no_fit_file_is_refused(line: CommandLine, tmp_path: Path) -> None:
    refused_in_one_sentence(line, import_bytes(line, tmp_path, "fit", b"<gpx>This is another format.</gpx>" * 20))


def test_a_figure_that_changed_on_the_way_is_refused(line: CommandLine, tmp_path: Path) -> None:
    content = bytearray(fit_file([RUN]))
    content[-4] ^= 0x10  # the energy of the session: well-formed, but the checksum knows
    refused_in_one_sentence(line, import_bytes(line, tmp_path, "fit", bytes(content)))


@given(place=st.integers(0), noise=st.integers(1, 0xFFFF))
def test_no_noise_in_a_fit_file_passes_for_an_activity(
    tmp_path_factory: pytest.TempPathFactory, place: int, noise: int
) -> None:
    """A 16-bit checksum notices every change of two neighbouring bytes, whatever the decoder makes of them first."""
    content = bytearray(fit_file([RUN, RIDE]))
    place %= len(content) - 1
    content[place] ^= noise >> 8
    content[place + 1] ^= noise & 0xFF
    with pytest.raises(InputError, match="damaged"):
        read(bytes(content), tmp_path_factory.getbasetemp())


@pytest.mark.parametrize(("tool", "name", "library"), [
    ("fit", "run.fit", "fitdecode"), ("macrofactor", "quick.xlsx", "python_calamine"),
])  # fmt: skip
def test_a_library_that_is_not_installed_is_named(
    line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tool: str, name: str, library: str
) -> None:
    (tmp_path / name).write_bytes(b"anything")
    monkeypatch.setitem(sys.modules, library, None)
    done = line("import", tool, str(tmp_path / name), "--json")
    assert (done.code, done.error["code"]) == (2, "missing_extra")
    assert library.replace("_", "-") in done.error["message"]


def read(content: bytes, folder: Path) -> list[Any]:
    """Return what the reader makes of a FIT file."""
    path = folder / "read.fit"
    path.write_bytes(content)
    with path.open("rb") as file:
        return list(track_files.fit(file))


def quick_export(*, dates_as_text: bool) -> list[list[Cell]]:
    """Return the rows of the CSV export as a workbook holds them: numbers as numbers, empty cells absent."""
    with QUICK_EXPORT.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    days: list[Cell] = [row[0] if dates_as_text else date.fromisoformat(row[0]) for row in rows]
    figures: list[list[Cell]] = [[float(cell) if cell else None for cell in row[1:]] for row in rows]
    return [[*header], *([day, *line] for day, line in zip(days, figures, strict=True))]


@pytest.mark.parametrize("dates_as_text", [False, True])
def test_a_workbook_gives_the_same_rows_as_the_csv(line: CommandLine, tmp_path: Path, dates_as_text: bool) -> None:
    workbook = tmp_path / "quick.xlsx"
    write_xlsx(workbook, quick_export(dates_as_text=dates_as_text))
    of_workbook, of_csv = (list(import_files.records("macrofactor", path, "")) for path in (workbook, QUICK_EXPORT))
    assert of_workbook == of_csv
    first = line("import", "macrofactor", str(workbook), "--json")
    assert (first.code, first.err) == (0, "")
    assert first.json["added"] == {"workouts": 0, "sets": 0, "meals": 1, "measures": 1}
    from_csv = line("import", "macrofactor", str(QUICK_EXPORT), "--json").json
    assert (sum(from_csv["added"].values()), from_csv["already_there"]) == (0, 2)
    assert from_csv["ignored"] == first.json["ignored"]
    (meal,) = line("meals", "list", "--json").json["meals"]
    assert meal["date"] == "2026-11-20"
    assert {key: meal["totals"][key] for key in ("kcal", "protein_g", "carbs_g", "fat_g")} == {
        "kcal": 2100, "protein_g": 150, "carbs_g": 210, "fat_g": 70,
    }  # fmt: skip


@pytest.mark.parametrize("rows", [[], [["Week", "Sets"], ["1", 12.0]]])
def test_a_workbook_of_something_else_is_refused(
    line: CommandLine, tmp_path: Path, rows: Sequence[Sequence[Cell]]
) -> None:
    workbook = tmp_path / "other.xlsx"
    write_xlsx(workbook, rows)
    refused_in_one_sentence(line, line("import", "macrofactor", str(workbook), "--json"))


@pytest.mark.parametrize("kept", [0, 40, 700, -30])
def test_a_workbook_cut_short_is_refused(line: CommandLine, tmp_path: Path, kept: int) -> None:
    workbook = tmp_path / "quick.xlsx"
    write_xlsx(workbook, quick_export(dates_as_text=False))
    workbook.write_bytes(workbook.read_bytes()[:kept])
    refused_in_one_sentence(line, line("import", "macrofactor", str(workbook), "--json"))


def test_empty_rows_of_a_workbook_are_no_days(line: CommandLine, tmp_path: Path) -> None:
    header, first, second = quick_export(dates_as_text=False)
    workbook = tmp_path / "gaps.xlsx"
    write_xlsx(workbook, [[], header, first, [], [None, None], second, ["someday", None, None, 82.0]])
    done = line("import", "macrofactor", str(workbook), "--json").json
    assert (done["added"]["measures"], sum(done["ignored"].values())) == (1, 1)
    assert [one["row"] for one in done["skipped"]] == [7]
