"""An export that an earlier version wrote still comes in: its columns go by name, what it lacks takes its default."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sharpened_cli.errors import InputError
from sharpened_cli.services import archive
from sharpened_cli.store import Store, schema
from sharpened_cli.store import archive as tables
from sharpened_cli.store.users import User

if TYPE_CHECKING:
    from sharpened_cli.clock import FixedClock

FROZEN = Path(__file__).parent.parent / "data" / "file_v1.sql"
# The frozen file also holds a food and an exercise that the package has no longer: a file of its own knows neither.
KNOWN_ONLY = """
UPDATE meal_items SET food_id = 'banana' WHERE food_id = 'discontinued-muesli';
UPDATE quick_meal_foods SET food_id = 'banana' WHERE food_id = 'discontinued-muesli';
UPDATE user_typical_meal_foods SET food_id = 'banana' WHERE food_id = 'discontinued-muesli';
UPDATE user_food_aliases SET food_id = 'banana' WHERE food_id = 'discontinued-muesli';
UPDATE user_familiar_exercises SET exercise_id = 'leg-press' WHERE exercise_id = 'discontinued-machine';
"""


def _export(folder: Path, clock: FixedClock, file_format: str, changes: str = "") -> tuple[User, Path]:
    """Write Lena's export as version 1 did: the tables and columns of a version-1 file, unmigrated."""
    path = folder / "version-1.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FROZEN.read_text("utf-8") + changes)
        (user_id,) = connection.execute("SELECT id FROM auth_users WHERE email = 'lena@example.org'").fetchone()
    lena = User(user_id, "lena@example.org", "Europe/Berlin", "metric", has_profile=True)
    with Store(schema.open_existing(path, as_it_is=True)) as store:
        archive.export_person(store, clock, lena, folder / "export", file_format, dry_run=False)
    manifest = folder / "export" / archive.MANIFEST
    manifest.write_text(json.dumps({**json.loads(manifest.read_text("utf-8")), "version": 1}), "utf-8")
    return lena, path


@pytest.mark.parametrize("file_format", ["json", "csv"])
def test_an_export_of_version_1_comes_in_whole(
    tmp_path: Path, clock: FixedClock, empty_file: Path, file_format: str
) -> None:
    lena, path = _export(tmp_path, clock, file_format, KNOWN_ONLY)
    with (
        Store.open(Path(shutil.copy(empty_file, tmp_path / "new.db"))) as new,
        Store(schema.open_existing(path, as_it_is=True)) as old,
    ):
        archive.import_person(new, tmp_path / "export")
        for table in tables.tables(old):
            names = tables.columns(old, table)
            arrived = [{name: row[name] for name in names} for row in tables.rows(new, table, lena.id)]
            assert sorted(arrived, key=repr) == sorted(tables.rows(old, table, lena.id), key=repr), table
        own = new.all("SELECT measure, staple FROM exercises WHERE created_by IS NOT NULL")
        assert [tuple(row) for row in own] == [("reps", 1)]


def test_an_export_that_mentions_an_unknown_food_is_refused_whole(
    tmp_path: Path, clock: FixedClock, empty_file: Path
) -> None:
    _export(tmp_path, clock, "json")
    with Store.open(Path(shutil.copy(empty_file, tmp_path / "new.db"))) as new:
        with pytest.raises(InputError) as caught:
            archive.import_person(new, tmp_path / "export")
        assert caught.value.code == "unfit_export"
        assert new.one("SELECT 1 FROM auth_users") is None


def test_an_export_with_an_orphaned_row_is_refused_whole(tmp_path: Path, clock: FixedClock, empty_file: Path) -> None:
    _export(tmp_path, clock, "json", KNOWN_ONLY.replace("'leg-press'", "'no-such-exercise'"))
    with Store.open(Path(shutil.copy(empty_file, tmp_path / "new.db"))) as new:
        with pytest.raises(InputError) as caught:
            archive.import_person(new, tmp_path / "export")
        assert caught.value.code == "unfit_export"
        assert new.one("SELECT 1 FROM auth_users") is None
