"""Comparisons and sums over named numbers, such as `{kept} == {announced}`, read without ever running them as code."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping

__all__ = ["ConditionError", "calculate", "holds", "names"]

NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")
LONGEST = 300
"""Characters; longer than any comparison a person writes, and far too short to nest deeply."""

SUMS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
}  # fmt: skip
COMPARISONS: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}  # fmt: skip


class ConditionError(ValueError):
    """A comparison that cannot be read; the message says what is wrong in it."""


def names(text: str) -> list[str]:
    """The names in braces, each once, in their order."""
    return list(dict.fromkeys(NAME.findall(text)))


def holds(text: str, numbers: Mapping[str, float]) -> bool:
    """Whether a comparison is true of the numbers: + - * /, == != < <= > >=, and, or, not, brackets.

    A comparison with NaN is false, and so is its negation by `!=`: nothing is concluded from a number that is not known.
    Raises ConditionError for anything else, also for a name without a number and for a sum that compares nothing.
    """
    found = _truth(_read(text), text, numbers)
    return found and all(numbers[name] == numbers[name] for name in names(text))


def calculate(text: str, numbers: Mapping[str, float]) -> float:
    """The value of a sum such as `{year} - {years}`; raises ConditionError for anything but + - * / and brackets."""
    return _value(_read(text), text, numbers)


def _read(text: str) -> ast.expr:
    if len(text) > LONGEST:
        raise ConditionError(f"“{text[:40]}…” is longer than {LONGEST} characters; say it in fewer")
    if re.search(r"[^\s\w{}()<>=!+*/.-]", text):
        raise ConditionError(f"“{text}” holds a sign that is no part of a comparison")
    try:
        return ast.parse(NAME.sub(r" _\1 ", text).strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ConditionError(f"“{text}” is no comparison; write something like {{a}} > {{b}}") from None


def _truth(node: ast.expr, text: str, numbers: Mapping[str, float]) -> bool:
    if isinstance(node, ast.BoolOp):
        parts = [_truth(value, text, numbers) for value in node.values]
        return all(parts) if isinstance(node.op, ast.And) else any(parts)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return not _truth(node.operand, text, numbers)
    if isinstance(node, ast.Compare):
        values = [_value(value, text, numbers) for value in (node.left, *node.comparators)]
        if all(type(op) in COMPARISONS for op in node.ops):
            pairs = zip(node.ops, values, values[1:], strict=False)
            return all(COMPARISONS[type(op)](a, b) for op, a, b in pairs)
    raise ConditionError(f"“{text}” compares nothing; write something like {{a}} > {{b}}")


def _value(node: ast.expr, text: str, numbers: Mapping[str, float]) -> float:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return float(str(node.value))
    if isinstance(node, ast.Name) and node.id.startswith("_"):
        if node.id[1:] not in numbers:
            raise ConditionError(f"“{text}” names {{{node.id[1:]}}}, which is not among the numbers")
        return numbers[node.id[1:]]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, text, numbers)
    if isinstance(node, ast.BinOp) and type(node.op) in SUMS:
        left, right = _value(node.left, text, numbers), _value(node.right, text, numbers)
        return (
            float("nan") if isinstance(node.op, ast.Div) and right == 0 else SUMS[type(node.op)](left, right)
        )
    raise ConditionError(f"“{text}” holds something that is no number, name or sum")
