"""Opens .xlsx workbooks as tables of text, the same as a CSV of them would be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def table(path: Path) -> tuple[list[str], Iterator[tuple[int, dict[str, str]]]]:
    """Return the columns of a workbook's first sheet in lower case, and its rows by their number in the sheet.

    Dates are ISO text and empty rows are left out. Raises InputError: the optional reader is not installed, or the
    file is no workbook.
    """
    first, cells = _first_sheet(path)
    header = [str(cell).strip().lower() for cell in cells[0]] if cells else []
    lines = ((number, [str(cell).strip() for cell in line]) for number, line in enumerate(cells[1:], first + 1))
    return header, ((number, dict(zip(header, line, strict=False))) for number, line in lines if any(line))


def _first_sheet(path: Path) -> tuple[int, list[list[Any]]]:
    """Return the number of the first row that holds anything, and the cells from there on."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise InputError(
            "Reading .xlsx needs the optional package python-calamine.",
            code="missing_extra",
            hint="Install it, or save the sheet as CSV and import that.",
        ) from error
    try:
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
        return (sheet.start or (0, 0))[0] + 1, sheet.to_python()
    except CalamineError as error:
        raise InputError(
            f"{path.name} is not an .xlsx workbook, or it is damaged.",
            code="bad_file",
            hint="Export it anew, or save the sheet as CSV and import that.",
        ) from error
