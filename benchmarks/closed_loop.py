"""Steer a population of virtual clients through ``domain.reassessment`` and score it against the oracle.

    python benchmarks/closed_loop.py --sim DIR [--clients 300] [--seeds 101,102] [--world base] [--product]

DIR holds a simulator with ``population.py``, ``bench.py`` and ``policies.py``. The simulator's floor and its cap on
the deficit are used; ``--product`` uses the program's own, stricter ones.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.body_energy import body_fat_percent
from sharpened_cli.domain.evidence import Evidence, Person
from sharpened_cli.domain.expenditure import Day
from sharpened_cli.domain.policy import DEFAULT_POLICY
from sharpened_cli.domain.reassessment import decide
from sharpened_cli.domain.safety_level import Limits, Verdict

if TYPE_CHECKING:
    from sharpened_cli.domain.policy import Policy
    from sharpened_cli.domain.reassessment import Decision

MONDAY = date(2026, 1, 5)
WORLDS: dict[str, dict[str, Any]] = {
    "base": {},
    "hard": {"rmr_sd": 0.10, "pal_sd": 0.09, "under_max": 0.40, "gap_p": 0.35, "act_step_p": 0.25,
             "white_sd": (0.004, 0.008), "ar_sd": (0.004, 0.008)},
    "sparse": {"log_p": (4, 4), "weigh_mix": ((0.5, 0.3), (0.17, 0.7))},
    "sticky": {"respond": (0.4, 0.9)},
    "clean": {"under_max": 0.05, "gap_p": 0.0, "act_step_p": 0.0, "white_sd": (0.001, 0.002), "ar_sd": (0.001, 0.002)},
}  # fmt: skip
SHOWN = ("hit_025", "rate_err", "sign_flips", "total_variation", "too_fast", "floor_viol", "tdee_mae_op", "sd_cover2")


def bench_policy() -> Policy:
    """Return the program's limits with the simulator's cap on the deficit and its floors alone."""
    loose = replace(
        DEFAULT_POLICY.calories,
        max_deficit_fraction=0.35,
        energy_availability_female=0.0,
        energy_availability_male=0.0,
    )
    return replace(DEFAULT_POLICY, name="bench", calories=loose)


def person_of(profile: Any) -> Person:
    """Return the simulator's client as the coach knows them."""
    sex = "male" if profile.male else "female"
    bmi = profile.weight / (profile.height / 100.0) ** 2
    return Person(
        sex=sex,
        height_cm=profile.height,
        start_weight_kg=profile.weight,
        body_fat_percentage=body_fat_percent(sex, profile.age, bmi, profile.body_fat),
        rmr_kcal=10.0 * profile.weight + 6.25 * profile.height - 5.0 * profile.age + (5.0 if profile.male else -161.0),
        tdee_kcal=profile.tdee_pred,
        net_exercise_kcal=0.0,
        experience="novice",
        goal=profile.goal,
        goal_rate_kg_per_week=profile.rate * profile.weight,
    )


def first_day(weekend: Any) -> date:
    """Return a start date whose weekends fall where the client's do."""
    for offset in range(7):
        start = MONDAY + timedelta(days=offset)
        if all(((start + timedelta(days=k)).weekday() >= 5) == bool(flag) for k, flag in enumerate(weekend)):
            return start
    raise ValueError("no week has such a weekend")


def window_of(observed: Any, start: date) -> tuple[Day, ...]:
    """Return the fortnight as days; the weight after day k is the weigh-in of the next morning."""
    first = start + timedelta(days=observed.day - len(observed.intakes))
    weights = [None, *(None if math.isnan(value) else float(value) for value in observed.weights)]
    intakes = [None if math.isnan(value) else float(value) for value in observed.intakes]
    return tuple(
        Day(first + timedelta(days=k), observed.target, kcal, weight)
        for k, (kcal, weight) in enumerate(zip([*intakes, None], weights, strict=True))
    )


def coach(bench: Any, policy: Policy) -> Any:
    """Return a policy class of the simulator that asks ``decide``."""

    class Coach(bench.Policy):  # type: ignore[misc]  # the simulator is loaded at run time
        name = "sharpened"

        def start(self) -> None:
            self.person = person_of(self.p)
            self.last: Decision | None = None
            self.start_date: date | None = None

        def decide(self, observed: Any) -> Any:
            if self.start_date is None:
                self.start_date = first_day(observed.weekend)
            days = window_of(observed, self.start_date)
            evidence = Evidence(
                user_id=str(self.p.cid),
                program_id="p",
                as_of=days[-1].date,
                window_start=days[0].date,
                person=self.person,
                days=days,
                safety=Verdict(limits=Limits(max_deficit_fraction=policy.calories.max_deficit_fraction)),
            )
            state = self.last.state if self.last else None
            self.last = decide(evidence, observed.target, state, policy)
            step = self.last.calories
            assert step is not None
            return bench.Decision(step.target_after, self.last.expenditure_kcal, step.expenditure_sd_kcal)

    return Coach


def run(sim: Path, clients: int, seed: int, world: str, policy: Policy) -> dict[str, Any]:
    """Return the scores of one population, with the oracle's hit rate and this one's share of it."""
    sys.path.insert(0, str(sim))
    bench, population, policies = (importlib.import_module(n) for n in ("bench", "population", "policies"))
    pop = population.Population(clients, seed=seed, config=population.Config(**WORLDS[world]))
    result = bench.run(coach(bench, policy), pop)
    scores = bench.score(result, pop)
    oracle = bench.score(bench.run(policies.OracleFull, pop), pop)["hit_025"].mean()
    means = {name: round(float(scores[name][~_isnan(scores[name])].mean()), 4) for name in SHOWN}
    return {
        "world": world,
        "seed": seed,
        "clients": clients,
        **means,
        "oracle_hit_025": round(float(oracle), 4),
        "share_of_oracle": round(means["hit_025"] / float(oracle), 4),
        "ms_per_decision": round(1000 * result["policy_seconds"] / (clients * result["targets"].shape[1]), 3),
    }


def _isnan(values: Any) -> Any:
    return values != values  # NaN alone differs from itself; numpy is the simulator's


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sim", type=Path, required=True)
    parser.add_argument("--clients", type=int, default=300)
    parser.add_argument("--seeds", default="101,102,103")
    parser.add_argument("--world", default="base", choices=[*WORLDS, "all"])
    parser.add_argument("--product", action="store_true")
    options = parser.parse_args()
    policy = DEFAULT_POLICY if options.product else bench_policy()
    for world in WORLDS if options.world == "all" else [options.world]:
        for seed in options.seeds.split(","):
            print(json.dumps(run(options.sim, options.clients, int(seed), world, policy)), flush=True)


if __name__ == "__main__":
    main()
