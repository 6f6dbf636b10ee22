"""What `onboard` says to a person: targets, how sure they are, and what safety asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.show import show_weight, show_weight_change
from sharpened_cli.render.theme import faint, strong, whole, width, wrapped

if TYPE_CHECKING:
    from sharpened_cli.services.onboarding import Onboarded

SCREENING_WORDS = "The health questions are not answered yet: `sharpened onboard` asks them."


def onboarded(result: Onboarded) -> str:
    """Return the screen after onboarding."""
    units = result.profile["unit_system"]
    lines = [strong(f"{result.profile['full_name'] or result.user['email']}, your profile is saved.")]
    lines += _targets(result.targets, units)
    lines += issue_lines(result.issues)
    for question in result.questions:
        lines += ["", *wrapped(question, width(), "? ", "  ")]
    lines += safety_lines(result.safety)
    lines += ["", _next_step(result)]
    return "\n".join(lines)


def safety_lines(safety: dict[str, Any]) -> list[str]:
    """Return the words of a verdict: warnings, limits, and what is offered where something is blocked."""
    columns = width()
    lines: list[str] = []
    for warning in safety["warnings"]:
        words = SCREENING_WORDS if warning == "screening_not_answered" else warning
        lines += wrapped(words, columns, "! ", "  ")
    for constraint in safety["constraints"]:
        lines += wrapped(f"Limit: {constraint}.", columns, "  ", "    ")
    if safety["offered"]:
        lines += wrapped(f"Still offered: {'; '.join(safety['offered'])}.", columns, "  ", "    ")
    return ["", *lines] if lines else []


def issue_lines(issues: list[dict[str, Any]]) -> list[str]:
    """Return what cannot be met in full, with what would help."""
    lines: list[str] = []
    for issue in issues:
        words = f"Not all of it: {issue['because']} (wished {issue['wanted']}, possible {issue['possible']})."
        lines += wrapped(words, width(), "~ ", "  ")
        for option in issue["options"]:
            lines += wrapped(option, width(), "  - ", "    ")
    return ["", *lines] if lines else []


def _targets(targets: dict[str, Any], units: str) -> list[str]:
    if targets["calories_kcal"] is None:
        return ["", "No numbers for food and weight are given here."]
    rate = targets["rate_kg_per_week"]
    pace = "hold your weight" if not rate else f"{show_weight_change(rate, units)} a week"
    grams = f"protein {whole(targets['protein_g'])} g, carbohydrate {whole(targets['carbs_g'])} g"
    grams += f", fat {whole(targets['fat_g'])} g, fibre {whole(targets['fiber_g'])} g"
    low, high = whole(targets["tdee_low_kcal"]), whole(targets["tdee_high_kcal"])
    return [
        "",
        f"Each day   {strong(whole(targets['calories_kcal']) + ' kcal')} to {pace}",
        f"           {grams}",
        f"You spend  about {whole(targets['tdee_kcal'])} kcal a day, likely {low} to {high}",
        faint("           `sharpened why calories` shows each step from your figures to these."),
    ]


def _next_step(result: Onboarded) -> str:
    if result.safety["blocked_for"]:
        return "A plan waits until that is settled; logging works today: `sharpened log-meal`, `sharpened weigh`."
    weight = show_weight(result.profile["weight_kg"], result.profile["unit_system"])
    return f"Next: `sharpened consult` for an interview, or `sharpened program new` from {weight} on."
