"""Foods to look up, and a person's own: added by figures, by recipe, or from a downloaded list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text
from sharpened_cli.domain.food import Food, Portion
from sharpened_cli.domain.nutrients import Nutrients
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.ids import new_id
from sharpened_cli.store import foods

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.imports.products import Product
    from sharpened_cli.store import Store
    from sharpened_cli.store.food_search import FoodSearch
    from sharpened_cli.store.users import User

LONGEST_NAME = 120
SOURCE = "openfoodfacts"
CHUNK = 500  # products compared and written at a time


class NewFood(NamedTuple):
    """A food as its owner describes it: figures for ``per_g`` grams, portions as text ("slice=30g")."""

    name: str
    kcal: float | None = None
    protein_g: float = 0.0
    carbs_g: float = 0.0
    fat_g: float = 0.0
    fiber_g: float = 0.0
    per_g: float = 100.0
    portions: Sequence[str] = ()
    aliases: Sequence[str] = ()
    brand: str = ""
    recipe: str = ""
    cooked_g: float | None = None


class FoodService(NamedTuple):
    """Searches, shows and adds foods for one person."""

    store: Store
    clock: Clock
    user: User

    def search(self, text: str, limit: int = 10) -> dict[str, Any]:
        """Return the foods most like some words, one's own and often eaten ones first, as JSON.

        Without words: the foods eaten most often.
        """
        with self.store.snapshot():
            ids = self._found(text, limit) if text.strip() else self._favourites(limit)
            found = foods.by_ids(self.store, ids)
        return {"foods": [_food_line(found[food_id]) for food_id in ids if food_id in found]}

    def show(self, wanted: str) -> dict[str, Any]:
        """Return one food with all that is known of it as JSON; by id or by name. Raises NotThereError."""
        with self.store.snapshot():
            food = self._named(wanted)
            brand, source, kind = foods.details(self.store, food.id)
            parts = foods.recipe(self.store, food.id)
        return {
            **_food_line(food),
            "brand": brand,
            "source": source,
            "composition_type": kind,
            "aliases": list(food.aliases),
            "sugar_g": food.sugar_g,
            "saturated_fat_g": food.saturated_fat_g,
            "sodium_mg": food.sodium_mg,
            "alcohol_g": food.alcohol_g,
            "allergens": sorted(food.allergens),
            "portions": [{"key": one.key, "label": one.label, "grams": one.grams} for one in food.portions],
            "recipe": [part._asdict() for part in parts],
        }

    def add(self, new: NewFood) -> dict[str, Any]:
        """Add a food of one's own, from figures or a recipe; return it as JSON.

        Raises InputError: impossible figures, a name taken, a recipe that is not understood or holds itself.
        """
        name = " ".join(new.name.split())
        if not name or len(name) > LONGEST_NAME:
            raise InputError(f"A food needs a name of 1 to {LONGEST_NAME} characters.", code="bad_name")
        with self.store.transaction():
            if foods.own_by_name(self.store, self.user.id, name):
                raise InputError(
                    f"You already have a food called {name!r}.", code="name_taken", hint="`foods remove` it first."
                )
            if new.recipe:
                self._add_recipe(name, new)
            else:
                self._add_simple(name, new)
            return self.show(name)

    def remove(self, wanted: str) -> dict[str, Any]:
        """Take a food of one's own out of every search; what was logged with it stays. Raises NotThereError."""
        with self.store.transaction():
            food = self._named(wanted)
            if food.created_by != self.user.id:
                raise NotThereError(f"{food.name} is not a food of yours.", code="not_yours")
            foods.remove_own(self.store, food.id, self._now())
            return {"removed": {"food_id": food.id, "name": food.name}}

    def import_products(self, products: Iterable[Product], skipped: list[dict[str, Any]]) -> dict[str, Any]:
        """Add products of a downloaded list as foods of one's own, once each; return a report as JSON.

        ``skipped`` holds the rows that could not be read; implausible ones are added to it.
        """
        from itertools import islice

        added = known = 0
        rows = iter(products)
        with self.store.transaction():
            while chunk := list(islice(rows, CHUNK)):
                new, old = self._import_chunk(chunk, skipped)
                added, known = added + new, known + old
        return {"source": SOURCE, "added": added, "already_there": known, "skipped": skipped}

    # Parts ----------------------------------------------------------------------------------

    def _import_chunk(self, chunk: Sequence[Product], skipped: list[dict[str, Any]]) -> tuple[int, int]:
        from sharpened_cli.domain.own_food import check_figures
        from sharpened_cli.store import imports

        seen = imports.known(self.store, self.user.id, SOURCE, {product.code for product in chunk})
        written: dict[str, str] = {}
        old = 0
        for product in chunk:
            if product.code in seen or product.code in written:
                old += 1
                continue
            try:
                check_figures(product.per_100g)
            except InputError as error:
                skipped.append({"row": product.row, "because": error.message})
                continue
            food = product.food(new_id())
            foods.add_own(
                self.store,
                self.user.id,
                food,
                self._now(),
                brand=product.brand or None,
                source=f"{SOURCE}:{product.code}",
                composition_type="branded",
            )
            written[product.code] = food.id
        rows = [imports.Imported(SOURCE, code, "food", food_id) for code, food_id in written.items()]
        imports.add(self.store, self.user.id, rows, self._now())
        return len(written), old

    def _search(self) -> FoodSearch:
        from sharpened_cli.store.food_search import FoodSearch

        return FoodSearch(self.store, self.user.id)

    def _found(self, text: str, limit: int) -> list[str]:
        from sharpened_cli.domain.meal_text.match import ranked
        from sharpened_cli.domain.meal_text.split import clean
        from sharpened_cli.domain.meal_text.wanted import wanted
        from sharpened_cli.domain.meal_text.words import tokens
        from sharpened_cli.store.food_search import by_part_of_name

        search = self._search()
        ids = [entry.food_id for entry in ranked(wanted(tokens(clean(text)), [], search), search, limit)]
        if len(ids) < limit:
            ids += [food_id for food_id in by_part_of_name(self.store, text, limit) if food_id not in ids]
        return ids[:limit]

    def _favourites(self, limit: int) -> list[str]:
        return [use.food_id for use in foods.used(self.store, self.user.id, limit)]

    def _named(self, wanted: str) -> Food:
        food = foods.get(self.store, wanted.strip())
        if food is None:
            own = foods.own_by_name(self.store, self.user.id, wanted.strip())
            ids = [own] if own else self._found(wanted, 1)
            food = foods.get(self.store, ids[0]) if ids else None
        if food is None:
            raise NotThereError(
                f"There is no food like {wanted!r}.", code="no_such_food", hint="`foods add` makes one of your own."
            )
        return food

    def _add_simple(self, name: str, new: NewFood) -> None:
        from sharpened_cli.domain.own_food import atwater_kcal, check_figures, scaled_to_100g

        figures = Nutrients(0.0, new.protein_g, new.carbs_g, new.fat_g, new.fiber_g)
        figures = figures._replace(kcal=atwater_kcal(figures) if new.kcal is None else new.kcal)
        figures = scaled_to_100g(figures, new.per_g)
        check_figures(figures)
        portions = [_portion(text) for text in new.portions]
        if new.per_g != 100.0 and not portions:
            portions = [Portion("serving", "1 serving", "serving", "", new.per_g)]
        food = _own_food(name, figures, portions, new.aliases)
        foods.add_own(self.store, self.user.id, food, self._now(), brand=new.brand or None)

    def _add_recipe(self, name: str, new: NewFood) -> None:
        from sharpened_cli.domain.meal_text.meal import parse_meal
        from sharpened_cli.domain.own_food import check_no_cycle, composed

        parsed = parse_meal(new.recipe, self._search())
        if parsed.unmatched or not parsed.items:
            words = ", ".join(repr(piece) for piece in parsed.unmatched) or repr(new.recipe)
            raise InputError(f"Not understood in the recipe: {words}.", code="unmatched", hint="Add that food first.")
        figures, weight = composed([(item.food, item.grams) for item in parsed.items], new.cooked_g)
        portions = [_portion(text) for text in new.portions] or [Portion("whole", "1 whole", "whole", "", weight)]
        food = _own_food(name, figures, portions, new.aliases)
        check_no_cycle(food.id, [item.food.id for item in parsed.items], foods.recipe_links(self.store, self.user.id))
        foods.add_own(self.store, self.user.id, food, self._now(), source="recipe", composition_type="composed")
        parts = [foods.Ingredient(item.food.id, item.food.name, item.grams) for item in parsed.items]
        foods.add_recipe(self.store, self.user.id, food.id, parts)

    def _now(self) -> str:
        return as_text(self.clock.now())


def _own_food(name: str, figures: Nutrients, portions: Sequence[Portion], aliases: Sequence[str]) -> Food:
    return Food(
        id=new_id(),
        name=name,
        aliases=tuple(alias.strip().replace("|", " ") for alias in aliases if alias.strip()),
        category="meals",
        per_100g=figures,
        portions=tuple(portions),
        default_portion=portions[0].key if portions else "",
    )


def _portion(text: str) -> Portion:
    """Return a portion written like ``slice=30g``; raises InputError."""
    from sharpened_cli.domain.meal_text.lexicon import UNITS
    from sharpened_cli.domain.meal_text.words import stem
    from sharpened_cli.domain.units import parse_grams

    name, equals, weight = text.partition("=")
    name = " ".join(name.lower().split())
    if not equals or not name:
        raise InputError(f"{text!r} is not a portion.", code="bad_portion", hint="Write it like slice=30g.")
    unit = UNITS.get(stem(name), "piece")
    return Portion(name.replace(" ", "_"), f"1 {name}", unit, "", parse_grams(weight))


def _food_line(food: Food) -> dict[str, Any]:
    default = next((portion for portion in food.portions if portion.key == food.default_portion), None)
    return {
        "food_id": food.id,
        "name": food.name,
        "category": food.category,
        "is_own": food.created_by is not None,
        "per_100g": food.per_100g._asdict(),
        "serving": {"label": default.label, "grams": default.grams} if default else None,
    }
