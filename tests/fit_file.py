"""Writes small FIT activity files for tests: header, definitions, data and both checksums, as the FIT protocol says."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
FILE_ID, SESSION, RECORD = 0, 18, 20  # global message numbers
SPORTS = {"running": 1, "cycling": 2, "fitness_equipment": 4, "swimming": 5, "training": 10, "hiking": 17}
SUB_SPORTS = {"generic": 0, "indoor_cycling": 6, "indoor_rowing": 14, "strength_training": 20, "cardio_training": 26}
_ENUM, _UINT8, _UINT16, _UINT32 = (0x00, "B"), (0x02, "B"), (0x84, "H"), (0x86, "I")  # base type, struct code
_FILE_FIELDS = ((0, _ENUM), (1, _UINT16), (2, _UINT16), (4, _UINT32))
_SESSION_FIELDS = (
    (253, _UINT32), (2, _UINT32), (5, _ENUM), (6, _ENUM), (7, _UINT32), (9, _UINT32), (11, _UINT16), (16, _UINT8),
)  # fmt: skip
_RECORD_FIELDS = ((253, _UINT32), (3, _UINT8), (5, _UINT32))
_NOTHING = {"B": 0xFF, "H": 0xFFFF, "I": 0xFFFFFFFF}  # what FIT writes where nothing was recorded
_CRC_TABLE = (
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
)  # fmt: skip


class FitSession(NamedTuple):
    """What a device sums up of a session."""

    start: datetime
    sport: str
    seconds: float
    metres: float | None = None
    kcal: int | None = None
    average_hr: int | None = None
    sub_sport: str = "generic"


class FitRecord(NamedTuple):
    """One moment of a session; distance is from the start."""

    time: datetime
    heart_rate: int
    metres: float


def fit_file(sessions: Sequence[FitSession] = (), records: Sequence[FitRecord] = ()) -> bytes:
    """Return a whole FIT file."""
    body = _message(0, FILE_ID, _FILE_FIELDS, [(4, 255, 1, 1_000_000_000)])
    body += _message(1, RECORD, _RECORD_FIELDS, [_record(one) for one in records])
    body += _message(2, SESSION, _SESSION_FIELDS, [_session(one) for one in sessions])
    header = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
    whole = header + struct.pack("<H", crc(header)) + body
    return whole + struct.pack("<H", crc(whole))


def crc(data: bytes) -> int:
    """Return the 16-bit checksum of the FIT protocol, half a byte at a time."""
    value = 0
    for byte in data:
        for half in (byte & 0xF, byte >> 4):
            value = (value >> 4) ^ _CRC_TABLE[value & 0xF] ^ _CRC_TABLE[half]
    return value


def _message(
    local: int, number: int, fields: Sequence[tuple[int, tuple[int, str]]], rows: Sequence[tuple[int | None, ...]]
) -> bytes:
    codes = [code for _, (_, code) in fields]
    definition = struct.pack("<BBBHB", 0x40 | local, 0, 0, number, len(fields))
    for field, (base_type, code) in fields:
        definition += struct.pack("<BBB", field, struct.calcsize(f"<{code}"), base_type)
    return definition + b"".join(
        struct.pack(
            f"<B{''.join(codes)}",
            local,
            *(_NOTHING[code] if value is None else value for code, value in zip(codes, row, strict=True)),
        )
        for row in rows
    )


def _record(one: FitRecord) -> tuple[int | None, ...]:
    return _seconds(one.time), one.heart_rate, round(one.metres * 100)


def _session(one: FitSession) -> tuple[int | None, ...]:
    return (
        _seconds(one.start) + round(one.seconds),
        _seconds(one.start),
        SPORTS[one.sport],
        SUB_SPORTS[one.sub_sport],
        round(one.seconds * 1000),
        None if one.metres is None else round(one.metres * 100),
        one.kcal,
        one.average_hr,
    )


def _seconds(instant: datetime) -> int:
    return round((instant - FIT_EPOCH).total_seconds())
