"""How the week's strength sessions share the muscles: the split, and what each session is built from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.training_slots import Slot

HOURS_BETWEEN = 48.0  # for a muscle that was trained hard: product choice
HOURS_IN_WEEK = 168.0

# How many exercises of a role one session may have.
UPPER = {
    "chest_press": 2, "overhead_press": 1, "row": 2, "pulldown": 1, "chest_fly": 1, "lateral_raise": 1, "rear_delt": 1,
    "curl": 1, "triceps": 1, "triceps_press": 1, "back_isolation": 1,
}  # fmt: skip
LOWER = {
    "squat": 2, "hinge": 1, "lunge": 1, "hip_thrust": 1, "leg_curl": 1, "leg_extension": 1, "glute_isolation": 1,
    "calf": 2, "core": 1, "back_extension": 1,
}  # fmt: skip
MAINS = {
    "squat": 1, "hinge": 1, "lunge": 1, "hip_thrust": 1, "chest_press": 1, "overhead_press": 1, "row": 1, "pulldown": 1,
    "back_isolation": 1, "back_extension": 1, "triceps_press": 1, "core": 1,
}  # fmt: skip
FULL_A = MAINS | {"leg_curl": 1, "chest_fly": 1, "lateral_raise": 1, "triceps": 1, "curl": 1, "calf": 1}
FULL_B = MAINS | {"leg_extension": 1, "rear_delt": 1, "curl": 1, "triceps": 1, "calf": 1, "glute_isolation": 1}
FULL_C = MAINS | {"leg_curl": 1, "lateral_raise": 1, "curl": 1, "triceps": 1, "calf": 1}
PUSH = {
    "chest_press": 2,
    "overhead_press": 1,
    "chest_fly": 1,
    "lateral_raise": 1,
    "triceps": 1,
    "triceps_press": 1,
    "core": 1,
}
PULL = {"row": 2, "pulldown": 2, "back_isolation": 1, "rear_delt": 1, "curl": 2, "core": 1, "back_extension": 1}


class Template(NamedTuple):
    """One kind of strength session: name, roles in the order of importance, and how many of each role.

    ``leads`` are trained first and hardest; each group of ``needs`` should have one exercise.
    """

    name: str
    body: frozenset[str]
    leads: tuple[tuple[str, ...], ...]
    needs: tuple[tuple[str, ...], ...]
    most: Mapping[str, int]


KNEE, HIP = ("squat", "lunge"), ("hinge", "hip_thrust")
PRESS_UP, PRESS, ROW, PULLDOWN = ("overhead_press",), ("chest_press",), ("row", "back_isolation"), ("pulldown",)
TRICEPS = ("triceps", "triceps_press")
PULL_ANY = ("row", "pulldown", "back_isolation")
UPPER_BODY, LOWER_BODY = frozenset({"push", "pull"}), frozenset({"legs"})
WHOLE_BODY = UPPER_BODY | LOWER_BODY

VARIANTS: dict[str, tuple[Template, ...]] = {
    "full": (
        Template("Full body A", WHOLE_BODY, (("squat",), PRESS), (KNEE, PRESS, PULL_ANY, HIP), FULL_A),
        Template("Full body B", WHOLE_BODY, (("hinge",), PRESS_UP), (HIP, PRESS_UP, PULLDOWN, KNEE), FULL_B),
        Template("Full body C", WHOLE_BODY, (KNEE, ROW), (KNEE, ROW, PRESS, HIP), FULL_C),
    ),
    "upper": (
        Template("Upper body A", UPPER_BODY, (PRESS, ROW), (PRESS, ROW, PRESS_UP, PULLDOWN), UPPER),
        Template("Upper body B", UPPER_BODY, (PRESS_UP, PULLDOWN), (PRESS_UP, PULLDOWN, PRESS, ROW), UPPER),
    ),
    "lower": (
        Template("Lower body A", LOWER_BODY, (("squat",), HIP), (KNEE, HIP, ("calf",)), LOWER),
        Template("Lower body B", LOWER_BODY, (("hinge",), KNEE), (HIP, KNEE, ("calf",)), LOWER),
    ),
    "push": (
        Template("Push A", frozenset({"push"}), (PRESS, PRESS_UP), (PRESS, PRESS_UP, TRICEPS), PUSH),
        Template("Push B", frozenset({"push"}), (PRESS_UP, PRESS), (PRESS_UP, PRESS, TRICEPS), PUSH),
    ),
    "pull": (
        Template("Pull A", frozenset({"pull"}), (ROW, PULLDOWN), (ROW, PULLDOWN, ("curl",)), PULL),
        Template("Pull B", frozenset({"pull"}), (PULLDOWN, ROW), (PULLDOWN, ROW, ("curl",)), PULL),
    ),
}  # fmt: skip
VARIANTS["legs"] = tuple(
    template._replace(name=name) for template, name in zip(VARIANTS["lower"], ("Legs A", "Legs B"), strict=True)
)
# Splits by number of strength sessions, the preferred first: product choice after common practice.
SPLITS: dict[int, tuple[tuple[str, ...], ...]] = {
    1: (("full",),),
    2: (("full", "full"), ("upper", "lower")),
    3: (
        ("full", "full", "full"), ("upper", "lower", "full"), ("full", "upper", "lower"), ("lower", "full", "upper"),
        ("push", "legs", "pull"), ("upper", "lower", "upper"),
    ),
    4: (("upper", "lower", "upper", "lower"), ("lower", "upper", "lower", "upper")),
    5: (
        ("upper", "lower", "push", "pull", "legs"), ("push", "pull", "legs", "upper", "lower"),
        ("pull", "legs", "upper", "lower", "push"), ("legs", "upper", "lower", "push", "pull"),
    ),
    6: (("push", "pull", "legs", "push", "pull", "legs"), ("upper", "lower", "upper", "lower", "upper", "lower")),
}  # fmt: skip
LAST_SPLIT = ("push", "pull", "legs")


def split_for(slots: Sequence[Slot]) -> tuple[Template, ...]:
    """Return one template a slot, in order: the first split that keeps 48 hours for every muscle.

    Where none does, the one with the fewest close pairs is taken.
    """
    count = len(slots)
    if not count:
        return ()
    options = SPLITS.get(count, (tuple(LAST_SPLIT[index % 3] for index in range(count)),))
    kinds = min(options, key=lambda option: (close_pairs(option, slots), options.index(option)))
    turns: dict[str, int] = {}
    chosen = []
    for kind in kinds:
        variants = VARIANTS[kind]
        turn = turns.get(kind, 0)
        turns[kind] = turn + 1
        chosen.append(variants[turn % len(variants)])
    return _numbered(chosen)


def close_pairs(kinds: Sequence[str], slots: Sequence[Slot]) -> int:
    """Return how many pairs of sessions train the same muscles with less than 48 hours between."""
    pairs = 0
    for first in range(len(slots)):
        for second in range(first + 1, len(slots)):
            shares = VARIANTS[kinds[first]][0].body & VARIANTS[kinds[second]][0].body
            if shares and are_close(slots[first], slots[second]):
                pairs += 1
    return pairs


def are_close(first: Slot, second: Slot) -> bool:
    """Return whether less than 48 hours lie between two slots, round the week."""
    apart = abs(second.hour_of_week - first.hour_of_week)
    return min(apart, HOURS_IN_WEEK - apart) < HOURS_BETWEEN - 4  # the hour of the day may differ a little


def _numbered(templates: Sequence[Template]) -> tuple[Template, ...]:
    """Drop the letter where a name occurs once, and count on where variants repeat."""
    stems = [one.name.rsplit(" ", 1)[0] for one in templates]
    counts: dict[str, int] = {}
    named = []
    for one, stem in zip(templates, stems, strict=True):
        index = counts.get(stem, 0)
        counts[stem] = index + 1
        name = stem if stems.count(stem) == 1 else f"{stem} {'ABCDEFG'[index % 7]}"
        named.append(one._replace(name=name))
    return tuple(named)
