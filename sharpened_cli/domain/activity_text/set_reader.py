"""Reading the sets of one exercise from the figures said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.lexeme import Lexeme
from sharpened_cli.domain.activity_text.scheme import (
    MOST_SETS,
    is_light,
    is_loaded,
    is_plausible_count,
    load_is_time,
    may_carry,
    scheme_of,
)
from sharpened_cli.domain.activity_text.set_draft import Draft, prepared
from sharpened_cli.domain.activity_text.set_state import SetState
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.activity_text.set_draft import Reading
    from sharpened_cli.domain.exercise import Exercise

MAX_RPE, LEAST_RPE = 10.0, 5.0  # below, "@" with a small figure is a load (product choice)
LONGEST_HOLD_SEC = 900.0  # a longer time beside a hold is the session's (product choice)
SHORTEST_SESSION_SEC = 180.0  # a shorter time beside reps is no session (product choice)
MOST_LAPS = 50  # of a carry or a sled; more is a slip (product choice)
EMPTY_BAR = {"kg": 20.0, "lb": 45.0}
PLATE_PAIR = {"kg": 40.0, "lb": 90.0}  # two 20 kg or 45 lb plates
_REPS_LIKE = frozenset({"factors", "list", "reps", "number", "pair", "times", "sets"})
_SESSION_KINDS = frozenset({
    "heart_rate", "calories", "clock", "steps", "elevation", "grade", "speed", "pace", "power", "cadence",
})  # fmt: skip


def read_sets(figures: Sequence[Lexeme], exercise: Exercise | None, load_unit: str) -> Reading:
    """Return the sets in the figures of one exercise; ``load_unit`` (kg or lb) is that of bare loads."""
    reader = _Reader(exercise, load_unit, prepared(figures))
    reader.run()
    return reader.reading


class _Reader(SetState):
    def run(self) -> None:
        for index, figure in enumerate(self.figures):
            self.at = index
            if figure.kind in _SESSION_KINDS:
                self.reading.session.append(figure)
                continue
            handler = getattr(self, f"_{figure.kind}", None)
            if handler is None or handler(figure) is False:
                self._not_understood(figure)
        self._finish()

    # products, lists and single figures ------------------------------------------------------

    def _factors(self, figure: Lexeme) -> bool:
        load_first = self.load_first and figure.unit != "sets_of"
        scheme = scheme_of(figure.parts, self.exercise, load_first=load_first)
        if scheme is None:
            return False
        self._add_scheme(scheme)
        if scheme.percent is not None:
            self.reading.unmatched.append(f"{scheme.percent:g} %")
        return True

    def _list(self, figure: Lexeme) -> bool:
        values = figure.numbers
        if (
            self.group
            and not self.loads
            and "/" in figure.text
            and len(values) == 2
            and values[1] == MAX_RPE >= values[0]
        ):
            self.reading.session.append(Lexeme("rpe", figure.text, values[:1]))  # "felt 8/10"
            return True
        loads_follow = len(self.group) == len(values) > 1 and not self._has_load() and max(values) > 12
        if loads_follow:
            self._spread_loads([self._kg(value, "") for value in values])
            return True
        if any(value != int(value) for value in values):
            return False
        if self.exercise and load_is_time(self.exercise):
            self._add([Draft(seconds=value) for value in values])
        else:
            load = self._load_so_far()
            self._add([Draft(reps=int(value)) for value in values])
            if load is not None and not self._has_load():
                self._spread_loads([load])
            if figure.text.rstrip().endswith("+"):
                self.group[-1].to_failure = True
        return True

    def _each_reps(self, figure: Lexeme) -> bool:
        self.each = int(figure.number)
        return True

    def _portions(self, figure: Lexeme) -> bool:
        """Read "100 push-ups in sets of 20" as five sets of twenty."""
        total, each = (self.group[-1].reps or 0) if len(self.group) == 1 else 0, int(figure.number)
        if not total and len(figure.numbers) > 1:  # "squeezed in 2 sets of 10"
            self._add([Draft(reps=each) for _ in range(min(int(figure.numbers[1]), MOST_LAPS))])
            return True
        if not 0 < each < total:
            return False
        last = self.group[0]
        last.reps = each
        self._repeat(-(-total // each))
        self.group[-1].reps = total % each or each
        return True

    def _number(self, figure: Lexeme) -> bool:
        value = figure.number
        if self._next_kind() == "duration" and self.exercise and load_is_time(self.exercise) and not self._has_hold():
            self.count = int(value)  # "2 planks of 45 s"
            return 1 <= value <= MOST_SETS
        if (
            self._next_kind() in ("factors", "list", "reps", "sets", "pair")
            and not self.loads
            and may_carry(self.exercise, value)
        ):
            self.loads = [self._kg(value, "")]
            return True
        if (
            self.group
            and not self.loads
            and self.count is None
            and not self._has_load()
            and not self.group[-1].bodyweight
        ):
            self._spread_loads([self._kg(value, "")])
            return True
        if value != int(value) or value <= 0:
            return False
        is_bare = not self.group and not self.loads and self.count is None and self._next_kind() not in ("load", "at")
        if is_bare and not is_plausible_count(self.exercise, value):
            return False
        return self._list(Lexeme("list", figure.text, (value,)))

    def _reps(self, figure: Lexeme) -> bool:
        before = self.figures[self.at - 1] if self.at else None
        if figure.unit == "for" and not self.loads and before is None:
            return False
        if self.group and self.group[-1].reps is None and self.group[-1].seconds is None:
            for draft in self.group:
                draft.reps = int(figure.number)
            return True
        self._add([Draft(reps=int(figure.number), to_failure=figure.unit == "amrap")])
        return True

    def _pair(self, figure: Lexeme) -> bool:
        return self._list(Lexeme("list", figure.text, figure.numbers[:1]))

    def _sets(self, figure: Lexeme) -> bool:
        count = int(figure.number)
        if self.group and len(self.group) == 1 and self._next_kind() not in _REPS_LIKE:
            self._repeat(count)
        elif self.count is None:
            self.count = count
        else:
            return False
        return True

    def _times(self, figure: Lexeme) -> bool:
        if self.loads or not self.group:
            return self._list(Lexeme("list", figure.text, figure.numbers))
        if len(self.group) > 1:
            return False
        self._repeat(int(figure.number))
        return True

    # loads ------------------------------------------------------------------------------------

    def _load(self, figure: Lexeme) -> bool:
        loads = [self._kg(value, figure.unit) for value in figure.numbers]
        if self.each:
            self._add([Draft(reps=self.each) for _ in loads])
            self._spread_loads(loads)
            self.each = 0
            return True
        follows = self._next_kind() in _REPS_LIKE and not self._next_has_load() and not self._ends_here()
        if self.group and not self._has_load() and not (follows and self._break_before()):
            self._spread_loads(loads)
        elif self.group and not follows and self.group_loads and len(self.group_loads) < len(self.group):
            self._spread_loads([*self.group_loads, *loads])
        else:
            self.loads = [*self.loads, *loads]
        return True

    def _at(self, figure: Lexeme) -> bool:
        value = figure.number
        is_rpe = len(figure.numbers) == 1 and LEAST_RPE <= value <= MAX_RPE and value * 2 == int(value * 2)
        if is_rpe and self.group and (self._has_load() or self.group[-1].bodyweight or not is_light(self.exercise)):
            return self._rpe(Lexeme("rpe", figure.text, (value,)))
        return self._load(Lexeme("load", figure.text, figure.numbers, figure.unit))

    def _added_load(self, figure: Lexeme) -> bool:
        kg = self._kg(figure.number, figure.unit)
        if kg < 0 and self.exercise is not None and is_loaded(self.exercise):
            raise InputError(
                f"A load of {kg:g} kg for {self.exercise.name} cannot be.", hint="Write it without the minus."
            )
        self._set(kg=kg, bodyweight=True)
        return True

    def _bodyweight(self, _: Lexeme) -> bool:
        self._set(bodyweight=True)
        return True

    def _empty_bar(self, figure: Lexeme) -> bool:
        return self._load(Lexeme("load", figure.text, (EMPTY_BAR[self.unit],), self.unit))

    def _plates(self, figure: Lexeme) -> bool:
        load = EMPTY_BAR[self.unit] + PLATE_PAIR[self.unit] * figure.number
        return self._load(Lexeme("load", figure.text, (load,), self.unit))

    # effort and kind --------------------------------------------------------------------------

    def _rpe(self, figure: Lexeme) -> bool:
        if any(not 0 < value <= MAX_RPE for value in figure.numbers):
            return False
        if len(figure.numbers) == len(self.group) > 1:
            for draft, value in zip(self.group, figure.numbers, strict=True):
                draft.rpe = value
        else:
            self._set(rpe=figure.numbers[-1])
        return True

    def _rir(self, figure: Lexeme) -> bool:
        if figure.number > MAX_RPE:
            return False
        return self._rpe(Lexeme("rpe", figure.text, (MAX_RPE - figure.number,)))

    def _failure(self, _: Lexeme) -> bool:
        if self.group:
            self.group[-1].to_failure = True
        else:
            self.next.to_failure = True
        return True

    def _amrap(self, figure: Lexeme) -> bool:
        if self.group and self._next_kind() not in ("number", "reps"):
            return self._failure(figure)
        self.next.to_failure = True
        return True

    def _each_side(self, _: Lexeme) -> bool:
        self._set(each_side=True)
        return True

    def _rest(self, figure: Lexeme) -> bool:
        self._set(rest_sec=figure.number)
        return True

    def _drop(self, _: Lexeme) -> bool:
        if any(figure.kind in ("factors", "list", "reps", "load") for figure in self.figures[self.at + 1 :]):
            self.kind_until_break = "drop"
        else:
            for draft in self.reading.drafts[1:]:
                draft.kind = "drop"
        return True

    def _warmup(self, _: Lexeme) -> bool:
        if self.group and not self._break_before() and self._tail():
            for draft in self.group:
                draft.kind = "warmup"
        else:
            self.kind_until_break = "warmup"
        return True

    def _working(self, _: Lexeme) -> bool:
        self.kind_until_break = ""
        return True

    def _strong_break(self, _: Lexeme) -> bool:
        self.kind_until_break = ""
        self.group_loads = []
        return True

    def _weak_break(self, figure: Lexeme) -> bool:
        if figure.text == ">" and self._next_kind() in ("factors", "load"):
            self.kind_until_break = "drop"
        return True

    # time and distance ------------------------------------------------------------------------

    def _duration(self, figure: Lexeme) -> bool:
        seconds = figure.number
        if seconds <= 0:
            return False
        held = self.exercise is not None and self.exercise.measure != "reps"
        reps_said = any(draft.reps for draft in self.reading.drafts)
        if held and not reps_said and seconds <= LONGEST_HOLD_SEC and self._may_hold(seconds):
            self._add([Draft(seconds=seconds)])
            return True
        if seconds < SHORTEST_SESSION_SEC or self.reading.duration_sec is not None:
            return False
        self.reading.duration_sec = seconds
        return True

    def _distance(self, figure: Lexeme) -> bool:
        if self.reading.drafts and any(draft.reps for draft in self.reading.drafts):
            return False
        if figure.text.endswith("m") and self.exercise and load_is_time(self.exercise):
            return self._duration(Lexeme("duration", figure.text, (figure.number * 60.0,)))
        self._add([Draft(metres=figure.number)])
        return True

    def _laps(self, figure: Lexeme) -> bool:
        if len(figure.numbers) < 2:
            return False
        self._add([Draft(metres=figure.numbers[1]) for _ in range(min(int(figure.numbers[0]), MOST_LAPS))])
        return True

    def _note(self, _: Lexeme) -> bool:
        return True

    _each_hand = _note

    def _not_understood(self, figure: Lexeme) -> None:
        if not figure.is_break:
            self.reading.unmatched.append(figure.text.strip())

    def _finish(self) -> None:
        self._tell_loads(self.loads)
        if self.next.rpe is not None:
            self.reading.unmatched.append(f"RPE {self.next.rpe:g}")
        if self.next.kg is not None:
            self.reading.unmatched.append(f"{self.next.kg:+g} kg")
        if self.next.rest_sec is not None:
            self.reading.unmatched.append(f"rest {self.next.rest_sec:g} s")
        if self.count:
            self.reading.unmatched.append(f"{self.count} sets")
        empty = [draft for draft in self.reading.drafts if self._is_open([draft])]
        if empty:
            self.reading.unmatched.append(f"{len(empty)} sets without reps")
            self.reading.drafts = [draft for draft in self.reading.drafts if draft not in empty]
