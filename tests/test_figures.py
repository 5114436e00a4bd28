"""How numbers are written in words: one table of cases, and Python and JavaScript write each alike."""

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from node_stage import worked_out

from coprod_sim.charts import words
from coprod_sim.results.amounts import rounded_up
from coprod_sim.scenarios.scenario import Decisions
from coprod_sim.words import ENGLISH, messages

CASES = json.loads((Path(__file__).parent / "data" / "figures.json").read_text("utf-8"))
WRITERS: dict[str, Callable[..., str]] = {
    "number": words.number,
    "signed": lambda value, digits: words.number(value, digits, sign=True),
    "span": words.span,
    "signed_span": lambda low, high: words.span(low, high, sign=True),
    "adding_up": lambda *numbers: " ".join(words.adding_up(*numbers)),
    "between": words.between,
    "share_between": words.share_between,
    "distance": words.distance,
    "difference": words.difference,
    "about": words.about,
    "needed": words.needed,
    "weeks_said": words.weeks_said,
    "weeks_counted": lambda weeks: str(rounded_up(weeks)).removesuffix(".0"),
    "money_beside": words.money_beside,
    "money": words.money,
    "money_exact": lambda *args: words.money(*args, exact=True),
    "price": words.price,
    "after": lambda count: words.after(Decisions(count=count, draft=0.5)),
    "duration": words.duration,
    "pace": lambda months, count: words.pace(Decisions(count=count, months=months)),
}
IN_JAVASCRIPT = """(() => {
  const say = new m.Words(given.texts), { signs } = given;
  const writers = {
    number: m.number,
    signed: (value, digits) => m.number(value, digits, true),
    span: (a, b) => m.span(say, a, b),
    signed_span: (a, b) => m.span(say, a, b, { sign: true }),
    adding_up: (...x) => m.addingUp(...x).join(" "),
    between: (...x) => m.between(say, ...x),
    share_between: (...x) => m.shareBetween(say, ...x),
    distance: (...x) => m.distance(say, ...x),
    difference: (...x) => m.difference(say, ...x),
    about: m.about,
    needed: m.needed,
    weeks_said: m.weeksSaid,
    weeks_counted: (weeks) => String(m.weeksCounted(weeks)),
    money_beside: (...x) => m.moneyBeside(say, ...x, signs),
    money: (...x) => m.money(say, ...x, signs),
    money_exact: (...x) => m.money(say, ...x, signs, true),
    price: (...x) => m.price(...x, signs),
    after: (count) => m.after(say, count),
    duration: (months) => m.duration(say, months),
    pace: (months, count) => m.pace(say, { months, count }),
  };
  return given.cases.map(([name, args]) => writers[name](...args.map((x) => x ?? NaN)));
})()"""


def in_python(name: str, args: list) -> str:
    return WRITERS[name](*(math.nan if x is None else x for x in args))


def in_javascript(cases: list) -> list[str]:
    folder = Path(messages.__file__).parent / ENGLISH
    texts = {ENGLISH: (folder / "figures.ftl").read_text("utf-8")}
    given = {"texts": texts, "signs": words.SIGNS, "cases": cases}
    return worked_out("figures.ts", IN_JAVASCRIPT, given)


@pytest.mark.parametrize(("name", "args", "said"), CASES)
def test_python_writes_each_number_as_the_table_says(name: str, args: list, said: str):
    assert in_python(name, args) == said


def test_javascript_writes_each_number_as_the_table_says():
    assert in_javascript(CASES) == [said for _, _, said in CASES]


def test_both_write_numbers_alike_whether_they_are_round_or_not():
    luck = np.random.default_rng(6)
    ends = [
        (luck.integers(-400, 400, 2) / k).tolist() for k in (1, 2, 4, 20, 40) for _ in range(40)
    ]
    ends += luck.normal(0.0, 30.0, (100, 2)).tolist()
    cases = []
    for pair in ends:
        low, high = sorted(pair)
        cases += [[name, [low, high]] for name in ("span", "signed_span", "share_between")]
        in_unit = ("between", "distance", "difference")
        cases += [[name, [low, high, "in 100"]] for name in in_unit]
        cases += [["number", [high, 1]], ["signed", [low, 2]], ["about", [abs(high)]]]
        for name in ("money", "money_exact"):
            cases.append([name, [abs(100 * low), abs(100 * high), "EUR"]])
        cases.append(["money_beside", [abs(100 * high) + 1, abs(100 * high), "EUR"]])
    assert in_javascript(cases) == [in_python(*case) for case in cases]


def test_what_is_shown_adds_up_and_is_written_alike_in_both():
    luck = np.random.default_rng(8)
    pairs = [
        *luck.normal(50.0, 20.0, (200, 2)).tolist(),
        *(luck.integers(0, 400, (100, 2)) / 4).tolist(),
    ]
    cases = [["adding_up", pair] for pair in pairs]
    written = in_javascript(cases)
    assert written == [in_python(*case) for case in cases]
    for shown, (before, after) in zip(written, pairs, strict=True):
        was, now, apart = (float(part.replace(words.MINUS, "-")) for part in shown.split())
        assert now - was == pytest.approx(apart), shown
        assert apart == pytest.approx(after - before, abs=0.51), shown


CLEAR = (
    *((0.5, 3.0, True), (0.49, 3.0, False), (-3.0, -0.5, True), (-3.0, -0.49, False)),
    *((-1.0, 1.0, False), (0.0, 0.0, False)),
)


def test_both_call_a_difference_clear_from_half_a_point_on():
    pairs = [[low, high] for low, high, _ in CLEAR]
    expected = [clear for _, _, clear in CLEAR]
    assert [words.is_clear(*pair) for pair in pairs] == expected
    assert worked_out("numerals.ts", "given.map(([a, b]) => m.isClear(a, b))", pairs) == expected
