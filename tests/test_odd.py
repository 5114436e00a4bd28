"""The model's description (docs/odd.md) says everything the code does, with the code's own numbers."""

import inspect
import re
from pathlib import Path

import numpy as np
import pytest

from coprod_sim import draws
from coprod_sim.assumptions import DECLARED
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
RULES = {
    name: function
    for module in (rules, awareness, buy_in, expectations, performance, feedback)
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__
}
EVENTS = {event.name: event for event in SCHEDULE}
SECTIONS = dict(re.findall(r"^### 7\.\d+ `(\w+)`\n(.*?)(?=^### )", PROSE, re.DOTALL | re.MULTILINE))


def unmentioned(names: list[str], text: str = PROSE) -> list[str]:
    return [name for name in names if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


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


def test_the_text_writes_out_every_rule_with_its_arguments_in_order():
    wrong = []
    for name, function in RULES.items():
        arguments = [a for a in inspect.signature(function).parameters if a != "p"]
        written = re.findall(rf"(?<!\w){name}\(([\w, ]*)\)", PROSE)
        if arguments not in [re.split(r",\s*", w) for w in written]:
            wrong.append(f"{name}({', '.join(arguments)})")
    assert wrong == []


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
