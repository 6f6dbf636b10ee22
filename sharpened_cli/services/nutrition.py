"""Logging of meals in plain words: foods and grams, totals, what is left of the day, what of the plan it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text, from_text
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.ids import LEAST_PREFIX, new_id
from sharpened_cli.services import meal_options
from sharpened_cli.services.adherence import AdherenceService
from sharpened_cli.services.listed import listed
from sharpened_cli.services.meal_documents import (
    figures_item,
    item_of_plan,
    item_of_words,
    meal_document,
    quick_document,
    unknown_item,
)
from sharpened_cli.store import day_log, foods, log_revisions, meals, quick_meals
from sharpened_cli.store.meals import MealRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.day_plan import Meal
    from sharpened_cli.domain.meal_text.meal import ParsedMeal
    from sharpened_cli.services.meal_options import MealOptions
    from sharpened_cli.services.planning import PlanningService
    from sharpened_cli.store import Store
    from sharpened_cli.store.meals import ItemRow
    from sharpened_cli.store.quick_meals import QuickMeal
    from sharpened_cli.store.users import User

LIST_LENGTH = 20
LONGEST_NAME = 60


class Question(NamedTuple):
    """Words of a meal to ask about, with the foods that they may mean as (id, name), the likeliest first.

    No choices: no food is like these words.
    """

    phrase: str
    text: str
    choices: tuple[tuple[str, str], ...]


class _Content(NamedTuple):
    """What a meal consists of and where that came from."""

    items: tuple[ItemRow, ...]
    source: str
    text: str
    unmatched: tuple[str, ...] = ()
    planned: Meal | None = None


class NutritionService(NamedTuple):
    """Logs, lists, corrects and removes meals of one person."""

    store: Store
    clock: Clock
    user: User

    @property
    def adherence(self) -> AdherenceService:
        """The matching of logs with the plan."""
        return AdherenceService(self.store, self.clock, self.user)

    @property
    def planning(self) -> PlanningService:
        """The effective plan of the person."""
        return self.adherence.planning

    # Logging --------------------------------------------------------------------------------

    def questions(self, text: str) -> list[Question]:
        """Return what of a sentence is unsure enough to ask about; reads only."""
        with self.store.snapshot():
            parsed = self._parsed(meal_options.checked_text(text))
            names = foods.by_ids(self.store, [food_id for item in parsed.items for food_id in item.alternatives])
        unsure = [
            Question(
                item.phrase,
                item.text,
                ((item.food.id, item.food.name), *((key, names[key].name) for key in item.alternatives)),
            )
            for item in parsed.items
            if not item.is_sure
        ]
        return unsure + [Question("", piece, ()) for piece in parsed.unmatched]

    def log_meal(self, text: str, options: MealOptions) -> dict[str, Any]:
        """Log a meal from words, a plan, a saved or an earlier meal, or bare figures; return it as JSON.

        Raises InputError (not understood, impossible amounts), NotThereError; nothing is written then.
        """
        text = meal_options.checked_text(text)
        with self.store.transaction():
            self._remember(options.chosen)
            today = self.planning.today()
            day = meal_options.day_of(options, text, today)
            content = self._content(text, options, day)
            meal = self._new_meal(content, options, day)
            meals.add(self.store, self.user.id, meal, self._now())
            if options.save_as:
                self._save_quick(options.save_as, meal.items)
            self.adherence.meals_changed(day)
            return {**self.document(meal), "unmatched": list(content.unmatched)}

    def document(self, meal: MealRow) -> dict[str, Any]:
        """Return a meal as JSON: items, totals, what it fills of the plan, what is left of its day."""
        from datetime import date as day_type

        return {
            **meal_document(meal),
            "unmatched": [item.text for item in meal.items if item.is_unknown],
            "adherence": self.adherence.document_of(meal.id),
            "remaining": self._remaining(day_type.fromisoformat(meal.local_date)),
        }

    # Correcting -----------------------------------------------------------------------------

    def latest(self, limit: int = LIST_LENGTH, day: date | None = None) -> dict[str, Any]:
        """Return the latest meals, or those of a day, as JSON."""
        with self.store.snapshot():
            rows = (
                meals.latest(self.store, self.user.id, limit)
                if day is None
                else meals.on(self.store, self.user.id, day)
            )
        return {"meals": [{"number": number, **meal_document(row)} for number, row in enumerate(rows, 1)]}

    def edit(self, wanted: str, text: str, options: MealOptions) -> dict[str, Any]:
        """Write a meal anew from other words or options; raises InputError, NotThereError."""
        text = meal_options.checked_text(text)
        with self.store.transaction():
            before = self._row(self._id(wanted))
            after = self._edited(before, text, options)
            if after == before:
                return {**self.document(before), "changed": False}
            self._keep(before, "edit")
            meals.replace(self.store, self.user.id, after, self._now())
            self._rematch(before, after)
            return {**self.document(after), "changed": True}

    def remove(self, wanted: str) -> dict[str, Any]:
        """Take a meal out; ``undo`` brings it back. Raises NotThereError."""
        with self.store.transaction():
            row = self._row(self._id(wanted))
            self._keep(row, "remove")
            meals.set_removed(self.store, row.id, self._now())
            self._rematch(row, row)
            return {"removed": meal_document(row)}

    def undo(self) -> dict[str, Any]:
        """Undo the last edit or removal of a meal exactly; raises NotThereError."""
        with self.store.transaction():
            revision = log_revisions.latest(self.store, self.user.id, "meal")
            if revision is None:
                raise NotThereError("There is no change of a meal to undo.", code="nothing_to_undo")
            before = meals.from_document(revision.before)
            current = meals.get(self.store, revision.entity_id)
            if revision.action == "remove":
                meals.set_removed(self.store, revision.entity_id, None)
            else:
                meals.replace(self.store, self.user.id, before, self._now())
            log_revisions.mark_undone(self.store, revision.id, self._now())
            self._rematch(current or before, before)
            return {"restored": meal_document(self._row(before.id)), "undone": revision.action}

    # Saved meals ----------------------------------------------------------------------------

    def quick(self) -> dict[str, Any]:
        """Return the person's saved meals as JSON, the most used first."""
        with self.store.snapshot():
            rows = quick_meals.all_of(self.store, self.user.id)
        return {"quick_meals": [quick_document(row) for row in rows]}

    def remove_quick(self, name: str) -> dict[str, Any]:
        """Delete a saved meal; raises NotThereError."""
        with self.store.transaction():
            meal = self._quick_named(name)
            quick_meals.remove(self.store, meal.id)
            return {"removed": meal.name}

    # Parts ----------------------------------------------------------------------------------

    def _content(self, text: str, options: MealOptions, day: date) -> _Content:
        """Return what was eaten, from whichever source the options name."""
        if options.quick:
            meal = self._quick_named(options.quick)
            quick_meals.mark_used(self.store, meal, self._now())
            extra = self._words(text, options) if text else _Content((), "", "")
            return _Content((*meal.items, *extra.items), "quick", text or meal.name, extra.unmatched)
        if options.copy:
            return self._copied(options.copy)
        planned = self._planned(options.planned, day) if options.planned is not None else None
        if text:
            return self._words(text, options)._replace(planned=planned)
        if planned is not None:
            self._not_logged_yet(planned, day)
            return _Content(tuple(item_of_plan(item) for item in planned.items), "planned", planned.name, (), planned)
        if options.has_figures:
            return _Content((figures_item(meal_options.figures_of(options), "Quick entry"),), "figures", "")
        raise InputError(
            "There is nothing to log.",
            code="nothing_to_log",
            hint='Say what you ate: sharpened log-meal "2 eggs, 80g oats and a banana".',
        )

    def _words(self, text: str, options: MealOptions) -> _Content:
        if options.has_figures:
            return _Content((figures_item(meal_options.figures_of(options), text),), "figures", text)
        parsed = self._reworded(self._parsed(text), options.reworded)
        if not parsed.items and not parsed.unmatched:
            raise InputError(f"No food was found in {_echo(text)}.", code="no_food", hint="Name what you ate.")
        if parsed.unmatched and not options.allow_unknown:
            words = ", ".join(_echo(piece) for piece in parsed.unmatched)
            raise InputError(
                f"Not understood: {words}.",
                code="unmatched",
                hint="Say it in other words, add it with `foods add`, or log the rest with --allow-unknown.",
                unmatched=list(parsed.unmatched),
            )
        unknown = tuple(unknown_item(piece) for piece in parsed.unmatched)
        items = tuple(item_of_words(item) for item in parsed.items)
        return _Content((*items, *unknown), "typed", text, parsed.unmatched)

    def _reworded(self, parsed: ParsedMeal, reworded: Mapping[str, str]) -> ParsedMeal:
        """Return a meal with what was not understood said in other words, or left out."""
        for piece in parsed.unmatched:
            if piece in reworded:
                again = self._parsed(reworded[piece])
                rest = tuple(other for other in parsed.unmatched if other != piece)
                parsed = parsed._replace(items=(*parsed.items, *again.items), unmatched=(*rest, *again.unmatched))
        return parsed

    def _parsed(self, text: str) -> ParsedMeal:
        from sharpened_cli.domain.meal_text.meal import parse_meal
        from sharpened_cli.store.food_search import FoodSearch

        return parse_meal(text, FoodSearch(self.store, self.user.id))

    def _copied(self, wanted: str) -> _Content:
        day, meal_type = meal_options.copied_from(wanted, self.planning.today())
        rows = meals.on(self.store, self.user.id, day, meal_type or None)
        if not rows:
            raise NotThereError(
                f"No {meal_type or 'meal'} was logged on {day.isoformat()}.",
                code="no_such_meal",
                hint="`sharpened meals list` shows what was logged.",
            )
        items = tuple(item for row in rows for item in row.items)
        return _Content(items, "copy", "; ".join(row.original_text for row in rows if row.original_text))

    def _planned(self, number: int, day: date) -> Meal:
        planned = self.adherence.planned(number, day)
        if planned.kind != "meal":
            raise InputError(
                f"Number {number} is a session, {planned.name}.",
                code="not_a_meal",
                hint="log-activity --planned logs a planned session.",
            )
        return next(meal for meal in self.planning.day(day).plan.meals if meal.id == planned.id)

    def _not_logged_yet(self, planned: Meal, day: date) -> None:
        """Refuse to log a planned meal a second time; raises InputError."""
        for row in meals.on(self.store, self.user.id, day):
            if row.planned_meal_instance_id == planned.id:
                raise InputError(
                    f"{planned.name} is logged already.",
                    code="already_logged",
                    hint="`sharpened meals list` shows it; `meals edit` corrects it.",
                )

    def _new_meal(self, content: _Content, options: MealOptions, day: date) -> MealRow:
        planned = content.planned
        said = meal_options.checked_meal_type(options.meal_type) or meal_options.said_meal_type(content.text)
        when = meal_options.when_of(
            options, day, said or (planned.meal_type if planned else "other"), self.clock.now(), self.user.timezone
        )
        meal_type = said or (planned.meal_type if planned else self._meal_type(when.day, when.minute))
        return MealRow(
            id=new_id(),
            meal_type=meal_type,
            logged_at=as_text(when.instant),
            local_date=when.day.isoformat(),
            planned_meal_instance_id=planned.id if planned else None,
            source=content.source,
            original_text=content.text,
            notes="",
            items=content.items,
        )

    def _meal_type(self, day: date, minute: int) -> str:
        return meal_options.meal_type_at(minute, self.planning.day(day).plan.meals)

    def _edited(self, before: MealRow, text: str, options: MealOptions) -> MealRow:
        from datetime import date as day_type

        after = before
        if text or options.has_figures:
            content = self._words(text or before.original_text, options)
            after = after._replace(items=content.items, source=content.source, original_text=content.text)
        if options.meal_type:
            after = after._replace(meal_type=meal_options.checked_meal_type(options.meal_type))
        if options.date or options.at:
            day = day_type.fromisoformat(before.local_date)
            if options.date:
                day = meal_options.day_of(options, "", self.planning.today())
            at = options.at or self._clock_of(before)
            when = meal_options.when_of(
                options._replace(at=at), day, after.meal_type, self.clock.now(), self.user.timezone
            )
            after = after._replace(local_date=when.day.isoformat(), logged_at=as_text(when.instant))
        return after

    def _clock_of(self, meal: MealRow) -> str:
        from sharpened_cli.services.wall_clock import minute_of

        minute = minute_of(from_text(meal.logged_at), self.user.timezone)
        return f"{minute // 60:02d}:{minute % 60:02d}"

    def _remember(self, chosen: Mapping[str, str]) -> None:
        for phrase in sorted(chosen):
            foods.set_alias(self.store, self.user.id, phrase, chosen[phrase], self._now())

    def _save_quick(self, name: str, items: Sequence[ItemRow]) -> None:
        cleaned = " ".join(name.split())
        if not cleaned or len(cleaned) > LONGEST_NAME:
            raise InputError(f"A saved meal needs a name of 1 to {LONGEST_NAME} characters.", code="bad_name")
        quick_meals.save(self.store, self.user.id, new_id(), cleaned, items, self._now())

    def _quick_named(self, name: str) -> QuickMeal:
        meal = quick_meals.named(self.store, self.user.id, " ".join(name.split()))
        if meal is None:
            there = ", ".join(row.name for row in quick_meals.all_of(self.store, self.user.id))
            raise NotThereError(
                f"There is no saved meal {name!r}.",
                code="no_such_quick_meal",
                hint=f"There are: {there}." if there else "--save-as NAME makes one of what you log.",
            )
        return meal

    def _remaining(self, day: date) -> dict[str, float | None]:
        from sharpened_cli.services.today import remaining

        eaten = day_log.eaten_on(self.store, self.user.id, day)
        return remaining(self.planning.day(day).plan.targets, eaten)

    def _rematch(self, before: MealRow, after: MealRow) -> None:
        from datetime import date as day_type

        for day in sorted({before.local_date, after.local_date}):
            self.adherence.meals_changed(day_type.fromisoformat(day))

    def _keep(self, row: MealRow, action: str) -> None:
        log_revisions.add(
            self.store,
            revision_id=new_id(),
            user_id=self.user.id,
            entity_type="meal",
            entity_id=row.id,
            action=action,
            before=meals.as_document(row),
            created_at=self._now(),
        )

    def _id(self, wanted: str) -> str:
        """Return the id that a number of `meals list` or the beginning of an id means."""
        row = listed(wanted, lambda number: meals.latest(self.store, self.user.id, number))
        if row is not None:
            return row.id
        if len(wanted) < LEAST_PREFIX:
            return meal_options.resolved_id([], wanted)
        return meal_options.resolved_id(meals.find(self.store, self.user.id, wanted.lower()), wanted)

    def _row(self, meal_id: str) -> MealRow:
        row = meals.get(self.store, meal_id)
        if row is None:
            raise NotThereError(f"There is no meal {meal_id!r}.", code="no_such_id")
        return row

    def _now(self) -> str:
        return as_text(self.clock.now())


def _echo(text: str) -> str:
    from sharpened_cli.domain.typed import echo

    return echo(text)
