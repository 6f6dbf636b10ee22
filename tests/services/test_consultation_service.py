"""The interview's service: turns kept and understood, undone, edited, resumed, approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from packaged import read_exercises, read_foods

from sharpened_cli.domain.consultation.vocabulary import Vocabulary
from sharpened_cli.domain.profile import Profile
from sharpened_cli.errors import InputError
from sharpened_cli.services.consultation import ConsultationService
from sharpened_cli.services.consultation_approval import profile_changes
from sharpened_cli.services.consultation_keys import ConsultationKeyService, Visitor
from sharpened_cli.store.consultations import load_facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sharpened_cli.clock import FixedClock
    from sharpened_cli.domain.facts import Facts
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User


@pytest.fixture
def session_id(store: Store, clock: FixedClock, ana: User) -> str:
    keys = ConsultationKeyService(store, clock)
    return keys.redeem(keys.issue_own(ana).key, ana, Visitor()).session_id


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(read_exercises(), read_foods())


@pytest.fixture
def interviewer(scoped: Store, clock: FixedClock, ana: User, vocabulary: Vocabulary) -> ConsultationService:
    made = ConsultationService(scoped, clock, ana, confirms=True)
    made.keeper._vocabulary = vocabulary  # read once for all tests here
    return made


def facts(interviewer: ConsultationService) -> Facts:
    return load_facts(interviewer.store, interviewer.user.id)


def test_a_turn_is_kept_understood_and_answered(interviewer: ConsultationService, session_id: str) -> None:
    first = interviewer.resume(session_id)
    assert (first.kind, first.section, first.slot) == ("ask", 1, "modalities")
    reply = interviewer.hear(session_id, "Running for 3 years, intermediate")
    assert [modality.modality for modality in facts(interviewer).modalities] == ["running"]
    assert (reply.kind, reply.section) == ("confirm", 1)
    assert reply.progress_percentage == 12


def test_a_slot_is_asked_twice_and_then_left(interviewer: ConsultationService, session_id: str) -> None:
    interviewer.resume(session_id)
    assert interviewer.hear(session_id, "Well, this and that.").slot == "modalities"
    assert interviewer.hear(session_id, "Hard to say.").slot == "level"


def test_undo_takes_the_last_turn_and_its_rows_back(interviewer: ConsultationService, session_id: str) -> None:
    interviewer.resume(session_id)
    before = interviewer.hear(session_id, "I swim")
    interviewer.hear(session_id, "intermediate, and I row too")
    reply = interviewer.undo(session_id)
    assert [modality.modality for modality in facts(interviewer).modalities] == ["swimming"]
    assert (reply.section, reply.slot) == (before.section, before.slot)
    interviewer.undo(session_id)
    assert facts(interviewer).modalities == ()
    with pytest.raises(InputError):
        interviewer.undo(session_id)


def test_a_correction_retires_the_old_row_and_keeps_it(
    interviewer: ConsultationService, store: Store, session_id: str
) -> None:
    interviewer.resume(session_id)
    interviewer.hear(session_id, "Mon 6pm at the gym, 60 min", 3)
    interviewer.hear(session_id, "actually Monday is 7pm", 3)
    rows = store.all("SELECT start_time, retired_at FROM user_training_availability ORDER BY id")
    assert [(row["start_time"], row["retired_at"] is None) for row in rows] == [("18:00", False), ("19:00", True)]


def test_an_edit_holds_against_later_turns(interviewer: ConsultationService, session_id: str) -> None:
    interviewer.resume(session_id)
    interviewer.hear(session_id, "I swim and run, beginner")
    row = interviewer.summary(session_id).document()["user_training_modalities"][0]
    interviewer.edit(session_id, "user_training_modalities", row, {"proficiency_level": "advanced"})
    interviewer.hear(session_id, "squats 60kg x 8", 2)
    swimming = next(one for one in facts(interviewer).modalities if one.modality == "swimming")
    assert swimming.proficiency_level == "advanced"
    row = next(
        one
        for one in interviewer.summary(session_id).document()["user_training_modalities"]
        if one["modality"] == "running"
    )
    interviewer.edit(session_id, "user_training_modalities", row, None)
    assert [one.modality for one in facts(interviewer).modalities] == ["swimming"]


def test_resuming_repeats_no_rows_and_asks_the_same(interviewer: ConsultationService, session_id: str) -> None:
    interviewer.resume(session_id)
    reply = interviewer.hear(session_id, "I swim")
    count = len(facts(interviewer).modalities)
    again = interviewer.resume(session_id)
    assert (again.section, again.slot, again.text) == (reply.section, reply.slot, reply.text)
    assert len(facts(interviewer).modalities) == count


def test_going_to_a_section_asks_it_again(interviewer: ConsultationService, session_id: str) -> None:
    interviewer.resume(session_id)
    assert interviewer.go_to(session_id, 4).slot == "meal_times"
    assert interviewer.back(session_id).section == 3
    with pytest.raises(InputError):
        interviewer.go_to(session_id, 8)


def test_flags_are_raised_once_with_fixed_words_and_stay(interviewer: ConsultationService, session_id: str) -> None:
    interviewer.resume(session_id)
    reply = interviewer.hear(session_id, "I get chest pain on the stairs", 7)
    assert reply.warnings
    assert interviewer.hear(session_id, "chest pain again", 7).warnings == []
    interviewer.undo(session_id)
    interviewer.undo(session_id)
    assert facts(interviewer).safety_flags == {"chest_pain"}


def test_self_harm_ends_the_talk_with_supportive_words(interviewer: ConsultationService, session_id: str) -> None:
    interviewer.resume(session_id)
    reply = interviewer.hear(session_id, "Some days I want to kill myself", 7)
    assert reply.ends_talk
    assert "emergency" in " ".join(reply.warnings).lower()


def test_left_open_slots_complete_the_interview(interviewer: ConsultationService, session_id: str) -> None:
    interviewer.confirms = False
    interviewer.resume(session_id)
    for section in range(1, 8):
        interviewer.leave_open(session_id, section)
    session = interviewer.complete(session_id)
    assert session.progress_percentage == 100
    assert session.completed_at is not None


@pytest.fixture
def told(interviewer: ConsultationService, session_id: str) -> Callable[..., Facts]:
    def telling(*turns: tuple[int, str]) -> Facts:
        interviewer.resume(session_id)
        for section, text in turns:
            interviewer.hear(session_id, text, section)
        return facts(interviewer)

    return telling


def test_an_approved_interview_changes_goal_diet_allergies_and_injuries(
    told: Callable[..., Facts], today: date
) -> None:
    found = told((6, "Lose weight, from 80 to 72 kg by June"), (7, "Vegan, allergic to peanuts. My left knee hurts."))
    profile = Profile(user_id="x", weight_kg=80, food_allergies=("soy",))
    changes = profile_changes(profile, found, {"health": "answered"}, today)
    assert changes["primary_goal"] == "lose_fat"
    assert changes["target_weight_kg"] == 72
    assert changes["dietary_preference"] == "vegan"
    assert changes["food_allergies"] == ["soy", "peanuts"]
    assert changes["injuries"] == ["knee"]
    assert changes["conditions"] == []


def test_allergies_are_never_taken_off(told: Callable[..., Facts], today: date) -> None:
    profile = Profile(user_id="x", food_allergies=("milk",), injuries=("knee",))
    changes = profile_changes(profile, told((7, "none")), {"diet": "answered", "health": "answered"}, today)
    assert not {"food_allergies", "injuries"} & set(changes)


@pytest.fixture
def today(clock: FixedClock) -> date:
    return clock.now().date()
