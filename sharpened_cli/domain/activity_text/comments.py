"""Telling what somebody felt from what they did: "legs heavy" is no leg session, "knee ok" no knee raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.vocabulary import FILLERS, HARD, LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

_BODY = """
leg legs arm arms back knee knees hip hips shoulder shoulders calf calves quad quads hamstring hamstrings hams
hammies glute glutes foot feet toe toes ankle ankles shin shins lungs lung core abs wrist wrists elbow elbows neck
chest traps forearm forearms grip hand hands body muscles muscle head stomach breath achilles groin bum heart thigh
thighs heel heels blister blisters spine tendon lower upper left right
"""
_FEELINGS = """
heavy dead sore fine stiff tired bad burning cooked hurt hurts hurting fried shaking shaky toast jelly wrecked
destroyed gone knackered exhausted aching aches ache achy ached pain pains painful pumped tight tightness weak
strong fresh happy better worse bruised killing killed numb cramp cramps cramped cramping twinge niggle trashed shot
smoked torched screaming complaining complained swollen sweaty awful terrible amazing alright rough cranky held
holding behaved sluggish smooth grindy crisp snappy solid rubbish sloppy ugly tidy bouncy springy lead fire fun
boring lovely dying died struggled suffered ok okay good great
"""
_SMALL = """
bit little still now so too very really are feels get getting like again though no not quite pretty super totally
completely much more less since been be if that there cant can't didn't don't wasn't isn't
"""
BODY = frozenset(_BODY.split())
FEELINGS = frozenset(_FEELINGS.split())
_COMMENT_WORDS = BODY | FEELINGS | frozenset(_SMALL.split()) | FILLERS | LIGHT | HARD

_STORY = """
blocks moved court courts pitch field hills river canal beach mountain forest woods road street bridge harbour
office hotel school church sunset sunrise rain raining windy sunny snowy weather humid house garden kitchen lunch
dinner breakfast coffee water proud stopping without inside outside traffic lights music podcast crowd coming going
spare birthday holiday weekend season started finally morning mornings nights others something everyone everything
anything people young older shower slept sleep woke tried trying learned learning taught shared place places spent
swapped stayed watching world
"""
# Words of stories that look like slips of names of activities: "on court" is no "couru".
STORY = frozenset(_STORY.split())
NOT_DONE = frozenset({"skipped", "missed", "skip", "cancelled", "no", "didn't", "didnt", "instead", "without"})
OTHERS = frozenset({"kids", "kid", "dog", "cat", "wife", "husband", "son", "daughter", "baby", "everyone", "somebody"})


def is_talk(words: Sequence[str], unknown: Sequence[str]) -> bool:
    """Return whether words without any figure tell of something else: what was not done, a story with a name in it."""
    return words[0] in NOT_DONE or words[0] in OTHERS or len(unknown) > 1


def is_comment(words: Sequence[str]) -> bool:
    """Return whether words only say how the body felt; an activity or an exercise needs other words than these."""
    said = [part for word in words for part in word.split("-")]
    return any(word in FEELINGS for word in said) and all(word in _COMMENT_WORDS for word in said)
