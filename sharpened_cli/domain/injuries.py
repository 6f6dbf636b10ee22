"""Which regions of the body an injury text names: the regions that the exercise library minds."""

from __future__ import annotations

import re

from sharpened_cli.domain.health_text import close_words, folded, holds
from sharpened_cli.domain.phrases import phrases

REGIONS = ("shoulder", "elbow", "wrist", "neck", "lower back", "hip", "hamstring", "knee", "ankle")

_NOT_AN_EXERCISE = (
    r"(?! (press|presses|raises?|thrusts?|hinge|hop|shrugs?|extensions?|curls?|circles?|bridge|day|days"
    r"|flexion|abduction|adduction|rotations?|harness|mobility|stretch|taps?|drive|squats?|work|width|length))"
)
_BLOCKS = {
    "shoulder": r"""
shoulders?<not_an_exercise>|rotator ?cuff|supraspinatus|infraspinatus|ac joint|acromio\w*|labrum|slap tear
impingement|frozen shoulder|collar ?bones?|clavicles?|delts?|deltoids?|pec|pecs|pectoral\w*|bicep tendon
biceps tendon\w*|scapula\w*|shoulder blades?|ombros?|hombros?|epaules?|manguito
""",
    "elbow": r"""
elbows?|tennis elbow|golfer'?s elbow|epicondyl\w*|forearms?|triceps? tendon\w*|cubital|codos?|cotovelos?
coudes?
""",
    "wrist": r"""
wrists?|carpal|tfcc|scaphoid|hands?|thumbs?|fingers?|metacarpals?|knuckles?|de quervain\w*|ganglion
munecas?|punhos?|pulsos?|poignets?|maos?|main
""",
    "neck": r"""
necks?<not_an_exercise>|cervical|whiplash|pescoco|cuello|nuque|cervicales
""",
    "lower back": r"""
(lower|low|bad|dodgy|my|sore|stiff|lumbar) back(?! (squats?|day|to|in|at|on|from|home|then|up|work|muscles?))
back<not_an_exercise> (pain|ache|issues?|problems?|injury|trouble|spasms?|surgery|is|was|goes|gets|hurts?|bad)
^back$|lumbar|lumbago|discs?|disks?|herniat\w*|sciatic\w*|spine|spinal|spondyl\w*|stenosis|sacroiliac
si joint|l[345][-/ ]?[ls][1-5]|scoliosis|vertebra\w*|lombar|costas|espalda|hernia de disco|ciatica|mal de dos
coluna|columna
""",
    "hip": r"""
hips?<not_an_exercise>|groin|adductors?|fai|hip labrum|labral|piriformis|gluteal|glute tendon\w*|hip flexors?
trochanter\w*|sacroiliac|si joint|psoas|quadril|caderas?|hanches?|virilha|ingle|sports hernia
""",
    "hamstring": r"""
hamstrings?<not_an_exercise>|hammys?|hammies|back of (my |the )?thighs?|isquiotibia\w*|posterior da coxa
ischio\w*
""",
    "knee": r"""
knees?<not_an_exercise>|acl|mcl|pcl|lcl|menisc\w*|patell\w*|kneecaps?|it ?band|itb\w*|iliotibial|runner'?s knee
jumper'?s knee|osgood\w*|chondromalacia|quad(riceps)? (tendon\w*|tear|strain)|bakers? cyst|joelhos?|rodillas?
genoux?|cruciate
""",
    "ankle": r"""
ankles?|achil+\w+|plantar|foot|feet|heels?|toes?|bunions?|shins?|shin splints|metatars\w*|calf|calves<not_an_exercise>
peroneal|arch(es)? (pain|of)|neuroma|tornozelos?|tobillos?|chevilles?|pes|pies?|aquiles|fascitis|fasciitis
""",
}
_TYPO_WORDS = {
    "shoulder": "shoulder", "shoulders": "shoulder", "rotator": "shoulder", "hamstring": "hamstring",
    "hamstrings": "hamstring", "meniscus": "knee", "patella": "knee", "patellar": "knee", "achilles": "ankle",
    "plantar": "ankle", "sciatica": "lower back", "herniated": "lower back", "epicondylitis": "elbow",
}  # fmt: skip
_HEALED = (
    r"^[^.;]{0,40}\b(?:healed|recovered|all good|(?:is|are|feels?|been) (?:fine|ok|okay|good|strong|great)"
    r"|no (?:longer|trouble))\b"
)
_HURTS = r"\b(?:hurt|pain|ache|sore|still|but|not fully|except)\w*\b"


def injured_regions(text: str) -> frozenset[str]:
    """Return the regions (of REGIONS) that an injury text names, unless denied or said to be fine.

    The text is taken to be about an injury: ``left knee``, ``torn ACL``, ``slipped disc``.
    """
    plain = folded(text).strip()
    found = set()
    for region, block in _BLOCKS.items():
        for match in phrases(block, not_an_exercise=_NOT_AN_EXERCISE).finditer(plain):
            if holds(plain, match.start(), match.end()) and not _is_healed(plain, match.end()):
                found.add(region)
    for region, start, end in close_words(plain, _TYPO_WORDS):
        if holds(plain, start, end) and not _is_healed(plain, end):
            found.add(region)
    if "shoulder" in found and re.search(r"\b(?:hip|fai)\b", plain) and not re.search(r"should|cuff|ac joint", plain):
        found.discard("shoulder")  # a labrum or an impingement of the hip
    return frozenset(found)


def _is_healed(plain: str, end: int) -> bool:
    after = re.match(_HEALED, plain[end:])
    return bool(after) and not re.search(_HURTS, after[0] if after else "")
