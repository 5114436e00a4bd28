"""The charts can be read by everybody, hold every number, and let nothing foreign through."""

import math
import xml.etree.ElementTree as ET
from collections.abc import Callable
from inspect import signature
from itertools import combinations
from types import ModuleType

import numpy as np
import pandas as pd
import pytest

from coprod_sim import charts
from coprod_sim.briefing.headline import headline as of_the_briefing
from coprod_sim.charts import (
    Chart,
    costs,
    dots,
    groups,
    over_time,
    paired,
    resilience,
    shares,
    theme,
    words,
)  # fmt: skip
from coprod_sim.charts.labels import text_width
from coprod_sim.charts.verdict import verdict
from coprod_sim.engagement import Engagement, load_engagement
from coprod_sim.report.sentences import headline
from coprod_sim.results import MEASURES, Comparison, compare
from coprod_sim.results.attribution import channel_shares, step_shares
from coprod_sim.scenarios import load_scenario

SVG = "{http://www.w3.org/2000/svg}"
NARROWEST = 288.0
"""Width of a picture on a page that is 320 pixels wide [pixels]."""
HOSTILE = '<script>alert("x")</script> & \x07 "\'><img src=x onerror=alert(1)>'
NAMES = ("tickbox", "honest_consultation", "co_production")
type Draw = Callable[[Comparison], Chart]


def _explained(how: Callable[..., pd.DataFrame]) -> Draw:
    def draw(comparison: Comparison) -> Chart:
        start, goal = comparison.engagements[0], comparison.engagements[-1]
        return shares.draw(how(comparison.scenario, start, goal, runs=4), start, goal)

    return draw


def _example(chart: ModuleType) -> Draw:
    """Draw a chart's own example, with the first engagement's title as somebody's own words."""
    return lambda comparison: chart.draw(*chart.example(comparison.engagements[0].title))


OF_A_COMPARISON: dict[str, Draw] = {
    **{name: chart.draw for name, chart in charts.of_a_comparison().items()},
    "over_time, quality": lambda c: over_time.draw(c, "quality"),
    "over_time, one group": lambda c: over_time.draw(c, "trust", group="less_heard"),
    "steps": _explained(step_shares),
    "channels": _explained(channel_shares),
}
EXAMPLES = {
    name: _example(chart)
    for name, chart in charts.all_charts().items()
    if name not in OF_A_COMPARISON
}
ALL = OF_A_COMPARISON | EXAMPLES
WITHOUT_WORDS = {
    name for name in EXAMPLES if "_said" in signature(charts.all_charts()[name].example).parameters
}
"""The charts in which nobody's own words stand, by their own account."""
every_chart = pytest.mark.parametrize("draw", ALL.values(), ids=ALL.keys())


def renamed(name: str, title: str, number: int = 0) -> Engagement:
    update = {"title": title, "name": f"{name}_{number}"}
    return load_engagement(name).model_copy(update=update)


@pytest.fixture(scope="module")
def dulwich() -> Comparison:
    return compare("west_dulwich", runs=8, draws=20)


@pytest.fixture(scope="module")
def crowded() -> Comparison:
    """Compare eight look-alikes with long names, so that labels have to make room."""
    long = "A rather long name for a way of involving people, number {}"
    chosen = [renamed(NAMES[k % 3], long.format(k), k) for k in range(8)]
    return compare("west_dulwich", chosen, runs=2, draws=0)


@pytest.fixture(scope="module")
def hostile() -> Comparison:
    chosen = [renamed("tickbox", HOSTILE), renamed("co_production", "Plain & simple")]
    return compare("west_dulwich", chosen, runs=2, draws=0)


@pytest.fixture(scope="module")
def harmful() -> Comparison:
    """Compare on a plan that hurts everybody, so that scales reach far below zero."""
    return compare("bad_for_everyone", runs=4, draws=4)


@pytest.fixture(scope="module")
def nobody_loses() -> Comparison:
    case = load_scenario("west_dulwich").but(assumptions={"merit_slope": 0.0, "merit_at_best": 0.5})
    return compare(case, NAMES, runs=2, draws=2)


@pytest.fixture(scope="module")
def single() -> Comparison:
    case = load_scenario("west_dulwich").but(
        decisions={"count": 1, "draft": 0.45},
        engagements=["tickbox"],
    )
    return compare(case, runs=2, draws=0)


def parsed(chart: Chart) -> ET.Element:
    return ET.fromstring(chart.svg)  # noqa: S314 - our own


def boxes(chart: Chart) -> list[tuple[str, float, float, float]]:
    """Give each line of text with where it starts, ends and stands, as estimated by the charts."""
    found = []
    for node in parsed(chart).iter(f"{SVG}text"):
        said = node.text or ""
        wide = text_width(said, bold=node.get("font-weight") == "600")
        share = {"end": 1.0, "middle": 0.5}.get(node.get("text-anchor", ""), 0.0)
        start = float(node.get("x", "0")) - share * wide
        found.append((said, start, start + wide, float(node.get("y", "0"))))
    return found


def assert_readable(chart: Chart) -> None:
    """Refuse texts that run into each other or out of the picture."""
    _, _, width, height = map(float, parsed(chart).get("viewBox", "").split())
    for said, start, end, foot in boxes(chart):
        assert start >= -0.1, said
        assert end <= width + 0.1, said
        assert theme.TEXT * 0.7 <= foot <= height, said
    for (one, a, b, y), (other, c, d, z) in combinations(boxes(chart), 2):
        assert abs(y - z) >= theme.TEXT * 0.95 or b <= c + 0.1 or d <= a + 0.1, (one, other)


@every_chart
def test_a_chart_is_a_named_and_described_picture(draw: Draw, dulwich: Comparison):
    chart = draw(dulwich)
    root = parsed(chart)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root.findtext(f"{SVG}title") == chart.title
    assert root.findtext(f"{SVG}desc") == chart.finding
    assert chart.finding.endswith(".")
    assert not chart.table.empty


@every_chart
def test_a_chart_scales_to_the_page_and_stays_readable_on_a_phone(draw: Draw, dulwich: Comparison):
    root = parsed(draw(dulwich))
    assert root.get("width") is None
    assert "width:100%" in root.get("style", "")
    width = float(root.get("viewBox", "").split()[2])
    assert float(root.get("font-size", "0")) * NARROWEST / width >= 12.0
    assert not [node for node in root.iter() if node is not root and node.get("font-size")]


@pytest.mark.parametrize("draw", OF_A_COMPARISON.values(), ids=OF_A_COMPARISON.keys())
def test_a_finding_names_the_engagements_and_gives_ranges(draw: Draw, dulwich: Comparison):
    finding = draw(dulwich).finding
    assert dulwich.engagements[0].title in finding
    assert dulwich.engagements[-1].title in finding
    assert " to " in finding


@every_chart
@pytest.mark.parametrize(
    "case", ["dulwich", "crowded", "hostile", "harmful", "nobody_loses", "single"]
)
def test_no_text_meets_another_or_leaves_the_picture(
    draw: Draw, case: str, request: pytest.FixtureRequest
):
    assert_readable(draw(request.getfixturevalue(case)))


@pytest.mark.parametrize("name", ALL)
def test_hostile_titles_stay_words(name: str, hostile: Comparison):
    chart = ALL[name](hostile)
    tags = {node.tag.removeprefix(SVG) for node in parsed(chart).iter()}
    assert tags <= {"svg", "title", "desc", "text", "line", "rect", "circle", "path"}
    assert "<script" not in chart.svg
    assert "<img" not in chart.svg
    assert "\x07" not in chart.svg
    assert ("&lt;script&gt;" in chart.svg) == (name not in WITHOUT_WORDS)


@every_chart
def test_a_chart_asks_for_nothing_from_outside(draw: Draw, dulwich: Comparison):
    svg = draw(dulwich).svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not [word for word in ("http", "url(", "href", "@import", "<script") if word in svg]


@every_chart
def test_the_same_comparison_gives_the_same_picture(draw: Draw, dulwich: Comparison):
    assert draw(dulwich).svg == draw(dulwich).svg


@every_chart
def test_charts_do_without_a_measure_nobody_can_give(draw: Draw, nobody_loses: Comparison):
    assert "nan" not in draw(nobody_loses).svg
    assert "inf" not in draw(nobody_loses).svg.replace("influence", "").replace("information", "")


def test_where_nobody_loses_the_dots_say_so(nobody_loses: Comparison):
    assert math.isnan(nobody_loses.value("tickbox", "losers_acceptance")["mean"])
    said = [words_ for words_, *_ in boxes(dots.draw(nobody_loses))]
    assert said.count(words.NOTHING) == len(NAMES)
    empty = over_time.draw(nobody_loses, "losers_acceptance")
    assert empty.finding.count(words.NOTHING) == len(NAMES)


def test_tables_hold_every_number_drawn(dulwich: Comparison):
    ways, decisions = len(dulwich.engagements), dulwich.scenario.decisions.count
    assert len(dots.draw(dulwich).table) == 6 * ways
    assert len(over_time.draw(dulwich).table) == decisions * ways
    assert len(paired.draw(dulwich).table) == 6 * (ways - 1)
    assert len(groups.draw(dulwich).table) == 3 * 2 * ways
    assert len(costs.draw(dulwich).table) == ways
    assert len(resilience.draw(dulwich).table) == ways
    for draw in ALL.values():
        assert not draw(dulwich).table.isna().any(axis=None)


def test_tables_hold_the_numbers_of_the_comparison(dulwich: Comparison):
    ours = {k: v * 100 for k, v in dulwich.value("co_production", "acceptance").items()}
    row = dots.draw(dulwich).table.query("Measure == 'Acceptance'").iloc[-1]
    assert row["Mean"] == pytest.approx(ours["mean"], abs=0.051)
    assert row["Low"] == pytest.approx(ours["low"], abs=0.051)
    assert row["High"] == pytest.approx(ours["high"], abs=0.051)
    end = over_time.draw(dulwich).table.iloc[-1]
    assert (end["Mean"], end["Low"], end["High"]) == (row["Mean"], row["Low"], row["High"])


def test_the_cost_of_a_decision_is_what_the_engagements_say(dulwich: Comparison):
    table = costs.draw(dulwich).table.set_index("Way of involving people")
    effort = dulwich.efforts["tickbox"]
    part = dulwich.value("tickbox", "took_part")["high"] * dulwich.population.citizens
    row = table.loc["Tickbox consultation"]
    assert row["Staff hours"] == effort.staff_hours
    assert row["Weeks"] == 13.0  # 12.6, as it is written
    assert row["People's hours, high"] == pytest.approx(part * effort.hours_each, abs=0.51)
    assert row["GBP, high"] == pytest.approx(effort.money(dulwich.scenario, part), abs=0.51)


def test_hollow_markers_mean_that_a_difference_is_not_clear(dulwich: Comparison):
    chart = paired.draw(dulwich)
    unclear = (chart.table["Clear"] == "no").sum()
    shapes = [n for n in parsed(chart).iter() if n.get("stroke-width") == "2"]
    assert len([n for n in shapes if n.get("fill") == theme.PAPER]) == unclear
    crossing = (chart.table["Low"] < 0.5) & (
        chart.table["High"] > -0.5
    )  # half a point is written as 0
    assert crossing.sum() == unclear


def test_one_engagement_alone_has_no_differences(single: Comparison):
    assert "nothing to compare" in paired.draw(single).finding
    assert paired.draw(single).table.empty
    assert verdict(single, "acceptance") == ""


def test_a_verdict_is_only_as_sure_as_the_paired_differences(dulwich: Comparison):
    clear = compare("west_dulwich", runs=8, draws=0)
    assert verdict(clear, "acceptance").startswith("Over luck alone: Co-production ends highest: ")
    assert "its lead over Tickbox consultation may be zero" in verdict(dulwich, "acceptance")
    turned = compare("west_dulwich", ["co_production", "tickbox"], runs=8, draws=0)
    assert verdict(turned, "acceptance") == "Over luck alone: Co-production ends highest."


def test_ways_that_tie_are_said_to_end_level_and_none_to_end_highest():
    twin = renamed("tickbox", "Twin")
    same = compare("west_dulwich", ["tickbox", twin], runs=8, draws=0)
    tied = "Tickbox consultation and Twin end level, as far as can be told."
    assert verdict(same, "acceptance") == f"Over luck alone: {tied}"
    assert verdict(same, "trust") == f"Over luck alone: {tied}"
    assert f"There is no clear winner: {tied[:-1]}" in headline(same)
    assert of_the_briefing(same).startswith("Twin hardly differs from tickbox")
    three = compare(
        "west_dulwich",
        ["tickbox", "co_production", renamed("co_production", "Twin")],
        runs=8,
        draws=0,
    )
    assert verdict(three, "acceptance").startswith("Over luck alone: Co-production ends highest"), (
        "a clear lead over the first"
    )
    first = compare(
        "west_dulwich",
        ["co_production", renamed("co_production", "Twin"), "tickbox"],
        runs=8,
        draws=0,
    )
    assert (
        verdict(first, "acceptance")
        == "Over luck alone: Co-production and Twin end highest, and level with each other "
        "as far as can be told."
    )


@pytest.mark.parametrize("measure", ["losers_acceptance", "swayed", "trust"])
def test_no_words_of_lines_over_time_are_cut_or_touch_the_edge(dulwich: Comparison, measure: str):
    found = parsed(over_time.draw(dulwich, measure))
    width = float(found.get("viewBox", "").split()[2])
    said = [node for node in found.iter() if node.tag.endswith("text")]
    heads = [node for node in said if node.get("font-weight") == "600" and node.get("x") == "0"]
    whole = " ".join("".join(node.itertext()) for node in heads)
    assert whole.rpartition(", ")[0] == MEASURES[measure][0].label
    for node in heads:
        assert text_width("".join(node.itertext()), bold=True) <= width - 12.0
    assert not any("…" in "".join(node.itertext()) for node in said)


@pytest.mark.parametrize("count", [1, 8])
def test_what_is_counted_under_the_lines_is_never_cut_at_the_edge(count: int):
    """A board says "one every 2 years, 16 years in all" there, which ran out of the picture."""
    foot = "Decision (one every 2 years, 16 years in all)"
    told = over_time.Series("A title", "Found.", "Trust, in 100", foot, share=True, ways=["Co"])
    chart = Chart(over_time.picture_of(told, np.full((1, count, 5), 50.0)), "", pd.DataFrame(), "")
    assert_readable(chart)
    assert foot in " ".join(said for said, *_ in boxes(chart))


@pytest.mark.parametrize("dial", ["buy-in at 10 instead of 70", "performance at 40 instead of 80"])
def test_the_dial_that_sets_a_way_apart_is_read_to_its_end_beside_its_line(dial: str):
    """Both lessons let learners change that number; the picture said "(buy-in at 1..."."""
    name = f"Co-production as set here ({dial})"
    told = over_time.Series("A title", "Found.", "Trust, in 100", "Decision", True, [name] * 2)
    chart = Chart(over_time.picture_of(told, np.full((2, 8, 5), 50.0)), "", pd.DataFrame(), "")
    assert_readable(chart)
    assert " ".join(said for said, *_ in boxes(chart)).count(name) == 2
