"""Safe-keeping: backups, restoring, examining and mending a file, the audit trail, one's own SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.errors import InputError, StorageError

if TYPE_CHECKING:
    from pathlib import Path

    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.audit import Entry
    from sharpened_cli.store.backup import Backup
    from sharpened_cli.store.doctor import Finding
    from sharpened_cli.store.own_sql import Table
    from sharpened_cli.store.salvage import Saved

MAX_AUDIT_ROWS = 1000


class Restored(NamedTuple):
    """What is in place now, and where the file that was there is kept (None where there was none)."""

    backup: Backup
    kept: str | None


class Examination(NamedTuple):
    """The findings of ``doctor``; after a repair also what was saved and where the old file is."""

    database: str
    healthy: bool
    findings: list[Finding]
    saved: list[Saved]
    kept: str | None


def back_up(store: Store, target: Path, *, dry_run: bool) -> Backup:
    """Write a checked copy of the file to ``target`` and return its size, SHA-256 and number of rows.

    With ``dry_run`` the copy is made, checked and removed. Raises InputError when the target exists,
    StorageError when it cannot be written.
    """
    from sharpened_cli.store import backup

    made = backup.write(store.connection, target.expanduser())
    if dry_run:
        target.expanduser().unlink()
    return made


def restore(source: Path, database: Path, clock: Clock, *, dry_run: bool) -> Restored:
    """Put a backup in the place of the database; the present file is kept beside it, stamped with the instant.

    Raises NotThereError, StorageError when the source is not a whole database of ours or the target is in use,
    InputError when source and target are the same file.
    """
    from sharpened_cli.store import backup

    if database.exists() and source.exists() and database.samefile(source):
        raise InputError("That is the database itself.", code="same_file", hint="Name a backup of it.")
    if dry_run:
        return Restored(backup.inspect(source), None)
    kept = _kept_name(database, clock, "before-restore")
    there = database.exists()
    return Restored(backup.put_back(source, database, kept), str(kept) if there else None)


def examine(database: Path, clock: Clock, *, repair: bool) -> Examination:
    """Return the findings about a file; with ``repair`` a damaged one is salvaged into its place, the old one kept.

    Raises StorageError when nothing of it can be read.
    """
    from sharpened_cli.store import doctor

    findings = doctor.examine(database)
    healthy = all(finding.ok for finding in findings)
    if healthy or not repair:
        return Examination(str(database), healthy, findings, [], None)
    saved, kept = _repair(database, clock)
    after = doctor.examine(database)
    return Examination(str(database), all(finding.ok for finding in after), after, saved, str(kept))


def _repair(database: Path, clock: Clock) -> tuple[list[Saved], Path]:
    from sharpened_cli.store import salvage

    if not database.exists() or not database.stat().st_size:
        raise StorageError(
            f"There is nothing in {database} to repair.",
            code="nothing_to_repair",
            hint="Restore a backup with `sharpened restore BACKUP`.",
        )
    return salvage.replace(database, kept=_kept_name(database, clock, "damaged"))


def _kept_name(database: Path, clock: Clock, why: str) -> Path:
    stamp = clock.now().strftime("%Y%m%dT%H%M%SZ")
    names = (
        database.with_name(f"{database.name}.{why}-{stamp}{tail}") for tail in ("", *(f"-{n}" for n in range(2, 99)))
    )
    return next(name for name in names if not name.exists())


def audit_trail(store: Store, *, table: str | None, limit: int) -> list[Entry]:
    """Return the newest audit entries, of one table or of all.

    Raises InputError for a table that is not audited.
    """
    from sharpened_cli.store import audit

    if table is not None and table not in audit.TABLES:
        raise InputError(
            f"{table!r} is not audited.", code="not_audited", hint=f"Audited are {', '.join(audit.TABLES)}."
        )
    return audit.latest(store, table=table, limit=min(limit, MAX_AUDIT_ROWS))


def query(database: Path, user_id: str, sql: str) -> Table:
    """Run one reading statement over a person's own rows.

    Raises InputError when it is not one, is denied, or fails.
    """
    from sharpened_cli.store import own_sql

    return own_sql.run(database, user_id, sql)
