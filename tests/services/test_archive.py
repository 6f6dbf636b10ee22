"""Everything about one person goes out, comes back the same, and can be erased to the last byte."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support import ANA, BEN

from sharpened_cli.errors import InputError
from sharpened_cli.services import archive
from sharpened_cli.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from sharpened_cli.clock import Clock
    from sharpened_cli.store.users import User

_SECRETS = ("ana@example.org", "Ana Ungewöhnlich", "porridge with a secret")


@pytest.fixture
def furnished(store: Store) -> Store:
    """Ana with rows in many tables, Ben with one of each that matters."""
    with store.transaction():
        for user in (ANA, BEN):
            store.execute(
                "INSERT INTO main.profiles (id, full_name, created_at, updated_at) VALUES (:u, :name, 'now', 'now')",
                {"u": user, "name": "Ana Ungewöhnlich" if user == ANA else "Ben"},
            )
            store.execute(
                "INSERT INTO main.foods (id, name, calories_per_100g, protein_g_per_100g, carbs_g_per_100g,"
                " fat_g_per_100g, created_by, created_at) VALUES (:id, 'own', 100, 1, 2.5, 3, :u, 'now')",
                {"id": f"food-{user}", "u": user},
            )
            store.execute(
                "INSERT INTO main.meals (id, user_id, meal_type, logged_at, local_date, total_cals, total_protein,"
                " total_carbs, total_fat, original_text, created_at, updated_at) VALUES (:id, :u, 'lunch',"
                " '2026-11-24T12:00:00Z', '2026-11-24', 100.25, 1, 2, 3, 'porridge with a secret', 'now', 'now')",
                {"id": f"meal-{user}", "u": user},
            )
            store.execute(
                "INSERT INTO main.meal_items (meal_id, position, user_id, food_id, food_name, kcal, protein_g,"
                " carbs_g, fat_g) VALUES (:meal, 1, :u, :food, 'own', 100.25, 1, 2, 3)",
                {"meal": f"meal-{user}", "u": user, "food": f"food-{user}"},
            )
        store.execute(
            "INSERT INTO main.consultation_keys (id, key_value, current_uses, created_at) VALUES ('k', :h, 1, 'now')",
            {"h": "a" * 64},
        )
        store.execute(
            "INSERT INTO main.consultation_sessions (session_id, user_id, consultation_key, started_at, updated_at)"
            " VALUES ('s', :u, 'k', 'now', 'now')",
            {"u": ANA},
        )
        store.execute(
            "INSERT INTO main.consultation_key_usage (id, key_id, user_id, session_id, redeemed_at)"
            " VALUES ('use', 'k', :u, 's', 'now')",
            {"u": ANA},
        )
    return store


@pytest.mark.parametrize("file_format", ["json", "csv"])
def test_an_export_comes_back_the_same_in_another_file(
    furnished: Store, clock: Clock, ana: User, tmp_path: Path, empty_file: Path, file_format: str
) -> None:
    folder = tmp_path / "out"
    done = archive.export_person(furnished, clock, ana, folder, file_format, dry_run=False)
    assert done.rows["meals"] == 1
    other_path = tmp_path / "other.db"
    other_path.write_bytes(empty_file.read_bytes())
    with Store.open(other_path) as other:
        assert archive.import_person(other, folder).email == "ana@example.org"
        assert archive.document(other, ana) == archive.document(furnished, ana)
        totals = other.one("SELECT kcal FROM day_totals WHERE user_id = :u", {"u": ANA})
        assert totals is not None
        assert totals["kcal"] == pytest.approx(100.25)
        with pytest.raises(InputError, match="already"):
            archive.import_person(other, folder)


def test_an_export_mentions_nobody_else(furnished: Store, clock: Clock, ana: User, tmp_path: Path) -> None:
    archive.export_person(furnished, clock, ana, tmp_path / "out", "json", dry_run=False)
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "out").iterdir())
    assert BEN not in text
    assert "ben@example.org" not in text


@pytest.mark.parametrize("harm", ["cut", "noise", "newer", "nothing"])
def test_a_damaged_export_is_refused_whole(
    furnished: Store, clock: Clock, ana: User, tmp_path: Path, empty_file: Path, harm: str
) -> None:
    folder = tmp_path / "out"
    archive.export_person(furnished, clock, ana, folder, "json", dry_run=False)
    if harm == "cut":
        (folder / "meals.jsonl").write_text("")
    elif harm == "noise":
        (folder / "meals.jsonl").write_text("{not json\n")
    elif harm == "newer":
        manifest = json.loads((folder / "manifest.json").read_text())
        (folder / "manifest.json").write_text(json.dumps({**manifest, "version": 99}))
    else:
        (folder / "manifest.json").unlink()
    other_path = tmp_path / "other.db"
    other_path.write_bytes(empty_file.read_bytes())
    with Store.open(other_path) as other:
        with pytest.raises(InputError):
            archive.import_person(other, folder)
        assert other.one("SELECT 1 FROM auth_users") is None


def test_a_folder_is_never_written_over(furnished: Store, clock: Clock, ana: User, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="exists already"):
        archive.export_person(furnished, clock, ana, tmp_path, "json", dry_run=False)
    with pytest.raises(InputError, match="no format"):
        archive.export_person(furnished, clock, ana, tmp_path / "x", "xml", dry_run=False)


def test_a_dry_run_counts_and_writes_nothing(furnished: Store, clock: Clock, ana: User, tmp_path: Path) -> None:
    done = archive.export_person(furnished, clock, ana, tmp_path / "out", "csv", dry_run=True)
    assert done.rows["meals"] == 1
    assert not (tmp_path / "out").exists()


def test_an_erased_person_leaves_no_byte_and_others_stay(
    furnished: Store, ana: User, db_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "copy.db").write_bytes(b"")
    furnished.execute("VACUUM INTO :path", {"path": str(tmp_path / "backup.db")})
    done = archive.erase_person(furnished, ana)
    assert done.still_in == [str(tmp_path / "backup.db")]
    assert [row["id"] for row in furnished.all("SELECT id FROM meals ORDER BY id")] == [f"meal-{BEN}"]
    furnished.execute("UPDATE main.meals SET original_text = '' WHERE id = :id", {"id": f"meal-{BEN}"})
    furnished.execute("VACUUM")
    furnished.close()
    content = db_path.read_bytes()
    assert [word for word in (*_SECRETS, ANA) if word.encode() in content] == []
