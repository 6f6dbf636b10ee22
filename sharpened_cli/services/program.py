"""Programs as people ask for them: a new one, the active one, a list, groceries, a calendar file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sharpened_cli import clock as clocks
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.store import programs

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.services.bundle import ProgramBundle
    from sharpened_cli.services.generation import Wishes
    from sharpened_cli.services.storage import Stored
    from sharpened_cli.store import Store
    from sharpened_cli.store.programs import StoredProgram
    from sharpened_cli.store.users import User

LATEST_START_DAYS = 366


@dataclass(frozen=True)
class ProgramService:
    """Makes, stores and reads programs of one person."""

    store: Store
    clock: Clock
    user: User

    def new(self, wishes: Wishes) -> dict[str, Any]:
        """Generate and store a program and return its document.

        Raises InputError for a start that lies in the past or too far ahead or for weeks out of 2..16,
        NotThereError without a profile, RefusedError where the safety gate blocks it.
        """
        self._refuse_wishes(wishes)
        from sharpened_cli.services.generation import ProgramGenerationService

        bundle = ProgramGenerationService(self.store, self.user).generate_program(wishes)
        return self.keep(bundle)

    def keep(self, bundle: ProgramBundle) -> dict[str, Any]:
        """Store a bundle with a notification about it, in one transaction, and return the program's document."""
        from sharpened_cli.ids import new_id
        from sharpened_cli.services.storage import ProgramStorageService
        from sharpened_cli.store import notifications

        with self.store.transaction():
            stored = ProgramStorageService(self.store, self.clock, self.user).store_program_bundle(bundle)
            notifications.add(
                self.store,
                notification_id=new_id(),
                user_id=self.user.id,
                notification_type="program_ready",
                title="Your program is ready",
                message=_ready_words(bundle, stored),
                created_at=clocks.as_text(self.clock.now()),
                ref_type="program",
                ref_id=stored.program_id,
                priority="low",
            )
            return self._document(stored.program_id)

    def show(self, wanted: str = "", week: int | None = None) -> dict[str, Any]:
        """Return the document of a program (the active one by default), or of one of its weeks.

        Raises NotThereError when there is no such program or week.
        """
        with self.store.snapshot():
            document = self._document(self._id(wanted))
        if week is None:
            return document
        if not 1 <= week <= document["program_duration_weeks"]:
            raise NotThereError(
                f"The program has no week {week}.",
                code="no_such_week",
                hint=f"It has weeks 1 to {document['program_duration_weeks']}.",
            )
        return one_week(document, week)

    def listing(self) -> dict[str, Any]:
        """Return all programs of the person, the newest first."""
        with self.store.snapshot():
            return {"programs": [one._asdict() for one in programs.listing(self.store, self.user.id)]}

    def groceries(self, week: int | None = None) -> dict[str, Any]:
        """Return the shopping list of a program week (by default the present one), from the plan in force."""
        from sharpened_cli.domain.groceries import groceries
        from sharpened_cli.services.planning import PlanningService
        from sharpened_cli.store import food_table

        with self.store.snapshot():
            document = self.show()
            first = date.fromisoformat(document["program_start_date"])
            number = self._week(document, first) if week is None else week
            if not 1 <= number <= document["program_duration_weeks"]:
                raise NotThereError(
                    f"The program has no week {number}.", code="no_such_week", hint="See `program show`."
                )
            start = first + timedelta(weeks=number - 1)
            end = start + timedelta(days=6)
            days = PlanningService(self.store, self.clock, self.user).days(start, end)
            amounts = [
                (item.food_id, item.grams)
                for day in days
                if day.program is not None and day.program.id == document["id"]
                for meal in day.plan.meals
                for item in meal.items
            ]
            foods = {food.id: food for food in food_table.read_all(self.store)}
        lines = groceries(amounts, foods)
        return {
            "program_id": document["id"],
            "week": number,
            "start_date": start,
            "end_date": end,
            "items": [line._asdict() for line in lines],
        }

    def _refuse_wishes(self, wishes: Wishes) -> None:
        from sharpened_cli.services.generation import LEAST_WEEKS, MOST_WEEKS

        if not LEAST_WEEKS <= wishes.weeks <= MOST_WEEKS:
            raise InputError(
                f"A program of {wishes.weeks} weeks cannot be made.",
                code="out_of_range",
                hint=f"Choose {LEAST_WEEKS} to {MOST_WEEKS} weeks.",
            )
        today = clocks.local_day(self.clock.now(), self.user.timezone)
        if not today <= wishes.start <= today + timedelta(days=LATEST_START_DAYS):
            raise InputError(
                f"A program cannot start on {wishes.start.isoformat()}.",
                code="bad_start",
                hint="Start today or on a day of the coming year.",
            )

    def _week(self, document: dict[str, Any], first: date) -> int:
        today = clocks.local_day(self.clock.now(), self.user.timezone)
        return min(max((today - first).days // 7 + 1, 1), int(document["program_duration_weeks"]))

    def _id(self, wanted: str) -> str:
        if not wanted:
            found = programs.active_id(self.store, self.user.id)
            if found is None:
                raise NotThereError(
                    "There is no active program.", code="no_program", hint="`sharpened program new` makes one."
                )
            return found
        ids = programs.find(self.store, self.user.id, wanted)
        if not ids:
            raise NotThereError(
                f"There is no program {wanted!r}.", code="no_such_id", hint="See `sharpened program list`."
            )
        if len(ids) > 1:
            raise InputError(f"{wanted!r} names several programs.", code="ambiguous_id", hint="Type more of the id.")
        return ids[0]

    def _document(self, program_id: str) -> dict[str, Any]:
        stored = programs.read(self.store, program_id)
        if stored is None:
            raise NotThereError("There is no such program.", code="no_such_id", hint="See `sharpened program list`.")
        return program_document(
            stored,
            programs.session_ids(self.store, program_id),
            programs.meal_ids(self.store, program_id),
            programs.day_numbers(self.store, program_id),
        )


def program_document(
    stored: StoredProgram, session_ids: list[str], meal_ids: list[str], numbers: dict[str, int]
) -> dict[str, Any]:
    """Return a program as JSON-ready object: its own columns, the bundle, and the ids that storage gave in order."""
    listed, bundle = stored.listed, stored.bundle
    sessions = [
        {"id": one_id, "number": numbers.get(one_id), **one}
        for one_id, one in zip(session_ids, bundle["training"]["sessions"], strict=True)
    ]
    meals = [
        {"id": one_id, "number": numbers.get(one_id), **one}
        for one_id, one in zip(meal_ids, bundle["meals"], strict=True)
    ]
    return {
        **listed._asdict(),
        "seed": stored.seed,
        "rate_kg_per_week": bundle["rate_kg_per_week"],
        "tdee": bundle["tdee"],
        "macros": bundle["macros"],
        "safety": bundle["safety"],
        "feasibility": bundle["feasibility"],
        "training": {**bundle["training"], "sessions": sessions},
        "meals": meals,
        "days": bundle["days"],
        "notes": bundle["notes"],
    }


def one_week(document: dict[str, Any], week: int) -> dict[str, Any]:
    """Return a program's document with one of its weeks only."""
    training = document["training"]
    sessions = [one for one in training["sessions"] if one["week_index"] == week]
    return {
        **document,
        "training": {**training, "sessions": sessions},
        "meals": [one for one in document["meals"] if one["week_index"] == week],
        "days": [one for one in document["days"] if one["week_index"] == week],
    }


def _ready_words(bundle: ProgramBundle, stored: Stored) -> str:
    sessions = stored.rows["session_instances"]
    return (
        f"{bundle.program_duration_weeks} weeks from {bundle.program_start_date.isoformat()}: "
        f"{sessions} sessions, {stored.rows['meal_instances']} meals."
    )
