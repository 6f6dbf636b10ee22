"""What can be wrong with a file, each told as one finding."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.store import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

MIN_FREE_BYTES = 50_000_000  # product choice: enough for a backup of an ordinary file
NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"})


class Finding(NamedTuple):
    """One check: its name, whether all is well, and what was found in words."""

    check: str
    ok: bool
    detail: str


def examine(path: Path) -> list[Finding]:
    """Return the findings of every check on a file, whatever its state; never writes, never raises for damage."""
    findings = [_exists(path), _permissions(path), _free_space(path), _file_system(path), _side_files(path)]
    if not findings[0].ok:
        return findings
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=2)) as connection:
            connection.row_factory = sqlite3.Row
            findings += _inside(connection)
    except sqlite3.Error as error:
        findings.append(Finding("opens", ok=False, detail=f"the file cannot be read as a database ({error})"))
    return findings


def _exists(path: Path) -> Finding:
    if not path.is_file():
        return Finding("file", ok=False, detail=f"there is no file {path}")
    size = path.stat().st_size
    return Finding("file", ok=size > 0, detail=f"{size} bytes")


def _permissions(path: Path) -> Finding:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
    return Finding("permissions", ok=not mode & 0o077, detail=f"mode {mode:04o}; only the owner should read it (0600)")


def _free_space(path: Path) -> Finding:
    folder = path.parent if path.parent.exists() else path.parent.parent
    free = shutil.disk_usage(folder).free if folder.exists() else 0
    return Finding("free space", ok=free >= MIN_FREE_BYTES, detail=f"{free // 1_000_000} MB free")


def _file_system(path: Path) -> Finding:
    """A write-ahead log needs shared memory, which network file systems do not give."""
    mounts = Path("/proc/mounts")
    best, kind = "", "unknown"
    if mounts.exists():
        for line in mounts.read_text("utf-8").splitlines():
            _, point, name, *_ = line.split(" ")
            if str(path.resolve()).startswith(point) and len(point) >= len(best):
                best, kind = point, name
    return Finding("file system", ok=kind not in NETWORK_FILE_SYSTEMS, detail=kind)


def _side_files(path: Path) -> Finding:
    wal = path.with_name(path.name + "-wal")
    if not path.exists() and wal.exists():
        return Finding("write-ahead log", ok=False, detail="a -wal file without its database")
    stale = wal.exists() and path.exists() and wal.stat().st_size > 0 and _wal_is_foreign(path, wal)
    return Finding("write-ahead log", ok=not stale, detail="belongs to another file" if stale else "fine")


def _wal_is_foreign(path: Path, wal: Path) -> bool:
    """Whether the log's page size, big-endian at byte 8, differs from the database's, at byte 16."""
    with wal.open("rb") as log, path.open("rb") as database:
        header, head = log.read(32), database.read(100)
    if len(header) < 32 or len(head) < 100:
        return True
    page_size = int.from_bytes(head[16:18], "big")
    return int.from_bytes(header[8:12], "big") != (65536 if page_size == 1 else page_size)


def _inside(connection: sqlite3.Connection) -> Iterator[Finding]:
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    yield Finding("ours", ok=application_id == schema.APPLICATION_ID, detail=f"application id {application_id}")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    yield _version(version)
    yield _pages(connection)
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    yield Finding("parents", ok=not orphans, detail=f"{len(orphans)} rows without their parent")
    if version < schema.VERSION:  # its structure is that of its time
        return
    differing = structural_difference(connection)
    yield Finding("structure", ok=not differing, detail=", ".join(differing) or "as in schema.sql")
    if not differing:
        yield from _invariants(connection)


def _version(version: int) -> Finding:
    older = ", the next command brings it up" if version < schema.VERSION else ""
    return Finding(
        "version", ok=0 < version <= schema.VERSION, detail=f"{version} (this program: {schema.VERSION}{older})"
    )


def _pages(connection: sqlite3.Connection) -> Finding:
    try:
        answers = [str(row[0]) for row in connection.execute("PRAGMA quick_check(5)")]
    except sqlite3.DatabaseError as error:
        answers = [str(error)]
    return Finding("pages", ok=answers == ["ok"], detail="; ".join(answers))


def structural_difference(connection: sqlite3.Connection) -> list[str]:
    """Return the names of tables, indexes, views and triggers that differ from schema.sql in more than layout."""
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(schema.schema_text())
        wanted, present = _definitions(fresh), _definitions(connection)
    return sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))


def _definitions(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute(
        "SELECT name, sql FROM main.sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    )
    return {name: " ".join(_COMMENT.sub("", sql).replace('"', "").split()) for name, sql in rows}


_COMMENT = re.compile(r"--[^\n]*")  # no text inside schema.sql holds two hyphens


_INVARIANTS = {
    "calendar": """
        SELECT count(*) FROM calendar_events AS c
         WHERE NOT EXISTS (SELECT 1 FROM session_instances WHERE id = c.ref_id AND c.ref_table = 'session_instances')
           AND NOT EXISTS (SELECT 1 FROM meal_instances WHERE id = c.ref_id AND c.ref_table = 'meal_instances')
    """,
    "meal totals": """
        SELECT count(*) FROM (
            SELECT m.id FROM meals AS m JOIN meal_items AS i ON i.meal_id = m.id
             GROUP BY m.id
            HAVING abs(m.total_cals - total(i.kcal)) > 0.5 OR abs(m.total_protein - total(i.protein_g)) > 0.05)
    """,
    "day totals": """
        SELECT count(*) FROM (
            SELECT user_id, local_date AS date, count(*) AS n, total(total_cals) AS kcal FROM meals
             WHERE deleted_at IS NULL GROUP BY user_id, local_date) AS fresh
          LEFT JOIN day_totals AS kept ON kept.user_id = fresh.user_id AND kept.date = fresh.date
         WHERE kept.meals_logged IS NOT fresh.n OR abs(kept.kcal - fresh.kcal) > 0.5
    """,
    "undo": """
        SELECT count(*) FROM plan_change_events AS u
         WHERE u.undoes_event_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM plan_change_events WHERE id = u.undoes_event_id)
    """,
    "programs": """
        SELECT count(*) FROM programs
         WHERE status = 'active' AND valid_until IS NOT NULL AND valid_until <= program_start_date
    """,
    "food search": """
        SELECT abs((SELECT count(*) FROM foods WHERE created_by IS NULL AND deleted_at IS NULL)
                   - (SELECT count(*) FROM foods_fts))
    """,
}


def _invariants(connection: sqlite3.Connection) -> Iterator[Finding]:
    for name, sql in _INVARIANTS.items():
        count = connection.execute(sql).fetchone()[0]
        yield Finding(name, ok=count == 0, detail="fine" if count == 0 else f"{count} rows do not agree")
