"""An adjustment in words: short phrases for a screen, and the chain of reasons behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SOURCES = {
    "poor_sleep": "Craven 2022 Sports Med 52:2669",
    "high_stress": "Stults-Kolehmainen 2014 J Strength Cond Res 28:2007",
    "high_soreness": "Nosaka 2002 Scand J Med Sci Sports 12:337",
    "injury": "product choice: pain is not trained through",
    "low_adherence": "product choice: a lower barrier, never a deeper deficit",
}


def changes_in_words(modifications: Mapping[str, Any]) -> list[str]:
    """Return what an adjustment changes, one short phrase each; warm-up sets follow without words."""
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


def reasons_of(triggers: Iterable[Mapping[str, Any]], modifications: Mapping[str, Any]) -> tuple[Reason, ...]:
    """Return the chain behind an adjustment: what was seen, with its source, and each thing that it changes."""
    seen = [
        Reason(
            str(one["reason_code"]), None, None, str(one.get("detail", "")), SOURCES.get(str(one["reason_code"]), "")
        )
        for one in triggers
    ]
    return (*seen, *(Reason("change", None, None, phrase) for phrase in changes_in_words(modifications)))


def _sets(line: Mapping[str, Any]) -> str:
    if not line["after"]:
        return f"no {line['name']}"
    sets = "set" if line["after"] == 1 else "sets"
    return f"{line['name']} {line['after']} {sets} instead of {line['before']}"
