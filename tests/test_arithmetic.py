"""The words of the rules mean what they say, for one number and for many."""

import ast
import math
from decimal import Decimal, localcontext
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from coprod_sim import arithmetic
from coprod_sim.five_steps import awareness, buy_in, expectations, feedback, performance
from coprod_sim.model import rules

RULES = (rules, awareness, buy_in, expectations, performance, feedback)
WORDS = {"where", "minimum", "maximum", "clip", "share", "exp", "logistic", "root"}
SAID = (ast.BinOp, ast.UnaryOp, ast.Compare, ast.Call, ast.Name, ast.Attribute, ast.Constant)
SIGNS = (
    ast.Add,
    ast.Sub,
    ast.Mult,
    ast.Div,
    ast.USub,
    ast.Lt,
    ast.Gt,
    ast.GtE,
    ast.Load,
    ast.Store,
)
NUMBER = st.floats(-1e6, 1e6)


@given(a=NUMBER, b=NUMBER)
@example(a=1.0, b=2.0)
@example(a=2.0, b=1.0)
def test_the_smaller_and_the_larger_of_two(a, b):
    assert arithmetic.minimum(a, b) == min(a, b)
    assert arithmetic.maximum(a, b) == max(a, b)


@pytest.mark.parametrize(
    ("x", "kept"), [(-3.0, -2.0), (-2.0, -2.0), (1.5, 1.5), (5.0, 5.0), (6.0, 5.0)]
)
def test_a_number_is_kept_between_its_limits(x, kept):
    assert arithmetic.clip(x, -2.0, 5.0) == kept


@pytest.mark.parametrize(("x", "kept"), [(-0.1, 0.0), (0.25, 0.25), (1.0, 1.0), (1.1, 1.0)])
def test_a_share_lies_between_0_and_1(x, kept):
    assert arithmetic.share(x) == kept


def test_many_numbers_are_chosen_one_by_one():
    found = arithmetic.where(np.array([True, False]), np.array([1.0, 2.0]), np.array([3.0, 4.0]))
    assert found.tolist() == [1.0, 4.0]
    assert arithmetic.where(True, 1.0, 2.0) == 1.0
    assert arithmetic.where(False, 1.0, 2.0) == 2.0


@given(x=st.floats(-40, 40))
@example(x=0.5)
@example(x=-40.0)
@example(x=40.0)
def test_exp_raises_e_to_a_power(x):
    assert arithmetic.exp(x) == pytest.approx(math.exp(x), rel=2e-7)


@given(x=st.floats(-8, 8))
@example(x=8.0)
@example(x=-8.0)
def test_exp_is_precise_where_the_rules_use_it(x):
    with localcontext(prec=40):
        expected = Decimal(x).exp()
        assert abs(Decimal(float(arithmetic.exp(x))) / expected - 1) < Decimal("1e-11")


@pytest.mark.parametrize("x", [40.0, 41.0, 1e9, math.inf])
def test_beyond_40_exp_stands_still(x):
    assert arithmetic.exp(x) == arithmetic.exp(40.0)
    assert arithmetic.exp(-x) == arithmetic.exp(-40.0)


def by_the_description(x: float) -> float:
    """Raise e to a power as docs/odd.md, section 7.18, tells it, each operation in its order."""
    y = min(max(x, -40.0), 40.0) * 2**-8
    s = 1 / 720
    for coefficient in (1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1):
        s = coefficient + y * s
    for _ in range(8):
        s = s * s
    return s


@given(x=st.floats(-45, 45))
def test_exp_is_the_described_one_to_the_last_bit(x):
    assert arithmetic.exp(x).hex() == by_the_description(x).hex()


@given(x=st.floats(-8, 8))
def test_the_logistic_turns_a_score_into_a_chance(x):
    assert arithmetic.logistic(x) == pytest.approx(1 / (1 + math.exp(-x)), rel=1e-10)


@given(numbers=arrays(np.float64, st.integers(1, 30), elements=st.floats(-10, 10)))
@example(numbers=np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]))
@example(numbers=np.array([1e16, 1.0, -1e16, 1.0]))
def test_a_total_adds_each_four_as_two_pairs_and_then_the_fours_in_their_order(numbers):
    filled = [*map(float, numbers), *[0.0] * (-len(numbers) % 4)]
    expected = None
    for k in range(0, len(filled), 4):
        a, b, c, d = filled[k : k + 4]
        four = (a + b) + (c + d)
        expected = four if expected is None else expected + four
    assert arithmetic.total(numbers) == expected


def test_a_total_adds_along_the_first_axis_whatever_the_others():
    numbers = np.arange(2 * 3 * 5, dtype=np.float64).reshape(5, 2, 3)
    assert arithmetic.total(numbers).tolist() == [[60, 65, 70], [75, 80, 85]]


def test_whole_numbers_are_added_as_64_bit_floats():
    assert arithmetic.total([1, 2, 3]).dtype == np.float64


@pytest.mark.parametrize("x", [0.0, 0.25, 2.0, 1e-300])
def test_a_root_is_the_one_that_ieee_754_fixes(x):
    with localcontext(prec=60):
        assert arithmetic.root(x) == float(Decimal(x).sqrt())


@given(chance=st.floats(1e-9, 0.5))
@example(chance=0.5)
@example(chance=0.02)
def test_a_rate_lets_each_mention_work_with_its_chance(chance):
    with localcontext(prec=40):
        expected = -(1 - Decimal(chance)).ln()
        assert abs(Decimal(arithmetic.rate(chance)) / expected - 1) < Decimal("1e-12")


def test_no_chance_is_no_rate():
    assert arithmetic.rate(0.0) == 0


def strange(module: ModuleType) -> list[str]:
    """List what a module's rules say beside `+ - * /`, comparisons, the words, and each other."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    defined = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    callable_ = WORDS | {rule.name for rule in defined}
    found = []
    for line in [line for rule in defined for line in rule.body[1:]]:  # after the sentence about it
        said = [line] if not isinstance(line, ast.Assign | ast.Return) else []
        said += [part for part in ast.walk(line) if _is_strange(part, callable_)]
        found += [ast.unparse(part) for part in said]
    return found


def _is_strange(part: ast.AST, callable_: set[str]) -> bool:
    if isinstance(part, ast.Call):
        return ast.unparse(part.func) not in callable_ or bool(part.keywords)
    if isinstance(part, ast.Attribute):
        return ast.unparse(part.value) != "p"
    return not isinstance(part, (*SAID, *SIGNS, ast.Assign, ast.Return, ast.Tuple))


@pytest.mark.parametrize("module", RULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_rules_are_written_in_these_words_alone(module):
    assert strange(module) == []


def test_what_is_no_such_word_is_found(tmp_path: Path):
    (tmp_path / "odd.py").write_text(
        "def power(x, p):\n"
        "    'A sentence.'\n"
        "    if x > 0:\n"
        "        return x ** 2 + abs(x) + x.real\n"
    )
    odd = ModuleType("odd")
    odd.__file__ = str(tmp_path / "odd.py")
    assert len(strange(odd)) == 5  # the `if` as a line and as a word, the power, `abs`, `real`
