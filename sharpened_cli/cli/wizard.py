"""The questions of `onboard` in a terminal, each answer checked as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from sharpened_cli.domain.profile import ACTIVITY_LEVELS, DIETS, EXPERIENCE_LEVELS, GOALS
from sharpened_cli.domain.profile_fields import UNIT_SYSTEMS, read_said
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sharpened_cli.domain.profile import Profile


class Ask(NamedTuple):
    """One question: the key it answers, the words, what stands for no answer, and the words to choose from.

    ``field`` is the profile's field behind the key; an empty default asks again.
    """

    key: str
    words: str
    default: str = ""
    choices: tuple[str, ...] = ()
    field: str = ""


ASKS = (
    Ask("email", "Your email (it names your data in the file)"),
    Ask("units", "Units", "metric", UNIT_SYSTEMS, "unit_system"),
    Ask("sex", "Sex, for the energy equations", "", ("male", "female"), "sex"),
    Ask("birth_date", "Birth date (or your age)", "", (), "birth_date"),
    Ask("height", "Height", "", (), "height_cm"),
    Ask("weight", "Weight", "", (), "weight_kg"),
    Ask("body_fat", "Body fat in percent, if it was measured (Enter: not known)", "-", (), "body_fat_percentage"),
    Ask("goal", "Goal", "general_health", GOALS, "primary_goal"),
    Ask("target_weight", "Target weight (Enter: none)", "-", (), "target_weight_kg"),
    Ask("experience", "Training experience", "beginner", EXPERIENCE_LEVELS, "experience_level"),
    Ask("activity_level", "Your days apart from training", "lightly_active", ACTIVITY_LEVELS, "activity_level"),
    Ask("workout_frequency", "Training days a week (0-7)", "3", (), "workout_frequency"),
    Ask("session_minutes", "Minutes a session", "60", (), "session_minutes"),
    Ask("equipment", "Equipment (full_gym, home_basic, none, or a list)", "none", (), "equipment"),
    Ask("diet", "Diet", "none", DIETS, "dietary_preference"),
    Ask("allergies", "Food allergies, with commas", "none", (), "food_allergies"),
    Ask("dislikes", "Foods you do not want", "none", (), "foods_to_avoid"),
    Ask("meals_per_day", "Meals a day (1-8)", "3", (), "meals_per_day"),
    Ask("injuries", "Injuries, with commas", "none", (), "injuries"),
    Ask("conditions", "Illnesses", "none", (), "conditions"),
    Ask("medications", "Medicines", "none", (), "medications"),
)
METHODS = Ask("body_fat_method", "How was it measured", "guess", ("dxa", "caliper", "bia", "guess"))


def ask_all(given: Mapping[str, Any], before: Profile | None, email: str, today: date) -> dict[str, Any]:
    """Return what was given by option and what the person answers to the rest."""
    answers: dict[str, Any] = dict(given)
    units_before = before.unit_system if before else "metric"
    typer.echo("A few questions first. Enter takes what stands in brackets.\n")
    for one in ASKS:
        if one.key in answers or (one.key == "email" and email) or (one.key == "birth_date" and "age" in answers):
            continue
        _answer(one, answers, before, units_before, today)
        if one.key == "body_fat" and "body_fat" in answers and "body_fat_method" not in answers:
            _answer(METHODS, answers, None, units_before, today)
    if "screening" not in answers:
        answers["screening"] = _ask_health(answers, before)
    return answers


def _answer(one: Ask, answers: dict[str, Any], before: Profile | None, units_before: str, today: date) -> None:
    default = _shown_default(one, before)
    words = f"{one.words} ({', '.join(one.choices)})" if one.choices else one.words
    while True:
        text = typer.prompt(words, default=default or None, show_default=bool(default)).strip()
        if text == "-" or (text == default and before is not None and _known(one, before) is not None):
            return
        key = "age" if one.key == "birth_date" and text.isdecimal() and len(text) <= 3 else one.key
        try:
            system = str(answers.get("units") or units_before)
            read_said({key: text}, units_before=system, today=today)
        except InputError as error:
            typer.echo(f"{error.message} {error.hint}")
            continue
        answers[key] = text
        return


def _known(one: Ask, before: Profile) -> Any:
    return getattr(before, one.field) if one.field else None


def _shown_default(one: Ask, before: Profile | None) -> str:
    known = _known(one, before) if before else None
    if known is None:
        return one.default
    if isinstance(known, tuple):
        return ", ".join(known) or "none"
    return f"{known:g}" if isinstance(known, float) else str(known)


def _ask_health(answers: Mapping[str, Any], before: Profile | None) -> dict[str, Any]:
    from sharpened_cli.domain.screening import QUESTIONS, answer_of

    sex = str(answers.get("sex") or (before.sex if before else "") or "")
    typer.echo("\nHealth questions. They stay in this file.")
    said: dict[str, Any] = {}
    for question in QUESTIONS:
        if question.for_women and not sex.startswith(("f", "w")):
            continue
        while question.code not in said:
            default = "never" if question.kind == "history" else "no"
            try:
                said[question.code] = answer_of(question.code, typer.prompt(question.text, default=default))
            except InputError as error:
                typer.echo(error.hint)
    return said
