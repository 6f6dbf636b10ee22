"""What most tests stand on: real SQLite, a fixed clock, and the command line."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from support import ANA, BEN, NOW, CommandLine

from sharpened_cli.clock import FixedClock
from sharpened_cli.store import Store, users
from sharpened_cli.store.users import User

if TYPE_CHECKING:
    from collections.abc import Iterator


# The same examples on every run, so that a change that is red is red because of itself; explore now and then with
# HYPOTHESIS_PROFILE=exploring.
settings.register_profile("steady", derandomize=True)
settings.register_profile("exploring", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Start one worker more than there are processors for ``-n auto``: some tests wait for processes and the disk."""
    if os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS"):
        return None
    return 1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def pytest_collection_finish() -> None:
    """Keep the collector of garbage away from what stays until the end: a tenth of the time went into looking at it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new database file with the reference rows, made once and copied by those who need one."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    Store.open(path, create=True).close()
    return path


@pytest.fixture
def db_path(empty_file: Path, tmp_path: Path) -> Path:
    """A database file of this test's own."""
    return Path(shutil.copy(empty_file, tmp_path / "test.db"))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def store(db_path: Path) -> Iterator[Store]:
    """A store with two people, Ana and Ben, without profiles; not scoped."""
    with Store.open(db_path) as opened:
        with opened.transaction():
            for user_id, email in ((ANA, "ana@example.org"), (BEN, "ben@example.org")):
                users.add(opened, user_id=user_id, email=email, created_at="2026-11-01T00:00:00Z")
        yield opened


@pytest.fixture
def ana() -> User:
    return User(ANA, "ana@example.org", "Europe/Madrid", "metric", has_profile=True)


@pytest.fixture
def scoped(db_path: Path, store: Store) -> Iterator[Store]:
    """The same file as ``store``, opened for Ana alone."""
    with Store.open(db_path) as opened:
        opened.scope_to(ANA)
        yield opened


@pytest.fixture
def cli(db_path: Path, tmp_path: Path) -> CommandLine:
    """The command line on a file of its own, without anybody in it."""
    return CommandLine(db_path, tmp_path)


@pytest.fixture
def fresh_cli(tmp_path: Path) -> CommandLine:
    """The command line on a file that does not exist yet."""
    return CommandLine(tmp_path / "new.db", tmp_path)
