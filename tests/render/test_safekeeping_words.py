"""Query answers and findings in words."""

from __future__ import annotations

from sharpened_cli.render.safekeeping import answer
from sharpened_cli.store.own_sql import Table


def test_an_answer_is_a_table_in_which_markup_is_text() -> None:
    drawn = answer(Table(["name", "kg"], [["[bold]Ana[/bold]", 82.5], [None, None]], truncated=True))
    lines = drawn.splitlines()
    assert lines[0].split() == ["name", "kg"]
    assert "[bold]Ana[/bold]" in drawn
    assert lines[-1] == "(only the first 2 rows)"
    assert "\x1b" not in drawn


def test_long_cells_are_never_folded() -> None:
    assert "x" * 500 in answer(Table(["text"], [["x" * 500]], truncated=False))
