"""The model's description (docs/odd.md) says everything the code does, with the code's own numbers."""

import inspect
import re
from pathlib import Path

import numpy as np
import odd_text
import pytest

from coprod_sim import draws
from coprod_sim.assumptions import DECLARED, REFERENCE, assume
from coprod_sim.engagement import Dials
from coprod_sim.errors import InputError
from coprod_sim.five_steps import awareness, buy_in, expectations, feedback, performance
from coprod_sim.model import rules
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.schedule import SCHEDULE
from coprod_sim.results.effort import COST_MEASURES
from validation import odd
from validation.documents import MARKED, block, rewrite, rewritten

PATH = Path(__file__).resolve().parents[1] / "docs" / "odd.md"
TEXT = PATH.read_text(encoding="utf-8")
PROSE = MARKED.sub("", TEXT)
SOURCES = block((PATH.parent / "evidence.md").read_text(encoding="utf-8"), "sources")
REFERENCES = TEXT.split("## 9. References")[1] + SOURCES
RULES = {
    name: function
    for module in (rules, awareness, buy_in, expectations, performance, feedback)
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__
}
WORDS = {"where": np.where, "sqrt": np.sqrt, "ceil": np.ceil, "np": np, "special": None}
NUMBERS = ("5", *(f"7.{k}" for k in range(1, 12)))
"""The sections that hold the rules: the first day, and the events."""
OF_NUMBERS = {"freshness"}
"""Rules of one number, never of an array."""
YES_OR_NO = {"part", "aware", "got_it", "exposed"}
EVENTS = {event.name: event for event in SCHEDULE}
SECTIONS = dict(re.findall(r"^### 7\.\d+ `(\w+)`\n(.*?)(?=^### )", PROSE, re.DOTALL | re.MULTILINE))


def unmentioned(names: list[str], text: str = PROSE) -> list[str]:
    return [name for name in names if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


def cited(text: str) -> set[tuple[str, str]]:
    """List what a text cites, as first author and year: (Sunstein 2006), Olson (1965)."""
    name = r"((?:[Vv]an (?:den |der )?|[Dd]e )?[A-ZÖ][\w-]+)"
    year = r"\(?((?:19|20)\d\d)(?=[);,:. ]|$)"
    return set(re.findall(rf"{name}[^().;:]{{0,60}}? {year}", " ".join(text.split())))


@pytest.mark.parametrize("name", odd.BLOCKS)
def test_every_table_is_as_the_code_declares_it(name: str):
    stale = "the table is stale; run: python -m validation odd"
    assert odd.BLOCKS[name]() == block(TEXT, name), stale


def test_writing_the_tables_again_changes_nothing():
    assert rewritten(TEXT, odd.BLOCKS) == TEXT


def test_a_stale_table_is_noticed_and_rewritten(tmp_path: Path):
    stale = TEXT.replace("| `merit_slope` | 0.9 |", "| `merit_slope` | 0.8 |")
    assert stale != TEXT
    copy = tmp_path / "odd.md"
    copy.write_text(stale, encoding="utf-8")
    rewrite(copy, odd.BLOCKS)
    assert copy.read_text(encoding="utf-8") == TEXT


def test_a_table_without_its_place_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="see to: dials"):
        rewritten(TEXT.replace("<!-- dials:begin", "<!-- begin"), odd.BLOCKS)
    with pytest.raises(InputError, match="see to: luck"):
        rewritten(TEXT + "\n<!-- luck:begin -->\n<!-- luck:end -->\n", odd.BLOCKS)
    with pytest.raises(InputError, match="No such file"):
        rewrite(tmp_path / "missing.md", odd.BLOCKS)


def test_the_text_uses_every_assumption():
    assert unmentioned(list(DECLARED)) == []


@pytest.mark.parametrize("name", RULES)
def test_the_text_has_every_rule_with_the_same_bits(name: str):
    rng = np.random.default_rng(1)
    moved = {n: rng.uniform(a.least, a.most) for n, a in DECLARED.items()}
    written = odd_text.written({**WORDS, **moved, "LN2": rules.LN2})[name]
    arguments = [a for a in inspect.signature(RULES[name]).parameters if a != "p"]
    assert list(inspect.signature(written).parameters) == arguments
    has_p = "p" in inspect.signature(RULES[name]).parameters
    p = {"p": assume(REFERENCE, moved)} if has_p else {}
    for _ in range(50):
        values = {
            a: rng.random(8) < 0.5 if a in YES_OR_NO else rng.uniform(-1, 1, 8) for a in arguments
        }
        if name in OF_NUMBERS:
            values = {a: float(v[0]) for a, v in values.items()}
        assert np.array_equal(written(**values), RULES[name](**values, **p))


def test_the_text_has_no_rule_that_the_code_has_not():
    told = [name for number in NUMBERS for name in odd_text.rules_in(number)]
    assert sorted(told) == sorted([*RULES, "mentions_needed"])


@pytest.mark.parametrize("number", NUMBERS)
def test_every_rule_has_its_reason_below_it(number: str):
    reasons = odd_text.section(number).partition("\nWhy:\n")[2]
    given = re.findall(r"^- ((?:`\w+`(?:, )?)+):", reasons, re.MULTILINE)
    told = [name for line in given for name in re.findall(r"\w+", line)]
    assert sorted(told) == sorted(set(odd_text.rules_in(number)) - {"mentions_needed"})


def test_every_source_that_is_cited_is_listed():
    listed = REFERENCES.lower().splitlines()
    missing = [
        (author, year)
        for author, year in cited(PROSE.split("## 9.")[0])
        if not any(author.lower() in line and year in line for line in listed)
    ]
    assert missing == []


def test_the_submodels_use_every_dial():
    assert unmentioned(list(Dials._fields), PROSE.split("## 7. Submodels")[1]) == []


def test_every_measure_has_its_formula():
    assert [name for name, (measure, _) in MEASURES.items() if not measure.formula] == []
    assert unmentioned([*COST_MEASURES]) == []


def test_every_event_has_its_section_in_the_order_of_the_schedule():
    assert list(SECTIONS) == list(EVENTS)


@pytest.mark.parametrize("name", EVENTS)
def test_the_section_of_an_event_names_its_rules(name: str):
    assert unmentioned(list(EVENTS[name].rules), SECTIONS[name]) == []


def test_what_every_event_reads_is_told():
    rows = re.findall(r"^\| `(\w+)` \| .* \|$", PROSE.split("Which values an event uses")[1], re.M)
    assert rows[: len(SCHEDULE)] == list(EVENTS)


def test_the_moments_of_the_luck_tables_are_as_described():
    moments = {}
    for name, points in zip(("normal", "beta", "exponential"), draws.luck_tables(), strict=True):
        a, b = points[:-1], points[1:]
        mean, square = np.mean((a + b) / 2), np.mean((a * a + a * b + b * b) / 3)
        moments[name] = mean, np.sqrt(square - mean**2), points[-1]
    mean, spread, _ = moments["beta"]
    luck = " ".join(PROSE.split("### 7.12")[1].split("### 7.13")[0].split())
    assert f"the normal is {moments['normal'][1]:.5f}" in luck
    assert f"the exponential {moments['exponential'][1]:.5f}" in luck
    assert f"-{moments['normal'][2]:.3f} to {moments['normal'][2]:.3f}" in luck
    assert f"below {moments['exponential'][2]:.3f}" in luck
    assert f"mean {mean:.5f} and standard deviation {spread:.5f}" in luck
