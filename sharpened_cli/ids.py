"""Identifiers that sort by creation, UUID version 7 as text (RFC 9562), and what a person types for one."""

from __future__ import annotations

import os
import time

LEAST_PREFIX = 8  # characters of an id that are enough; fewer digits are a number in a list

_last_ms = 0
_counter = 0


def new_id() -> str:
    """Return a new UUIDv7 as lower-case text, greater than every earlier one of this process."""
    global _last_ms, _counter  # noqa: PLW0603  # the monotone counter that RFC 9562 section 6.2 asks for
    now_ms = time.time_ns() // 1_000_000  # ids carry real time, whatever clock a run is given
    if now_ms > _last_ms:
        _last_ms, _counter = now_ms, int.from_bytes(os.urandom(2), "big") & 0x7FF
    else:
        _counter += 1
        if _counter > 0xFFF:
            _last_ms, _counter = _last_ms + 1, 0
    tail = int.from_bytes(os.urandom(8), "big") & 0x3FFF_FFFF_FFFF_FFFF
    value = (_last_ms << 80) | (7 << 76) | (_counter << 64) | (0b10 << 62) | tail
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def list_number(text: str) -> int | None:
    """Return the number in a list that was typed, or None where the text is none: a word, or digits of an id."""
    return int(text) if text.isdecimal() and len(text) < LEAST_PREFIX else None
