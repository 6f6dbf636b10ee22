"""A coach's policy as a file, and what a check of one found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def as_toml(document: Mapping[str, Any]) -> str:
    """Return the policy as TOML text, ready to be saved and changed."""
    lines = [f'name = "{document["name"]}"', f"version = {document['version']}"]
    for section, values in document.items():
        if isinstance(values, dict):
            lines += ["", f"[{section}]", *(f"{name} = {value}" for name, value in values.items())]
    return "\n".join(lines)


def checked(found: Mapping[str, Any]) -> str:
    """Return what differs from the defaults, or that nothing does."""
    head = f"The policy {found['name']!r} is valid."
    if not found["differences"]:
        return f"{head} It is the default in every limit."
    lines = [f"  {line['name']} = {line['value']} (default {line['default']})" for line in found["differences"]]
    return "\n".join([f"{head} It differs in:", *lines])
