"""A small simulator for tests: people with bodies and habits, who log imperfectly and weigh themselves with noise."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from sharpened_cli.domain.body_energy import body_fat_percent
from sharpened_cli.domain.evidence import Evidence, Person
from sharpened_cli.domain.expenditure import Day
from sharpened_cli.domain.forecast import Body, Model, next_day
from sharpened_cli.domain.policy import DEFAULT_POLICY
from sharpened_cli.domain.reassessment import decide

if TYPE_CHECKING:
    from sharpened_cli.domain.policy import Policy
    from sharpened_cli.domain.reassessment import Decision

START = date(2026, 1, 5)


@dataclass(kw_only=True)
class VirtualClient:
    """One person; ``logged_share`` is what their log shows of the truth, ``habit`` how far off the target they eat."""

    seed: int = 0
    sex: str = "female"
    age: float = 35.0
    height_cm: float = 168.0
    weight_kg: float = 82.0
    true_tdee_kcal: float = 2300.0
    predicted_tdee_kcal: float = 2200.0
    rate: float = -0.006
    logged_share: float = 0.9
    habit: float = 0.05
    log_chance: float = 0.85
    weigh_chance: float = 0.6
    intake_noise: float = 0.10
    scale_noise_kg: float = 0.5
    random: Random = field(init=False)
    days: list[Day] = field(init=False, default_factory=list)
    morning_kg: float | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        percent = self.body_fat()
        fat_kg = self.weight_kg * percent / 100.0
        self.body = Body(fat_kg, self.weight_kg - fat_kg, 0.0)
        movement = 0.25 * self.true_tdee_kcal / self.weight_kg
        self.model = Model(self.body, self.true_tdee_kcal, movement, self.true_tdee_kcal)

    def body_fat(self) -> float:
        return body_fat_percent(self.sex, self.age, self.weight_kg / (self.height_cm / 100.0) ** 2)

    def person(self) -> Person:
        """Return the person as the coach knows them."""
        base = 5.0 if self.sex == "male" else -161.0
        return Person(
            sex=self.sex,
            height_cm=self.height_cm,
            start_weight_kg=self.weight_kg,
            body_fat_percentage=self.body_fat(),
            rmr_kcal=10.0 * self.weight_kg + 6.25 * self.height_cm - 5.0 * self.age + base,
            tdee_kcal=self.predicted_tdee_kcal,
            net_exercise_kcal=0.0,
            experience="novice",
            goal="lose_fat" if self.rate < 0 else "build_muscle",
            goal_rate_kg_per_week=self.rate * self.weight_kg,
        )

    def live(self, target_kcal: float, count: int = 14) -> tuple[Day, ...]:
        """Live some days on a target and return them, with the next morning's weigh-in at the end."""
        lived = [self._live_one(target_kcal) for _ in range(count)]
        following = START + timedelta(days=len(self.days))
        return (*lived, Day(following, target_kcal, None, self.morning_kg))

    def _live_one(self, target_kcal: float) -> Day:
        day = START + timedelta(days=len(self.days))
        weight_kg = self.morning_kg
        written = target_kcal * (1.0 + self.habit + self.random.gauss(0.0, self.intake_noise))
        self.body = next_day(self.model, self.body, written / self.logged_share)
        shown = written if self.random.random() < self.log_chance else None
        self.morning_kg = self.weight_now() if self.random.random() < self.weigh_chance else None
        self.days.append(Day(day, target_kcal, shown, weight_kg))
        return self.days[-1]

    def weight_now(self) -> float:
        return round(self.body.weight_kg + self.random.gauss(0.0, self.scale_noise_kg), 1)


def evidence_of(client: VirtualClient, days: tuple[Day, ...]) -> Evidence:
    return Evidence(
        user_id="u",
        program_id="p",
        as_of=days[-1].date,
        window_start=days[0].date,
        person=client.person(),
        days=days,
    )


def steer(client: VirtualClient, windows: int, target_kcal: float, policy: Policy = DEFAULT_POLICY) -> list[Decision]:
    """Return the decisions of a loop of fortnights: live, reassess, live on the new target."""
    decisions: list[Decision] = []
    state = None
    for _ in range(windows):
        decision = decide(evidence_of(client, client.live(target_kcal)), target_kcal, state, policy)
        assert decision.calories is not None
        target_kcal, state = decision.calories.target_after, decision.state
        decisions.append(decision)
    return decisions
