"""Reads a downloaded product list line by line: tab- or comma-separated text, or a JSON object a line; gzip too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.imports.products import Product, product_of
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import TextIO

LONGEST_FIELD = 10_000_000  # some products carry long texts


def products(path: Path, skipped: list[dict[str, Any]]) -> Iterator[Product]:
    """Yield the products of a file; what cannot be used is added to ``skipped`` with its row. Raises InputError."""
    try:
        with _opened(path) as file:
            start = file.readline()
            file.seek(0)
            rows = _json_rows(file) if start.lstrip().startswith("{") else _text_rows(file, start)
            for number, fields in rows:
                found = fields if isinstance(fields, str) else product_of(number, fields)
                if isinstance(found, Product):
                    yield found
                else:
                    skipped.append({"row": number, "because": found})
    except FileNotFoundError as error:
        raise InputError(f"There is no file {path}.", code="no_file", hint="Check the path.") from error
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise InputError(f"{path} cannot be read.", code="bad_file") from error


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        import gzip

        return gzip.open(path, "rt", encoding="utf-8", errors="replace")
    return path.open(encoding="utf-8-sig", errors="replace", newline="")


def _json_rows(file: TextIO) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    for number, line in enumerate(file, 1):
        if line.strip():
            try:
                fields = json.loads(line)
            except ValueError:
                fields = None
            yield number, fields if isinstance(fields, dict) else "not a JSON object"


def _text_rows(file: TextIO, header: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    import csv

    if "product_name" not in header:
        raise InputError(
            "This file has no column product_name.",
            code="bad_file",
            hint="Give an Open Food Facts export: tab-separated text, or a JSON object a line.",
        )
    csv.field_size_limit(LONGEST_FIELD)
    yield from enumerate(csv.DictReader(file, delimiter="\t" if "\t" in header else ","), 2)
