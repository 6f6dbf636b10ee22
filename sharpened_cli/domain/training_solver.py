"""Choose exercises and whole sets for the week's strength sessions: one mixed-integer model, HiGHS.

Hard: equipment and exclusions (by what is handed in), minutes, no duplicate in a session, sets a muscle and
session. Soft, by cost: weekly fractional sets near target, movement patterns, tastes, 48 hours between hard
sessions. What is left over of the soft ones is the feasibility report. The solver uses one thread, a fixed
seed, and stops by gap and node count, never by time: the result does not depend on the machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.exercise import MUSCLES
from sharpened_cli.domain.exercise_roles import role_of
from sharpened_cli.domain.prescription import LEAD
from sharpened_cli.domain.volume_targets import SESSION_CAP, SESSION_HARD_CAP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.prescription import Prescription
    from sharpened_cli.domain.splits import Template
    from sharpened_cli.domain.volume_targets import MuscleTarget

BAND = 0.08  # within 8 % of the target nothing is paid; the promise is 15 %
UNDER_COST, UNDER_MINIMUM_COST, OVER_COST, OVER_CAP_COST = 4.0, 12.0, 4.5, 30.0  # a set; product choices
SESSION_OVER_COST, CLOSE_COST, MISSING_PATTERN_COST, TOO_FEW_COST = 4.0, 1.5, 5.0, 2.0
EXERCISE_COST, SET_COST, REPEAT_COST, UNEVEN_COST = 0.3, 0.05, 1.0, 5.0
LEAD_SETS, THIN_LEAD_COST = 3, 0.7  # the first lifts deserve three sets
MOST_EXERCISES, FEWEST_EXERCISES, FEWEST_FROM_MINUTES = 8, 4, 40
RANDOM_SEED = 7


class Effort(NamedTuple):
    """When the solver may stop: relative and absolute gap, nodes, and whether it polishes what it found."""

    gap: float
    absolute_gap: float
    nodes: int
    polishes: bool


CAREFUL, QUICK = Effort(0.05, 1.5, 10, True), Effort(0.10, 2.0, 5, False)
# Switched off for speed: they cost more than they found on the models of the benchmark.
PLAIN_SEARCH = ("mip_allow_restart", "mip_detect_symmetry", "mip_allow_cut_separation_at_nodes")
POLISHING = ("mip_heuristic_run_rens", "mip_heuristic_run_rins")


class Option(NamedTuple):
    """An exercise that a session may hold, its prescription there, and its cost."""

    exercise: Exercise
    prescription: Prescription
    cost: float


class SessionModel(NamedTuple):
    """One strength session to fill: template, working minutes without warm-up, and the options."""

    template: Template
    work_sec: float
    minutes: int
    options: tuple[Option, ...]


class Chosen(NamedTuple):
    """An exercise with its sets."""

    option: Option
    sets: int


class Solution(NamedTuple):
    """The sessions in order, the weekly fractional sets, and how much each muscle is below its band."""

    sessions: tuple[tuple[Chosen, ...], ...]
    weekly_sets: Mapping[str, float]
    short_sets: Mapping[str, float]
    objective: float


def solve_week(
    sessions: Sequence[SessionModel],
    targets: Mapping[str, MuscleTarget],
    close: Sequence[tuple[int, int]] = (),
    *,
    repeat_cost: float = REPEAT_COST,
    effort: Effort = CAREFUL,
) -> Solution:
    """Return exercises and sets for the sessions of one week.

    ``close`` holds pairs of session indexes with less than 48 hours between them; ``repeat_cost`` is what
    the second use of an exercise in the week costs; ``effort`` is CAREFUL for what is shown, QUICK for what-ifs.
    """
    model = _Model()
    picks = [_session(model, session) for session in sessions]
    _weekly_sets(model, picks, sessions, targets)
    _session_caps(model, picks, sessions, close)
    _repeats(model, picks, sessions, repeat_cost)
    _even(model, picks, sessions)
    values = model.solve(effort)
    return _solution(values, picks, sessions, targets, model.cost)


class _Pick(NamedTuple):
    is_in: int
    sets: int


class _Model:
    """Columns and rows of a linear model, kept as lists until it is solved."""

    def __init__(self) -> None:
        self.cost: list[float] = []
        self.upper: list[float] = []
        self.whole: list[bool] = []
        self.rows: list[tuple[float, float, list[tuple[int, float]]]] = []

    def column(self, cost: float, upper: float, *, whole: bool = False) -> int:
        self.cost.append(cost)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, low: float, high: float, terms: Sequence[tuple[int, float]]) -> None:
        if terms:
            self.rows.append((low, high, list(terms)))

    def solve(self, effort: Effort) -> list[float]:
        import highspy
        import numpy as np

        from sharpened_cli.domain.linear_solver import new_solver

        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.cost), len(self.rows)
        lp.col_cost_, lp.col_upper_ = np.array(self.cost), np.array(self.upper)
        lp.col_lower_ = np.zeros(len(self.cost))
        lp.row_lower_ = np.array([low for low, _, _ in self.rows])
        lp.row_upper_ = np.array([high for _, high, _ in self.rows])
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[whole] for whole in self.whole]
        matrix = lp.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        lengths = [0, *(len(terms) for _, _, terms in self.rows)]
        matrix.start_ = np.cumsum(lengths)
        matrix.index_ = np.array([column for _, _, terms in self.rows for column, _ in terms])
        matrix.value_ = np.array([value for _, _, terms in self.rows for _, value in terms], dtype=float)
        solver = new_solver(seed=RANDOM_SEED, gap=effort.gap, absolute_gap=effort.absolute_gap, most_nodes=effort.nodes)
        for option in (*PLAIN_SEARCH, *(() if effort.polishes else POLISHING)):
            solver.setOptionValue(option, False)  # HiGHS takes its options by position
        solver.passModel(lp)
        solver.run()
        return list(solver.getSolution().col_value)


INFINITY = float("inf")


def _session(model: _Model, session: SessionModel) -> list[_Pick]:
    picks = []
    for option in session.options:
        most = option.prescription.most_sets
        is_in = model.column(option.cost + EXERCISE_COST, 1, whole=True)
        sets = model.column(SET_COST, most, whole=True)
        model.row(0, INFINITY, [(sets, 1.0), (is_in, -float(option.prescription.least_sets))])
        model.row(-INFINITY, 0, [(sets, 1.0), (is_in, -float(most))])
        if option.prescription.part == LEAD:
            fewer = model.column(THIN_LEAD_COST, LEAD_SETS)
            model.row(0, INFINITY, [(sets, 1.0), (fewer, 1.0), (is_in, -float(min(LEAD_SETS, most)))])
        picks.append(_Pick(is_in, sets))
    model.row(-INFINITY, session.work_sec, _work(picks, session))
    _shape(model, session, picks)
    return picks


def _even(model: _Model, picks: list[list[_Pick]], sessions: Sequence[SessionModel]) -> None:
    """Keep the fullest session, as a share of its minutes, as low as the others allow."""
    fullest = model.column(UNEVEN_COST, 1)
    for own, session in zip(picks, sessions, strict=True):
        model.row(-INFINITY, 0, [*_work(own, session), (fullest, -session.work_sec)])


def _work(picks: list[_Pick], session: SessionModel) -> list[tuple[int, float]]:
    times = [option.prescription.time for option in session.options]
    fixed = [(pick.is_in, time.fixed_sec) for pick, time in zip(picks, times, strict=True)]
    return fixed + [(pick.sets, time.per_set_sec) for pick, time in zip(picks, times, strict=True)]


def _shape(model: _Model, session: SessionModel, picks: list[_Pick]) -> None:
    """Let a session have few exercises, at most so many of a role, and one of each needed pattern."""
    everything = [(pick.is_in, 1.0) for pick in picks]
    fewest = FEWEST_EXERCISES if session.minutes >= FEWEST_FROM_MINUTES else 2
    model.row(fewest, INFINITY, [*everything, (model.column(TOO_FEW_COST, fewest), 1.0)])
    model.row(-INFINITY, MOST_EXERCISES, everything)
    roles = [role_of(option.exercise) for option in session.options]
    for role in sorted(set(roles)):
        model.row(-INFINITY, session.template.most.get(role, 1), _terms(picks, roles, (role,)))
    for rank, need in enumerate(session.template.needs):
        missing = model.column(MISSING_PATTERN_COST / (1 + 0.25 * rank), 1)
        model.row(1, INFINITY, [*_terms(picks, roles, need), (missing, 1.0)])
    for lead in session.template.leads:
        model.row(1, INFINITY, [*_terms(picks, roles, lead), (model.column(1.0, 1), 1.0)])


def _terms(picks: list[_Pick], roles: list[str], wanted: Sequence[str]) -> list[tuple[int, float]]:
    return [(pick.is_in, 1.0) for pick, role in zip(picks, roles, strict=True) if role in wanted]


def _shares(picks: list[_Pick], session: SessionModel, muscle: str) -> list[tuple[int, float]]:
    return [
        (pick.sets, share)
        for pick, option in zip(picks, session.options, strict=True)
        if (share := option.exercise.fractional_sets().get(muscle))
    ]


def _weekly_sets(
    model: _Model, picks: list[list[_Pick]], sessions: Sequence[SessionModel], targets: Mapping[str, MuscleTarget]
) -> None:
    for muscle in MUSCLES:
        aim = targets.get(muscle)
        if aim is None:
            continue
        low, high = aim.target * (1 - BAND), aim.target * (1 + BAND)
        weekly = [term for own, session in zip(picks, sessions, strict=True) for term in _shares(own, session, muscle)]
        under = model.column(UNDER_COST, max(0.0, low - aim.minimum))
        far_under = model.column(UNDER_MINIMUM_COST, low)
        over = model.column(OVER_COST, max(0.0, aim.cap - high))
        far_over = model.column(OVER_CAP_COST, INFINITY)
        model.row(low, INFINITY, [*weekly, (under, 1.0), (far_under, 1.0)])
        model.row(-INFINITY, high, [*weekly, (over, -1.0), (far_over, -1.0)])


def _session_caps(
    model: _Model, picks: list[list[_Pick]], sessions: Sequence[SessionModel], close: Sequence[tuple[int, int]]
) -> None:
    for muscle in MUSCLES:
        for own, session in zip(picks, sessions, strict=True):
            spare = model.column(SESSION_OVER_COST, SESSION_HARD_CAP - SESSION_CAP)
            model.row(-INFINITY, SESSION_CAP, [*_shares(own, session, muscle), (spare, -1.0)])
        for first, second in close:
            both = _shares(picks[first], sessions[first], muscle) + _shares(picks[second], sessions[second], muscle)
            model.row(-INFINITY, SESSION_CAP, [*both, (model.column(CLOSE_COST, INFINITY), -1.0)])


def _repeats(model: _Model, picks: list[list[_Pick]], sessions: Sequence[SessionModel], repeat_cost: float) -> None:
    """Vary exercises over the week: the second time costs, more than twice is out where there is a choice."""
    places: dict[str, list[int]] = {}
    for own, session in zip(picks, sessions, strict=True):
        for pick, option in zip(own, session.options, strict=True):
            places.setdefault(option.exercise.id, []).append(pick.is_in)
    for columns in places.values():
        if len(columns) > 1:
            repeat = model.column(repeat_cost, 1)
            many = model.column(3 * REPEAT_COST, INFINITY)
            model.row(-INFINITY, 1, [*((column, 1.0) for column in columns), (repeat, -1.0), (many, -1.0)])


def _solution(
    values: list[float],
    picks: list[list[_Pick]],
    sessions: Sequence[SessionModel],
    targets: Mapping[str, MuscleTarget],
    cost: list[float],
) -> Solution:
    chosen = tuple(
        tuple(
            Chosen(option, round(values[pick.sets]))
            for pick, option in zip(own, session.options, strict=True)
            if round(values[pick.sets]) > 0
        )
        for own, session in zip(picks, sessions, strict=True)
    )
    weekly = weekly_sets(chosen)
    short = {muscle: max(0.0, aim.target * (1 - BAND) - weekly[muscle]) for muscle, aim in targets.items()}
    objective = sum(price * value for price, value in zip(cost, values, strict=True))
    return Solution(chosen, weekly, short, objective)


def weekly_sets(sessions: Sequence[Sequence[Chosen]]) -> dict[str, float]:
    """Return the fractional sets that each counted muscle gets from the sessions of a week."""
    totals = dict.fromkeys(MUSCLES, 0.0)
    for session in sessions:
        for one in session:
            for muscle, share in one.option.exercise.fractional_sets().items():
                totals[muscle] += share * one.sets
    return totals
