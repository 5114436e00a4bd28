"""Python and JavaScript draw the same picture from the same numbers."""

import json
import math
import re
import xml.etree.ElementTree as ET
from itertools import zip_longest
from typing import Any

import numpy as np
import pytest
from ftl_texts import WORDS
from node_stage import worked_out

from coprod_sim.charts import all_charts, axes, bands, break_even, over_time, theme
from coprod_sim.charts.declared import declared
from coprod_sim.charts.recipe import Line, Named, PanelNumbers, Recipe, Values, picture_of
from coprod_sim.charts.values import PARTS
from coprod_sim.results.discovery import BreakEven

CASES = 25
NAMES = (
    "Tickbox consultation", "Co-production", "A rather long name for a way of involving people, number 3",
    '<script>alert("x")</script> & \x07', "Ymgynghoriad gonest — ŵŷ",
    "共同生产的一种方式名字很长很长很长很长", "",
)  # fmt: skip
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
FIVE = ("mean", "low", "high", "runLow", "runHigh")


def values_of(luck: np.random.Generator, size: float, *, signed: bool) -> Values:
    """Draw the numbers of a row; in one of ten there is nobody to measure."""
    if luck.random() < 0.1:
        return Values(math.nan, math.nan, math.nan, math.nan, math.nan)
    ends = np.sort(luck.uniform(-size if signed else 0.0, size, 5)).tolist()
    return Values(ends[2], ends[0], ends[4], ends[1], ends[3])


def panels_at_random(luck: np.random.Generator, recipe: Recipe) -> list[PanelNumbers]:
    panels = []
    for _ in range(luck.integers(1, 5)):
        unit = str(luck.choice(["in 100", "points", "hours, all together", ""]))
        size = (
            100.0
            if unit == "in 100" or recipe.scale == "hundred"
            else float(10 ** luck.uniform(-1, 5))
        )
        groups = ("less_heard", "well_connected") if recipe.hollow == "less_heard" else ("",)
        groups = (str(luck.choice(list(recipe.kinds))),) if recipe.kinds else groups
        lines = [
            Line(
                place, values_of(luck, size, signed=recipe.words == "signed" or unit == "points"),
                str(luck.choice(NAMES)) if recipe.named else "", group, f"£{size:.0f}",
            )
            for place in range(luck.integers(1, 6))
            for group in groups
        ]  # fmt: skip
        limit = (size / 2, "as many weeks as there are") if luck.random() < 0.3 else None
        panels.append(PanelNumbers(str(luck.choice(NAMES)), unit, lines, limit))
    return panels


def range_of(values: Values) -> dict[str, Any]:
    numbers = (values.mean, values.low, values.high, values.run_low, values.run_high)
    return dict(zip(FIVE, ("nan" if math.isnan(v) else v for v in numbers), strict=True))


def plain(panel: PanelNumbers) -> dict[str, Any]:
    lines = [
        {"place": one.place, "range": range_of(one.values), "name": one.name, "words": one.words}
        | ({"group": one.group} if one.group else {})
        for one in panel.lines
    ]
    return {"title": panel.title, "unit": panel.unit, "lines": lines} | (
        {"limit": panel.limit} if panel.limit else {}
    )


def in_javascript(module: str, name: str, told: list[list[Any]]) -> list[str]:
    figures = (WORDS / "en" / "figures.ftl").read_text(encoding="utf-8")
    expression = f"""given.told.map((one) => m.{name}(given.style, new m.Words({{en: given.figures}}),
        ...JSON.parse(JSON.stringify(one), (_, v) => v === 'nan' ? NaN : v)))"""
    given = {"style": declared(), "told": told, "figures": figures}
    return worked_out(module, expression, given)


def assert_same(here: str, there: str) -> None:
    """Refuse other elements, other words or other looks, and places more than a tenth apart."""
    elements = zip_longest(ET.fromstring(here).iter(), ET.fromstring(there).iter())  # noqa: S314 - ours
    for ours, theirs in elements:
        assert ours is not None
        assert theirs is not None
        assert (ours.tag, ours.text) == (theirs.tag, theirs.text)
        assert list(ours.attrib) == list(theirs.attrib)
        for key, value in ours.attrib.items():
            other = theirs.attrib[key]
            if key.startswith(("fill", "stroke", "font", "style")):
                assert value == other, key
                continue
            assert NUMBER.sub("#", value) == NUMBER.sub("#", other), key
            places = [[float(n) for n in NUMBER.findall(v)] for v in (value, other)]
            assert places[0] == pytest.approx(places[1], abs=0.101), (ours.text, key)


@pytest.mark.parametrize("name", declared()["recipes"])
def test_a_recipe_gives_the_same_picture_in_both(name: str):
    luck, recipe = np.random.default_rng(len(name)), all_charts()[name].RECIPE
    here, told = [], []
    for _ in range(CASES):
        panels = panels_at_random(luck, recipe)
        chosen = luck.choice(NAMES, luck.integers(0, 4)).tolist()
        names = [
            *(Named(title, place) for place, title in enumerate(chosen)),
            Named("Both", None, True),
        ]
        said = luck.choice(NAMES, luck.integers(0, 3)).tolist()
        here.append(picture_of(recipe, "A title", "What is found.", panels, names, said))
        shown = [
            {"title": n.title, "hollow": n.hollow} | ({} if n.place is None else {"place": n.place})
            for n in names
        ]
        told.append([
            declared()["recipes"][name],
            {"title": "A title", "finding": "What is found.", "panels": [plain(b) for b in panels],
             "names": shown, "said": said},
        ])  # fmt: skip
    for ours, theirs in zip(here, in_javascript("charts/recipe.ts", "chart", told), strict=True):
        assert_same(ours, theirs)


def test_lines_over_the_decisions_are_the_same_picture_in_both():
    luck, here, told = np.random.default_rng(8), [], []
    for _ in range(CASES):
        ways, count = int(luck.integers(1, 8)), int(luck.choice([1, 2, 6, 13, 40]))
        share = bool(luck.random() < 0.5)
        size = 100.0 if share else float(10 ** luck.uniform(-1, 3))
        rows = [
            [values_of(luck, size, signed=not share) for _ in range(count)] for _ in range(ways)
        ]
        over = np.array([[[row._asdict()[part] for part in PARTS] for row in way] for way in rows])
        titles = luck.choice(NAMES[:-1], ways).tolist()
        foot = str(luck.choice(["Decision", "Decision (one every 2 years, 16 years in all)"]))
        series = over_time.Series("A title", "Found.", "Acceptance, in 100", foot, share, titles)
        here.append(over_time.picture_of(series, over))
        shown = [
            {"title": title, "ranges": [range_of(v) for v in way]}
            for title, way in zip(titles, rows, strict=True)
        ]
        told.append([series._asdict() | {"ways": shown}])
    for ours, theirs in zip(
        here, in_javascript("charts/over_time.ts", "overTime", told), strict=True
    ):
        assert_same(ours, theirs)


def test_money_along_a_chance_is_the_same_picture_in_both():
    luck, here, told = np.random.default_rng(9), [], []
    for k in range(CASES):
        base, *others = (
            tuple(np.sort(luck.uniform(0, 10 ** luck.uniform(2, 6), 3)).tolist())
            for _ in range(2 + k % 2)
        )
        challenge, left, drawn = (float(v) for v in luck.uniform(0, [1e6, 1, 1]))
        chance = None if k % 5 == 0 else drawn
        titles = luck.choice(NAMES[:-1], 1 + len(others)).tolist()
        results = [
            BreakEven(
                base_title=titles[0], other_title=title, base=base, other=other,
                challenge=challenge,
                apart=(0.0, 0.0, 0.0), left=left, currency="GBP", over="luck",
            )
            for title, other in zip(titles[1:], others, strict=True)
        ]  # fmt: skip
        chart = break_even.draw(results, chance)
        here.append(chart.svg)
        firsts = tuple(results[0].expected(p)[0] for p in (0.0, 1.0))
        ends = [firsts, *(tuple(r.expected(p)[1] for p in (0.0, 1.0)) for r in results)]
        places = (0, 2) if len(others) == 1 else (0, 1, 2)
        ways = [
            {"title": title, "place": place, "never": never, "always": always}
            for title, place, (never, always) in zip(titles, places, ends, strict=True)
        ]
        told.append([
            {"title": chart.title, "finding": chart.finding, "ways": ways, "chance": chance,
             "foot": "Chance of a lost challenge, in 100",
             "unit": {"ones": "GBP, for one decision", "thousands": "GBP, thousands, for one decision"}},
        ])  # fmt: skip
    drawn = worked_out("charts/break_even.ts", "given.told.map((one) => m.breakEven(given.style, ...one))",
                       {"style": declared(), "told": told})  # fmt: skip
    for ours, theirs in zip(here, drawn, strict=True):
        assert_same(ours, theirs)


def test_the_bands_of_the_large_picture_are_the_same_in_both():
    luck, here, told = np.random.default_rng(10), [], []
    for k in range(CASES):
        values = values_of(luck, 100.0, signed=bool(k % 2))
        ends = [v for v in values if math.isfinite(v)]
        share, alone, place = not k % 2, not k % 3, k % 7
        width = theme.WIDTH
        scale = axes.hundred(0.0, width) if share else axes.around(ends, 0.0, width)
        drawn = bands.bar(scale, values, theme.look(place), luck=alone)
        here.append(f"<svg>{''.join(drawn)}</svg>")
        told.append([ends, share, range_of(values), place, alone])
    given = {"style": declared(), "told": told}
    there = worked_out("charts/bands.ts", """given.told.map(([ends, share, range, place, luck]) => {
        const known = JSON.parse(JSON.stringify(range), (_, v) => v === 'nan' ? NaN : v);
        const scale = share ? m.HUNDRED : m.around(ends);
        return `<svg>${m.bar(given.style, scale, known, m.lookOf(given.style, place), { luck })}</svg>`;
    })""", given)  # fmt: skip
    for ours, theirs in zip(here, there, strict=True):
        assert_same(ours, theirs)


def test_what_is_declared_can_be_handed_over_as_json():
    assert json.loads(json.dumps(declared(), allow_nan=False))["recipes"]["dots"]["scale"] == "kind"
    assert {"dots", "paired", "groups", "costs", "shares", "resilience"} <= set(
        declared()["recipes"]
    )
