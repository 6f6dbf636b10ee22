"""The first look at what a person typed: cleaned text, plain numbers, and the refusals they share."""

from __future__ import annotations

import re
import unicodedata
from math import isfinite

from sharpened_cli.errors import InputError

LONGEST_QUANTITY = 60  # characters; nobody types a longer weight, time or date
LONGEST_ECHO = 40

_PRIMES = str.maketrans(
    {"′": "'", "’": "'", "‘": "'", "`": "'", "″": '"', "”": '"', "“": '"', "−": "-", "–": "-", "⁄": "/"}
)
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "So"})
NUMBER = r"\d+(?:[.,]\d+)?|[.,]\d+"


def echo(text: str) -> str:
    """Return what was typed, quoted for an error sentence: short and without control characters."""
    return ascii(text if len(text) <= LONGEST_ECHO else text[: LONGEST_ECHO - 1] + "~")[:120]


def refusal(text: str, what: str, hint: str, code: str = "bad_quantity") -> InputError:
    """Return the error that says that ``text`` is not ``what``."""
    if not text.strip():
        return InputError(f"Nothing was typed where {what} is needed.", code=code, hint=hint)
    return InputError(f"{echo(text)} is not {what}.", code=code, hint=hint)


def cleaned(text: str, what: str, hint: str, code: str = "bad_quantity") -> str:
    """Return the text folded for matching: compatibility forms, lower case, straight quotes, one space.

    Raises InputError for an empty or overlong text, control characters and pictographs.
    """
    if len(text) > LONGEST_QUANTITY or any(unicodedata.category(char) in _UNPRINTABLE for char in text):
        raise refusal(text, what, hint, code)
    spaced = re.sub(r"(\d)([¼½¾⅓⅔⅛])", r"\1 \2", text)
    folded = unicodedata.normalize("NFKC", spaced).translate(_PRIMES).casefold()
    folded = " ".join(folded.split())
    if not folded:
        raise refusal(text, what, hint, code)
    return folded


def number_of(digits: str) -> float | None:
    """Return the number that digits with a decimal point or comma stand for, or None.

    Three digits after a comma are thousands (``1,200``), unless a zero stands before it (``0,125``).
    Fractions are read too: ``1/2``, ``1 1/2``.
    """
    digits = digits.strip()
    if match := re.fullmatch(r"(?:(\d{1,4}) )?(\d{1,3})/(\d{1,3})", digits, re.ASCII):
        whole, part, parts = (int(group or 0) for group in match.groups())
        return whole + part / parts if parts else None
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", digits, re.ASCII):
        digits = digits.replace(",", "")
    if not re.fullmatch(r"\d{0,12}[.,]?\d{0,12}", digits, re.ASCII) or not re.search(r"\d", digits, re.ASCII):
        return None
    value = float(digits.replace(",", "."))
    return value if isfinite(value) else None


def parse_number(text: str, *, least: float = 0.0, most: float = 1e9, what: str = "a number") -> float:
    """Return a plain number as typed, with a decimal point or comma, within ``least..most``.

    Raises InputError for anything else, infinities and not-a-number included.
    """
    hint = f"Write a number from {least:g} to {most:g}."
    folded = cleaned(text, what, hint)
    sign = -1.0 if folded.startswith("-") else 1.0
    value = number_of(folded.lstrip("+-").strip()) if folded.count("-") + folded.count("+") <= 1 else None
    if value is None:
        raise refusal(text, what, hint)
    return within(sign * value, text, least, most, what, hint)


def within(value: float, text: str, least: float, most: float, what: str, hint: str) -> float:
    """Return the value if it lies within ``least..most``; raises InputError that says so if not."""
    if not least <= value <= most:
        raise InputError(
            f"{echo(text)} is too {'small' if value < least else 'large'} to be {what}.",
            code="out_of_range",
            hint=hint,
        )
    return value


def choice(text: str, allowed: tuple[str, ...], what: str) -> str:
    """Return the allowed word that was typed, whatever its case, hyphens or spaces.

    Raises InputError that lists the words.
    """
    hint = f"Choose one of: {', '.join(allowed)}."
    folded = cleaned(text, what, hint).replace("-", "_").replace(" ", "_")
    if folded not in allowed:
        raise refusal(text, what, hint)
    return folded
