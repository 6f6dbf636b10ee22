"""Backups, findings, the audit trail and query answers in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

MAX_TABLE_COLUMNS = 10_000  # a query's answer is never folded: it is read by eye or by grep

if TYPE_CHECKING:
    from sharpened_cli.llm.server_check import ServerCheck
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


def model_examined(found: ServerCheck) -> str:
    """Say what a model server can do."""
    yes_no = {True: "yes", False: "no"}
    first = "-" if found.first_token_seconds is None else f"{found.first_token_seconds:.1f} s"
    lines = [
        f"{found.model} at {found.host}",
        f"lists its models: {yes_no[found.lists_models]}; this one among them: {yes_no[found.offers_model]}",
        f"keeps to a JSON schema: {yes_no[found.keeps_schema]} (else answers are checked and asked for once more)",
        f"calls tools by itself: {yes_no[found.calls_tools]} (without it, tools are named in JSON)",
        f"first words after: {first}",
    ]
    return "\n".join([*lines, *([f"NOT OK  {found.trouble}"] if found.trouble else [])])


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
    """Draw a query's answer as a table, as wide as it needs to be."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    drawn = Drawn(box=SIMPLE_HEAD, pad_edge=False)
    for name in table.columns:
        drawn.add_column(Text(name))
    for row in table.rows:
        drawn.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    console = Console(width=MAX_TABLE_COLUMNS, no_color=True, highlight=False)
    with console.capture() as captured:
        console.print(drawn, soft_wrap=True)
    lines = [line.rstrip() for line in captured.get().splitlines() if line.strip()]
    if table.truncated:
        lines.append(f"(only the first {len(table.rows)} rows)")
    return "\n".join(lines)
