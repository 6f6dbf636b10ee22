"""Why a number is what it is: one link in the chain that ``why`` prints."""

from __future__ import annotations

from typing import NamedTuple


class Reason(NamedTuple):
    """One step of a decision: the rule, the value before and after, why, and the source."""

    rule: str
    before: float | str | None
    after: float | str | None
    because: str
    source: str = ""
