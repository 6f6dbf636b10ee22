"""Opens files of other tools and streams their rows: CSV of any delimiter, zip, spreadsheets, XML, FIT."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.imports import food_logs, lifting_logs
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import IO, TextIO

    from sharpened_cli.domain.imports.records import Record

    Rows = Iterable[tuple[int, Mapping[str, str]]]

SOURCES = ("strong", "hevy", "mfp", "cronometer", "macrofactor", "apple-health", "fit", "gpx", "tcx")
EDGES = " \t\r\n\ufeff\"'"  # blanks and the quotes that some exports add to cells
CHUNK_BYTES = 1 << 20
UNIT_HINT = "Say --weight-unit kg or --weight-unit lb."


def records(source: str, path: Path, weight_unit: str) -> Iterator[Record]:
    """Yield what a file of another tool holds; ``weight_unit`` (kg, lb or empty) is for files that name none.

    Raises InputError: no such file, not a file of that tool, or a unit that must be said.
    """
    if not path.is_file():
        raise InputError(f"There is no file {path}.", code="no_file", hint="Check the path.")
    readers: dict[str, Callable[[Path, str], Iterator[Record]]] = {
        "strong": partial(_lifting_log, "strong", "exercise name"),
        "hevy": partial(_lifting_log, "hevy", "exercise_title"),
        "mfp": _myfitnesspal,
        "cronometer": lambda file, _: _csv_records(file, food_logs.cronometer, "day", "date"),
        "macrofactor": lambda file, _: _macrofactor(file),
        "apple-health": lambda file, _: _apple_health(file),
        "fit": lambda file, _: _track("fit", file),
        "gpx": lambda file, _: _track("gpx", file),
        "tcx": lambda file, _: _track("tcx", file),
    }
    import zipfile

    try:
        yield from readers[source](path, weight_unit)
    except (OSError, EOFError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        raise InputError(f"{path} cannot be read.", code="bad_file", hint="Export it anew and try again.") from error


def _lifting_log(source: str, column: str, path: Path, weight_unit: str) -> Iterator[Record]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, rows = _cells(file)
        _must_have(path, header, column)
        if lifting_logs.needs_unit(header) and not weight_unit:
            raise InputError("This file does not say whether its weights are kg or lb.", code="unit", hint=UNIT_HINT)
        yield from lifting_logs.workouts(source, header, rows, pounds=weight_unit == "lb")


def _csv_records(path: Path, read: Callable[[Rows], Iterator[Record]], *columns: str) -> Iterator[Record]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, rows = _table(file)
        _must_have(path, header, *columns)
        yield from read(rows)


def _myfitnesspal(path: Path, weight_unit: str) -> Iterator[Record]:
    import zipfile

    def read(file: TextIO) -> Iterator[Record]:
        header, rows = _table(file)
        _must_have(path, header, "date")
        if "calories" not in header and not weight_unit:
            raise InputError("This file does not say whether its weights are kg or lb.", code="unit", hint=UNIT_HINT)
        yield from food_logs.myfitnesspal(rows, pounds=weight_unit == "lb")

    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from read(file)
        return
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            wanted = "Nutrition-Summary" in name or "Measurement-Summary" in name
            if wanted and name.endswith(".csv"):
                with archive.open(name) as raw:
                    yield from read(io.TextIOWrapper(raw, encoding="utf-8-sig", newline=""))


def _macrofactor(path: Path) -> Iterator[Record]:
    if path.suffix.lower() != ".xlsx":
        yield from _csv_records(path, food_logs.macrofactor, "date")
        return
    from sharpened_cli.services import spreadsheets

    header, rows = spreadsheets.table(path)
    _must_have(path, header, "date")
    yield from food_logs.macrofactor(rows)


def _table(file: TextIO) -> tuple[list[str], Rows]:
    """Return the columns of a table in lower case, and its rows by line number as cells by column."""
    columns, rows = _cells(file)
    return columns, ((number, dict(zip(columns, cells, strict=True))) for number, cells in rows)


def _cells(file: TextIO) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """Return the columns of a table in lower case, and its rows by line number, a cell for each column.

    The delimiter is the header's own.
    """
    import csv

    first = file.readline()
    file.seek(0)
    reader = csv.reader(file, delimiter=max((",", ";", "\t"), key=first.count))
    columns = [column.strip(EDGES).lower() for column in next(reader, [])]
    width = len(columns)

    def rows() -> Iterator[tuple[int, list[str]]]:
        for line in reader:
            if line:
                cells = [cell.strip(EDGES) for cell in line[:width]]
                yield reader.line_num, cells if len(cells) == width else cells + [""] * (width - len(cells))

    return columns, rows()


def _must_have(path: Path, header: list[str], *columns: str) -> None:
    if not set(header) & set(columns):
        raise InputError(
            f"{path.name} has no column {columns[0]!r}.",
            code="bad_file",
            hint="Is it an export of the tool that you named?",
        )


def _apple_health(path: Path) -> Iterator[Record]:
    import zipfile

    from sharpened_cli.services.health_xml import health_records

    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            yield from health_records(file)
        return
    with zipfile.ZipFile(path) as archive:
        name = next((name for name in archive.namelist() if name.rpartition("/")[2] == "export.xml"), None)
        if name is None:
            raise InputError(f"{path.name} holds no export.xml.", code="bad_file")
        with archive.open(name) as file:
            yield from health_records(file)


def _track(kind: str, path: Path) -> Iterator[Record]:
    from sharpened_cli.services import track_files

    with path.open("rb") as file:
        yield from track_files.READERS[kind](file)


def parsed(
    file: IO[bytes], start: Callable[[str, dict[str, str]], None], end: Callable[[str, str], None]
) -> Iterator[None]:
    """Feed XML to two callbacks in constant memory, yielding after each chunk.

    ``start`` gets a name without namespace and its attributes, ``end`` the name and the text inside. Entity
    declarations are refused, so that a small file cannot grow without bound. Raises InputError for what is not XML.
    """
    from xml.parsers import expat

    text: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        text.clear()
        start(name.rpartition(":")[2], attributes)

    def finish(name: str) -> None:
        end(name.rpartition(":")[2], "".join(text).strip())
        text.clear()

    def refuse(*_: Any) -> None:
        raise InputError("This XML declares entities, which no health export does.", code="bad_file")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.CharacterDataHandler = text.append
    parser.EntityDeclHandler = refuse
    try:
        while chunk := file.read(CHUNK_BYTES):
            parser.Parse(chunk, False)
            yield
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise InputError(f"This is not XML (line {error.lineno}).", code="bad_file") from error
    yield
