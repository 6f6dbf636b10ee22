"""The report of an import in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

SHOWN = 20  # skipped rows that are named


def imported(report: Mapping[str, Any]) -> str:
    """Return what came in, what was there already, and which rows were left out and why."""
    added = ", ".join(f"{count:,} {kind}" for kind, count in report["added"].items() if count)
    lines = [f"{report['file']}: {added or 'nothing'} added."]
    if report["already_there"]:
        lines.append(f"{report['already_there']:,} were there already.")
    if report["skipped"]:
        lines.append(f"{len(report['skipped']):,} rows left out:")
        lines += [f"  row {row['row']}: {row['because']}" for row in report["skipped"][:SHOWN]]
        lines += ["  ..."] if len(report["skipped"]) > SHOWN else []
    lines += [f"{count:,} rows not kept here: {because}" for because, count in report["ignored"].items()]
    return "\n".join(lines)
