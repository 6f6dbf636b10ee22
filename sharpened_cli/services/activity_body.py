"""The body that the energy of an activity is reckoned for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_energy import Body

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.domain.profile import Profile
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

UNKNOWN = Body(0.0, 0.0)


def energy_body(store: Store, user: User, today: date) -> Body:
    """Return weight, resting energy, age, sex and whether heart rate tells; zeros where the body is unknown."""
    from sharpened_cli.domain.body import body_of
    from sharpened_cli.domain.energy import resting_kcal
    from sharpened_cli.store import day_log, profiles

    profile = profiles.load(store, user.id)
    body = body_of(profile, today) if profile else None
    if profile is None or body is None:
        return UNKNOWN
    weighed = day_log.weigh_ins(store, user.id, today)
    if weighed:
        body = body._replace(weight_kg=weighed[-1][1])
    resting, _ = resting_kcal(body, profile.experience_level)
    return Body(body.weight_kg, resting, body.age, body.sex, _takes_beta_blocker(profile))


def _takes_beta_blocker(profile: Profile) -> bool:
    from sharpened_cli.domain.condition_terms import BETA_BLOCKER

    pattern = "|".join(line for line in BETA_BLOCKER.strip().splitlines() if line)
    said = " ".join((*(profile.medications or ()), *(profile.conditions or ())))
    return re.search(rf"\b(?:{pattern})\b", said, re.IGNORECASE) is not None
