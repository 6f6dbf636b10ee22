"""Each class of database failure in one sentence, with the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.errors import StorageError

if TYPE_CHECKING:
    from sharpened_cli.errors import SharpenedError

_BY_TEXT = (
    (
        ("is locked", "busy"),
        "database_busy",
        "Another program is writing to the database and did not finish in time.",
        "Close the other terminal or wait a moment, then run the command again.",
    ),
    (
        ("readonly", "read-only", "unable to open"),
        "database_read_only",
        "The database or its folder cannot be written or opened.",
        "Check the permissions of the file and its folder, or choose another file with --db.",
    ),
    (
        ("disk is full", "disk i/o error", "full"),
        "disk_full",
        "The disk is full or does not answer; nothing of this command was kept.",
        "Free some space, then run the command again; `sharpened doctor` checks the file.",
    ),
    (
        ("malformed", "corrupt"),
        "database_corrupt",
        "The database file is damaged.",
        "Run `sharpened doctor --repair`, or `sharpened restore BACKUP`.",
    ),
    (
        ("not a database", "encrypted"),
        "not_a_database",
        "The file is not an SQLite database.",
        "Choose another file with --db.",
    ),
)


def as_storage_error(error: Exception) -> SharpenedError | None:
    """Return the sentence for a failure that a person can mend, or None when it is a bug of ours."""
    text = str(error).lower()
    for needles, code, message, hint in _BY_TEXT:
        if any(needle in text for needle in needles):
            return StorageError(message, code=code, hint=hint)
    return None
