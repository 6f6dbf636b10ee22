"""What is denied, given up or disliked, and how far the denial reaches."""

from __future__ import annotations

import re

from sharpened_cli.domain.consultation.turns import Span

_NOT_REALLY = re.compile(
    r"\bnot (?:only|just|bad|too bad|to mention|sure|long|much of a|that)\b|\bno (?:problem|issues?|worries|"
    r"matter|doubt|trouble|real preference|fuss|idea|less than)\b"
    r"|\b(?:dont|doesnt|didnt|do not|wouldnt) (?:mind|care|matter|miss|know)\b|\bnever (?:miss|skip|fail|"
    r"without)(?:ed)?\b"
    r"|\bcant (?:get enough|live without|do without|wait|complain|beat|resist|help|stop)\b|\bcouldnt live "
    r"without\b|\bif not\b|\bwhy not\b"
    r"|\bnothing (?:wrong|regular|formal|special|fancy|serious|much|crazy|major|else|structured)\b|\bno "
    r"(?:excuses|flexibility|exceptions|sorry|wait|actually)\b|\bnot yet\b"
    r"|\bno more than\b|\bnot enough\b|\bwithout (?:fail|exception|a doubt|stopping)\b"
    r"|\bno (?:added |extra )?weights?\b|\bno "
    r"rush\b|\bnot (?:really )?fussed\b|\bnot negotiable\b|\bnon negotiable\b"
)
_DENIAL = re.compile(
    r"\b(?:not|no|never|nor|neither|none|nothing on|nothing with|dont|doesnt|didnt|do not|does not|did not|cant|"
    r"cannot|can not|wont|will not|wouldnt|couldnt|shouldnt|without|isnt|arent"
    r"|aint|wasnt|avoid|avoiding|skip|no longer|havent|hasnt|have not|nao|sem|nunca|pas de|jamais|ni|sin|refuse|"
    r"cut out|cutting out|rather than|instead of|anything but"
    r"|keep me away from|zero|minus|allergic to|intolerant to|haven t)\b"
)
_GIVEN_UP = re.compile(
    r"\b(?:antes (?:hacia|jugaba|nadaba|corria|practicaba|iba|fazia|jogava|nadava)|deje de|parei de|jai arrete|"
    r"avant je|im off(?: the)?|used to|gave up|given up|giving up|stopped|quit|packed in|dropped|no longer|not "
    r"any ?more|scrap|"
    r"scratch|forget|cancel|cancelled|delete|remove|take (?:off|out)|leave out|strike"
    r"|sold my|retired from|ex|lapsed|former|formerly|ditched|dont .{0,20}any ?more|haven?t .{0,20}(?:since|in "
    r"(?:years|ages|months))|fell out of love with|bored of|ignore|swapped|switched from)\b"
)
_BREAK = re.compile(
    r"[.;!?]|\bbut\b|\bnow\b(?! and then)|\bthese days\b|\bcurrently\b|\binstead\b(?! of)|\bhowever\b|"
    r"\balthough\b|\bthough\b|\bexcept\b|\bonly\b|\bapart from\b|\botherwise\b"
    r"|,? (?:and |so |then )?\b(?:i|we|ive|im|id) (?!dont|cant|wont|never|hate|didnt|no\b)|,\s*(?:just|then|so|"
    r"started|do|doing|mostly|mainly|still|maybe|usually|sometimes|always|my|it|its|they|the rest|because|with|"
    r"for|could|can|happy|love|like)\b"
    r"|\band (?:now|started|do|am|then|switched|moved|took up|went)\b|\bfor\b(?=.{0,15}\binstead\b)|\bbecause\b|"
    r"\bsince then\b|\bto\b(?= \w+ing\b)"
)
_GIVEN_UP_AFTER = re.compile(
    r"[^.;!?]{0,30}?(?:\b(?:gave|left|abandoned) (?:it|that|them|this|those|up)\b|\b(?:lo|la"
    r"|los) (?:deje|abandone)\b|\b(?:mas|e) "
    r"parei\b|\bis behind me\b|\bbehind me\b|\bstopped\b(?! at)|\bquit (?:it|that)\b|\bquit\b|"
    r"\bpacked (?:it|that) in\b|\b(?:didnt|did not|never) (?:really )?(?:take to|like|liked|stick|stuck|get on|"
    r"got on|last|enjoy|click|get into|got into|suit|took)\b"
    r"|\b(?:not|wasnt|isnt|werent|arent) for me\b|\b(?:not|isnt|wasnt|never) my (?:thing|cup of tea|bag|jam)\b|"
    r"\bnever again\b|\bno longer\b|\b(?:not|dont|doesnt|cant|do it|do that)[^.;,]{0,14} any ?more\b|\bdropped "
    r"it\b|\bgiven (?:it|that|up)\b|\bhavent (?:done|been|touched|played)\b"
    r"|\bis out\b|\bare out\b|\bis off\b|\bbut (?:i )?(?:stopped|quit|gave)|\bis in the past\b|\bthats over\b|"
    r"\bno more\b|\bgot boring\b|\bhad to stop\b|\bonce,? (?:but )?(?:nope|no|never)\b)"
)
_DISLIKE = re.compile(
    r"\b(?:hate|hated|cant stand|cannot stand|cant bear|loathe|detest|despise|dont (?:really )?(?:like|enjoy|"
    r"love)|do not (?:like|enjoy)|not (?:a )?(?:big )?fan of|dislike|not keen on|odeio|odio|detesto|no me gusta|"
    r"nao gosto d[eoa]s?|"
    r"deteste|dread|not a fan of|never liked|sick of|not into|dont care for|dont enjoy|bores? me|find "
    r"[^.;,]{0,20} boring)\b"
)
_DISLIKE_AFTER = re.compile(
    r"\s*(?:,|-|:|\(|\bwhich\b|\bbut\b|\band\b)?\s*(?:i\s+)?(?:(?:absolutely|really|kinda|kind of|"
    r"just)\s+)?(?:hate|cant stand|loathe|dont (?:like|enjoy|love)|detest|despise|dread|not a fan|not keen|"
    r"boring|bores me|bore me|is boring|are boring|are awful|is awful|suck|sucks|yuck|hated)\b(?:\s+(?:it|them|"
    r"that|those|doing|all of)\b|\s*(?:$|[.,;!?)]|\b(?:tho|though|so|but|to|with|honestly|really|lol)\b))"
)
_LIKE = re.compile(
    r"\b(?:love|loved|loving|enjoy|enjoyed|enjoying|like|liked|adore|favou?rite|passion|my thing|fun|addicted|"
    r"obsessed|happy place|adoro|me encanta|gosto|jadore|jaime|keen on|fan of|mad about)\b"
)


def pseudo_free(text: str) -> str:
    """Return the text with pseudo-negations ("not only", "don't mind") blanked, offsets unchanged."""
    return _NOT_REALLY.sub(lambda match: " " * len(match[0]), text)


def scope(text: str, cue_end: int, sentence: Span) -> Span:
    """Return how far a cue reaches: to the sentence's end or to the next turning word."""
    turning = _BREAK.search(text, cue_end, sentence.end)
    return Span(cue_end, turning.start() if turning else sentence.end)


def denied_spans(text: str, sentence: Span) -> list[Span]:
    """Return the parts of a sentence that are denied ("no", "don't", "without" and the like)."""
    return _reaches(text, sentence, _DENIAL)


def given_up_spans(text: str, sentence: Span) -> list[Span]:
    """Return the parts of a sentence that were given up or taken back ("used to", "scrap")."""
    return _reaches(text, sentence, _GIVEN_UP)


def disliked_spans(text: str, sentence: Span) -> list[Span]:
    """Return the parts of a sentence that the person dislikes."""
    return _reaches(text, sentence, _DISLIKE, keep_pseudo=True)


_SHORT = ("no", "without", "zero", "sem", "sin", "minus")
_LIST_GOES_ON = re.compile(r"\s*(?:or|nor|and no)\b")


def _reaches(text: str, sentence: Span, cue: re.Pattern[str], *, keep_pseudo: bool = False) -> list[Span]:
    plain = text if keep_pseudo else pseudo_free(text)
    return [_reach(text, match, sentence) for match in cue.finditer(plain, sentence.start, sentence.end)]


def _reach(text: str, cue: re.Match[str], sentence: Span) -> Span:
    """Return a cue's scope; a bare "no" ends at the comma unless a list of "or" goes on."""
    whole = scope(text, cue.end(), sentence)
    if cue[0] not in _SHORT:
        return whole
    comma = text.find(",", whole.start, whole.end)
    if comma < 0 or re.search(r"\b(?:or|nor)\b", text[comma : whole.end]) or _LIST_GOES_ON.match(text, comma + 1):
        return whole
    return Span(whole.start, comma)


def inside(position: int, spans: list[Span]) -> bool:
    """Return whether a position lies in one of the spans."""
    return any(start <= position < end for start, end in spans)


def is_given_up_after(text: str, position: int, sentence: Span) -> bool:
    """Return whether what stands just before the position is then said to be over."""
    return bool(_GIVEN_UP_AFTER.match(text[: sentence.end], position))


def is_disliked_after(text: str, position: int, sentence: Span) -> bool:
    """Return whether what stands just before the position is then disliked ("running, hate it")."""
    return bool(_DISLIKE_AFTER.match(text[: sentence.end], position))


def is_liked(text: str, span: Span) -> bool:
    """Return whether a span speaks of liking, without a denial before it."""
    match = _LIKE.search(text, span.start, span.end)
    if not match:
        return False
    return not re.search(
        r"\b(?:dont|not|never|didnt|doesnt|no|cant say i|more|would|id)(?: \w+)? $", text[span.start : match.start()]
    )
