"""The log: one JSON line a use case, in a rotating file; who and what, never health values."""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

MAX_BYTES, KEPT_FILES = 1_000_000, 3


def log_file() -> Path:
    """Return the log file: SHARPENED_LOG, else one in the platform's log folder."""
    if named := os.environ.get("SHARPENED_LOG"):
        return Path(named)
    from platformdirs import user_log_path

    return user_log_path("sharpened", appauthor=False) / "sharpened.log"


def record(line: dict[str, object], *, show: bool = False) -> None:
    """Append one line to the log, and to stderr when ``show``; a log that cannot be written stops nobody."""
    text = json.dumps(line, ensure_ascii=False)
    if show:
        sys.stderr.write(text + "\n")
    try:
        path = log_file()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8")
        handler.emit(logging.makeLogRecord({"msg": text}))
        handler.close()
    except OSError:
        return


def record_bug(error: Exception) -> Path:
    """Log the type of an unforeseen error and its frames, without messages or values; return the log's path."""
    frames = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    record({"bug": type(error).__name__, "frames": frames})
    return log_file()
