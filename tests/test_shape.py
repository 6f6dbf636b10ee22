"""The house's measure: small modules, small functions, everything public described."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import sharpened_cli

PACKAGE = Path(sharpened_cli.__file__).parent
MAX_MODULE_LINES, MAX_FUNCTION_LINES, P90_FUNCTION_LINES = 400, 40, 30


@cache
def _modules() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(PACKAGE)): ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))
    }


def _functions() -> dict[str, int]:
    return {
        f"{name}:{node.name}": (node.end_lineno or node.lineno) - node.body[0].lineno + 1
        for name, tree in _modules().items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }


def test_no_module_holds_two_nouns() -> None:
    lengths = {
        str(path.relative_to(PACKAGE)): len(path.read_text("utf-8").splitlines()) for path in PACKAGE.rglob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > MAX_MODULE_LINES} == {}


def test_no_function_is_too_long_to_read_at_once() -> None:
    lengths = _functions()
    assert {name: lines for name, lines in lengths.items() if lines > MAX_FUNCTION_LINES} == {}
    ordered = sorted(lengths.values())
    assert ordered[int(len(ordered) * 0.9)] <= P90_FUNCTION_LINES


def test_every_module_says_what_it_is() -> None:
    assert [name for name, tree in _modules().items() if not ast.get_docstring(tree)] == []
