"""`help`: short pages about what holds for every command."""

from __future__ import annotations

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.errors import NotThereError

app = typer.Typer()

TOPICS = {
    "exit-codes": """0    done (also: nothing needed doing)
1    a bug (one line and where the details were logged), or a batch in which at least one item failed
2    bad usage or bad input: nothing was written
3    not there yet: no database, no profile, no active program, no such id, nothing pending
4    refused: a safety gate, a consultation key, a decision that came too late
5    the database cannot be used: locked, read-only, disk full, damaged, newer than the program
6    the language model could not be used
130  interrupted; what was confirmed before is kept""",
    "environment": """SHARPENED_DB        the database file (as --db)
SHARPENED_USER      whose data (as --user)
SHARPENED_NO_INPUT  1: never ask (as --no-input)
SHARPENED_NOW       an instant with offset that fixes the clock for this run: 2026-11-24T06:30:00+01:00
SHARPENED_CONFIG    the settings file
SHARPENED_LOG       the log file
SHARPENED_SCOPE     always: guard the connection even when one person is in the file
SHARPENED_MODEL     the language model's name
OPENAI_API_KEY, OPENAI_BASE_URL   an OpenAI-compatible server; nothing is sent before you agree to its host
NO_COLOR            no colour""",
    "typing": """weight      82.4   82.4kg   181 lb   12st 4lb
height      180   180cm   1.8 m   5'11"
time        7:30   7.30pm   19:30
duration    45m   1h15   27:30
distance    5 km   3 mi   400 m
date        2026-11-24   today   yesterday   -3d   monday (the last one)
A bare number is in the units of your profile.""",
    "json": """--json prints exactly one JSON document on stdout (a batch: one object a line), and nothing else.
An error prints {"error": {"code", "message", "hint"}} on stderr and nothing on stdout.
kcal are whole numbers, grams and kilograms have one decimal, rates three; null means unknown.""",
}


@app.command("help")
def help_page(
    context: typer.Context, topic: str = typer.Argument("", help="exit-codes, environment, typing, json")
) -> None:
    """Show a short page about what holds for every command."""
    if topic and topic not in TOPICS:
        raise NotThereError(f"There is no page {topic!r}.", code="no_such_topic", hint=f"Pages: {', '.join(TOPICS)}.")
    pages = {topic: TOPICS[topic]} if topic else TOPICS
    emit(context, pages, lambda found: "\n\n".join(f"{name}\n{text}" for name, text in found.items()))
