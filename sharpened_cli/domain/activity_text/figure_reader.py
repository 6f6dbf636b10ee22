"""Reading the figures of an activity as a whole: time, distance, pace, intervals, heart rate, score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_metrics import MOST_M_PER_S
from sharpened_cli.domain.activity_text.amounts import METRES_OF, MINUTES_PER_DAY
from sharpened_cli.domain.activity_text.figures import Figures
from sharpened_cli.domain.activity_text.lexeme import Lexeme
from sharpened_cli.domain.activity_text.parsed import Intervals
from sharpened_cli.domain.units import KG_PER_LB, METRES_PER_MILE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.activity_text.vocabulary import ActivityName

POOL_LENGTH_M, TRACK_LAP_M = 25.0, 400.0  # where nobody says (product choice)
MINUTES_PER_HOLE = 13.0  # a round of 18 holes walked takes about four hours (product choice)
# A bare "m" after a figure is minutes up to here, metres above (product choice).
MOST_BARE_MINUTES = 180.0
SHORTEST_INTERVAL_M = 30.0
SHORTEST_STEADY_SEC = 600.0  # "1:35" up to 9:59 may be hours and minutes (product choice)
TRACK_DISTANCES_M = frozenset({100, 150, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1600, 2000, 3000})
PACE_SEC_PER_KM = (120.0, 900.0)  # "at 5:30" is a pace within these, a time of day or of work otherwise
SLOWEST_REPEAT_M_PER_S = {"running": 2.2, "cycling": 5.0, "swimming": 0.5, "rowing": 2.5}  # product choice
LONGEST_WORK_SEC = 900.0  # a time beside intervals up to here is that of one repeat (product choice)
LONGEST_BARE_RUN_KM = 42.2
_MOVING = ("running", "walking", "cycling", "hiking", "rowing", "swimming")


def read_figures(lexemes: Sequence[Lexeme], activity: ActivityName | None, *, is_exercise: bool = False) -> Figures:
    """Return the figures of an activity, or of an exercise done for a time; what has no meaning is in ``unmatched``."""
    reader = _Reader(lexemes, activity, is_exercise=is_exercise)
    for index, lexeme in enumerate(lexemes):
        reader.at = index
        handler = getattr(reader, f"_{lexeme.kind}", None)
        if not lexeme.is_break and (handler is None or handler(lexeme) is False):
            reader.figures.unmatched.append(lexeme.text.strip())
    if any(lexeme.kind == "duration" and lexeme.unit == "colon" for lexeme in lexemes):
        reader.take_for_hours()
    return reader.figures


class _Reader:
    def __init__(self, lexemes: Sequence[Lexeme], activity: ActivityName | None, *, is_exercise: bool) -> None:
        self.lexemes = lexemes
        self.activity = activity
        self.modality = activity.modality if activity else ""
        self.category = activity.category if activity else ""
        self.is_exercise = is_exercise
        self.figures = Figures()
        self.at = 0
        self.reads_splits = False
        self.figures.said_miles = any(
            lexeme.kind == "distance" and lexeme.text.rstrip().endswith("mi") for lexeme in lexemes
        )

    def take_for_hours(self) -> None:
        """Read "40 km in 1:35" and "hiked 4:30" as hours and minutes where minutes and seconds cannot be."""
        figures = self.figures
        seconds, metres = figures.duration_sec, figures.distance_m
        if not seconds or seconds >= SHORTEST_STEADY_SEC or figures.repeats:
            return
        fastest = MOST_M_PER_S.get(self.modality)
        if metres:
            is_too_fast = fastest is not None and metres / seconds > fastest
        else:
            is_too_fast = self.category != "cardio_interval" and self.modality not in ("hiit", "rowing", "")
        if is_too_fast:
            figures.duration_sec = seconds * 60.0

    # time -------------------------------------------------------------------------------------

    def _duration(self, lexeme: Lexeme) -> bool:
        figures, seconds = self.figures, lexeme.number
        if seconds <= 0:
            return False
        if lexeme.unit == "total":
            figures.duration_sec = seconds
            return True
        if self.reads_splits and lexeme.unit == "colon":
            figures.splits.append(seconds)
            return True
        if self._is_pace(lexeme):
            figures.speed = (METRES_PER_MILE if figures.said_miles else 1000.0) / seconds
            return True
        if self._is_aside() and self._has("factors", "on_off"):
            figures.aside_sec = (figures.aside_sec or 0.0) + seconds
            return True
        if figures.repeats and self._fits_repeat(lexeme):
            figures.repeats[-1] = figures.repeats[-1]._replace(work_sec=seconds)
            return True
        if figures.duration_sec is None:
            figures.duration_sec = seconds
        elif self._is_part():
            figures.duration_sec += seconds
        else:
            return False
        return True

    def _is_pace(self, lexeme: Lexeme) -> bool:
        if self._is_time_of_a_repeat(lexeme.number):
            return False
        low, high = PACE_SEC_PER_KM
        at = lexeme.text.lstrip().startswith(("at", "@"))
        return at and lexeme.unit == "colon" and low <= lexeme.number <= high and self.modality in _MOVING

    def _is_time_of_a_repeat(self, seconds: float) -> bool:
        """Whether "8x800m at 3:20" is the time of each: slower than people repeat, it is a pace per km."""
        repeat = self.figures.repeats[-1] if self.figures.repeats else None
        if repeat is None or repeat.work_m is None or repeat.work_sec is not None:
            return False
        return repeat.work_m / seconds >= SLOWEST_REPEAT_M_PER_S.get(self.modality, 1.0)

    def _fits_repeat(self, lexeme: Lexeme) -> bool:
        repeat = self.figures.repeats[-1]
        close = self.lexemes[self.at - 1].kind == "factors"
        bound = lexeme.text.lstrip().startswith(("in", "at", "@", "for", "on"))
        return repeat.work_sec is None and lexeme.number <= LONGEST_WORK_SEC and (close or bound)

    def _is_aside(self) -> bool:
        """Whether this time is that of a warm-up or cool-down: the word stands right beside it."""
        beside = self.lexemes[max(0, self.at - 1) : self.at + 2]
        return any(lexeme.kind in ("warmup", "cooldown") for lexeme in beside)

    def _is_part(self) -> bool:
        """Whether this time comes on top: warm-up, cool-down, or the main part after a warm-up."""
        return any(lexeme.kind in ("warmup", "cooldown") for lexeme in self.lexemes)

    def _clock(self, lexeme: Lexeme) -> bool:
        if self.figures.clock:
            return False
        self.figures.clock = list(lexeme.numbers)
        if len(lexeme.numbers) == 2 and self.figures.duration_sec is None:
            self.figures.duration_sec = (lexeme.numbers[1] - lexeme.numbers[0]) % MINUTES_PER_DAY * 60.0
        return True

    def _warmup(self, _: Lexeme) -> bool:
        return True

    _cooldown = _working = _pool = _note = _each_hand = _bodyweight = _warmup

    def _each_side(self, _: Lexeme) -> bool:
        """Double what was one way: "walked to work and back, 25 min each way"."""
        figures = self.figures
        if (
            self.category == "cardio_steady"
            and not figures.repeats
            and not any(one.unit == "total" for one in self.lexemes)
        ):
            figures.duration_sec = figures.duration_sec and 2.0 * figures.duration_sec
            figures.distance_m = figures.distance_m and 2.0 * figures.distance_m
        return True

    # distance and speed -----------------------------------------------------------------------

    def _distance(self, lexeme: Lexeme) -> bool:
        figures, metres = self.figures, lexeme.number
        if metres <= 0:
            return False
        if self._means_minutes(lexeme):
            return self._duration(Lexeme("duration", lexeme.text, (metres * 60.0,)))
        if self.modality not in _MOVING and self.category == "flexibility":
            return False
        whole = next((one.number for one in self.lexemes if one.kind == "distance" and one.unit == "total"), None)
        if whole is not None:
            figures.distance_m = whole
            return True
        if lexeme.unit and any(one.kind == "distance" and not one.unit for one in self.lexemes):
            return True  # "half marathon, 21.3 km", "18 km, last 3 km hard": the bare figure is the whole
        figures.distance_m = (figures.distance_m or 0.0) + metres
        return True

    def _means_minutes(self, lexeme: Lexeme) -> bool:
        text = lexeme.text.rstrip()
        if not text.endswith("m") or text.endswith("km") or lexeme.number > MOST_BARE_MINUTES:
            return False
        if self.figures.duration_sec is not None:
            return False
        return not (self.modality == "swimming" and lexeme.number % POOL_LENGTH_M == 0)

    def _pace(self, lexeme: Lexeme) -> bool:
        seconds, per_m = lexeme.numbers
        per_m = per_m or {"rowing": 500.0, "swimming": 100.0}.get(self.modality, 0.0)
        per_m = per_m or (METRES_PER_MILE if self.figures.said_miles else 1000.0)
        if seconds <= 0:
            return False
        self.figures.speed = per_m / seconds
        return True

    def _speed(self, lexeme: Lexeme) -> bool:
        self.figures.speed = lexeme.number or None
        return lexeme.number > 0

    def _laps(self, lexeme: Lexeme) -> bool:
        each = lexeme.numbers[1] if len(lexeme.numbers) > 1 else 0.0
        pool = next((one.number for one in self.lexemes if one.kind == "pool"), 0.0)
        each = each or pool or (POOL_LENGTH_M if self.modality == "swimming" else TRACK_LAP_M)
        if self.figures.distance_m is None:
            self.figures.distance_m = lexeme.number * each
        return True

    def _steps(self, lexeme: Lexeme) -> bool:
        self.figures.steps = int(lexeme.number)
        return True

    def _holes(self, lexeme: Lexeme) -> bool:
        if self.figures.duration_sec is None and not self._has("duration", "clock"):
            self.figures.duration_sec = lexeme.number * MINUTES_PER_HOLE * 60.0
        return True

    # intervals --------------------------------------------------------------------------------

    def _factors(self, lexeme: Lexeme) -> bool:
        parts = lexeme.parts
        if len(parts) != 2 or parts[0].value is None or parts[1].value is None:
            return False
        first, second = parts
        if len(first.more) == 1 and not first.unit and not second.unit:  # "30/30 x 10": seconds on and off, so often
            self.figures.repeats.append(Intervals(int(parts[1].value), work_sec=first.value, rest_sec=first.more[0]))
            return True
        if first.unit and not second.unit:  # "400m x 6"
            first, second = second, first
        count, value = int(first.value or 0), second.value or 0.0
        if first.unit not in ("", "sets", "reps") or not 1 <= count <= 100:
            return False
        return self._repeat(count, value, second.unit)

    def _repeat(self, count: int, value: float, unit: str) -> bool:
        figures = self.figures
        if unit == "m" and value < SHORTEST_INTERVAL_M and self.modality != "swimming":
            value, unit = value * 60.0, "s"
        if not unit and self.modality == "running" and value in TRACK_DISTANCES_M:
            unit = "m"
        if not unit and self._speaks_of_intervals():
            value, unit = value * 60.0, "s"
        if unit == "s" and self.category in ("sports", "flexibility"):
            figures.duration_sec = (figures.duration_sec or 0.0) + count * value
        elif unit == "s":
            figures.repeats.append(Intervals(count, work_sec=value))
        elif unit in METRES_OF:
            metres = value * METRES_OF[unit]
            if self.modality == "swimming" and metres <= 2 * POOL_LENGTH_M and not self._has("rest", "duration"):
                figures.distance_m = (figures.distance_m or 0.0) + count * metres
            else:
                figures.repeats.append(Intervals(count, work_m=metres))
        else:
            return False
        return True

    def _speaks_of_intervals(self) -> bool:
        return self.category == "cardio_interval"

    def _on_off(self, lexeme: Lexeme) -> bool:
        work, rest, *said = lexeme.numbers
        count = (
            int(said[0])
            if said
            else next(
                (int(entry.number) for entry in self.lexemes if entry.kind in ("times", "rounds", "sets", "number")), 0
            )
        )
        if not count and self.figures.duration_sec:
            count = int(self.figures.duration_sec // (work + rest))
        if self.figures.repeats and self.figures.repeats[-1].rest_sec is None and not count:
            count = self.figures.repeats.pop().repeats
        self.figures.repeats.append(Intervals(max(1, count), work_sec=work, rest_sec=rest))
        return True

    def _rest(self, lexeme: Lexeme) -> bool:
        if not self.figures.repeats:
            return False
        self.figures.repeats[-1] = self.figures.repeats[-1]._replace(rest_sec=lexeme.number)
        return True

    def _times(self, lexeme: Lexeme) -> bool:
        if self._has("on_off"):
            return True
        if self.figures.duration_sec and not self.figures.repeats and lexeme.number <= 50:
            self.figures.repeats.append(Intervals(int(lexeme.number), work_sec=self.figures.duration_sec))
            self.figures.duration_sec = None
            return True
        return False

    def _rounds(self, lexeme: Lexeme) -> bool:
        return self._times(lexeme)

    _sets = _rounds

    def _load(self, lexeme: Lexeme) -> bool:
        if self.figures.load_kg is not None:
            return False
        self.figures.load_kg = round(lexeme.number * (KG_PER_LB if lexeme.unit == "lb" else 1.0), 2)
        return True

    # body and machine -------------------------------------------------------------------------

    def _heart_rate(self, lexeme: Lexeme) -> bool:
        if not 30 <= lexeme.number <= 250:
            return False
        name = "max_hr" if lexeme.unit == "max" else "average_hr"
        if getattr(self.figures, name) is not None:
            return False
        setattr(self.figures, name, lexeme.number)
        return True

    def _rpe(self, lexeme: Lexeme) -> bool:
        self.figures.rpe = lexeme.numbers[-1] if 0 < lexeme.numbers[-1] <= 10 else None
        return self.figures.rpe is not None

    def _power(self, lexeme: Lexeme) -> bool:
        self.figures.power_w = lexeme.number
        return True

    def _cadence(self, lexeme: Lexeme) -> bool:
        self.figures.cadence_rpm = lexeme.number
        return True

    def _elevation(self, lexeme: Lexeme) -> bool:
        self.figures.elevation_m = lexeme.number
        return True

    def _grade(self, lexeme: Lexeme) -> bool:
        self.figures.grade_percent = lexeme.number
        return lexeme.number <= 40

    def _percent(self, lexeme: Lexeme) -> bool:
        if self.modality not in ("walking", "running", "hiking") or lexeme.number > 20:
            return False
        return self._grade(lexeme)

    def _calories(self, lexeme: Lexeme) -> bool:
        self.figures.calories = lexeme.number
        return True

    def _splits(self, _: Lexeme) -> bool:
        self.reads_splits = True
        return True

    # bare figures -----------------------------------------------------------------------------

    def _pair(self, lexeme: Lexeme) -> bool:
        if self.category != "sports":
            return False
        self.figures.scores.append("-".join(f"{value:g}" for value in lexeme.numbers))
        return True

    def _number(self, lexeme: Lexeme) -> bool:
        value = lexeme.number
        if self.is_exercise:
            return False
        if self._has("on_off"):
            return True
        moving = self.modality in _MOVING and self.category.startswith("cardio")
        apart = self.at > 0 and self.lexemes[self.at - 1].is_break  # "one bruised shin" is no distance
        if moving and not apart and self.figures.distance_m is None and self._has("duration", "pace"):
            return self._bare_distance(value)
        if self._has("duration", "clock") or self.figures.duration_sec is not None or self.figures.repeats:
            return False
        if moving and value < 15 and value <= LONGEST_BARE_RUN_KM:
            return self._bare_distance(value)
        if 5 <= value <= 300:
            self.figures.duration_sec = value * 60.0
            return True
        return self._bare_distance(value) if self.modality == "swimming" else False

    def _bare_distance(self, value: float) -> bool:
        metres = value if self.modality in ("swimming", "rowing") and value >= 100 else value * 1000.0
        if metres > 300_000:
            return False
        self.figures.distance_m = metres
        return True

    def _list(self, lexeme: Lexeme) -> bool:
        if len(lexeme.numbers) == 2 and self.category.startswith("cardio") and "/" in lexeme.text:
            return self._on_off(Lexeme("on_off", lexeme.text, lexeme.numbers))  # 30/30: seconds on, seconds off
        return False

    def _has(self, *kinds: str) -> bool:
        return any(lexeme.kind in kinds for lexeme in self.lexemes)
