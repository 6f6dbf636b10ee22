"""The interview: seven sections, the slots that each must fill, the questions, and how far it has come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Document = Mapping[str, Sequence[Mapping[str, Any]]]

MOST_ASKED = 2  # times that one slot is asked about; product choice
SECTION_COUNT = 7
SECTION_TITLES = (
    "Training background", "Exercises", "Schedule", "Meal times", "Foods", "Goals and events",
    "Difficulties, must-haves and health",
)  # fmt: skip
TABLES_OF_SECTION = {
    1: ("user_training_modalities",),
    2: ("user_familiar_exercises",),
    3: ("user_training_availability",),
    4: ("user_preferred_meal_times",),
    5: ("user_typical_meal_foods",),
    6: ("user_improvement_goals", "user_upcoming_events"),
    7: ("user_difficulties", "user_non_negotiables"),
}
ENOUGH_EXERCISES, ENOUGH_MEALS, ENOUGH_FOODS = 3, 2, 5

FILLED, DECLINED, NOT_SAID, ANSWERED = "filled", "declined", "not_said", "answered"


class Slot(NamedTuple):
    """Something the interview must learn: its section, the question, a shorter second one, when it is filled.

    ``any_answer``: whatever is said answers it (no row need follow).
    """

    name: str
    section: int
    question: str
    again: str
    is_filled: Callable[[Document], bool] | None = None
    any_answer: bool = False


def _has(table: str, count: int = 1) -> Callable[[Document], bool]:
    return lambda document: len(document[table]) >= count


def _each(table: str, field: str) -> Callable[[Document], bool]:
    return lambda document: bool(document[table]) and all(row.get(field) is not None for row in document[table])


def _some(table: str, field: str) -> Callable[[Document], bool]:
    return lambda document: any(row.get(field) is not None for row in document[table])


SLOTS = (
    Slot(
        "modalities", 1,
        "What training do you do or have you done: which kinds, for how long, and do you like them?",
        'Which sports or kinds of training do you do? If none yet, say "none".',
        _has("user_training_modalities"),
    ),
    Slot(
        "level", 1,
        "How good are you at it: beginner, intermediate, advanced or expert?",
        "Beginner, intermediate, advanced or expert?",
        _some("user_training_modalities", "proficiency_level"),
    ),
    Slot(
        "exercises", 2,
        'Which exercises do you know? Weights, repetitions or minutes help: "squat 60 kg x 8, plank 1 min".',
        'Any more exercises that you know? "None" is fine.',
        _has("user_familiar_exercises", ENOUGH_EXERCISES),
    ),
    Slot(
        "avoid", 2, "Is there any exercise that you cannot or will not do?", "Any exercise to leave out?",
        any_answer=True,
    ),
    Slot(
        "days", 3,
        "On which days can you train, at what time, for how long, and where?",
        'Which days and times? For example "Mon and Thu 18:00, an hour, at the gym".',
        _has("user_training_availability"),
    ),
    Slot(
        "minutes", 3, "How long may a session take?", "How many minutes?",
        _each("user_training_availability", "typical_duration_minutes"),
    ),
    Slot(
        "place", 3, "Where do you train: at home, in a gym, outdoors, at the office?", "Home, gym, outdoors or office?",
        _each("user_training_availability", "location_type"),
    ),
    Slot(
        "meal_times", 4, "When do you eat on a normal day?", "At what times is breakfast, lunch, dinner?",
        _has("user_preferred_meal_times", ENOUGH_MEALS),
    ),
    Slot(
        "foods", 5, "What do you usually eat and drink, meal by meal?",
        "Some more foods that you eat in a normal week?",
        _has("user_typical_meal_foods", ENOUGH_FOODS),
    ),
    Slot(
        "diet", 5, "Any diet, allergy or intolerance, or foods that you do not eat?",
        "Allergies, or foods to leave out?", any_answer=True,
    ),
    Slot(
        "goals", 6, 'What do you want to reach, and by when? A number helps: "75 kg by June", "5k under 25 min".',
        "What is your goal?", _has("user_improvement_goals"),
    ),
    Slot(
        "measure", 6, 'Is there a number for it (a weight, a time, repetitions)? "No number" is fine.',
        'A number to aim at, or "no number"?', _some("user_improvement_goals", "target_value"), any_answer=True,
    ),
    Slot(
        "events", 6, "Is anything coming up: a race, a competition, a wedding, a trip? With the date, please.",
        "Any event with a date?", any_answer=True,
    ),
    Slot(
        "difficulties", 7, "What gets in your way: time, energy, pain, travel, anything?",
        'Anything that makes it hard? "None" is fine.', _has("user_difficulties"),
    ),
    Slot(
        "must_haves", 7, "Is there anything that must or must never happen: free days, foods, faith, family?",
        "Any must or never?", any_answer=True,
    ),
    Slot(
        "health", 7,
        'Last, your health. Tell me of any of these, or say "none": a heart condition, high blood pressure, '
        'chest pain, '
        "fainting or dizziness, diabetes, pregnancy or a birth within a year, an eating disorder, a recent injury or "
        "operation, any medication.",
        'Any illness, medication or recent injury? "None" is an answer.', any_answer=True,
    ),
)  # fmt: skip
SLOT = {slot.name: slot for slot in SLOTS}

_NOTHING = re.compile(
    r"^\W*(?:none|nothing|no+|nope|nah|n/?a|never|not really|nothing (?:yet|really|else|special)|none yet|no "
    r"thanks?|i (?:don'?t|do not) (?:know|have any)|"
    r"don'?t know|no idea|not sure|rather not(?: say)?|pass|skip|no number|that'?s (?:it|all)|nada|nenhum\w*|"
    r"ningun\w*|rien|aucun\w*)\b[\s.!,a-z]{0,14}\W*$",
    re.IGNORECASE,
)
_DECLINED = re.compile(r"\b(?:rather not|skip|pass|prefer not|none of your)\b", re.IGNORECASE)


class Progress(NamedTuple):
    """Where an interview stands: how often each slot was asked, and how each was settled without a row."""

    asked: Mapping[str, int]
    settled: Mapping[str, str]

    def is_settled(self, slot: Slot, document: Document) -> bool:
        """Return whether a slot needs no further question."""
        return slot.name in self.settled or is_filled(slot, document)

    def asking(self, name: str) -> Progress:
        """Return the state after a slot was asked about once more."""
        return self._replace(asked={**self.asked, name: self.asked.get(name, 0) + 1})

    def before_asking(self, name: str) -> Progress:
        """Return the state before a slot was asked about the last time (to show the same question again)."""
        return self._replace(asked={**self.asked, name: max(0, self.asked.get(name, 0) - 1)})

    def settling(self, name: str, how: str) -> Progress:
        """Return the state after a slot was settled: declined, not said or answered."""
        return self._replace(settled={**self.settled, name: how})


NO_PROGRESS = Progress({}, {})


def is_filled(slot: Slot, document: Document) -> bool:
    """Return whether the facts fill a slot by themselves."""
    return slot.is_filled is not None and slot.is_filled(document)


def open_slot(section: int, document: Document, progress: Progress) -> Slot | None:
    """Return the first slot of a section that must still be asked about."""
    for slot in SLOTS:
        if slot.section == section and not progress.is_settled(slot, document):
            return slot
    return None


def current_section(document: Document, progress: Progress) -> int:
    """Return the first section with an open slot (the last one when there is none)."""
    for section in range(1, SECTION_COUNT + 1):
        if open_slot(section, document, progress):
            return section
    return SECTION_COUNT


def percentage(document: Document, progress: Progress) -> int:
    """Return the share of slots that are filled or settled, in percent; 100 only when all are."""
    done = sum(progress.is_settled(slot, document) for slot in SLOTS)
    return 100 * done // len(SLOTS)


def question(slot: Slot, progress: Progress) -> str:
    """Return the words to ask a slot with: the full question first, a shorter one the second time."""
    return slot.again if progress.asked.get(slot.name, 0) else slot.question


def answered(slot: Slot, text: str, document: Document, progress: Progress) -> Progress:
    """Return the state after a slot was asked and something was said.

    "None" declines it; a slot that takes any answer is answered; one still empty after two questions is left as
    not said.
    """
    if is_filled(slot, document):
        return progress
    if _NOTHING.match(text):
        return progress.settling(slot.name, DECLINED if _DECLINED.search(text) or not slot.any_answer else ANSWERED)
    if slot.any_answer:
        return progress.settling(slot.name, ANSWERED)
    if progress.asked.get(slot.name, 0) >= MOST_ASKED:
        return progress.settling(slot.name, NOT_SAID)
    return progress


def left_open(section: int, document: Document, progress: Progress) -> Progress:
    """Return the state after a section's open slots were all left as not said."""
    for slot in SLOTS:
        if slot.section == section and not progress.is_settled(slot, document):
            progress = progress.settling(slot.name, NOT_SAID)
    return progress


def reopened(section: int, progress: Progress) -> Progress:
    """Return the state with a section's slots to be asked again."""
    names = {slot.name for slot in SLOTS if slot.section == section}
    return Progress(
        {name: count for name, count in progress.asked.items() if name not in names},
        {name: how for name, how in progress.settled.items() if name not in names},
    )


def said_nothing(text: str) -> bool:
    """Return whether an answer says that there is nothing."""
    return bool(_NOTHING.match(text))
