"""Everybody's reassessment: ranges of ids one after another, or in several processes over disjoint ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.services.reassessment import ReassessmentService
from sharpened_cli.store import Store, reassessment_evidence, reassessments

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.policy import Policy
    from sharpened_cli.services.reassessment import Done

CHUNK = 500  # people a transaction: memory stays flat, and nobody at a terminal waits a second for the lock


class Order(NamedTuple):
    """What a batch is to do: the file, the clock, the policy, the day (None: each person's own), and how."""

    path: Path
    clock: Clock
    policy: Policy
    as_of: date | None = None
    force: bool = False
    dry_run: bool = False
    jobs: int = 1


def reassess_all(store: Store, order: Order) -> Iterator[list[Done]]:
    """Yield the documents and lines of everybody who is due, in the order of ids, each chunk when it is written."""
    reassessments.relax(store)
    ranges = _ranges(reassessment_evidence.user_ids(store), order.jobs)
    if order.jobs == 1 or len(ranges) == 1:
        service = ReassessmentService(store, order.clock, order.policy, reassessment_evidence.exercise_traits(store))
        for low, high in ranges:
            yield service.reassess_range(low, high, as_of=order.as_of, force=order.force)
        return
    # spawn, not fork: an SQLite connection must not be carried into another process
    from multiprocessing import get_context

    with get_context("spawn").Pool(min(order.jobs, len(ranges)), _begin, (order,)) as pool:
        yield from pool.imap(_one, ranges)


def _ranges(ids: list[str], jobs: int) -> list[tuple[str, str]]:
    """Return disjoint ranges of at most a chunk, and no fewer than there are jobs."""
    size = max(1, min(CHUNK, -(-len(ids) // jobs)))
    return [(part[0], part[-1]) for at in range(0, len(ids), size) if (part := ids[at : at + size])]


_worker: dict[str, Any] = {}


def _begin(order: Order) -> None:
    """Open the file in a worker process."""
    store = Store.open(order.path, dry_run=order.dry_run)
    reassessments.relax(store)
    traits = reassessment_evidence.exercise_traits(store)
    _worker.update(order=order, service=ReassessmentService(store, order.clock, order.policy, traits))


def _one(span: tuple[str, str]) -> list[Done]:
    order: Order = _worker["order"]
    service: ReassessmentService = _worker["service"]
    return service.reassess_range(*span, as_of=order.as_of, force=order.force)
