"""Protein, fat, carbohydrate and fibre for a number of calories, in that order of precedence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.nutrients import KCAL_PER_G_CARBS, KCAL_PER_G_FAT, KCAL_PER_G_PROTEIN, Targets
from sharpened_cli.domain.reason import Reason

if TYPE_CHECKING:
    from sharpened_cli.domain.body import Body
    from sharpened_cli.domain.safety_level import Limits

# g per kg of reference weight, within the ranges of Morton 2018, Jager 2017, Iraki 2019 (product choice).
PROTEIN_G_PER_KG = {
    "lose_fat": 2.0,
    "recomposition": 2.0,
    "build_muscle": 1.8,
    "improve_performance": 1.7,
    "maintain": 1.6,
    "general_health": 1.6,
}
LEAST_PROTEIN_G_PER_KG = {"lose_fat": 1.6, "recomposition": 1.6}  # given up last (Morton 2018 BJSM 52:376)
LEAST_PROTEIN_DEFAULT_G_PER_KG = 1.2  # Bauer 2013 JAMDA 14:542
OLDER_YEARS = 65
PROTEIN_SOURCE = "Morton 2018 BJSM 52:376; Jager 2017 JISSN 14:20"

FAT_FLOOR_G_PER_KG = 0.5  # Helms 2014 JISSN 11:20
FAT_FLOOR_SHARE = 0.15
FAT_CEILING_SHARE = 0.38  # within 35-40 % of energy
FAT_SHARE = {"lose_fat": 0.27, "recomposition": 0.28}
FAT_SHARE_DEFAULT = 0.30  # AMDR 20-35 %: IOM 2005
FAT_SHARE_PALEO = 0.36  # no grain, legumes or dairy to carry carbohydrate (product choice)
FAT_SOURCE = "IOM 2005 Dietary reference intakes; Whittaker & Wu 2021"

CARBS_FLOOR_G = 100.0  # IOM 2005 (RDA 130 g), unless low carbohydrate was chosen
CARBS_FLOOR_PALEO_G = 70.0
LEAST_KETO_CARBS_G, MOST_KETO_CARBS_G = 40.0, 60.0  # fibre included: 45 g without it (product choice)
KETO_CARBS_SHARE = 0.06
TRAINING_CARBS_G_PER_KG = 2.0  # aimed at from three training days on: Thomas 2016 ACSM
CARBS_SOURCE = "Thomas 2016 J Acad Nutr Diet 116:501; IOM 2005"

FIBER_G_PER_1000_KCAL = 14.0  # IOM 2005
LEAST_FIBER_G, MOST_FIBER_G = 25.0, 50.0  # EFSA 2010
FIBER_SHARE_OF_CARBS = 0.4  # no more fibre than few carbohydrates can carry (product choice)

PREFERENCE_LEAN_SHARE = 0.20  # fat does not go below it for the sake of training carbohydrate


class MacroFloors(NamedTuple):
    """What fat and carbohydrate do not go below, in grams."""

    fat_g: float
    carbs_g: float


class MacroPlan(NamedTuple):
    """Targets for a day, the reasons, and what could not be held (empty: everything)."""

    targets: Targets
    reasons: tuple[Reason, ...]
    shortfalls: tuple[str, ...] = ()


def macro_floors(calories_kcal: float, weight_kg: float, diet: str = "none", min_carbs_g: float = 0.0) -> MacroFloors:
    """Return the floors of fat and carbohydrate; ``weight_kg`` is the reference weight."""
    carbs = {"keto": keto_carbs_g(calories_kcal), "paleo": CARBS_FLOOR_PALEO_G}.get(diet, CARBS_FLOOR_G)
    fat = max(FAT_FLOOR_G_PER_KG * weight_kg, FAT_FLOOR_SHARE * calories_kcal / KCAL_PER_G_FAT)
    return MacroFloors(fat, max(carbs, min_carbs_g))


def keto_carbs_g(calories_kcal: float) -> float:
    """Return the carbohydrate of a keto day in grams, fibre included: 6 % of the calories, 40 to 60 g."""
    share = KETO_CARBS_SHARE * calories_kcal / KCAL_PER_G_CARBS
    return min(max(share, LEAST_KETO_CARBS_G), MOST_KETO_CARBS_G)


def fiber_g(calories_kcal: float, carbs_g: float) -> float:
    """Return the fibre target in grams: 14 g per 1000 kcal, 25 to 50 g, at most 40 % of the carbohydrate."""
    wanted = FIBER_G_PER_1000_KCAL * calories_kcal / 1000.0
    return min(max(wanted, LEAST_FIBER_G), MOST_FIBER_G, FIBER_SHARE_OF_CARBS * carbs_g)


def plan_macros(
    calories_kcal: float, body: Body, goal: str, limits: Limits, *, diet: str = "none", training_days: int = 0
) -> MacroPlan:
    """Return the macros of a day: protein by reference weight, fat floor, carbohydrate floor, then the rest."""
    weight_kg = body.reference_weight_kg
    floors = macro_floors(calories_kcal, weight_kg, diet, limits.min_carbs_g)
    protein, reasons = _protein_g(weight_kg, body, goal, limits)
    least = _least_protein_g(weight_kg, goal, limits)
    room = calories_kcal - KCAL_PER_G_FAT * floors.fat_g - KCAL_PER_G_CARBS * floors.carbs_g
    shortfalls: list[str] = []
    if KCAL_PER_G_PROTEIN * protein > room:
        lowered = max(min(protein, least), min(protein, room / KCAL_PER_G_PROTEIN))
        why = "the calories hold no more beside the floors of fat and carbohydrate"
        reasons.append(Reason("protein_room", round(protein), round(lowered), why, PROTEIN_SOURCE))
        protein = lowered
        if KCAL_PER_G_PROTEIN * protein > room + 1.0:
            shortfalls.append("carbs_floor")
    fat, fat_reason = _fat_g(calories_kcal, protein, floors, goal, diet, weight_kg, training_days)
    targets = _rounded(calories_kcal, protein, fat)
    carbs_reason = Reason(
        "carbohydrate", None, targets.carbs_g, "what the calories leave after protein and fat", CARBS_SOURCE
    )
    fiber_reason = Reason("fiber", None, targets.fiber_g, "14 g per 1000 kcal", "IOM 2005; EFSA 2010")
    return MacroPlan(targets, (*reasons, fat_reason, carbs_reason, fiber_reason), tuple(shortfalls))


def retarget(
    targets: Targets, calories_kcal: float, *, weight_kg: float, diet: str = "none", min_carbs_g: float = 0.0
) -> MacroPlan:
    """Return the macros for changed calories: protein stays, carbohydrate moves first, fat down to its floor.

    ``weight_kg`` is the reference weight. Where protein and both floors hold more energy than the new
    calories, carbohydrate goes below its floor and ``shortfalls`` says so.
    """
    protein, fat = targets.protein_g, targets.fat_g
    if protein is None or fat is None:
        return MacroPlan(targets, ())
    floors = macro_floors(calories_kcal, weight_kg, diet, min_carbs_g)
    most_carbs = floors.carbs_g if diet == "keto" else float("inf")
    carbs = (calories_kcal - KCAL_PER_G_PROTEIN * protein - KCAL_PER_G_FAT * fat) / KCAL_PER_G_CARBS
    if carbs < floors.carbs_g or carbs > most_carbs:
        held = min(max(carbs, floors.carbs_g), most_carbs)
        rest = calories_kcal - KCAL_PER_G_PROTEIN * protein - KCAL_PER_G_CARBS * held
        floor = min(fat, floors.fat_g) if carbs < floors.carbs_g else 0.0
        fat = max(rest / KCAL_PER_G_FAT, floor)
    changed = _rounded(calories_kcal, protein, fat)
    reasons = (
        Reason(
            "protein_kept", targets.protein_g, changed.protein_g, "protein stays when calories change", PROTEIN_SOURCE
        ),
        Reason("carbohydrate_first", targets.carbs_g, changed.carbs_g, "carbohydrate takes the change", CARBS_SOURCE),
        Reason(
            "fat_to_floor", targets.fat_g, changed.fat_g, f"fat moves last, down to {floors.fat_g:.0f} g", FAT_SOURCE
        ),
    )
    is_short = (changed.carbs_g or 0.0) < floors.carbs_g - 1.5
    return MacroPlan(changed, reasons, ("carbs_floor",) if is_short else ())


def _protein_g(weight_kg: float, body: Body, goal: str, limits: Limits) -> tuple[float, list[Reason]]:
    per_kg = PROTEIN_G_PER_KG[goal]
    basis = "the weight" if weight_kg == body.weight_kg else "a reference weight, not all of a high body weight"
    reasons = [
        Reason(
            "protein",
            None,
            round(per_kg * weight_kg),
            f"{per_kg:g} g per kg of {basis} ({weight_kg:.1f} kg) for the goal {goal.replace('_', ' ')}",
            PROTEIN_SOURCE,
        )
    ]
    bounded = max(per_kg, limits.min_protein_g_per_kg)
    if limits.max_protein_g_per_kg is not None:
        bounded = min(bounded, limits.max_protein_g_per_kg)
    if bounded != per_kg:
        before, after = round(per_kg * weight_kg), round(bounded * weight_kg)
        reasons.append(Reason("protein_limit", before, after, "a limit of the safety gate", "docs/rules: safety"))
    return bounded * weight_kg, reasons


def _least_protein_g(weight_kg: float, goal: str, limits: Limits) -> float:
    per_kg = max(LEAST_PROTEIN_G_PER_KG.get(goal, LEAST_PROTEIN_DEFAULT_G_PER_KG), limits.min_protein_g_per_kg)
    if limits.max_protein_g_per_kg is not None:
        per_kg = min(per_kg, limits.max_protein_g_per_kg)
    return per_kg * weight_kg


def _fat_g(
    calories_kcal: float,
    protein_g: float,
    floors: MacroFloors,
    goal: str,
    diet: str,
    weight_kg: float,
    training_days: int,
) -> tuple[float, Reason]:
    left = calories_kcal - KCAL_PER_G_PROTEIN * protein_g
    if diet == "keto":
        fat = max(floors.fat_g, (left - KCAL_PER_G_CARBS * floors.carbs_g) / KCAL_PER_G_FAT)
        return fat, Reason("fat", None, round(fat), "keto: fat takes what few carbohydrates leave", FAT_SOURCE)
    share = FAT_SHARE_PALEO if diet == "paleo" else FAT_SHARE.get(goal, FAT_SHARE_DEFAULT)
    fat = max(floors.fat_g, share * calories_kcal / KCAL_PER_G_FAT)
    because = f"{share:.0%} of the calories, and never below {floors.fat_g:.0f} g"
    carbs = (left - KCAL_PER_G_FAT * fat) / KCAL_PER_G_CARBS
    wanted = TRAINING_CARBS_G_PER_KG * weight_kg if training_days >= 3 and diet != "paleo" else 0.0
    wanted = max(wanted, floors.carbs_g)
    if carbs < wanted:
        lean = floors.fat_g
        if carbs >= floors.carbs_g:
            lean = max(lean, PREFERENCE_LEAN_SHARE * calories_kcal / KCAL_PER_G_FAT)
        moved = max(min(fat, lean), (left - KCAL_PER_G_CARBS * wanted) / KCAL_PER_G_FAT)
        if moved < fat:
            fat = moved
            because = f"lowered towards its floor of {floors.fat_g:.0f} g to leave carbohydrate for training"
    ceiling = FAT_CEILING_SHARE * calories_kcal / KCAL_PER_G_FAT
    return min(fat, max(ceiling, floors.fat_g)), Reason("fat", None, round(fat), because, FAT_SOURCE)


def _rounded(calories_kcal: float, protein_g: float, fat_g: float) -> Targets:
    protein, fat = float(round(protein_g)), float(round(fat_g))
    carbs = (calories_kcal - KCAL_PER_G_PROTEIN * protein - KCAL_PER_G_FAT * fat) / KCAL_PER_G_CARBS
    if carbs < 0.0:
        fat = float(int(max(0.0, calories_kcal - KCAL_PER_G_PROTEIN * protein) / KCAL_PER_G_FAT))
        carbs = max(0.0, (calories_kcal - KCAL_PER_G_PROTEIN * protein - KCAL_PER_G_FAT * fat) / KCAL_PER_G_CARBS)
    carbs = float(round(carbs))
    return Targets(calories_kcal, protein, carbs, fat, float(round(fiber_g(calories_kcal, carbs))))
