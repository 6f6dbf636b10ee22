"""What safety forbids on a day, from the stored verdict and the flags that stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.day_plan import OPEN_GATE, Gate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sharpened_cli.domain.safety_rules import Rule

ON_A_DAY = frozenset({"training", "numeric_targets"})
"""What a day can leave out; other blocks (a deficit, say) concern the making of a plan."""


def gate_of(verdict: Mapping[str, Any], flags: Iterable[str] = ()) -> Gate:
    """Return the gate that a stored safety verdict and live flag codes put before a day.

    Flags only add: whatever the verdict blocks stays blocked. What a clinician has agreed to (``agreed`` of the
    verdict) lifts the rules that name it.
    """
    agreed = frozenset(verdict.get("agreed", ()))
    blocked = ON_A_DAY.intersection(verdict.get("blocked_for", ()))
    because = list(verdict.get("warnings", ())) if blocked else []
    for rule in _rules_of(flags):
        if agreed.intersection(rule.cleared_by):
            continue
        if newly := ON_A_DAY.intersection(rule.blocks):
            blocked |= newly
            because.append(rule.warning)
    return Gate(blocked, tuple(dict.fromkeys(because))) if blocked else OPEN_GATE


def stops_training(flag: str) -> bool:
    """Return whether a flag stops training by itself."""
    return any("training" in rule.blocks for rule in _rules_of((flag,)))


def _rules_of(flags: Iterable[str]) -> list[Rule]:
    raised = sorted(set(flags))
    if not raised:
        return []
    from sharpened_cli.domain.findings import flag_findings
    from sharpened_cli.domain.safety_rules import RULES

    return [RULES[code] for code in sorted(flag_findings(raised)) if code in RULES]
