"""What safety forbids on a day, from the stored verdict and the flags raised since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.day_plan import OPEN_GATE, Gate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

URGENT_FLAGS = {
    "chest_pain": "chest pain was mentioned: no training until a doctor has looked at it",
    "dizziness": "dizziness or fainting was mentioned: no training until a doctor has looked at it",
    "concussion": "a concussion was mentioned: no training until a doctor has cleared it",
}
"""Flags that stop training at once, whatever else is known (science: symptoms refuse training)."""

NUMBER_FLAGS = {
    "eating_disorder": "numbers for food and weight are left out here; talking to someone helps",
    "self_harm": "your safety comes first: please talk to someone you trust or a crisis line today",
}
"""Flags with which no numeric target is shown."""


def gate_of(verdict: Mapping[str, Any], flags: Iterable[str] = ()) -> Gate:
    """Return the gate that a stored safety verdict and live flag codes put before a day.

    Flags only add: whatever the verdict blocks stays blocked.
    """
    blocked = set(verdict.get("blocked_for", ()))
    because = list(verdict.get("warnings", ())) if blocked else []
    for flag in sorted(set(flags)):
        for table, what in ((URGENT_FLAGS, "training"), (NUMBER_FLAGS, "numeric_targets")):
            if flag in table:
                blocked.add(what)
                because.append(table[flag])
    return Gate(frozenset(blocked), tuple(dict.fromkeys(because))) if blocked else OPEN_GATE
