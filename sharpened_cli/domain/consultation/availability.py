"""When the person can train: one row for each day and time, with minutes, place and interval."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import clock_times, negation, turns, weekdays
from sharpened_cli.domain.consultation.extraction import Row, stated
from sharpened_cli.domain.consultation.session_words import Attributes, attributes, completed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.consultation.reading import Reading

_OFF_BEFORE = re.compile(
    r"\b(?:rest(?:ing)?(?: days?)?|off|days? off|recovery(?: days?)?|free days?|never|busy|descanso|folga|"
    r"repos)(?: is| are|:|,)?(?: on| for)?(?: a| my)?\s*$"
)
_OFF_AFTER = re.compile(
    r"\s*(?:mornings?|evenings?|nights?|afternoons?)?,?\s*(?:(?:is|are|was|were|s|its|thats|will be|has to be|"
    r"have to be|must be|must stay|stays?|remains?|kept|should be|needs? to be)\s+)?(?:always\s+|strictly\s+|"
    r"usually\s+|completely\s+|my\s+|a\s+|for\s+|now\s+)*"
    r"(?:out\b(?! (?:side|door))|off\b|no good|impossible|no go|a no|not possible|no longer works?|(?:doesnt|"
    r"dont|wont) work|"
    r"(?:doesnt|dont) suit|no can do|busy|taken|blocked|rest\b|resting|rest days?|recovery|family (?:day|time)|"
    r"(?:my |our )?(?:choir|band|scouts|cubs|brownies|guides|rehearsals?|book club|bridge|bingo|poker|pub quiz|"
    r"date night|night shift|youth group)|church|chapel|mass|mosque|temple|prayers|sabbath|sacred|cancelled|"
    r"descanso|folga|not happening|never|free "
    r"of (?:training|exercise)|"
    r"unavailable|i cant|i cannot|cant be)"
)
_BUSY_BEFORE = re.compile(
    r"\b(?:on the road|away|travell?ing|travel|at work|working|on shift|lectures|classes|busy|at the office|in "
    r"the office|on call|(?<!before )(?<!after )work)(?: on| from| all| every)?\s*$"
)
_RETRACT = re.compile(r"\b(?:scrap|scratch|forget|cancel|drop|delete|remove|take (?:off|out)|leave out|strike|skip)\b")
_PERHAPS = re.compile(r"\b(?:might|may|could|maybe)\b[^.;]{0,12}\b(?:move|change|swap|become|switch)\b")
_MOVE = re.compile(
    r"\b(?:swap|move|moved|moving|change|changed|switch|switched|shift|replace|make|becomes?|meant|instead of|rather "
    r"than|not)\b"
)
_ALL = re.compile(
    r"\b(?:all|each|every (?:session|one|time)|always|both|everything|same|sessions?|whole thing|either|them)\b"
)
_TRAINING = re.compile(
    r"\b(?:train(?:ing)?|gym|class(?:es)?|sessions?|practice|workouts?|lesson|work ?out|available|can do)\b"
)
_CORRECTING = re.compile(
    r"\b(?:actually|sorry|correction|meant|moving|moved|moves|now|instead|rather|change|changed|make (?:it|"
    r"that)|scratch|should be|update|wait|not)\b"
)
_SEPARATOR = re.compile(r",(?!\d)|;|\band\b|\bthen\b|\bplus\b|\bor\b|\bbut\b|[(]|:(?!\d)|\bwhile\b|\bwith\b|\s-\s")
_COUNT = re.compile(r"\b(?:max(?:imum)?|up to|at most|no more than|only|under)\s*$")
_MORNING = ("morning", "early_morning")


_REFUSED_TIME = re.compile(
    r"\b(?:mornings?|evenings?|afternoons?|lunch ?times?|nights?|weekends?)\b[^.;]{0,16}\b(?:are|is) (?:a no|"
    r"out|impossible|no good|off|hard|no go)\b"
    r"|\b(?:no|not|never|cant do|dont do|hate)(?: the| in the| early)? (?:mornings?|evenings?|afternoons?|nights?)\b"
)


@dataclass
class _Slot:
    """A day's training while it is being understood."""

    day: int
    line: turns.Line
    span: turns.Span
    interval_weeks: int = 1
    start: int | None = None
    part: str | None = None
    minutes: int | None = None
    place: str | None = None

    def time_of_day(self) -> str | None:
        return clock_times.bucket(self.start) if self.start is not None else self.part


_NO_START: list[tuple[int | None, int | None]] = [(None, None)]


class _Schedule:
    """Builds the slots sentence by sentence; later statements correct earlier ones."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.slots: list[_Slot] = []
        self.pending = Attributes()
        self.last_days: tuple[int, ...] = ()
        self.removed: list[_Slot] = []
        self.last_half: int | None = None

    def read(self, line: turns.Line) -> None:
        for sentence in turns.sentences(line.text):
            groups = [
                item for item in weekdays.day_sets(line.text, sentence.start, sentence.end) if not item.is_excepted
            ]
            if not groups:
                self._without_days(line, sentence)
            elif not self._moved(line, sentence, groups):
                self._with_days(line, sentence, groups)

    def _without_days(self, line: turns.Line, sentence: turns.Span) -> None:
        text = line.text[sentence.start : sentence.end]
        if _RETRACT.search(text) and re.search(r"\b(?:that|this|it|the last)\b", text):
            self.slots = [slot for slot in self.slots if slot.day not in self.last_days[-1:]]
            return
        said = attributes(line, sentence)
        if _REFUSED_TIME.search(text):
            return
        if said.is_empty() or re.search(
            r"\b(?:work(?:ing)?|shifts?|school|office|kids|job) (?:is |are |from |starts?|finish|till|until|ends?)",
            text,
        ):
            return
        self.reading.use(line, *sentence)
        if not self.slots:
            self.pending = said
            return
        correcting = bool(_CORRECTING.search(text))
        for slot in self.slots:
            is_last = slot.day in self.last_days
            self._fill(slot, said, overwrite=correcting and is_last)

    def _moved(self, line: turns.Line, sentence: turns.Span, groups: list[weekdays.DaySet]) -> bool:
        """Rename a day when the sentence moves a session from one day to another."""
        if _PERHAPS.search(line.text, *sentence):
            return False
        if len(groups) != 2 or not _MOVE.search(line.text, sentence.start, sentence.end):
            return False
        first, second = groups
        between = line.text[first.end : second.start]
        before = line.text[sentence.start : first.start]
        old, new = first.days, second.days
        if re.search(r"\bnot (?:on )?$", before) and re.search(r",|\bbut\b", between):
            old, new = first.days, second.days
        elif re.search(r"\b(?:instead of|rather than|not)\b", between):
            old, new = second.days, first.days
        elif not (
            re.search(r"\b(?:to|for|with|becomes?|meant|into|make (?:that|it)|do|instead)\b", between)
            and _MOVE.search(before + between)
        ):
            return False
        moved = [slot for slot in self.slots if slot.day in old]
        if not moved or any(slot.day in new for slot in self.slots):
            return False
        said = attributes(line, turns.Span(second.end, sentence.end))
        for slot, day in zip(moved, new, strict=False):
            slot.day = day
            self._fill(slot, said, overwrite=True)
        self.last_days = new
        self.reading.use(line, *sentence)
        return True

    def _with_days(self, line: turns.Line, sentence: turns.Span, groups: list[weekdays.DaySet]) -> None:
        busy = [group for group in groups if _BUSY_BEFORE.search(line.text, sentence.start, group.start)]
        if busy and len(busy) < len(groups):
            for group in busy:
                self.remove(line, sentence, group)
            sentence = turns.Span(busy[-1].end, sentence.end)
            groups = [group for group in groups if group.start >= sentence.start]
        stretches = _stretches(line.text, sentence, groups)
        correcting = bool(_CORRECTING.search(line.text, sentence.start, sentence.end))
        for group, stretch in zip(groups, stretches, strict=True):
            self.reading.use(line, *stretch)
            if self.is_off(line, sentence, group):
                self.remove(line, sentence, group)
                continue
            said = attributes(line, stretch)
            if said.is_empty() and group is not groups[-1]:
                said = _shared_with_next(line, groups, stretches, group)
            if self.pending.part or self.pending.minutes or self.pending.place or self.pending.times:
                said = completed(said, self.pending)
            for day in group.days:
                self._add(line, stretch, group, day, said, correcting=correcting)
            self.last_days = group.days
        self.pending = Attributes() if self.slots else self.pending
        self._share(line, sentence)

    def _share(self, line: turns.Line, sentence: turns.Span) -> None:
        """Give "all at the gym, an hour each" of this sentence to every slot that lacks it."""
        match = re.search(r"\b(?:all|each|both|every session|always)\b", line.text[sentence.start : sentence.end])
        if not match:
            return
        begin = max(sentence.start + match.start() - 24, sentence.start)
        cut = line.text.rfind(",", begin, sentence.start + match.start())
        said = attributes(line, turns.Span(max(begin, cut + 1), sentence.end))
        for slot in self.slots:
            self._fill(slot, replace(said, times=()), overwrite=False)

    def is_off(self, line: turns.Line, sentence: turns.Span, group: weekdays.DaySet) -> bool:
        text = line.text
        denied = negation.inside(group.start, negation.denied_spans(text, sentence)) or negation.inside(
            group.start, negation.given_up_spans(text, sentence)
        )
        if denied and not re.search(r"\bnot (?:before|until|after|later)\b", text[sentence.start : group.start]):
            return True
        return is_said_off(text, sentence, group) or bool(_BUSY_BEFORE.search(text, sentence.start, group.start))

    def remove(self, line: turns.Line, sentence: turns.Span, group: weekdays.DaySet) -> None:
        parts = {part.name for part in clock_times.parts(line.text, group.end, min(sentence.end, group.end + 14))}
        gone = [
            slot for slot in self.slots if slot.day in group.days and not (parts and slot.time_of_day() not in parts)
        ]
        self.removed = gone or self.removed
        self.slots = [slot for slot in self.slots if slot not in gone]

    def _add(
        self,
        line: turns.Line,
        span: turns.Span,
        group: weekdays.DaySet,
        day: int,
        said: Attributes,
        *,
        correcting: bool,
    ) -> None:
        fresh = _Slot(day, line, span, interval_weeks=group.interval_weeks)
        existing = [slot for slot in self.slots if slot.day == day]
        starts = self._starts(said, line)
        if (
            existing
            and (not starts or correcting)
            and not (said.part and existing[-1].time_of_day() not in (None, said.part) and not correcting)
        ):
            if group.interval_weeks > 1:
                existing[-1].interval_weeks = group.interval_weeks
            self._fill(existing[-1], said, overwrite=True)
            return
        slots: Sequence[tuple[int | None, int | None]] = starts or _NO_START
        for start, until in slots:
            slot = replace(fresh, start=start, part=said.part, minutes=said.minutes or until, place=said.place)
            twin = next((other for other in existing if other.time_of_day() in (None, slot.time_of_day())), None)
            if twin and twin.time_of_day() is None:
                self._fill(twin, replace(said, times=()), overwrite=False)
                twin.start, twin.part = start, said.part
            elif twin and twin.start in (None, start):
                twin.start = start
                self._fill(twin, replace(said, times=()), overwrite=True)
            else:
                self.slots.append(self._instead(slot, correcting=correcting))

    def _instead(self, slot: _Slot, *, correcting: bool) -> _Slot:
        """Return a slot completed by the one that it takes the place of ("scratch Friday, make it Saturday")."""
        if not (correcting and self.removed):
            return slot
        old, self.removed = self.removed[-1], []
        if slot.start is None and slot.part is None:
            slot = replace(slot, start=old.start, part=old.part)
        return replace(slot, minutes=slot.minutes or old.minutes, place=slot.place or old.place)

    def _fill(self, slot: _Slot, said: Attributes, *, overwrite: bool) -> None:
        if said.times and (overwrite or slot.time_of_day() is None or slot.start is None):
            start, until = self._starts(said, slot.line, part=slot.part)[0]
            if (
                overwrite
                or slot.part is None
                or clock_times.bucket(start) == slot.part
                or slot.part in (*_MORNING, "evening")
            ):
                slot.start = start
                slot.minutes = slot.minutes or until
        elif said.part and (slot.time_of_day() is None or overwrite):
            slot.start, slot.part = (
                (None, said.part)
                if overwrite and slot.start is not None and clock_times.bucket(slot.start) != said.part
                else (slot.start, said.part)
            )
        if said.minutes and (overwrite or slot.minutes is None):
            slot.minutes = said.minutes
        if said.place and (overwrite or slot.place is None):
            slot.place = said.place

    def _starts(self, said: Attributes, line: turns.Line, part: str | None = None) -> list[tuple[int, int | None]]:
        uses_24h = any(
            time.certain and time.minutes >= 780
            for time in clock_times.times(line.text)
            if "pm" not in line.text[time.start : time.end]
        )
        result = []
        for time in said.times:
            start = self._resolved(time, said.part or part, uses_24h=uses_24h)
            result.append((start, time.until))
        return result

    def _resolved(self, time: clock_times.Time, part: str | None, *, uses_24h: bool) -> int:
        if time.certain:
            self.last_half = time.minutes // 720
            return time.minutes
        minutes = time.minutes % 720 if time.minutes >= 720 else time.minutes
        hour = minutes // 60
        if part in _MORNING and hour:
            return minutes
        if part == "midday":
            return minutes if hour >= 11 else minutes + 720
        if part in ("afternoon", "evening", "night"):
            return minutes + 720
        if uses_24h and hour >= 5:
            return time.minutes
        if self.last_half is not None and 4 <= hour < 12 and not (self.last_half and hour >= 9):
            return minutes + 720 * self.last_half
        return minutes + 720 if hour < 9 else minutes


def rows(reading: Reading) -> list[Row]:
    """Return the slots of section 3, and those said with day, time and a word of training elsewhere."""
    schedule = _Schedule(reading)
    for line in reading.lines:
        if line.turn.section == turns.SCHEDULE:
            schedule.read(line)
        elif line.turn.section in (turns.MODALITIES, turns.CHALLENGES, turns.GOALS, turns.EXERCISES):
            _read_elsewhere(schedule, line)
    return [_row(slot) for slot in schedule.slots if slot.time_of_day()]


def is_said_off(text: str, sentence: turns.Span, group: weekdays.DaySet) -> bool:
    """Return whether days are said to be free of training ("rest Sunday", "Mondays are out")."""
    before = text[sentence.start : group.start]
    return bool(_OFF_BEFORE.search(before)) or bool(_OFF_AFTER.match(text[: sentence.end], group.end))


def open_days(reading: Reading) -> list[int]:
    """Return the weekdays that were named without a time of the day."""
    schedule = _Schedule(reading)
    for line in reading.section(turns.SCHEDULE):
        schedule.read(line)
    return sorted({slot.day for slot in schedule.slots if slot.time_of_day() is None})


def _read_elsewhere(schedule: _Schedule, line: turns.Line) -> None:
    for sentence in turns.sentences(line.text):
        text = line.text
        groups = weekdays.day_sets(text, *sentence)
        if not groups:
            continue
        if clock_times.times(text, *sentence) and _TRAINING.search(text, *sentence):
            cut = turns.Line(line.turn, text[: sentence.end], line.origin).blanked([turns.Span(0, sentence.start)])
            if not any(schedule.is_off(line, sentence, group) for group in groups):
                schedule.read(cut)
        elif re.search(
            r"\b(?:cant|cannot|cancel|scrap|drop|forget)\b", text[sentence.start : sentence.end]
        ) and re.search(
            r"\b(?:any ?more|after all|actually|cancel|scrap|drop|forget)\b", text[sentence.start : sentence.end]
        ):
            for group in groups:
                if schedule.is_off(line, sentence, group):
                    schedule.remove(line, sentence, group)


def _row(slot: _Slot) -> Row:
    values = stated(
        day_of_week=slot.day,
        time_of_day=slot.time_of_day(),
        start_time=clock_times.as_clock(slot.start) if slot.start is not None else None,
        typical_duration_minutes=slot.minutes,
        location_type=slot.place,
        interval_weeks=slot.interval_weeks,
    )
    return Row(values, slot.line.quote(*slot.span), slot.line.turn.index, slot.line.raw_span(*slot.span))


def _stretches(text: str, sentence: turns.Span, groups: list[weekdays.DaySet]) -> list[turns.Span]:
    """Return for each set of days the stretch of the sentence that speaks about it."""
    is_prefix = len(groups) > 1 and _is_prefix_style(text, sentence, groups)
    cuts = [sentence.start]
    for left, right in itertools.pairwise(groups):
        gap = text[left.end : right.start]
        if is_prefix:
            first = _SEPARATOR.search(gap)
            cuts.append(left.end + (first.start() if first else 0))
            continue
        separators = list(_SEPARATOR.finditer(gap))
        cuts.append(left.end + (separators[-1].end() if separators else len(gap)))
    cuts.append(sentence.end)
    return [turns.Span(begin, end) for begin, end in itertools.pairwise(cuts)]


def _shared_with_next(
    line: turns.Line, groups: list[weekdays.DaySet], stretches: list[turns.Span], group: weekdays.DaySet
) -> Attributes:
    """Return what is said of the next days, where only joining words stand between."""
    index = groups.index(group)
    gap = line.text[group.end : groups[index + 1].start]
    if re.fullmatch(r"[\s,]*(?:and|or|plus|also|on|then)?[\s,]*(?:on |the )*", gap):
        return attributes(line, stretches[index + 1])
    return Attributes()


def _is_prefix_style(text: str, sentence: turns.Span, groups: list[weekdays.DaySet]) -> bool:
    """Return whether times stand before their days ("6am on Mondays and 7pm on Thursdays")."""
    before = clock_times.times(text, sentence.start, groups[0].start)
    after_last = clock_times.times(text, groups[-1].end, sentence.end)
    return bool(before) and not after_last
