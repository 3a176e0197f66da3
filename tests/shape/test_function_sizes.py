"""A function is one idea and a file is one subject; long ones hide two."""

from __future__ import annotations

import ast
from statistics import median, quantiles

from tests.shape.product import ROOT, modules

LONGEST_FUNCTION = 50
LONGEST_FILE = 300


def function_lengths() -> dict[str, int]:
    """Lines from `def` to the end without those of the docstring, by place."""
    return {
        f"{name}:{node.lineno} {node.name}": length(node)
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return lines(function) - (lines(function.body[0]) if ast.get_docstring(function) else 0)


def lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_most_functions_fit_in_a_glance() -> None:
    lengths = list(function_lengths().values())
    assert len(lengths) > 100
    assert median(lengths) <= 7
    assert quantiles(lengths, n=10)[-1] <= 25


def test_no_function_is_longer_than_a_screen() -> None:
    assert {place: size for place, size in function_lengths().items() if size > LONGEST_FUNCTION} == {}


def test_no_file_holds_two_subjects() -> None:
    sizes = {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in modules()}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}


def test_every_module_says_why_it_exists() -> None:
    silent = [name for name, tree in modules().items() if tree.body and not ast.get_docstring(tree)]
    assert silent == []
