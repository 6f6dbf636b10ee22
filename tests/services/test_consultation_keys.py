"""Consultation keys: order of checks, one use at a time, and no trace of the key itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from support import BEN, NOW

from sharpened_cli.clock import FixedClock
from sharpened_cli.errors import InputError, NotThereError, RefusedError
from sharpened_cli.services.consultation_keys import ConsultationKeyService, Visitor, key_hash
from sharpened_cli.store.users import User

if TYPE_CHECKING:
    from pathlib import Path

    from sharpened_cli.store import Store

HERE = Visitor("desk", "test")


@pytest.fixture
def ben() -> User:
    return User(BEN, "ben@example.org", "UTC", "metric", has_profile=False)


@pytest.fixture
def keys(store: Store, clock: FixedClock) -> ConsultationKeyService:
    return ConsultationKeyService(store, clock)


def refusal(keys: ConsultationKeyService, key: str, user: User) -> str:
    with pytest.raises(RefusedError) as caught:
        keys.redeem(key, user, HERE)
    assert caught.value.exit_code == 4
    return caught.value.code


def test_a_key_opens_as_many_interviews_as_it_says(keys: ConsultationKeyService, ana: User) -> None:
    issued = keys.issue(max_uses=2)
    first, second = keys.redeem(issued.key, ana, HERE), keys.redeem(issued.key.lower(), ana, HERE)
    assert first.session_id != second.session_id
    assert refusal(keys, issued.key, ana) == "key_used_up"
    assert [use.session_id for use in keys.usage(issued.id)] == [first.session_id, second.session_id]


def test_the_checks_come_in_the_agreed_order(keys: ConsultationKeyService, store: Store, ana: User, ben: User) -> None:
    issued = keys.issue(lasts=timedelta(days=1), for_email="ben@example.org")
    keys.redeem(issued.key, ben, HERE)
    assert refusal(keys, issued.key, ana) == "key_assigned"
    assert refusal(keys, issued.key, ben) == "key_used_up"
    later = ConsultationKeyService(store, FixedClock(NOW + timedelta(days=2)))
    assert refusal(later, issued.key, ana) == "key_expired"
    later.revoke(issued.id)
    assert refusal(later, issued.key, ana) == "key_inactive"
    assert refusal(later, "SHARP-2222-2222", ana) == "key_unknown"


def test_after_five_wrong_keys_a_minute_even_a_good_one_waits(
    keys: ConsultationKeyService, store: Store, ana: User
) -> None:
    issued = keys.issue()
    codes = [refusal(keys, "SHARP-AAAA", ana) for _ in range(6)]
    assert codes == ["key_unknown"] * 5 + ["key_throttled"]
    assert refusal(keys, issued.key, ana) == "key_throttled"
    later = ConsultationKeyService(store, FixedClock(NOW + timedelta(seconds=61)))
    assert later.redeem(issued.key, ana, HERE).user_id == ana.id


def test_a_new_interview_closes_the_open_one(keys: ConsultationKeyService, store: Store, ana: User) -> None:
    keys.redeem(keys.issue_own(ana).key, ana, HERE)
    second = keys.redeem(keys.issue_own(ana).key, ana, HERE)
    rows = store.all("SELECT session_id, closed_at FROM consultation_sessions ORDER BY session_id")
    assert [row["closed_at"] is None for row in rows] == [False, True]
    assert rows[1]["session_id"] == second.session_id


def test_an_interview_cannot_go_on_with_a_revoked_key(keys: ConsultationKeyService, ana: User) -> None:
    issued = keys.issue()
    session = keys.redeem(issued.key, ana, HERE)
    keys.check_still_valid(session.session_id)
    keys.revoke(issued.id[:13])
    with pytest.raises(RefusedError) as caught:
        keys.check_still_valid(session.session_id)
    assert caught.value.code == "key_inactive"


def test_limits_that_cannot_be_and_people_who_are_not_there_are_refused(keys: ConsultationKeyService) -> None:
    with pytest.raises(InputError):
        keys.issue(max_uses=0)
    with pytest.raises(NotThereError):
        keys.issue(for_email="nobody@example.org")
    with pytest.raises(NotThereError):
        keys.revoke("0193ffff")


def test_a_key_has_no_letters_that_look_alike_and_reads_the_same_however_typed(keys: ConsultationKeyService) -> None:
    key = keys.issue().key
    assert not set(key.removeprefix("SHARP")) & set("01ILOU")
    assert key_hash(key) == key_hash(f" {key.lower().replace('-', ' ')} ")


def test_the_key_is_nowhere_in_the_file(keys: ConsultationKeyService, db_path: Path, ana: User) -> None:
    key = keys.issue().key
    keys.redeem(key, ana, HERE)
    plain = key.replace("-", "").removeprefix("SHARP").encode()
    for path in db_path.parent.glob(f"{db_path.name}*"):
        content = path.read_bytes()
        assert key.encode() not in content
        assert plain not in content


_REDEEM = """
import sys
from pathlib import Path
from sharpened_cli.clock import SystemClock
from sharpened_cli.errors import RefusedError
from sharpened_cli.services.consultation_keys import ConsultationKeyService, Visitor
from sharpened_cli.store import Store, users

with Store.open(Path(sys.argv[1])) as store:
    (user,) = users.find(store, sys.argv[3])
    sys.stdin.readline()
    try:
        ConsultationKeyService(store, SystemClock()).redeem(sys.argv[2], user, Visitor())
        print("opened")
    except RefusedError as error:
        print(error.code)
"""


def test_of_eight_processes_at_once_exactly_three_get_in(
    keys: ConsultationKeyService, store: Store, db_path: Path
) -> None:
    issued = keys.issue(max_uses=3)
    with store.transaction():
        for number in range(8):
            store.execute(
                "INSERT INTO main.auth_users (id, email, created_at) VALUES (:id, :email, :at)",
                {
                    "id": f"0193cccc-0000-7000-8000-{number:012}",
                    "email": f"p{number}@x.org",
                    "at": "2026-01-01T00:00:00Z",
                },
            )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _REDEEM, str(db_path), issued.key, f"p{number}@x.org"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ,
        )
        for number in range(8)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = sorted(process.communicate()[0].strip() for process in processes)
    assert answers == ["key_used_up"] * 5 + ["opened"] * 3
    assert json.loads(json.dumps(keys.listing()[0].current_uses)) == 3
