"""Everything that can go wrong for a person, with its exit code and a way on."""

from __future__ import annotations


class SharpenedError(Exception):
    """An error with one sentence for the person, a stable code and a hint.

    ``message`` says what is wrong, ``hint`` what to do next, ``code`` is what scripts compare;
    ``details`` are further fields of the JSON error object (never health data).
    """

    exit_code = 1
    code = "internal"

    def __init__(self, message: str, *, code: str | None = None, hint: str = "", **details: object) -> None:
        """Keep the sentence, the code (default: the class's own), the hint and the details."""
        super().__init__(message)
        self.message = message
        self.code = code or type(self).code
        self.hint = hint
        self.details = details


class InputError(SharpenedError):
    """What was typed cannot be used; nothing was written."""

    exit_code = 2
    code = "bad_input"


class NotThereError(SharpenedError):
    """Something that the command needs does not exist yet."""

    exit_code = 3
    code = "not_found"


class RefusedError(SharpenedError):
    """A safety gate, a consultation key or a deadline says no."""

    exit_code = 4
    code = "refused"


class StorageError(SharpenedError):
    """The database cannot be used."""

    exit_code = 5
    code = "database"


class ModelError(SharpenedError):
    """The language model could not be used."""

    exit_code = 6
    code = "model"
