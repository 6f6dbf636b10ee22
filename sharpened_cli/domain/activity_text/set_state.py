"""What is known while the sets of one exercise are read: the sets so far, what waits for them, what comes next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.lexeme import STRONG_BREAK, WEAK_BREAK
from sharpened_cli.domain.activity_text.scheme import load_comes_first
from sharpened_cli.domain.activity_text.set_draft import Draft, Reading
from sharpened_cli.domain.units import KG_PER_LB

if TYPE_CHECKING:
    from sharpened_cli.domain.activity_text.lexeme import Lexeme
    from sharpened_cli.domain.activity_text.scheme import Scheme
    from sharpened_cli.domain.exercise import Exercise


class SetState:
    """The state of a reader of sets, and how sets join it."""

    def __init__(self, exercise: Exercise | None, load_unit: str, figures: list[Lexeme]) -> None:
        self.exercise = exercise
        self.unit = load_unit
        self.figures = figures
        self.at = 0
        self.reading = Reading()
        self.group: list[Draft] = []  # the sets of the last product or list
        self.group_loads: list[float] = []
        self.loads: list[float] = []  # said before the reps they belong to
        self.next = Draft()  # what is already known of the sets to come
        self.count: int | None = None
        self.each = 0  # repetitions of each load that follows
        self.kind_until_break = ""
        products = [figure.parts for figure in figures if figure.kind == "factors" and figure.unit != "sets_of"]
        has_load = any(figure.kind in ("load", "at", "added_load", "bodyweight") for figure in figures)
        self.load_first = load_comes_first(products, has_other_load=has_load)

    def _add_scheme(self, scheme: Scheme) -> None:
        if scheme.load is not None:
            self._tell_loads(self.loads)
            self.loads = [self._kg(scheme.load, scheme.load_unit)]
        base = Draft(seconds=scheme.seconds, metres=scheme.metres, to_failure=scheme.to_failure)
        if scheme.sets > 1 and self.kind_until_break == "warmup" and len(self.group) == 1:
            self.kind_until_break = ""
        if len(scheme.reps) > 1:
            self._add([replace(base, reps=reps) for reps in scheme.reps])
        else:
            reps = scheme.reps[0] if scheme.reps else None
            self._add([replace(base, reps=reps) for _ in range(scheme.sets)])
        if not scheme.reps and scheme.seconds is None and scheme.metres is None:
            self.next = Draft(to_failure=True)

    def _add(self, drafts: list[Draft]) -> None:
        if self.count and len(drafts) == 1:
            drafts = [replace(drafts[0]) for _ in range(self.count)]
        elif self.count and self.count != len(drafts):
            self.reading.unmatched.append(f"{self.count} sets")
        if self.group and self._is_open(self.group) and drafts[0].reps and len(drafts) <= len(self.group):
            self._fill(drafts)
            return
        for draft in drafts:
            draft.kind = self.kind_until_break or "normal"
            draft.rpe, draft.rest_sec = self.next.rpe, self.next.rest_sec
            draft.each_side, draft.bodyweight = self.next.each_side, self.next.bodyweight
            draft.kg = self.next.kg
            draft.to_failure = draft.to_failure or self.next.to_failure
        self.count, self.next = None, Draft()
        self.group, self.group_loads = drafts, []
        self.reading.drafts += drafts
        if self.loads:
            self._spread_loads(self.loads)
            self.loads = []

    def _fill(self, drafts: list[Draft]) -> None:
        """Give the reps that were reached to sets announced as "3 x amrap"."""
        for index, draft in enumerate(self.group):
            if index < len(drafts):
                draft.reps = drafts[index].reps

    @staticmethod
    def _is_open(group: list[Draft]) -> bool:
        return all(draft.reps is None and draft.seconds is None and draft.metres is None for draft in group)

    def _repeat(self, count: int) -> None:
        extra = [replace(self.group[0]) for _ in range(min(count, 50) - 1)]
        self.group = [*self.group, *extra]
        self.reading.drafts += extra

    def _spread_loads(self, loads: list[float]) -> None:
        self._tell_loads(loads[len(self.group) :])
        self.group_loads = loads[: len(self.group)]
        for index, draft in enumerate(self.group):
            draft.kg = loads[min(index, len(loads) - 1)]

    def _tell_loads(self, loads: list[float]) -> None:
        self.reading.unmatched += [f"{load:g} kg" for load in loads]

    def _set(self, **values: object) -> None:
        targets = self.group or [self.next]
        if self.group and self._break_before() and self._next_kind() in ("factors", "list") and not self._tail():
            targets = [self.next]
        for draft in targets:
            for name, value in values.items():
                setattr(draft, name, value)

    def _tail(self) -> bool:
        """Whether a break stands between here and the next sets, so that the figure looks back."""
        following = self.figures[self.at + 1] if self.at + 1 < len(self.figures) else None
        return following is None or following.is_break

    def _kg(self, value: float, unit: str) -> float:
        return round(value * (KG_PER_LB if (unit or self.unit) == "lb" else 1.0), 2)

    def _has_load(self) -> bool:
        return any(draft.kg is not None for draft in self.group)

    def _ends_here(self) -> bool:
        """Return whether a strong break follows: "a single, 212.5 kg, then 4 sets of 4"."""
        return self.at + 1 < len(self.figures) and self.figures[self.at + 1].kind == STRONG_BREAK

    def _has_hold(self) -> bool:
        return any(draft.seconds is not None for draft in self.reading.drafts)

    def _load_so_far(self) -> float | None:
        """Return the load that goes on: "100kg x 10, 10, 9", unless another follows."""
        if self.loads or not self._break_before() or self._next_kind() in ("load", "at", "added_load", "bodyweight"):
            return None
        before = self.figures[self.at - 2] if self.at > 1 else None
        carries = before is not None and before.kind in ("factors", "list", "reps")
        return self.group[-1].kg if carries and self.group and not self.group[-1].bodyweight else None

    def _next(self) -> Lexeme | None:
        return next((figure for figure in self.figures[self.at + 1 :] if not figure.is_break), None)

    def _next_kind(self) -> str:
        following = self._next()
        return following.kind if following else ""

    def _next_has_load(self) -> bool:
        following = self._next()
        return following is not None and any(part.unit in ("kg", "lb") for part in following.parts)

    def _break_before(self) -> bool:
        return bool(self.at) and self.figures[self.at - 1].kind in (WEAK_BREAK, STRONG_BREAK)

    def _may_hold(self, seconds: float) -> bool:
        return self.exercise is not None and (
            self.exercise.category != "conditioning" or seconds <= 120.0 or self.count is not None
        )
