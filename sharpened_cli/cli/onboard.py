"""`onboard`: a person, a profile, first targets; by questions, by options, or from a file for many."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from sharpened_cli import clock as clocks
from sharpened_cli.cli.host import host_zone
from sharpened_cli.cli.output import emit, emit_line, note, read_text
from sharpened_cli.cli.session import service
from sharpened_cli.errors import InputError, SharpenedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sharpened_cli.services.onboarding import OnboardingService

app = typer.Typer()


@app.command("onboard")
def onboard(
    context: typer.Context,
    source: str = typer.Option(None, "--from", help="A JSON object, a JSON list or JSON lines; - reads stdin"),
    email: str = typer.Option(None, help="Names your data in the file"),
    name: str = typer.Option(None, help="Your name"),
    birth_date: str = typer.Option(None, help="Such as 1990-05-31"),
    age: str = typer.Option(None, help="Where the birth date is not known"),
    sex: str = typer.Option(None, help="male or female"),
    height: str = typer.Option(None, help="180cm, 1.8 m, 5'11\""),
    weight: str = typer.Option(None, help="82.4kg, 181 lb, 12st 4lb"),
    body_fat: str = typer.Option(None, help="In percent"),
    body_fat_method: str = typer.Option(None, help="dxa, caliper, bia or guess"),
    goal: str = typer.Option(
        None, help="lose_fat, build_muscle, recomposition, maintain, improve_performance, general_health"
    ),
    secondary_goal: str = typer.Option(None, help="A second goal"),
    target_weight: str = typer.Option(None, help="The weight to reach"),
    experience: str = typer.Option(None, help="beginner, novice, intermediate or advanced"),
    activity_level: str = typer.Option(
        None, help="Apart from training: sedentary, lightly_active, moderately_active, very_active, extremely_active"
    ),
    workout_frequency: str = typer.Option(None, help="Training days a week, 0 to 7"),
    session_minutes: str = typer.Option(None, help="Minutes a session"),
    diet: str = typer.Option(None, help="none, vegetarian, vegan, pescatarian, keto, paleo, halal, kosher"),
    allergies: str = typer.Option(None, help="With commas, or none"),
    dislikes: str = typer.Option(None, help="Foods you do not want, or none"),
    meals_per_day: str = typer.Option(None, help="1 to 8"),
    equipment: str = typer.Option(None, help="full_gym, home_basic, none, or a list with commas"),
    injuries: str = typer.Option(None, help="With commas, or none"),
    conditions: str = typer.Option(None, help="Illnesses, or none"),
    medications: str = typer.Option(None, help="Medicines, or none"),
    screening: str = typer.Option(None, help="Health questions as JSON; codes: docs/rules/safety.md"),
    fine_exercises: str = typer.Option(None, help="Exercises that are fine despite an injury, with commas"),
    units: str = typer.Option(None, help="metric or imperial"),
    timezone: str = typer.Option(None, help="Such as Europe/Lisbon; default: this machine's"),
) -> None:
    """Create or update a profile and compute targets. Without options, in a terminal, it asks."""
    given = {key: value for key, value in locals().items() if key not in {"context", "source"} and value is not None}
    items = _items(source) if source else [{}]
    with _new_file_only_with_people(context.obj.database()), service(context, create=True) as session:
        onboarding = _service(session.store, session.clock)
        if isinstance(items, dict):
            items = [items]
        elif source:
            _many(context, onboarding, [item | given if isinstance(item, dict) else item for item in items])
            return
        _one(context, onboarding, {**items[0], **given}, asks=not source)


@contextmanager
def _new_file_only_with_people(file: Path) -> Iterator[None]:
    """Take a file away again that was made for people of whom none could be onboarded."""
    was_there = file.exists()
    try:
        yield
    except BaseException:
        if not was_there and file.exists() and _holds_nobody(file):
            for name in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
                name.unlink(missing_ok=True)
        raise


def _holds_nobody(file: Path) -> bool:
    from sharpened_cli.store import Store, users

    with Store.open(file) as store:
        return users.count(store) == 0


def _service(store: Any, clock: Any) -> OnboardingService:
    from sharpened_cli.services.onboarding import OnboardingService

    return OnboardingService(store, clock, host_zone())


def _one(context: typer.Context, onboarding: OnboardingService, raw: dict[str, Any], *, asks: bool) -> None:
    from sharpened_cli.render import onboarding as render

    wanted = context.obj.named_user() or context.obj.usual_user()
    if asks and context.obj.is_interactive:
        from sharpened_cli.cli.wizard import ask_all

        user, before = onboarding.current(raw.get("email") or wanted)
        today = clocks.local_day(onboarding.clock.now(), before.timezone if before else onboarding.host_zone)
        raw = ask_all(raw, before, raw.get("email") or (user.email if user else ""), today)
    emit(context, onboarding.onboard(raw, wanted_user=wanted), render.onboarded)


def _many(context: typer.Context, onboarding: OnboardingService, items: list[Any]) -> None:
    failed = 0
    for number, item in enumerate(items, 1):
        try:
            if not isinstance(item, dict):
                raise InputError(f"Item {number} is not a JSON object.", code="bad_item", hint="One object a person.")
            done = onboarding.onboard(item)
        except SharpenedError as error:
            failed += 1
            _line(context, {"item": number, "error": _as_error(error)}, f"{number}: {error.message}")
        else:
            _line(context, done, f"{number}: {done.user['email']}")
    note(context, f"{len(items) - failed} of {len(items)} onboarded.")
    if failed:
        raise typer.Exit(1)


def _line(context: typer.Context, document: Any, words: str) -> None:
    if context.obj.json:
        emit_line(document)
    else:
        typer.echo(words)


def _as_error(error: SharpenedError) -> dict[str, object]:
    return {"code": error.code, "message": error.message, "hint": error.hint, **error.details}


def _items(source: str) -> Any:
    """Return the JSON of a file: one object (dict) or many (list); JSON lines are many."""
    import json

    text = read_text(source)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        document = [_parsed(line) for line in text.splitlines() if line.strip()]
    if not isinstance(document, dict | list) or document == []:
        raise InputError(
            f"{source} holds no people.", code="bad_json", hint="A JSON object, a JSON list, or one JSON object a line."
        )
    return document


def _parsed(line: str) -> Any:
    import json

    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(
            "The input is not JSON.", code="bad_json", hint="A JSON object, a JSON list, or one JSON object a line."
        ) from error
