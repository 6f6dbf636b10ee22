"""Consultation keys in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.clock import as_text

if TYPE_CHECKING:
    from datetime import datetime

    from sharpened_cli.services.consultation_keys import IssuedKey
    from sharpened_cli.store.consultation_keys import KeyUse, StoredKey


def issued(key: IssuedKey) -> str:
    """Return a new key with what it allows."""
    limits = [f"{key.max_uses} interview{'s' if key.max_uses != 1 else ''}"]
    if key.expires_at:
        limits.append(f"until {key.expires_at[:10]}")
    if key.assigned_to:
        limits.append(f"for {key.assigned_to} only")
    return f"{key.key}\n\nGood for {', '.join(limits)}. It is shown this once: the file keeps only its hash."


def listing(keys: list[StoredKey], now: datetime) -> str:
    """Return all keys, a line each."""
    if not keys:
        return "No keys yet. `sharpened keys issue` makes one."
    return "\n".join(_line(key, as_text(now)) for key in keys)


def usage(uses: list[KeyUse]) -> str:
    """Return who used keys, a line each."""
    if not uses:
        return "Nobody has used a key yet."
    return "\n".join(
        f"{use.redeemed_at[:16].replace('T', ' ')}  {use.key_id[:8]}  {use.email}  {use.host}".rstrip() for use in uses
    )


def _line(key: StoredKey, now: str) -> str:
    parts = [key.id[:8], f"{key.current_uses}/{key.max_uses} used", _state(key, now)]
    if key.expires_at:
        parts.append(f"until {key.expires_at[:10]}")
    if key.assigned_email:
        parts.append(f"for {key.assigned_email}")
    if key.note:
        parts.append(key.note)
    return "  ".join(parts)


def _state(key: StoredKey, now: str) -> str:
    if not key.is_active:
        return "revoked"
    if key.expires_at and key.expires_at <= now:
        return "expired"
    return "used up" if key.current_uses >= key.max_uses else "good"
