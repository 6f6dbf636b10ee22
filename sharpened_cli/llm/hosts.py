"""Which hosts may be spoken to, and how."""

from __future__ import annotations

from urllib.parse import urlsplit

from sharpened_cli.errors import InputError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
OFFICIAL_URL = "https://api.openai.com/v1"
OFFICIAL_HOST = "api.openai.com"


def host_of(base_url: str) -> str:
    """Return the host (with its port, if any) of a base URL.

    Raises InputError when it is no http(s) URL, when it carries a name and password, or when it is plain http to
    another machine: what is typed would travel readable.
    """
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(
            f"{base_url!r} is no address of a model server.", code="bad_url", hint="Write it like https://host/v1."
        )
    if parts.username or parts.password:
        raise InputError(
            "A name or password must not stand in the address.", code="bad_url", hint="Use `config set llm.api_key`."
        )
    if parts.scheme == "http" and not is_loopback(base_url):
        raise InputError(
            f"Plain http to {parts.hostname} would send your words readable over the network.",
            code="insecure_url",
            hint="Use https, or a server on this machine.",
        )
    return parts.netloc


def is_loopback(base_url: str) -> bool:
    """Return whether a base URL points at this machine."""
    return (urlsplit(base_url).hostname or "") in LOOPBACK
