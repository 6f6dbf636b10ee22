"""`why` after a change of the plan: the chain goes on to the number in force; what was undone is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from planned import MONDAY, add_profile, add_program
from support import ANA

from sharpened_cli.domain.day_plan import PlanEvent
from sharpened_cli.errors import NotThereError
from sharpened_cli.services.why import WhyService
from sharpened_cli.store import plan_changes

if TYPE_CHECKING:
    from sharpened_cli.clock import FixedClock
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

BEFORE = {"calories_kcal": 2000.0, "protein_g": 150.0, "carbs_g": 205.0, "fat_g": 64.4, "fiber_g": 28.0}
AFTER = {"calories_kcal": 1850.0, "protein_g": 150.0, "carbs_g": 167.0, "fat_g": 64.4, "fiber_g": 26.0}
REASONS: list[dict[str, Any]] = [
    {"rule": "feed_forward", "before": 2000, "after": 1842, "because": "the goal rate", "source": "Hall 2011"},
    {"rule": "carbohydrate_first", "before": 205, "after": 167, "because": "carbohydrate moves", "source": ""},
]


@pytest.fixture
def why(store: Store, clock: FixedClock, ana: User) -> WhyService:
    """Ana's program whose calories were lowered from its first day on."""
    add_profile(store, ANA)
    add_program(store, ANA)
    _change(store, 1, "e1", AFTER)
    return WhyService(store, clock, ana)


def _change(store: Store, number: int, event_id: str, after: dict[str, float], undoes: str | None = None) -> None:
    event = PlanEvent(
        number, event_id, "calories" if undoes is None else "undo", "program", "p", MONDAY, after, undoes, BEFORE
    )
    with store.transaction():
        plan_changes.add(
            store,
            event=event,
            user_id=ANA,
            program_id="p",
            reason_code="lower_slow",
            reason_text="slower than wanted",
            source="reassessment",
            created_at="2026-11-16T06:00:00Z",
            reasons=REASONS,
        )


def test_a_change_continues_the_chain_of_the_numbers_it_moved(why: WhyService) -> None:
    calories = why.explain("calories")
    assert calories.value == 1850.0
    assert [reason.rule for reason in calories.reasons] == ["feed_forward", "plan_change"]
    carbs = why.explain("carbs")
    assert [reason.rule for reason in carbs.reasons] == ["feed_forward", "carbohydrate_first", "plan_change"]
    assert carbs.reasons[-1].after == carbs.value


def test_a_change_is_explained_by_its_own_number_too(why: WhyService) -> None:
    found = why.explain("adjustment", "1")
    assert found.value == "calories"
    assert found.reasons[0].source == "Hall 2011"
    assert "calories_kcal 1850" in str(found.reasons[-1].after)


def test_what_was_undone_is_left_out(why: WhyService, store: Store) -> None:
    _change(store, 2, "e2", {}, undoes="e1")
    with pytest.raises(NotThereError):
        why.explain("calories")  # this program was stored without reasons of its own


def test_an_unknown_number_is_not_there(why: WhyService) -> None:
    with pytest.raises(NotThereError):
        why.explain("adjustment", "9")
