"""Which logged thing fills which planned one: the best fits first, each used once, in any order of logging."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.adherence import MOVED_DAYS, SIMILAR_FROM
from sharpened_cli.domain.meal_match import meal_score
from sharpened_cli.domain.session_match import session_score, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sharpened_cli.domain.adherence import Score
    from sharpened_cli.domain.day_plan import Meal, Session
    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.meal_match import DoneMeal
    from sharpened_cli.domain.session_match import DoneActivity

DAY_COSTS = 0.05  # a day away outweighs so much of a better score (product choice)


class Match(NamedTuple):
    """A planned thing and the logged things that fill it; ``days_moved`` is how much later it was done."""

    planned_id: str
    done_ids: tuple[str, ...]
    score: Score
    days_moved: int = 0


class _Candidate(NamedTuple):
    rank: tuple[float, int, int, str, tuple[str, ...]]
    match: Match


def match_sessions(
    planned: Sequence[Session], done: Sequence[DoneActivity], library: Mapping[str, Exercise]
) -> tuple[Match, ...]:
    """Return the sessions that logged activities fill, up to two days early or late, best fits first.

    Activities of one day and category may fill a session together. Sessions and activities that are
    settled already (by hand, or by an explicit number) must be left out by the caller.
    """
    candidates: list[_Candidate] = []
    for session in planned:
        for activity in _offers(done):
            days = (activity.date - session.date).days
            if abs(days) > MOVED_DAYS:
                continue
            score = session_score(session, activity, library)
            if score.value >= SIMILAR_FROM:
                rank = (DAY_COSTS * abs(days) - score.value, len(activity.ids), days, session.id, activity.ids)
                candidates.append(_Candidate(rank, Match(session.id, activity.ids, score, days)))
    return _best(candidates)


def match_meals(planned: Sequence[Meal], done: Sequence[DoneMeal]) -> tuple[Match, ...]:
    """Return the planned meals that logged meals of the same day fill, best fits first."""
    candidates = []
    for meal in planned:
        for eaten in done:
            if eaten.date != meal.date:
                continue
            score = meal_score(meal, eaten)
            if score.value >= SIMILAR_FROM:
                rank = (-score.value, 1, 0, meal.id, (eaten.id,))
                candidates.append(_Candidate(rank, Match(meal.id, (eaten.id,), score)))
    return _best(candidates)


def _offers(done: Sequence[DoneActivity]) -> Iterable[DoneActivity]:
    """Yield each activity, and all of one day and category together where there are several."""
    groups: dict[tuple[object, str], list[DoneActivity]] = {}
    for activity in done:
        yield activity
        groups.setdefault((activity.date, activity.category), []).append(activity)
    for group in groups.values():
        if len(group) > 1:
            yield together(group)


def _best(candidates: Iterable[_Candidate]) -> tuple[Match, ...]:
    filled: set[str] = set()
    used: set[str] = set()
    chosen = []
    for candidate in sorted(candidates, key=lambda one: one.rank):
        match = candidate.match
        if match.planned_id not in filled and not used.intersection(match.done_ids):
            filled.add(match.planned_id)
            used.update(match.done_ids)
            chosen.append(match)
    return tuple(sorted(chosen, key=lambda match: match.planned_id))
