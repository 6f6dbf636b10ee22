"""A program killed in the middle of an interview: nothing said is lost, nothing is there twice."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from typing import TYPE_CHECKING, Any

import pytest
from packaged import read_exercises, read_foods
from transcript_score import load

from sharpened_cli.domain.consultation.extract import turns_of
from sharpened_cli.domain.consultation.vocabulary import Vocabulary
from sharpened_cli.services.consultation import ConsultationService
from sharpened_cli.services.consultation_keys import ConsultationKeyService, Visitor
from sharpened_cli.store import Store, consultation_sessions

if TYPE_CHECKING:
    from pathlib import Path

    from sharpened_cli.clock import FixedClock
    from sharpened_cli.store.users import User

pytestmark = pytest.mark.slow
TURNS = turns_of(load("tune")[9]["sections"])
VOCABULARY = Vocabulary(read_exercises(), read_foods())


def service(store: Store, clock: FixedClock, user: User) -> ConsultationService:
    made = ConsultationService(store, clock, user)
    made.keeper._vocabulary = VOCABULARY
    return made


def go_on(path: Path, clock: FixedClock, user: User, session_id: str) -> None:
    """Say the turns that are not stored yet."""
    with Store.open(path) as store:
        interviewer = service(store, clock, user)
        interviewer.resume(session_id)
        said = [item for item in consultation_sessions.messages(store, session_id) if item.role == "user"]
        for turn in TURNS[len(said) :]:
            interviewer.hear(session_id, turn.text, turn.section)


def killed_somewhere(*arguments: Any, chance: random.Random) -> None:
    process = multiprocessing.get_context("fork").Process(target=go_on, args=arguments)
    process.start()
    time.sleep(chance.uniform(0.0, 0.12))
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("kills", [12, pytest.param(50, marks=pytest.mark.slow)])
def test_an_interview_killed_again_and_again_ends_as_one_that_was_not(
    kills: int, db_path: Path, store: Store, clock: FixedClock, ana: User
) -> None:
    keys = ConsultationKeyService(store, clock)
    chance = random.Random(kills)
    done = 0
    while done < kills:
        session_id = keys.redeem(keys.issue_own(ana).key, ana, Visitor()).session_id
        while done < kills and _said(store, session_id) < len(TURNS):
            killed_somewhere(db_path, clock, ana, session_id, chance=chance)
            done += 1
            _check_whole(store, session_id)
    go_on(db_path, clock, ana, session_id)
    _check_whole(store, session_id)
    assert _said(store, session_id) == len(TURNS)
    killed = service(store, clock, ana).document(session_id)["extracted"]
    again = keys.redeem(keys.issue_own(ana).key, ana, Visitor()).session_id
    go_on(db_path, clock, ana, again)
    assert service(store, clock, ana).document(again)["extracted"] == killed


def _said(store: Store, session_id: str) -> int:
    return sum(item.role == "user" for item in consultation_sessions.messages(store, session_id))


def _check_whole(store: Store, session_id: str) -> None:
    """Every turn is followed by its answer, in order, and once."""
    messages = consultation_sessions.messages(store, session_id)
    assert [item.position for item in messages] == list(range(1, len(messages) + 1))
    said = [item.content for item in messages if item.role == "user"]
    assert said == [turn.text for turn in TURNS[: len(said)]]
    assert all(item.role == "assistant" for item in messages[:1])
