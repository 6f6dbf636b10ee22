"""Adjustments in words: what they change, why, and what to type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

REASONS = {
    "poor_sleep": "poor sleep",
    "high_stress": "high stress",
    "high_soreness": "high soreness",
    "injury": "injury",
    "low_adherence": "a thin week",
}


def changes(modifications: Mapping[str, Any]) -> list[str]:
    """Return what an adjustment changes, one short phrase each."""
    wanted: dict[str, Any] = {
        name: [line for line in lines if not line.get("is_warmup")] if isinstance(lines, list) else lines
        for name, lines in modifications.items()
    }
    phrases = [f"{line['name']} is left out: {line['because']}" for line in wanted.get("cancelled", ())]
    phrases += [f"{line['to']} instead of {line['from']}: {line['because']}" for line in wanted.get("swaps", ())]
    phrases += [f"without {line['name']}: {line['because']}" for line in wanted.get("removed", ())]
    phrases += [_sets(line) for line in wanted.get("sets", ())]
    phrases += [f"{line['after']} minutes instead of {line['before']}" for line in wanted.get("minutes", ())]
    if (intensity := wanted.get("intensity", 1.0)) < 1.0:
        phrases.append(f"loads {round((1.0 - intensity) * 100)} % lighter")
    if rir := wanted.get("rir_adj"):
        phrases.append(f"{rir} more {'repetition' if rir == 1 else 'repetitions'} in reserve")
    if kcal := wanted.get("calorie_adj"):
        phrases.append(f"{abs(kcal)} kcal {'more' if kcal > 0 else 'less'}")
    if wanted.get("simpler_meals"):
        phrases.append("simple, familiar meals")
    return phrases


def _sets(line: Mapping[str, Any]) -> str:
    if not line["after"]:
        return f"no {line['name']}"
    sets = "set" if line["after"] == 1 else "sets"
    return f"{line['name']} {line['after']} {sets} instead of {line['before']}"


def because(override: Mapping[str, Any]) -> str:
    """Return the reasons of an adjustment: every trigger with its figures, the most severe first."""
    details = "; ".join(str(trigger["detail"]) for trigger in override["triggers"])
    return f"{REASONS.get(override['reason_code'], override['reason_code'])} ({details})"


def block(override: Mapping[str, Any], columns: int) -> list[str]:
    """Return an adjustment as a paragraph: state, reason, changes, and the commands that decide about it."""
    number = override["number"]
    is_proposal = override["status"] == "pending"
    title = f"{'Proposed' if is_proposal else 'Adjusted'} ({number}): {because(override)}."
    lines = [theme.strong(line) for line in theme.wrapped(title, columns)]
    lines += theme.wrapped(f"{_sentence(changes(override['modifications']))}.", columns, "  ")
    if not is_proposal:
        return [*lines, *theme.wrapped(f"Take it back: sharpened undo {number}", columns, "  ")]
    if override.get("applies_itself_at"):
        lines += theme.wrapped(
            f"Applies itself at {override['applies_itself_at']} unless you reject it.", columns, "  "
        )
    return [*lines, *theme.wrapped(f"sharpened approve {number}   or   sharpened reject {number}", columns, "  ")]


def _sentence(phrases: list[str]) -> str:
    text = "; ".join(phrases)
    return text[:1].upper() + text[1:]
