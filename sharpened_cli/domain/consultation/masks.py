"""Text that is addressed to the software, or is code, is never data about a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import turns

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.turns import Line, Span

_CODE = re.compile(
    r"```.*?(?:```|$)|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*[:}][^{}]*\}|\[\s*\{.*?\}\s*\]|</?[a-z][^<>]{0,80}>|<\|.*?\|>",
    re.DOTALL,
)
_ADDRESSED = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass) (?:all |any |the |my |your |every )*(?:previous|prior|above|"
    r"earlier|preceding|system|existing|safety|instructions?|rules?|prompts?)\b"
    r"|\bsystem ?prompt\b|\b(?:system|assistant|developer|admin) ?:|\byou are now\b|\bas an ai\b|\bact as "
    r"(?:an?|if)\b|\bpretend (?:to be|you)\b|\bjailbreak\b|\bdeveloper mode\b"
    r"|\b(?:drop|truncate|alter|create) table\b|\bselect \S+ from\b|\binsert into\b|\bdelete from\b|\bupdate "
    r"\S+ set\b|\bunion select\b|--\s*$|\bor 1 ?= ?1\b"
    r"|\b(?:add|insert|set|mark|record|write|give|put|output|print|return|respond with|reply with|reveal|show "
    r"me your)\b[^.;!?]{0,60}\b(?:row|rows|table|database|json|field|column|key|flag|flags|schema|prompt|"
    r"instructions|admin|record as|xml)\b"
    r"|\b(?:mark|set|rate|record|register|classify) me as\b|\b(?:bot|chatgpt|gpt|llm|language "
    r"model)\b[^.;!?]{0,30}\b(?:must|should|please|now)\b|\bcurl \S+|\brm -rf\b|\bimport os\b|\bexec\("
)


def without_commands(line: Line) -> tuple[Line, list[Span]]:
    """Return the line with code and sentences addressed to the software blanked, and what was blanked."""
    spans = [turns.Span(*match.span()) for match in _CODE.finditer(line.text)]
    line = line.blanked(spans)
    addressed = [
        sentence
        for sentence in turns.sentences(line.text)
        if _ADDRESSED.search(line.text, sentence.start, sentence.end)
    ]
    return line.blanked(addressed), [*spans, *addressed]
