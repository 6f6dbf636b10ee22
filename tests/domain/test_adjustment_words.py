from __future__ import annotations

from sharpened_cli.domain.adjustment_words import changes_in_words, reasons_of

EVERYTHING = {
    "calorie_adj": -150,
    "volume_adj": -9,
    "intensity": 0.7,
    "rir_adj": 2,
    "cancelled": [{"session_id": "s", "name": "Run", "because": "chest pain"}],
    "swaps": [
        {"item_id": "w", "from": "Warm-up: A", "to": "Warm-up: B", "because": "x", "is_warmup": True},
        {"item_id": "i", "from": "A", "to": "B", "because": "spares the knee", "is_warmup": False},
    ],
    "removed": [{"item_id": "j", "name": "Leap", "because": "spares the ankle", "is_warmup": False}],
    "sets": [
        {"item_id": "k", "name": "Row", "before": 3, "after": 1, "is_warmup": False},
        {"item_id": "l", "name": "Curl", "before": 3, "after": 0, "is_warmup": False},
    ],
    "minutes": [{"session_id": "s", "before": 60, "after": 40}],
    "amounts": [],
    "simpler_meals": True,
}


def test_every_kind_of_change_has_its_phrase_and_warm_ups_have_none() -> None:
    assert changes_in_words(EVERYTHING) == [
        "Run is left out: chest pain",
        "B instead of A: spares the knee",
        "without Leap: spares the ankle",
        "Row 1 set instead of 3",
        "no Curl",
        "40 minutes instead of 60",
        "loads 30 % lighter",
        "2 more repetitions in reserve",
        "150 kcal less",
        "simple, familiar meals",
    ]


def test_nothing_changed_says_nothing() -> None:
    assert changes_in_words({"calorie_adj": 0, "volume_adj": 0, "intensity": 1.0}) == []
    assert changes_in_words({"calorie_adj": 120, "rir_adj": 1}) == ["1 more repetition in reserve", "120 kcal more"]


def test_the_chain_names_what_was_seen_with_its_source_and_then_each_change() -> None:
    chain = reasons_of([{"reason_code": "poor_sleep", "detail": "5 h of sleep"}], {"rir_adj": 1})
    assert [(one.rule, one.because) for one in chain] == [
        ("poor_sleep", "5 h of sleep"),
        ("change", "1 more repetition in reserve"),
    ]
    assert "Craven" in chain[0].source
