"""Backups, findings, the audit trail and query answers in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpened_cli.services.safekeeping import Examination, Restored
    from sharpened_cli.store.audit import Entry
    from sharpened_cli.store.backup import Backup
    from sharpened_cli.store.own_sql import Table


def backed_up(made: Backup) -> str:
    """Say where the backup is and how to check it."""
    return f"Backup written to {made.path}: {made.rows} rows, {made.size_bytes} bytes.\nSHA-256 {made.sha256}"


def restored(done: Restored) -> str:
    """Say what is in place now and where the former file is."""
    kept = f"\nThe file that was there is kept as {done.kept}." if done.kept else ""
    return f"Restored {done.backup.rows} rows to {done.backup.path}.{kept}"


def examined(found: Examination) -> str:
    """List the findings, and after a repair what was saved."""
    lines = [f"{'ok ' if each.ok else 'NOT OK '} {each.check}: {each.detail}" for each in found.findings]
    if found.saved:
        lines.append("Saved into a new file:")
        lines += [f"  {each.table}: {each.rows} rows{'' if each.complete else ', some lost'}" for each in found.saved]
        lines.append(f"The damaged file is kept as {found.kept}.")
    lines.append(
        "All is well." if found.healthy else "Something is wrong: `sharpened doctor --repair` saves what can be saved."
    )
    return "\n".join(lines)


def trail(entries: list[Entry]) -> str:
    """List audit entries, newest first."""
    lines = [
        f"{each.recorded_at}  {each.action} {each.table_name} {each.row_id}  {each.changes.strip('{}')}"
        for each in entries
    ]
    return "\n".join(line.rstrip() for line in lines) or "Nothing has been recorded yet."


def answer(table: Table) -> str:
    """Draw a query's answer as a plain table."""
    rows = [["" if cell is None else str(cell) for cell in row] for row in table.rows]
    widths = [max(map(len, column)) for column in zip(table.columns, *rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [table.columns, *rows]
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    if table.truncated:
        lines.append(f"(only the first {len(rows)} rows)")
    return "\n".join(line.rstrip() for line in lines)
