"""Keep the nine tables in step with a conversation: what was said, what a model added, what was edited."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli import clock as clocks
from sharpened_cli.domain.consultation import fact_limits
from sharpened_cli.domain.consultation.event_types import event_type
from sharpened_cli.domain.consultation.extract import extract
from sharpened_cli.domain.consultation.extraction import TABLES
from sharpened_cli.domain.consultation.turns import CHALLENGES, Turn
from sharpened_cli.domain.consultation.vocabulary import Vocabulary
from sharpened_cli.ids import new_id
from sharpened_cli.store import consultations, known_names, profiles, safety_flags

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.consultation.extraction import Extraction, Flag, Note
    from sharpened_cli.store import Store
    from sharpened_cli.store.consultation_sessions import StoredMessage, StoredSession

REPLACED_AS_A_WHOLE = ("user_training_availability", "user_preferred_meal_times")
"""Tables of which an earlier interview's rows give way as soon as a new one tells any."""


class Fact(NamedTuple):
    """A row as it should be kept: values, own words, the message it came from, and who found it."""

    values: dict[str, Any]
    quote: str
    message_id: str | None
    span: tuple[int, int]
    confidence: float
    source: str = "offline"


class Understood(NamedTuple):
    """All that a conversation yields now: rows by table, flags, and what no rule understood."""

    facts: dict[str, list[Fact]]
    flags: list[Flag]
    notes: list[Note]

    def document(self) -> dict[str, list[dict[str, Any]]]:
        """Return the nine lists of field values."""
        return {table: [dict(fact.values) for fact in self.facts[table]] for table in TABLES}

    def flag_codes(self) -> list[str]:
        """Return the codes of the safety flags, sorted."""
        return sorted({flag.code for flag in self.flags})


@dataclass
class FactKeeper:
    """Reads a conversation again after every turn and brings the tables in step with it.

    The two latest readings are kept, so that the state before a turn is not read twice.
    """

    store: Store
    clock: Clock
    _vocabulary: Vocabulary | None = None
    _latest: dict[tuple[Any, ...], Understood] = field(default_factory=dict)

    @property
    def vocabulary(self) -> Vocabulary:
        """Return the names of foods and exercises, read once."""
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(known_names.exercises(self.store), known_names.foods(self.store))
        return self._vocabulary

    def understand(
        self, messages: list[StoredMessage], state: Mapping[str, Any], today: date, user_id: str
    ) -> Understood:
        """Return what the person's messages yield, with what a model added and what was edited by hand.

        ``state`` is the interview's: its edits, and the slot that each message answered.
        """
        edits, slots = state.get("edits", []), state.get("slots", {})
        said = [message for message in messages if message.role == "user"]
        asked = (tuple((item.id, item.section, str(item.extracted)) for item in said), str(edits), str(slots), today)
        if asked not in self._latest:
            self._latest = {
                **dict(list(self._latest.items())[-1:]),
                asked: self._understood(said, edits, slots, today, self._weight_kg(user_id)),
            }
        return self._latest[asked]

    def _understood(
        self,
        said: list[StoredMessage],
        edits: list[dict[str, Any]],
        slots: Mapping[str, str],
        today: date,
        weight_kg: float | None,
    ) -> Understood:
        extraction = extract(
            [Turn(_read_as(message, slots), message.content, index) for index, message in enumerate(said)],
            today,
            self.vocabulary,
            weight_kg,
        )
        facts = {table: _from_rows(extraction, table, said) for table in TABLES}
        for message in said:
            for row in message.extracted:
                _add_from_model(facts, row, message.id)
        for edit in edits:
            _apply_edit(facts, edit)
        return Understood(
            {table: _distinct(table, facts[table]) for table in TABLES}, extraction.flags, extraction.notes
        )

    def _weight_kg(self, user_id: str) -> float | None:
        profile = profiles.load(self.store, user_id)
        return profile.weight_kg if profile else None

    def keep(self, session: StoredSession, understood: Understood, messages: list[StoredMessage]) -> None:
        """Write what changed: new rows in, rows that no longer hold retired, new flags raised."""
        for table in TABLES:
            self._sync(session, table, understood.facts[table])
        known = safety_flags.live_codes(self.store, session.user_id)
        said = [message for message in messages if message.role == "user"]
        for flag in understood.flags:
            if flag.code not in known:
                self._raise_flag(session, flag, said[flag.turn_index].id)

    def _raise_flag(self, session: StoredSession, flag: Flag, message_id: str) -> None:
        safety_flags.add(
            self.store,
            flag_id=new_id(),
            user_id=session.user_id,
            code=flag.code,
            source="consultation",
            quote=flag.quote,
            span=flag.span,
            session_id=session.session_id,
            message_id=message_id,
            created_at=clocks.as_text(self.clock.now()),
        )

    def _sync(self, session: StoredSession, table: str, wanted: list[Fact]) -> None:
        now = clocks.as_text(self.clock.now())
        live = {_key(table, row.values): row for row in consultations.live(self.store, table, session.user_id)}
        own = consultations.ids_of_session(self.store, table, session.session_id)
        resolved = [self._resolved(table, fact) for fact in wanted]
        keys = {_key(table, fact.values) for fact in resolved}
        gone = [
            row.id
            for key, row in live.items()
            if key not in keys and (row.id in own or (resolved and table in REPLACED_AS_A_WHOLE))
        ]
        changed = [fact for fact in resolved if not _is_kept(live.get(_key(table, fact.values)), fact)]
        replaced = [live[_key(table, fact.values)].id for fact in changed if _key(table, fact.values) in live]
        consultations.retire(self.store, table, gone + replaced, retired_at=now)
        for fact in changed:
            consultations.add(
                self.store,
                table,
                fact_id=new_id(),
                user_id=session.user_id,
                values=fact.values,
                origin=_origin(session, fact, now),
            )

    def _resolved(self, table: str, fact: Fact) -> Fact:
        """Return the fact with the ids of the reference rows that its names mean."""
        values = dict(fact.values)
        if table == "user_typical_meal_foods":
            values["food_id"] = self.vocabulary.food_id(values["food"])
        elif table in ("user_familiar_exercises", "user_improvement_goals") and values.get("exercise"):
            values["exercise_id"] = self.vocabulary.exercise_id(values["exercise"])
        elif table == "user_upcoming_events":
            values["event_type_id"] = event_type(values["event_name"])
        return fact._replace(values={name: value for name, value in values.items() if value is not None})


ASKED_FOR_LIMITS = frozenset({"avoid", "diet", "must_haves", "health"})
"""Slots whose answers are read as limits ("no burpees" is an exclusion there, in any section)."""


def _read_as(message: StoredMessage, slots: Mapping[str, str]) -> int:
    """Return the section whose grammars read a message."""
    return CHALLENGES if slots.get(message.id) in ASKED_FOR_LIMITS else message.section


def _origin(session: StoredSession, fact: Fact, now: str) -> dict[str, Any]:
    return {
        "session_id": session.session_id,
        "message_id": fact.message_id,
        "quote": fact.quote,
        "span_start": fact.span[0],
        "span_end": fact.span[1],
        "confidence": fact.confidence,
        "source": fact.source,
        "created_at": now,
    }


def _from_rows(extraction: Extraction, table: str, said: list[StoredMessage]) -> list[Fact]:
    facts = []
    for row in extraction.rows[table]:
        values = fact_limits.checked(table, row.values)
        if values is not None:
            facts.append(Fact(values, row.quote, said[row.turn_index].id, row.span, row.confidence))
    return facts


def _add_from_model(facts: dict[str, list[Fact]], row: Mapping[str, Any], message_id: str) -> None:
    """Add a model's row, or let it complete the row that says the same; what was there is never changed."""
    table, values = row["table"], dict(row["values"])
    for index, fact in enumerate(facts[table]):
        if _main_name(table, fact.values) == _main_name(table, values):
            facts[table][index] = fact._replace(values={**values, **fact.values})
            return
    facts[table].append(Fact(values, row["quote"], message_id, tuple(row["span"]), 0.5, "model"))


def _main_name(table: str, values: Mapping[str, Any]) -> tuple[Any, ...]:
    names = {"user_training_availability": ("day_of_week", "time_of_day")}.get(
        table, consultations.TABLES[table].key[:1]
    )
    return tuple(str(values.get(name)).lower() for name in names)


def _apply_edit(facts: dict[str, list[Fact]], edit: Mapping[str, Any]) -> None:
    """Change or remove the row that an edit names by its key."""
    table, key = edit["table"], tuple(edit["key"])
    for index, fact in enumerate(facts[table]):
        if _key(table, fact.values) != key:
            continue
        if edit.get("remove"):
            del facts[table][index]
            return
        values = {name: value for name, value in {**fact.values, **edit["set"]}.items() if value is not None}
        checked = fact_limits.checked(table, values)
        if checked is not None:
            facts[table][index] = fact._replace(values=checked, source="edited", confidence=1.0)
        return


def row_key(table: str, values: Mapping[str, Any]) -> list[Any]:
    """Return what makes a row unique among the live rows of its table, as JSON keeps it."""
    return list(_key(table, values))


def _key(table: str, values: Mapping[str, Any]) -> tuple[Any, ...]:
    defaults = {"interval_weeks": 1}
    return tuple(values.get(name, defaults.get(name)) for name in consultations.TABLES[table].key)


def _distinct(table: str, facts: Iterable[Fact]) -> list[Fact]:
    """Return one fact a key, the last one said."""
    by_key: dict[tuple[Any, ...], Fact] = {}
    for fact in facts:
        by_key[_key(table, fact.values)] = fact
    return list(by_key.values())


def _is_kept(row: consultations.StoredFact | None, fact: Fact) -> bool:
    """Return whether the live row already says exactly this, from the same message."""
    if row is None or row.message_id != fact.message_id or row.source != fact.source:
        return False
    return _comparable(row.values) == _comparable(fact.values)


def _comparable(values: Mapping[str, Any]) -> dict[str, Any]:
    defaults: dict[str, Any] = {
        "interval_weeks": 1, "is_permanent": True, "excluded_foods": [], "excluded_exercises": [], "days": [],
        "allowed": [], "priority": 3,
    }  # fmt: skip
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    return {name: value for name, value in plain.items() if defaults.get(name) != value or name not in defaults}
