"""The interview: each turn is heard, understood, kept and answered in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli import clock as clocks
from sharpened_cli.domain import interview
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.ids import new_id
from sharpened_cli.services.consultation_facts import FactKeeper, row_key
from sharpened_cli.store import consultation_sessions as sessions
from sharpened_cli.store import safety_flags

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.services.consultation_facts import Understood
    from sharpened_cli.services.model_reader import ModelReader
    from sharpened_cli.store import Store
    from sharpened_cli.store.consultation_sessions import StoredMessage, StoredSession
    from sharpened_cli.store.users import User

UNDO_DEPTH = 30  # turns; product choice
WELCOME = (
    "Let us find out how you train, eat and live. Seven short sections; answer in your own words, in any order. "
    "/help shows what you can type."
)


class Reply(NamedTuple):
    """What the interviewer says next.

    ``kind``: ``ask`` (a question of a slot), ``confirm`` (is this section right?), ``approve`` (is everything
    right?), ``done``. ``learned`` holds the rows that this turn added or changed, ``warnings`` fixed words about
    red flags.
    """

    kind: str
    section: int
    slot: str | None
    text: str
    progress_percentage: int
    learned: list[tuple[str, dict[str, Any]]]
    warnings: list[str]
    ends_talk: bool = False


@dataclass
class ConsultationService:
    """One person's interview; ``confirms`` asks after each section whether it was understood right."""

    store: Store
    clock: Clock
    user: User
    confirms: bool = False
    today: date | None = None
    reader: ModelReader | None = None
    keeper: FactKeeper = field(init=False)

    def __post_init__(self) -> None:
        """Make the keeper of facts, which reads the names of foods and exercises once."""
        self.keeper = FactKeeper(self.store, self.clock)

    def open_session(self) -> StoredSession | None:
        """Return the person's open interview."""
        return sessions.open_one(self.store, self.user.id)

    def resume(self, session_id: str) -> Reply:
        """Return the interviewer's next words; the first time that is the welcome and the first question.

        A turn that was kept but not answered (the program was killed in between) is answered now.
        """
        with self.store.transaction():
            session = self._session(session_id)
            messages = sessions.messages(self.store, session_id)
            if messages and messages[-1].role == "user":
                return self._answered(session, messages[-1])
            understood = self._understood(session, messages)
            return self._next(session, understood, [], [], speaks=not messages)

    def hear(self, session_id: str, text: str, section: int | None = None) -> Reply:
        """Keep one turn of the person and return the reply; ``section`` says where it belongs if not here.

        Without a model everything is one transaction. With one, the turn is committed before the call.
        """
        with self.store.transaction():
            session = self._session(session_id)
            state = self._remembered(session)
            place = section or self._place(session)
            message_id = new_id()
            sessions.add_message(
                self.store,
                message_id=message_id,
                session=session,
                section=place,
                role="user",
                content=text,
                created_at=self._now(),
            )
            state["past"][-1]["message"] = message_id
            if section is None and state.get("slot"):
                state["slots"] = {**state.get("slots", {}), message_id: state["slot"]}
            session = self._saved(session._replace(state=state))
            if self.reader is None or _stays_here(text):
                return self._answered(session, self._message(session_id, message_id))
        message = self._message(session_id, message_id)
        rows, used = self.reader.read(message, self._today(), self.keeper.vocabulary)
        with self.store.transaction():
            sessions.keep_model_rows(
                self.store,
                message_id,
                rows,
                model=self.reader.model.name,
                prompt_tokens=used.prompt_tokens,
                answer_tokens=used.answer_tokens,
            )
            return self._answered(self._session(session_id), self._message(session_id, message_id))

    def leave_open(self, session_id: str, section: int) -> None:
        """Record the open slots of a section as not said (a script's turns for it are used up)."""
        with self.store.transaction():
            session = self._session(session_id)
            understood = self._understood(session, sessions.messages(self.store, session_id))
            progress = interview.left_open(section, understood.document(), _progress(session))
            self._settle(session, understood, progress)

    def skip(self, session_id: str) -> Reply:
        """Decline the slot that is being asked about, or take the section as it stands."""
        with self.store.transaction():
            session = self._session(session_id)
            understood = self._understood(session, sessions.messages(self.store, session_id))
            name = session.state.get("slot")
            if name:
                session = self._settle(session, understood, _progress(session).settling(name, interview.DECLINED))
            else:
                session = self._with_confirmed(session, session.current_section)
            return self._next(session, understood, [], [])

    def confirm(self, session_id: str, section: int) -> Reply:
        """Take a section as understood right and go on."""
        with self.store.transaction():
            session = self._with_confirmed(self._session(session_id), section)
            return self._next(session, self._understood(session, sessions.messages(self.store, session_id)), [], [])

    def go_to(self, session_id: str, section: int) -> Reply:
        """Go to a section: its slots are asked again, its facts stay.

        Raises InputError when there is no such section.
        """
        if not 1 <= section <= interview.SECTION_COUNT:
            raise InputError(f"There is no section {section}.", code="bad_section", hint="Sections are 1 to 7.")
        with self.store.transaction():
            session = self._session(session_id)
            progress = interview.reopened(section, _progress(session))
            confirmed = [number for number in session.state.get("confirmed", []) if number != section]
            state = {**_with(session.state, progress), "confirmed": confirmed, "focus": section}
            session = self._saved(session._replace(state=state))
            return self._next(session, self._understood(session, sessions.messages(self.store, session_id)), [], [])

    def back(self, session_id: str) -> Reply:
        """Go to the section before the present one."""
        session = self._session(session_id)
        return self.go_to(session_id, max(1, session.current_section - 1))

    def undo(self, session_id: str) -> Reply:
        """Take back the last turn: its facts, and the state before it. Raises InputError when there is none."""
        with self.store.transaction():
            session = self._session(session_id)
            past = session.state.get("past", [])
            if not past:
                raise InputError("There is no turn to take back.", code="nothing_to_undo", hint="Go on answering.")
            last = past[-1]
            for message in reversed(sessions.messages(self.store, session_id)):
                sessions.undo_message(self.store, message.id, undone_at=self._now())
                if message.id == last["message"]:
                    break
            session = self._saved(session._replace(state={**last["state"], "past": past[:-1]}))
            messages = sessions.messages(self.store, session_id)
            understood = self._understood(session, messages)
            self.keeper.keep(session, understood, messages)
            return self._next(session, understood, [], [])

    def edit(self, session_id: str, table: str, values: dict[str, Any], changes: dict[str, Any] | None) -> Understood:
        """Set fields of the row with these values, or remove it (``changes`` None); return what holds now."""
        with self.store.transaction():
            session = self._session(session_id)
            edit: dict[str, Any] = {"table": table, "key": row_key(table, values)}
            edit |= {"remove": True} if changes is None else {"set": changes}
            edits = [*session.state.get("edits", []), edit]
            session = self._saved(session._replace(state={**session.state, "edits": edits}))
            messages = sessions.messages(self.store, session_id)
            understood = self._understood(session, messages)
            self.keeper.keep(session, understood, messages)
            return understood

    def summary(self, session_id: str) -> Understood:
        """Return all that was understood so far."""
        with self.store.snapshot():
            return self._understood(self._session(session_id), sessions.messages(self.store, session_id))

    def complete(self, session_id: str) -> StoredSession:
        """Close an approved interview and write what it says about goals and health into the profile."""
        from sharpened_cli.services.consultation_approval import write_profile

        with self.store.transaction():
            session = self._session(session_id)
            understood = self._understood(session, sessions.messages(self.store, session_id))
            write_profile(self.store, self.clock, self.user, session)
            percentage = interview.percentage(understood.document(), _progress(session))
            return self._saved(
                session._replace(
                    completed_at=self._now(), current_section=interview.SECTION_COUNT, progress_percentage=percentage
                )
            )

    def document(self, session_id: str, program_id: str | None = None) -> dict[str, Any]:
        """Return the JSON of ``consult``: where the interview stands and what it yielded."""
        session = self._session(session_id)
        understood = self.summary(session_id)
        extracted: dict[str, Any] = dict(understood.document())
        extracted["safety_flags"] = understood.flag_codes()
        return {
            "session_id": session.session_id,
            "engine": session.engine,
            "current_section": session.current_section,
            "progress_percentage": session.progress_percentage,
            "completed_at": session.completed_at,
            "extracted": extracted,
            "notes": [note.text for note in understood.notes],
            "program_id": program_id,
        }

    def _answered(self, session: StoredSession, message: StoredMessage) -> Reply:
        """Understand a kept turn, bring the tables in step, and say what comes next."""
        messages = sessions.messages(self.store, session.session_id)
        before = self._understood(session, [item for item in messages if item.id != message.id])
        understood = self._understood(session, messages)
        known = safety_flags.live_codes(self.store, session.user_id)
        self.keeper.keep(session, understood, messages)
        slot = interview.SLOT.get(session.state.get("slot") or "")
        progress = _progress(session)
        if slot is not None and slot.section == message.section:
            progress = interview.answered(slot, message.content, understood.document(), progress)
        session = self._settle(session, understood, progress)
        new_flags = [flag.code for flag in understood.flags if flag.code not in known]
        return self._next(session, understood, _learned(before, understood), new_flags)

    def _next(
        self,
        session: StoredSession,
        understood: Understood,
        learned: list[tuple[str, dict[str, Any]]],
        new_flags: list[str],
        *,
        speaks: bool = True,
    ) -> Reply:
        """Return the next step and keep the words as the assistant's message."""
        document, progress = understood.document(), _progress(session)
        kind, section, slot = self._step(session, understood, progress)
        warnings, ends_talk = _warnings(new_flags)
        words = [WELCOME] if not sessions.messages(self.store, session.session_id) else []
        if slot is not None:
            words.append(interview.question(slot, progress if speaks else progress.before_asking(slot.name)))
            if speaks:
                progress = progress.asking(slot.name)
        state = {**_with(session.state, progress), "slot": slot.name if slot else None}
        percentage = interview.percentage(document, progress)
        session = self._saved(session._replace(state=state, current_section=section, progress_percentage=percentage))
        text = "\n\n".join(words)
        if speaks and (text or warnings):
            self._say(session, section, "\n\n".join([*warnings, *words]))
        return Reply(kind, section, slot.name if slot else None, text, percentage, learned, warnings, ends_talk)

    def _step(
        self, session: StoredSession, understood: Understood, progress: interview.Progress
    ) -> tuple[str, int, interview.Slot | None]:
        """Return kind, section and slot of what comes next; the section that was asked for comes first."""
        document = understood.document()
        confirmed = session.state.get("confirmed", [])
        order = list(range(1, interview.SECTION_COUNT + 1))
        focus = session.state.get("focus")
        if focus:
            order = [focus, *[number for number in order if number != focus]]
        for section in order:
            slot = interview.open_slot(section, document, progress)
            if slot is not None:
                return "ask", section, slot
            if self.confirms and section not in confirmed:
                return "confirm", section, None
        return "approve", interview.SECTION_COUNT, None

    def _say(self, session: StoredSession, section: int, text: str) -> None:
        sessions.add_message(
            self.store,
            message_id=new_id(),
            session=session,
            section=section,
            role="assistant",
            content=text,
            created_at=self._now(),
        )

    def _understood(self, session: StoredSession, messages: list[StoredMessage]) -> Understood:
        return self.keeper.understand(messages, session.state, self._today(), session.user_id)

    def _settle(self, session: StoredSession, understood: Understood, progress: interview.Progress) -> StoredSession:
        percentage = interview.percentage(understood.document(), progress)
        return self._saved(session._replace(state=_with(session.state, progress), progress_percentage=percentage))

    def _with_confirmed(self, session: StoredSession, section: int) -> StoredSession:
        confirmed = sorted({*session.state.get("confirmed", []), section})
        focus = session.state.get("focus")
        state = {**session.state, "confirmed": confirmed, "focus": None if focus == section else focus}
        return self._saved(session._replace(state=state))

    def _remembered(self, session: StoredSession) -> dict[str, Any]:
        """Return the state with a copy of itself, for undo."""
        before = {name: value for name, value in session.state.items() if name != "past"}
        past = [*session.state.get("past", []), {"message": "", "state": before}]
        return {**session.state, "past": past[-UNDO_DEPTH:]}

    def _place(self, session: StoredSession) -> int:
        slot = interview.SLOT.get(session.state.get("slot") or "")
        return slot.section if slot else session.current_section

    def _message(self, session_id: str, message_id: str) -> StoredMessage:
        return next(message for message in sessions.messages(self.store, session_id) if message.id == message_id)

    def _session(self, session_id: str) -> StoredSession:
        session = sessions.load(self.store, session_id)
        if session is None:
            raise NotThereError(
                f"There is no interview {session_id!r}.", code="no_such_id", hint="Start one with `sharpened consult`."
            )
        return session

    def _saved(self, session: StoredSession) -> StoredSession:
        sessions.save(self.store, session, updated_at=self._now())
        return session

    def _now(self) -> str:
        return clocks.as_text(self.clock.now())

    def _today(self) -> date:
        return self.today or clocks.local_day(self.clock.now(), self.user.timezone)


def _stays_here(text: str) -> bool:
    """Return whether a turn must not go to a model: thoughts of self-harm get fixed words only."""
    from sharpened_cli.domain.red_flags import red_flags

    return "self_harm" in red_flags(text)


def _progress(session: StoredSession) -> interview.Progress:
    return interview.Progress(session.state.get("asked", {}), session.state.get("settled", {}))


def _with(state: dict[str, Any], progress: interview.Progress) -> dict[str, Any]:
    return {**state, "asked": dict(progress.asked), "settled": dict(progress.settled)}


def _learned(before: Understood, after: Understood) -> list[tuple[str, dict[str, Any]]]:
    """Return the rows that are new or changed, by table in order."""
    found = []
    for table, rows in after.document().items():
        known = before.document()[table]
        found += [(table, row) for row in rows if row not in known]
    return found


def _warnings(codes: list[str]) -> tuple[list[str], bool]:
    """Return the fixed words for newly raised flags, and whether one of them ends the conversation."""
    if not codes:
        return [], False
    from sharpened_cli.services.flags import words_for

    heard = [words_for(code) for code in codes]
    return list(dict.fromkeys(f"{one.words} {one.see}".strip() for one in heard)), any(one.ends_talk for one in heard)
