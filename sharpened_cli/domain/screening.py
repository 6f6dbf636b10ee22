"""The health questions of onboarding, after the PAR-Q+ (Warburton 2011), and what their answers may be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping


class Question(NamedTuple):
    """One question: its code, the kind of its answer, the words, and whether only women are asked.

    Kinds: ``bool``, ``weeks``, ``count`` (0-5), ``pressure`` (``150/95``), ``diabetes``, ``history``, ``codes``.
    """

    code: str
    kind: str
    text: str
    for_women: bool = False


QUESTIONS = (
    Question("heart_condition", "bool", "Has a doctor ever said that you have a heart condition?"),
    Question("high_blood_pressure", "bool", "Has a doctor ever said that you have high blood pressure?"),
    Question("chest_pain", "bool", "Do you feel pain in your chest, at rest or when you are active?"),
    Question("dizziness", "bool", "Have you fainted, or lost your balance from dizziness, in the last 12 months?"),
    Question("other_condition", "bool", "Do you have another long-lasting illness?"),
    Question("medication", "bool", "Do you take prescribed medication for a long-lasting illness?"),
    Question("bone_joint", "bool", "Do you have a bone, joint or muscle problem that training could make worse?"),
    Question("supervised_only", "bool", "Has a doctor said that you should only train under medical supervision?"),
    Question("pregnant", "bool", "Are you pregnant?", for_women=True),
    Question("breastfeeding", "bool", "Are you breastfeeding?", for_women=True),
    Question("eating_disorder", "history", "Have you had an eating disorder: never, past (over two years ago) or now?"),
)
FURTHER = (
    Question("currently_active", "bool", "Have you trained 3 days a week for the last 3 months?"),
    Question("blood_pressure", "pressure", "Your last blood pressure, such as 128/82."),
    Question("diabetes", "diabetes", "Diabetes: none, type1 or type2."),
    Question("kidney_disease", "bool", "Do you have kidney disease or a single kidney?"),
    Question("postpartum_weeks", "weeks", "Weeks since you gave birth.", for_women=True),
    Question("surgery_weeks", "weeks", "Weeks since an operation."),
    Question("scoff", "count", "Questions of the SCOFF that you answer with yes (0-5)."),
    Question("clinician_ok", "codes", "What a clinician has agreed to: training, deficit, pregnancy, cardiac ..."),
)
BY_CODE = {question.code: question for question in (*QUESTIONS, *FURTHER)}
PAR_Q_CODES = tuple(question.code for question in QUESTIONS[:8])

CLEARANCES = ("training", "deficit", "pregnancy", "cardiac", "diabetes", "insulin", "kidney", "lithium", "concussion")
_YES = frozenset({"yes", "y", "true", "1", "ja", "si", "sim", "oui"})
_NO = frozenset({"no", "n", "false", "0", "none", "never", "nao", "non"})


def checked(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return screening answers in their stored form.

    Raises InputError for a code that is not a question's and for an answer of the wrong kind.
    """
    return {code: answer_of(code, value) for code, value in answers.items() if value is not None}


def answer_of(code: str, value: Any) -> Any:
    """Return one answer in its stored form; raises InputError."""
    question = BY_CODE.get(code)
    if question is None:
        raise InputError(
            f"{code[:40]!r} is not a screening question.",
            code="bad_screening",
            hint=f"Known codes: {', '.join(BY_CODE)}.",
        )
    stored = _READERS[question.kind](value)
    if stored is None:
        raise InputError(
            f"The answer to {code} cannot be used.", code="bad_screening", hint=f"Asked is: {question.text}"
        )
    return stored


def _bool(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    return True if word in _YES else False if word in _NO else None


def _number(value: Any, most: float) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if 0.0 <= number <= most else None


def _weeks(value: Any) -> float | None:
    return _number(value, 1000.0)


def _count(value: Any) -> int | None:
    if isinstance(value, list | tuple):
        return sum(bool(one) for one in value)
    number = _number(value, 5.0)
    return None if number is None else int(number)


def _pressure(value: Any) -> str | None:
    match = re.fullmatch(r"\s*(\d{2,3})\s*(?:/|over)\s*(\d{2,3})\s*(?:mmhg)?\s*", str(value), re.IGNORECASE | re.ASCII)
    if not match:
        return None
    upper, lower = int(match[1]), int(match[2])
    return f"{upper}/{lower}" if 60 <= upper <= 280 and 30 <= lower < upper else None


def _diabetes(value: Any) -> str | None:
    word = str(value).strip().lower().replace(" ", "").replace("_", "").replace("-", "")
    if word in _NO:
        return "none"
    if word in {"type1", "t1", "1", "insulin"}:
        return "type1"
    return "type2" if word in {"type2", "t2", "2"} or word in _YES else None


def _history(value: Any) -> str | None:
    word = str(value).strip().lower()
    if word in _NO:
        return "never"
    return word if word in {"past", "now"} else "now" if word in _YES else None


def _codes(value: Any) -> list[str] | None:
    if isinstance(value, bool):
        return ["training", "deficit"] if value else []
    words = [str(one) for one in value] if isinstance(value, list | tuple) else re.split(r"[,;\s]+", str(value))
    codes = [word.strip().lower() for word in words if word.strip() and word.strip().lower() != "none"]
    return codes if all(code in CLEARANCES for code in codes) else None


_READERS = {
    "bool": _bool,
    "weeks": _weeks,
    "count": _count,
    "pressure": _pressure,
    "diabetes": _diabetes,
    "history": _history,
    "codes": _codes,
}
