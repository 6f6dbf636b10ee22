"""What a profile, its texts and its screening answers say about health, as codes of the safety table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.condition_terms import (
    CONDITION_BLOCKS,
    CONDITION_TYPO_WORDS,
    NOTHING,
    PREDIABETES,
    SURGERY,
)
from sharpened_cli.domain.health_text import close_words, folded, holds
from sharpened_cli.domain.injuries import injured_regions
from sharpened_cli.domain.phrases import phrases
from sharpened_cli.domain.red_flags import red_flags
from sharpened_cli.domain.screening import PAR_Q_CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sharpened_cli.domain.profile import Profile

EARLY_POSTPARTUM_WEEKS = 8.0  # Lovelady 2000 NEJM 342:449
POSTPARTUM_WEEKS = 52.0
SURGERY_WEEKS = 12.0
PAST_YEARS = 2
HIGH_PRESSURE, VERY_HIGH_PRESSURE = (160, 100), (180, 110)  # ACSM stages
SCOFF_POSITIVE = 2  # Morgan 1999 BMJ 319:1467

_SYMPTOM_FLAGS = frozenset({"chest_pain", "dizziness"})
_FEMALE_FINDINGS = frozenset({"pregnancy", "pregnancy_training", "postpartum", "early_postpartum"})
_YES_FINDINGS = {
    "heart_condition": "cardiac_condition",
    "high_blood_pressure": "hypertension",
    "chest_pain": "symptoms",
    "dizziness": "symptoms",
    "other_condition": "minded",
    "medication": "minded",
    "bone_joint": "minded",
    "supervised_only": "supervised_only",
    "kidney_disease": "kidney_disease",
    "pregnant": "pregnancy",
    "breastfeeding": "postpartum",
}


class Findings(NamedTuple):
    """Codes of the safety table, and the injured regions to leave out."""

    codes: frozenset[str]
    regions: frozenset[str] = frozenset()


def findings_of(profile: Profile, today: date, flags: Iterable[str] = ()) -> Findings:
    """Return all findings of a profile, its texts, its screening answers, and raised flags."""
    codes = set(flag_findings(flags))
    regions: set[str] = set()
    for text in (*(profile.conditions or ()), *(profile.medications or ())):
        codes |= condition_findings(text, today)
        if "recent_injury" in codes:
            regions |= injured_regions(text)
    for text in profile.injuries or ():
        found, hurt = injury_findings(text, today)
        codes |= found
        regions |= hurt
    codes |= screening_findings(profile.screening)
    if not is_screened(profile):
        codes.add("screening_not_answered")
    if profile.sex == "male":
        codes -= _FEMALE_FINDINGS
    return Findings(frozenset(codes), frozenset(regions))


def is_screened(profile: Profile) -> bool:
    """Return whether the health questions were answered: any of the PAR-Q+, or all three lists."""
    lists = (profile.conditions, profile.medications, profile.injuries)
    return any(code in profile.screening for code in PAR_Q_CODES) or all(one is not None for one in lists)


def flag_findings(flags: Iterable[str]) -> frozenset[str]:
    """Return the findings that raised safety flags stand for."""
    codes: set[str] = set()
    for flag in flags:
        codes |= _of_flag(flag)
    return frozenset(codes)


def condition_findings(text: str, today: date) -> frozenset[str]:
    """Return the findings of one illness or medicine as typed; ``unknown_text`` when nothing is recognised."""
    plain = folded(text).strip(" .")
    if not plain or phrases(NOTHING).fullmatch(plain):
        return frozenset()
    codes: set[str] = set()
    for flag in red_flags(text, today=today):
        codes |= _of_flag(flag)
    for code, block in CONDITION_BLOCKS.items():
        if any(holds(plain, match.start(), match.end()) for match in phrases(block).finditer(plain)):
            codes.add(code)
    codes |= {code for code, start, end in close_words(plain, CONDITION_TYPO_WORDS) if holds(plain, start, end)}
    if "diabetes" in codes and "insulin" not in codes and phrases(PREDIABETES).search(plain):
        codes = codes - {"diabetes"} | {"minded"}
    if "eating_disorder" in codes and _years_ago(plain, today) >= PAST_YEARS:
        codes = codes - {"eating_disorder"} | {"eating_disorder_past"}
    weeks = _weeks(plain)
    if phrases(SURGERY).search(plain):
        codes.add("recent_injury" if weeks is not None and weeks < SURGERY_WEEKS else "minded")
    codes |= _postpartum(codes, weeks) | pressure_findings(plain)
    if "insulin" in codes:
        codes.add("diabetes")
    if codes or _is_denial(plain):
        return frozenset(codes)
    return frozenset({"unknown_text"})


def injury_findings(text: str, today: date) -> tuple[frozenset[str], frozenset[str]]:
    """Return the findings and the regions of one injury as typed."""
    plain = folded(text).strip(" .")
    if not plain or phrases(NOTHING).fullmatch(plain) or _is_denial(plain):
        return frozenset(), frozenset()
    regions = injured_regions(text)
    codes = {"injury"} if regions else {"unknown_injury"}
    flags = red_flags(text, today=today)
    codes |= flag_findings(flags)
    return frozenset(codes), regions


def screening_findings(answers: Mapping[str, Any]) -> frozenset[str]:
    """Return the findings of stored screening answers."""
    codes = {finding for code, finding in _YES_FINDINGS.items() if answers.get(code) is True}
    if "pregnancy" in codes:
        codes.add("pregnancy_training")
    weeks = answers.get("postpartum_weeks")
    if weeks is not None and weeks < POSTPARTUM_WEEKS:
        codes.add("postpartum")
        codes |= _postpartum(codes, float(weeks))
    if answers.get("surgery_weeks") is not None and answers["surgery_weeks"] < SURGERY_WEEKS:
        codes.add("recent_injury")
    history = answers.get("eating_disorder")
    if history == "now" or (answers.get("scoff") or 0) >= SCOFF_POSITIVE:
        codes.add("eating_disorder")
    elif history == "past":
        codes.add("eating_disorder_past")
    if answers.get("diabetes") in {"type1", "type2"}:
        codes.add("diabetes")
    if answers.get("diabetes") == "type1":
        codes.add("insulin")
    return frozenset(codes | pressure_findings(str(answers.get("blood_pressure") or "")))


def pressure_findings(text: str) -> set[str]:
    """Return the findings of a blood pressure such as ``165/95`` in a text."""
    codes: set[str] = set()
    for upper, lower in re.findall(r"\b(\d{2,3}) ?(?:/|over) ?(\d{2,3})\b", text):
        pressure = int(upper), int(lower)
        if any(value >= limit for value, limit in zip(pressure, VERY_HIGH_PRESSURE, strict=True)):
            codes.add("very_high_pressure")
        elif any(value >= limit for value, limit in zip(pressure, HIGH_PRESSURE, strict=True)):
            codes.add("high_pressure")
    return codes


def _of_flag(flag: str) -> set[str]:
    if flag in _SYMPTOM_FLAGS:
        return {"symptoms"}
    if flag == "pregnancy":
        return {"pregnancy", "pregnancy_training"}
    return {flag}


def _postpartum(codes: set[str], weeks: float | None) -> set[str]:
    if "postpartum" not in codes:
        return set()
    return {"early_postpartum"} if weeks is not None and weeks < EARLY_POSTPARTUM_WEEKS else set()


def _weeks(plain: str) -> float | None:
    match = re.search(r"\b(\d{1,3}) ?(day|week|wk|month)s?\b", plain)
    if not match:
        return None
    return float(match[1]) * {"day": 1 / 7, "week": 1.0, "wk": 1.0, "month": 4.35}[match[2]]


def _years_ago(plain: str, today: date) -> int:
    match = re.search(r"\b(\d{1,2}) years? (?:ago|back|clean|recovered|in recovery)", plain)
    if match:
        return int(match[1])
    years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", plain)]
    return today.year - max(years) if years else 0


def _is_denial(plain: str) -> bool:
    return bool(re.match(r"^(?:no|not|never|without|none|sem|sin|pas)\b", plain))
