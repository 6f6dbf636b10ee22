"""What the machine says about where it stands."""

from __future__ import annotations

import os
from pathlib import Path


def host_zone() -> str:
    """Return the machine's IANA time zone: TZ, the system's setting, else UTC."""
    for name in (os.environ.get("TZ", "").lstrip(":"), _linked_zone(), _written_zone()):
        if name and _exists(name):
            return name
    return "UTC"


def _linked_zone() -> str:
    try:
        target = str(Path("/etc/localtime").resolve())
    except OSError:
        return ""
    return target.partition("zoneinfo/")[2]


def _written_zone() -> str:
    try:
        return Path("/etc/timezone").read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _exists(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
