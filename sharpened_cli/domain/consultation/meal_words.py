"""Names of meals and the clock: which meal an unnamed time is, which half of the day a named one falls in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation import clock_times, turns


_NAMES = (
    ("post_workout", (
        r"post (?:workout|training|gym|run|swim|ride|session)(?: (?:shake|meal|snack|food))?|(?:shake|snack|protein|"
        r"something|recovery \w+|meal|food|eat)[^,.;]{0,12} after (?:training|the gym|gym|my workout|workouts?|"
        r"lifting|sessions?|practice|my run|running|my ride|riding|cycling|rides?|swimming|climbing|my swim)|after "
        r"(?:training|the gym|gym|workouts?|sessions?|practice|riding|running|cycling|swimming|climbing|my ride|my "
        r"run)|recovery (?:shake|meal|drink)|despues de entrenar|pos treino|apres l entrainement"
    )),
    ("pre_workout", (
        r"pre (?:workout|training|gym|run|swim|ride|session)(?: (?:snack|meal|food))?|(?:snack|banana|something|"
        r"coffee|meal|bite|food|eat)[^,.;]{0,12} before (?:training|the gym|gym|my workout|workouts?|lifting|"
        r"sessions?|practice|my run|my ride|my swim|riding|running|cycling|swimming|climbing|rides?|runs?)|before "
        r"(?:training|the gym|gym|workouts?|practice|riding|running|cycling|swimming|climbing|rides?|runs?|swims?)|"
        r"antes de entrenar|pre treino"
    )),
    ("early_morning", r"first breakfast|dawn snack|suhoor|sehri|on waking|when i wake(?: up)?|as soon as i wake"),
    ("mid_morning", (
        r"second breakfast|elevenses|mid ?morning(?: (?:snack|break|coffee|fruit))?|morning (?:snack|break|tea|"
        r"coffee|break snack)|brunch|snack mid ?morning|media manana|lanche da manha|tea break"
    )),
    ("breakfast", (
        r"breakfasts?|brekkies?|brekky|brekkie|breaky|brekki|desayuno|cafe da manha|pequeno almoco|petit dejeuner|"
        r"bfast|brekker|breakie"
    )),
    ("lunch", r"lunch(?:es)?|luncheon|almuerzo|almoco|dejeuner|comida|midday meal|packed lunch|main meal at midday"),
    ("late_night", (
        r"late night (?:snack|meal|food)|midnight (?:snack|meal)|night (?:snack|meal)|snack (?:at night|before bed|"
        r"late)|meal on (?:my )?break at night"
    )),
    ("evening", (
        r"evening snack|bedtime (?:snack|shake|yogh?urt)|before bed(?: (?:snack|casein))?|supper snack|after dinner "
        r"snack|ceia|casein"
    )),
    ("dinner", r"dinners?|suppers?|teas?(?! (?:and|with|or|break))|cena|jantar|diner|iftar|evening meal|main meal"),
    ("afternoon", (
        r"afternoon (?:snack|tea|break|coffee)|mid ?afternoon(?: snack)?|snacks?|merienda|lanche(?: da tarde)?|"
        r"gouter|snack in the afternoon|afternoon|protein shake|shake"
    )),
)  # fmt: skip


MEAL_NAME = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _NAMES))


SNACKS = ("snack", "snacks", "shake", "protein shake")


_AM_MEALS = ("breakfast", "early_morning", "mid_morning")


_PM_MEALS = ("dinner", "evening", "afternoon", "late_night")


class MealEntry(NamedTuple):
    """A meal being understood: its name or None, its time or None, and the clause it stands in."""

    name: str | None
    time: clock_times.Time | None
    span: turns.Span
    clause: turns.Span


def resolved(time: clock_times.Time, name: str | None, previous: int, *, is_snack: bool = False) -> int:
    """Return minutes after midnight: the half of the day from the meal's name, else from the order told."""
    minutes = time.minutes
    if time.certain:
        return minutes
    minutes = minutes % 720 if minutes >= 720 else minutes
    if is_snack:
        return minutes + 720 if minutes < 480 else minutes
    if name in _AM_MEALS:
        return minutes if minutes >= 240 or name == "early_morning" else minutes + 720
    if name == "late_night":
        return minutes + 720 if minutes >= 480 else minutes
    if name == "lunch":
        return minutes if minutes >= 600 else minutes + 720
    if name in _PM_MEALS:
        return minutes + 720
    if (previous >= 0 and minutes <= previous) or (previous < 0 and minutes < 240):
        return minutes + 720
    return minutes + 720 if minutes < 300 else minutes


_UNNAMED = (
    (240, "late_night"), (420, "early_morning"), (600, "breakfast"), (690, "mid_morning"), (870, "lunch"),
    (1050, "afternoon"),
    (1260, "dinner"), (1350, "evening"), (1440, "late_night"),
)  # fmt: skip


def unnamed_meal(line: turns.Line, entry: MealEntry, minutes: int | None) -> str | None:
    """Return which meal a time without a name is, by its clause and clock."""
    if minutes is None:
        return None
    clause = line.text[entry.clause.start : entry.clause.end]
    if re.search(
        r"\bafter (?:training|the gym|gym|my workout|practice|class|sessions?|climbing|running|riding|swimming|"
        r"rowing|boxing|football|my (?:run|ride|swim|class|session))\b",
        clause,
    ):
        return "post_workout"
    if re.search(r"\bbefore (?:training|the gym|gym|my workout|practice|class|sessions?)\b", clause):
        return "pre_workout"
    return next(name for end, name in _UNNAMED if minutes < end)
