"""Exports, imports and erasures in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpened_cli.services.archive import Erased, Exported, Imported


def exported(done: Exported) -> str:
    """Say where the export is and what it holds."""
    lines = [f"  {table}: {count} rows" for table, count in done.rows.items() if count]
    return "\n".join([f"Everything about you is in {done.folder}:", *lines])


def imported(done: Imported) -> str:
    """Say who was brought in and how much of theirs."""
    return f"{done.email} is in this file now, with {sum(done.rows.values())} rows."


def erased(done: Erased) -> str:
    """Say that a person is erased, and which files still hold them."""
    if not done.still_in:
        return "Erased. Nothing of this person remains in the file, and no other file in its folder holds them."
    return "\n".join(
        ["Erased from the file. These files still hold the person:", *(f"  {name}" for name in done.still_in)]
    )
