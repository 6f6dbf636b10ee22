from __future__ import annotations

import pytest
from packaged import read_exercises

from sharpened_cli.domain.injuries import REGIONS, injured_regions

CASES = [
    ("left knee", ["knee"]),
    ("Torn ACL", ["knee"]),
    ("slipped disc L5/S1", ["lower back"]),
    ("rotator cuff tendinitis", ["shoulder"]),
    ("plantar fasciitis, right foot", ["ankle"]),
    ("bad back", ["lower back"]),
    ("back", ["lower back"]),
    ("shoulder impingement", ["shoulder"]),
    ("FAI, hip labrum tear", ["hip"]),
    ("tennis elbow", ["elbow"]),
    ("carpal tunnel", ["wrist"]),
    ("achilis tendon", ["ankle"]),
    ("hamstring strain and sore neck", ["hamstring", "neck"]),
    ("sholder", ["shoulder"]),
    ("sciatica", ["lower back"]),
    ("no knee problems", []),
    ("knee surgery 2010, fully healed", []),
    ("my knees are fine, elbow hurts", ["elbow"]),
    ("none", []),
    ("asthma", []),
    ("hip thrusts hurt my lower back", ["lower back"]),
    ("overhead press hurts my shoulders", ["shoulder"]),
    ("Lower back when I do squats heavy", ["lower back"]),
    ("dor no ombro", ["shoulder"]),
    ("dolor de rodilla", ["knee"]),
    ("wrist + no time to cook", ["wrist"]),
    ("shin splints", ["ankle"]),
    ("groin pull", ["hip"]),
    ("si joint pain", ["hip", "lower back"]),
    ("low back tightness", ["lower back"]),
    ("upper back stiffness", []),
    ("pulled pec", ["shoulder"]),
    ("knee (meniscus), ankle", ["ankle", "knee"]),
    ("my mum's hip", []),
    ("lumbar hernia", ["lower back"]),
    ("herniated disc in neck", ["lower back", "neck"]),
    ("My left shoulder is sore when I reach up.", ["shoulder"]),
    ("right achilles tendinopathy", ["ankle"]),
    ("broken toe", ["ankle"]),
    ("it band", ["knee"]),
]


@pytest.mark.parametrize(("text", "regions"), CASES, ids=[text for text, _ in CASES])
def test_an_injury_text_names_the_regions_of_the_library(text: str, regions: list[str]) -> None:
    assert sorted(injured_regions(text)) == regions


def test_the_regions_are_those_that_the_exercise_library_minds() -> None:
    minded = {region for exercise in read_exercises() for region in exercise.caution_injury}
    assert minded == set(REGIONS)
