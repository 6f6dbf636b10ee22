"""The table of the safety gate: what each finding blocks, limits, says and leaves open.

Constants without a source are product choices; sources stand with the rules. General fitness
information, not medical advice.
"""

from __future__ import annotations

from typing import NamedTuple

from sharpened_cli.domain.safety_level import Limits

NO_LIMITS = Limits()


class Rule(NamedTuple):
    """What one finding means.

    ``level`` holds where nothing that was asked for is blocked; ``blocks`` names plans that are refused
    (``deficit``, ``training``, ``numeric_targets``, ``low_carb``, ``automatic_changes``), ``cleared_by``
    the clinician's agreements of which one lifts the rule; ``offered`` is what remains, ``see`` whom to ask.
    """

    level: str
    warning: str
    blocks: tuple[str, ...] = ()
    limits: Limits = NO_LIMITS
    constraint: str = ""
    cleared_by: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    see: str = ""
    source: str = ""


TRAINING_AND_MAINTENANCE = ("a training plan without a calorie deficit", "maintenance calories")
HABITS = ("a training plan without numbers for food and weight", "logging without targets")
FOOD_ONLY = ("calorie and protein targets at maintenance", "logging of meals and walks")

RULES: dict[str, Rule] = {
    "under_16": Rule(
        "blocked",
        "SHARPENED is for people of 16 and older.",
        blocks=("numeric_targets", "deficit", "training"),
        see="a paediatrician or a youth coach",
        source="Golden 2016 Pediatrics 138:e20161649",
    ),
    "minor": Rule(
        "constrained",
        "Under 18, food and training are planned for growth: no deficit and no weight goal.",
        blocks=("deficit",),
        limits=Limits(no_deficit=True, no_weight_goal=True, min_rir=2, max_reps_floor=6),
        constraint="no deficit, no weight goal, sets of at least 6 repetitions with 2 in reserve",
        offered=TRAINING_AND_MAINTENANCE,
        source="Golden 2016 Pediatrics 138:e20161649",
    ),
    "severe_thinness": Rule(
        "blocked",
        "The body mass index is below 17, so no plan is made: please see a doctor first.",
        blocks=("numeric_targets", "deficit", "training"),
        limits=Limits(no_deficit=True, no_weight_goal=True),
        offered=("logging without targets",),
        see="a doctor",
        source="WHO grades of thinness",
    ),
    "thinness": Rule(
        "constrained",
        "The body mass index is below 18.5, so the plan does not reduce weight.",
        blocks=("deficit",),
        limits=Limits(no_deficit=True),
        constraint="no deficit",
        offered=("a plan to hold or gain weight",),
        see="a doctor or dietitian",
        source="WHO grades of thinness",
    ),
    "underweight_goal": Rule(
        "constrained",
        "The target weight lies below a body mass index of 18.5.",
        blocks=("deficit",),
        limits=Limits(no_deficit=True, no_weight_goal=True),
        constraint="no deficit and no weight goal",
        offered=("a target weight within the healthy range", "a plan that holds the weight"),
        see="a doctor or dietitian",
        source="WHO grades of thinness",
    ),
    "lean_loss": Rule(
        "caution",
        "There is little to lose: the loss is slow and short.",
        limits=Limits(max_loss_rate_per_week=0.003, max_deficit_weeks=4),
        constraint="at most 0.3 % of body weight a week, for at most 4 weeks",
    ),
    "severe_obesity": Rule(
        "caution",
        "With this body mass index a doctor's look before training is worth it; training starts low in impact.",
        limits=Limits(max_deficit_fraction=0.25, no_jumps=True),
        constraint="no jumps, a deficit of at most 25 %",
        see="a doctor",
        source="Jensen 2014 Circulation 129:S102",
    ),
    "pregnancy": Rule(
        "constrained",
        "In pregnancy nothing is planned that reduces weight, and training needs your midwife's or doctor's agreement.",
        blocks=("deficit",),
        limits=Limits(
            no_deficit=True,
            no_weight_goal=True,
            no_supine=True,
            no_contact=True,
            no_jumps=True,
            no_hiit=True,
            rpe_only=True,
            min_rir=3,
            max_reps_floor=8,
        ),
        constraint="no deficit, nothing on the back, no jumps or contact, effort by feel (able to talk), 3 in reserve",
        offered=FOOD_ONLY,
        see="your midwife or doctor",
        source="ACOG Committee Opinion 804 (2020)",
    ),
    "pregnancy_training": Rule(
        "blocked",
        "Training in pregnancy is planned once your midwife or doctor has agreed.",
        blocks=("training",),
        cleared_by=("pregnancy",),
        offered=FOOD_ONLY,
        see="your midwife or doctor",
        source="ACOG Committee Opinion 804 (2020)",
    ),
    "early_postpartum": Rule(
        "constrained",
        "In the first eight weeks after birth nothing is planned that reduces weight.",
        blocks=("deficit",),
        limits=Limits(
            no_deficit=True, no_weight_goal=True, no_jumps=True, no_hiit=True, min_rir=3, min_calories_kcal=1800
        ),
        constraint="no deficit, at least 1800 kcal, no jumps, 3 repetitions in reserve",
        offered=TRAINING_AND_MAINTENANCE,
        see="your midwife or doctor",
        source="Lovelady 2000 NEJM 342:449",
    ),
    "postpartum": Rule(
        "constrained",
        "After birth and while breastfeeding a loss stays slow and meals stay ample.",
        limits=Limits(min_calories_kcal=1800, no_jumps=True, min_rir=2),
        constraint="at most 0.5 kg a week, at least 1800 kcal, no jumps until the pelvic floor is ready",
        see="a pelvic-floor physiotherapist",
        source="Lovelady 2000 NEJM 342:449",
    ),
    "eating_disorder": Rule(
        "blocked",
        "With an eating disorder, now or lately, numbers for food and weight do harm; none are given here.",
        blocks=("numeric_targets", "deficit"),
        limits=Limits(no_deficit=True, no_weight_goal=True),
        offered=HABITS,
        see="your doctor or an eating-disorder helpline",
        source="Morgan 1999 BMJ 319:1467",
    ),
    "eating_disorder_past": Rule(
        "caution",
        "With an eating disorder in the past, stop and talk to someone as soon as numbers start to weigh on you.",
        limits=Limits(max_loss_rate_per_week=0.005, max_deficit_fraction=0.15),
        constraint="at most 0.5 % of body weight a week and a deficit of at most 15 %",
        see="someone who knows your history",
    ),
    "insulin": Rule(
        "constrained",
        "With insulin or a drug that releases it, calories and carbohydrate change only with your diabetes team.",
        blocks=("deficit", "automatic_changes"),
        limits=Limits(no_deficit=True, min_carbs_g=130.0),
        constraint="no deficit and no very low carbohydrate; carry fast sugar, check glucose around training",
        cleared_by=("insulin",),
        offered=TRAINING_AND_MAINTENANCE,
        see="your diabetes team",
        source="Colberg 2016 Diabetes Care 39:2065",
    ),
    "insulin_cleared": Rule(
        "constrained",
        "Exercise can lower blood glucose: carry fast sugar and check before, during and after training.",
        limits=Limits(min_carbs_g=130.0),
        constraint="at least 130 g of carbohydrate a day",
        source="Colberg 2016 Diabetes Care 39:2065",
    ),
    "diabetes": Rule(
        "constrained",
        "With diabetes, check how training and meals move your glucose.",
        limits=Limits(no_hiit=True, min_rir=2),
        constraint="moderate effort until a clinician has agreed to vigorous training",
        cleared_by=("diabetes",),
        see="your doctor",
        source="Riebe 2015 Med Sci Sports Exerc 47:2473",
    ),
    "sglt2": Rule(
        "constrained",
        "With an SGLT2 inhibitor very low carbohydrate risks ketoacidosis.",
        blocks=("low_carb",),
        limits=Limits(min_carbs_g=100.0),
        constraint="at least 100 g of carbohydrate a day",
        offered=("the same plan with at least 100 g of carbohydrate (another diet than keto)",),
        see="your doctor",
        source="FDA and EMA safety notes on SGLT2 inhibitors",
    ),
    "glp1": Rule(
        "constrained",
        "With a GLP-1 drug appetite is low: protein and strength training protect muscle.",
        limits=Limits(max_loss_rate_per_week=0.01, min_protein_g_per_kg=1.6),
        constraint="at most 1 % of body weight a week, at least 1.6 g of protein per kg",
    ),
    "kidney_disease": Rule(
        "constrained",
        "With kidney disease protein stays at 0.8 g per kg unless a renal dietitian says otherwise.",
        limits=Limits(max_protein_g_per_kg=0.8, no_hiit=True),
        constraint="at most 0.8 g of protein per kg",
        cleared_by=("kidney",),
        see="a renal dietitian",
        source="Ikizler 2020 Am J Kidney Dis 76:S1 (KDOQI)",
    ),
    "symptoms": Rule(
        "blocked",
        "Chest pain, fainting, breathlessness at rest or palpitations come first: see a doctor before any training. "
        "If it is happening now, call your local emergency number.",
        blocks=("training",),
        offered=FOOD_ONLY,
        see="a doctor, now",
        source="Riebe 2015 Med Sci Sports Exerc 47:2473",
    ),
    "disease_inactive": Rule(
        "blocked",
        "With a heart, metabolic or kidney disease and without regular exercise, a doctor's agreement comes first.",
        blocks=("training",),
        cleared_by=("training", "cardiac", "diabetes"),
        offered=FOOD_ONLY,
        see="your doctor",
        source="Riebe 2015 Med Sci Sports Exerc 47:2473",
    ),
    "cardiac_condition": Rule(
        "constrained",
        "With a heart condition training stays moderate, without holding the breath, and stops at any symptom.",
        limits=Limits(no_hiit=True, rpe_only=True, min_rir=3, max_reps_floor=8, no_overhead=True),
        constraint="moderate effort by feel, sets of at least 8 repetitions with 3 in reserve, nothing heavy overhead",
        see="your cardiologist",
        source="Riebe 2015 Med Sci Sports Exerc 47:2473",
    ),
    "supervised_only": Rule(
        "blocked",
        "A doctor has said that you should train under supervision only.",
        blocks=("training",),
        cleared_by=("training",),
        offered=FOOD_ONLY,
        see="your doctor",
        source="Warburton 2011 Health Fit J Can 4:3 (PAR-Q+)",
    ),
    "hypertension": Rule(
        "constrained",
        "With high blood pressure there are no maximal lifts and no held breath.",
        limits=Limits(min_rir=2, max_reps_floor=6),
        constraint="sets of at least 6 repetitions with 2 in reserve, breathing out with the effort",
        see="your doctor, for a check of the pressure",
        source="ACSM Guidelines for Exercise Testing and Prescription",
    ),
    "high_pressure": Rule(
        "constrained",
        "At 160/100 or more there are no maximal or held-breath lifts until the pressure is treated.",
        limits=Limits(min_rir=3, max_reps_floor=8, no_hiit=True, no_overhead=True),
        constraint="sets of at least 8 repetitions with 3 in reserve, no intervals, nothing heavy overhead",
        see="your doctor, this week",
        source="ACSM Guidelines for Exercise Testing and Prescription",
    ),
    "very_high_pressure": Rule(
        "blocked",
        "At 180/110 or more there is no training until the pressure is treated.",
        blocks=("training",),
        offered=FOOD_ONLY,
        see="a doctor, today",
        source="ACSM Guidelines for Exercise Testing and Prescription",
    ),
    "beta_blocker": Rule(
        "constrained",
        "A beta-blocker holds the heart rate down: effort goes by feel.",
        limits=Limits(rpe_only=True),
        constraint="no heart-rate zones, effort by feel",
    ),
    "anticoagulant": Rule(
        "caution",
        "With a blood thinner: no contact sport, and vitamin K (leafy greens) steady from week to week.",
        limits=Limits(no_contact=True),
        constraint="no contact sport",
        see="whoever checks your clotting",
    ),
    "lithium": Rule(
        "constrained",
        "With lithium, salt, fluid and carbohydrate must not change abruptly.",
        blocks=("deficit",),
        limits=Limits(no_deficit=True, min_carbs_g=130.0),
        constraint="no deficit without your clinician",
        cleared_by=("lithium", "deficit"),
        offered=TRAINING_AND_MAINTENANCE,
        see="whoever prescribes it",
    ),
    "lithium_cleared": Rule(
        "constrained",
        "With lithium, keep salt, fluid and carbohydrate steady from day to day.",
        limits=Limits(min_carbs_g=130.0, max_loss_rate_per_week=0.005),
        constraint="at most 0.5 % of body weight a week, at least 130 g of carbohydrate",
    ),
    "energy_drug": Rule(
        "caution",
        "A condition or drug makes predicted expenditure less certain: the first weeks of logs count more.",
        limits=Limits(tdee_sd_fraction=0.15),
    ),
    "gallstones": Rule(
        "caution",
        "With a gallstone history fast loss is avoided.",
        limits=Limits(max_loss_rate_per_week=0.0075),
        constraint="at most 0.75 % of body weight a week",
        source="NHLBI 1998 Obes Res 6:51S",
    ),
    "straining": Rule(
        "constrained",
        "Nothing that makes you strain or hold your breath.",
        limits=Limits(min_rir=3, max_reps_floor=8),
        constraint="sets of at least 8 repetitions with 3 in reserve",
        see="your doctor",
    ),
    "lung_disease": Rule(
        "constrained",
        "With a lung disease effort stays moderate and goes by feel.",
        limits=Limits(no_hiit=True, rpe_only=True, min_rir=2),
        constraint="moderate effort by feel",
        see="your doctor",
    ),
    "recent_injury": Rule(
        "constrained",
        "After a fresh injury or operation the hurt region is left out; pain above 3 of 10 stops an exercise.",
        limits=Limits(no_jumps=True),
        constraint="no exercises that load the hurt region, no jumps",
        see="a physiotherapist or doctor",
    ),
    "concussion": Rule(
        "blocked",
        "After a concussion training restarts step by step once a clinician has agreed.",
        blocks=("training",),
        limits=Limits(no_contact=True),
        cleared_by=("concussion",),
        offered=FOOD_ONLY,
        see="a doctor",
    ),
    "osteoporosis": Rule(
        "constrained",
        "With fragile bones: strength yes, jumps and rounding or twisting of the loaded back no.",
        limits=Limits(
            no_jumps=True, min_rir=2, max_reps_floor=6, excluded_patterns=frozenset({"trunk flexion", "rotation"})
        ),
        constraint="no jumps, no crunches or loaded twists, sets of at least 6 repetitions",
        see="your doctor or a physiotherapist",
    ),
    "older_adult_fall_risk": Rule(
        "constrained",
        "With a risk of falls: stable positions, something to hold on to, no jumps.",
        limits=Limits(no_jumps=True, no_hiit=True, min_rir=2),
        constraint="no jumps, stable positions",
        see="a physiotherapist",
    ),
    "self_harm": Rule(
        "blocked",
        "Your safety comes first. Please talk to someone you trust, a crisis line, or your local emergency number.",
        blocks=("numeric_targets", "deficit", "training"),
        offered=("logging without targets, whenever you like",),
        see="a crisis line or your local emergency number",
    ),
    "minded": Rule(
        "caution", "A condition or medicine you named is noted; mention it to a doctor before hard training."
    ),
    "unknown_text": Rule("caution", "Something you named is not known here; it is noted, and a doctor can say more."),
    "unknown_injury": Rule("caution", "An injury you named fits no region known here: leave out whatever hurts."),
    "injury": Rule(
        "constrained",
        "Exercises that load an injured region are left out, until you say that one is fine.",
        constraint="no exercises that load the injured regions",
    ),
    "agreed": Rule("caution", "A clinician has agreed to this; stop at any symptom and tell them."),
    "screening_not_answered": Rule("caution", "screening_not_answered"),
}
