"""The config file (TOML): where it is, what may stand in it, and where a value came from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

from sharpened_cli.errors import InputError

APPLICATION = "sharpened"


class Entry(NamedTuple):
    """One setting: dotted name, type, default, what it means, and whether it must be masked when shown."""

    name: str
    kind: type
    default: Any
    meaning: str
    is_secret: bool = False


ENTRIES = (
    Entry("database", str, "", "the database file (also --db, SHARPENED_DB)"),
    Entry("user", str, "", "whose data, an email or id (also --user, SHARPENED_USER)"),
    Entry("consultation.engine", str, "offline", "who interviews: offline or openai"),
    Entry("consultation.own_keys", bool, True, "whether the owner of the file may mint keys for themselves"),
    Entry("coach.engine", str, "offline", "who answers in the chat: offline or openai"),
    Entry("llm.base_url", str, "", "an OpenAI-compatible server (also OPENAI_BASE_URL)"),
    Entry("llm.model", str, "", "the model's name there (also SHARPENED_MODEL)"),
    Entry("llm.api_key", str, "", "the key for that host alone (also OPENAI_API_KEY)", is_secret=True),
    Entry("llm.consented_hosts", list, [], "hosts that you allowed to receive what you type"),
    Entry("policy", str, "", "a coach's policy file (see `sharpened policy`)"),
)


def path() -> Path:
    """Return where the config file is or would be: SHARPENED_CONFIG, else the platform's config folder."""
    if named := os.environ.get("SHARPENED_CONFIG"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path(APPLICATION, appauthor=False) / "config.toml"


def load() -> dict[str, Any]:
    """Return the settings that the config file holds, flat by dotted name; {} where there is no file.

    Raises InputError when the file is not TOML or holds a value of the wrong type.
    """
    file = path()
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InputError(f"The config file {file} cannot be read.", code="bad_config", hint="Check it.") from error
    import tomllib

    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            f"The config file {file} is not valid TOML: {error}.", code="bad_config", hint="Mend it or remove it."
        ) from error
    return _checked(_flat(document), file)


def _flat(document: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in document.items():
        if isinstance(value, dict):
            values |= _flat(value, f"{prefix}{name}.")
        else:
            values[prefix + name] = value
    return values


def _checked(values: dict[str, Any], file: Path) -> dict[str, Any]:
    kinds = {entry.name: entry.kind for entry in ENTRIES}
    for name, value in values.items():
        if name not in kinds:
            raise InputError(
                f"The config file {file} has an unknown setting {name!r}.",
                code="bad_config",
                hint=f"Known settings: {', '.join(kinds)}.",
            )
        if not isinstance(value, kinds[name]):
            raise InputError(
                f"{name} in {file} must be a {kinds[name].__name__}.", code="bad_config", hint="Mend the value."
            )
    return values


def value(values: dict[str, Any], name: str) -> Any:
    """Return a setting from loaded values, else its default."""
    return values.get(name, next(entry.default for entry in ENTRIES if entry.name == name))


def default_database() -> Path:
    """Return the default database file in the platform's user-data folder."""
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False) / "sharpened.db"


def shown(name: str = "") -> list[dict[str, object]]:
    """Return one setting, or all, as rows of name, value (secrets masked), origin and meaning.

    Raises InputError for an unknown name.
    """
    values = load()
    entries = [_entry(name)] if name else list(ENTRIES)
    return [
        {
            "name": entry.name,
            "value": _masked(entry, value(values, entry.name)),
            "origin": "config file" if entry.name in values else "default",
            "meaning": entry.meaning,
        }
        for entry in entries
    ]


def change(name: str, text: str, *, dry_run: bool = False) -> list[dict[str, object]]:
    """Set one value in the config file (made 0600 where there is none) and return its row as ``shown`` does.

    Raises InputError when the name is unknown or the text does not fit its kind.
    """
    import tomlkit

    entry = _entry(name)
    load()
    new = _typed(entry, text)
    file = path()
    document = tomlkit.parse(file.read_text("utf-8")) if file.exists() else tomlkit.document()
    *tables, last = name.split(".")
    place: Any = document
    for table in tables:
        place = place.setdefault(table, tomlkit.table())
    place[last] = new
    if not dry_run:
        _replace(file, tomlkit.dumps(document))
    return [{"name": name, "value": _masked(entry, new), "origin": "config file", "meaning": entry.meaning}]


def _entry(name: str) -> Entry:
    for entry in ENTRIES:
        if entry.name == name:
            return entry
    raise InputError(
        f"There is no setting {name!r}.", code="unknown_setting", hint="`sharpened config get` lists the settings."
    )


def _typed(entry: Entry, text: str) -> Any:
    if entry.kind is bool:
        if text.lower() not in ("true", "false"):
            raise InputError(f"{entry.name} is true or false.", code="bad_setting", hint="Write true or false.")
        return text.lower() == "true"
    if entry.kind is list:
        return [part.strip() for part in text.split(",") if part.strip()]
    if entry.name.endswith(".engine") and text not in ("offline", "openai"):
        raise InputError(f"{text!r} is no engine.", code="bad_setting", hint="Write offline or openai.")
    return text


def _masked(entry: Entry, present: object) -> object:
    return "****" if entry.is_secret and present else present


def _replace(file: Path, text: str) -> None:
    """Write a whole new file beside the old one, readable by its owner alone, and put it in its place."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.new")
        descriptor = os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
        beside.replace(file)
    except OSError as error:
        raise InputError(
            f"The config file {file} cannot be written.", code="bad_config", hint="Check the folder's permissions."
        ) from error
