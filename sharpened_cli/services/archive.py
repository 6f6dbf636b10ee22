"""Take everything about one person out, bring it back in, and erase a person for good."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli import clock as clocks
from sharpened_cli.errors import InputError, StorageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

MANIFEST = "manifest.json"
FORMATS = ("json", "csv")


class Exported(NamedTuple):
    """A written archive: its folder, format, and the number of rows of each table."""

    folder: str
    format: str
    rows: dict[str, int]


class Imported(NamedTuple):
    """A person brought in: id, email, and the number of rows of each table."""

    user_id: str
    email: str
    rows: dict[str, int]


class Erased(NamedTuple):
    """A person erased, and the files beside the database that still hold them."""

    user_id: str
    still_in: list[str]


def export_person(store: Store, clock: Clock, user: User, folder: Path, file_format: str, *, dry_run: bool) -> Exported:
    r"""Write everything about one person into a new folder: a manifest, and a file a table.

    ``json`` is one JSON object a line; ``csv`` has a header, and ``\\N`` for what is unknown. With ``dry_run``
    rows are only counted. Raises InputError when the folder exists or the format is unknown, StorageError
    when it cannot be written.
    """
    from sharpened_cli.store import archive

    if file_format not in FORMATS:
        raise InputError(f"There is no format {file_format!r}.", code="bad_format", hint="Write json or csv.")
    if dry_run:
        counted = {table: sum(1 for _ in archive.rows(store, table, user.id)) for table in archive.tables(store)}
        return Exported(str(folder), file_format, counted)
    if folder.exists():
        raise InputError(f"{folder} exists already.", code="file_exists", hint="Name a new folder with --out.")
    counts: dict[str, int] = {}
    try:
        folder.mkdir(mode=0o700, parents=True)
        with store.snapshot():
            for table in archive.tables(store):
                path = folder / f"{table}.{'jsonl' if file_format == 'json' else 'csv'}"
                counts[table] = _write(path, archive.columns(store, table), archive.rows(store, table, user.id))
        manifest = {
            "version": archive.FILE_VERSION,
            "format": file_format,
            "exported_at": clocks.as_text(clock.now()),
            "user_id": user.id,
            "email": user.email,
            "timezone": user.timezone,
            "rows": counts,
        }
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False), "utf-8")
    except OSError as error:
        raise StorageError(
            f"The export to {folder} could not be written.",
            code="export_failed",
            hint="Check the folder and the space.",
        ) from error
    return Exported(str(folder), file_format, counts)


def document(store: Store, user: User) -> dict[str, Any]:
    """Return everything about one person as one document: table -> rows."""
    from sharpened_cli.store import archive

    with store.snapshot():
        return {table: list(archive.rows(store, table, user.id)) for table in archive.tables(store)}


def import_person(store: Store, folder: Path) -> Imported:
    """Bring a person in from an archive folder: all of it or nothing.

    Raises InputError when it is no archive, of a newer version, damaged, does not fit this file, or its person is
    here already.
    """
    from sharpened_cli.store import archive

    manifest = _manifest(folder)
    if manifest["version"] > archive.FILE_VERSION:
        raise InputError(
            "That export comes from a newer version of sharpened.", code="newer_export", hint="Upgrade first."
        )
    if archive.exists(store, manifest["user_id"], manifest["email"]):
        raise InputError(
            f"{manifest['email']} is in this file already.",
            code="person_exists",
            hint="Import into another file with --db, or erase the person first.",
        )
    with store.transaction():
        counts = {
            table: archive.insert(store, table, _read(folder, table, manifest)) for table in archive.tables(store)
        }
        archive.refuse_orphans(store)
    return Imported(manifest["user_id"], manifest["email"], {table: n for table, n in counts.items() if n})


def erase_person(store: Store, user: User) -> Erased:
    """Erase a person: every row of theirs and every byte of them in the file; name the files that still hold them."""
    from sharpened_cli.store import archive

    with store.transaction():
        archive.erase(store, user.id)
    if not store.dry_run:
        archive.wipe_free_pages(store)
    return Erased(user.id, archive.siblings_holding(store, user.id))


def _write(path: Path, names: list[str], rows: Iterator[dict[str, Any]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file) if path.suffix == ".csv" else None
        if writer:
            writer.writerow(names)
        for row in rows:
            count += 1
            if writer:
                writer.writerow(["\\N" if value is None else value for value in row.values()])
            else:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return count


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
        complete = {"version", "format", "user_id", "email", "rows"} <= found.keys() and found["format"] in FORMATS
    except (OSError, ValueError, AttributeError):
        complete = False
    if not complete:
        raise InputError(
            f"{folder} is not an export of sharpened.",
            code="not_an_export",
            hint=f"It must be a folder with a {MANIFEST}, as `sharpened export` writes.",
        )
    manifest: dict[str, Any] = found
    return manifest


def _read(folder: Path, table: str, manifest: dict[str, Any]) -> Iterable[dict[str, Any]]:
    path = folder / f"{table}.{'jsonl' if manifest['format'] == 'json' else 'csv'}"
    if not path.exists():
        return
    expected, count = manifest["rows"].get(table, 0), 0
    with path.open(encoding="utf-8", newline="") as file:
        rows = map(json.loads, file) if path.suffix == ".jsonl" else map(_from_csv, csv.DictReader(file))
        try:
            for row in rows:
                count += 1
                yield row
        except (ValueError, AttributeError) as error:
            raise _damaged(path) from error
    if count != expected:
        raise _damaged(path)


def _from_csv(row: dict[str, str]) -> dict[str, str | None]:
    return {name: None if value == "\\N" else value for name, value in row.items()}


def _damaged(path: Path) -> InputError:
    return InputError(
        f"{path} is damaged or incomplete.", code="bad_export", hint="Export again; nothing was imported."
    )
