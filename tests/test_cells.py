"""What a case, a way or a result shows of itself below a cell, in any theme, and at a prompt in two lines."""

import re

import pytest

from coprod_sim import Experiment, Variant, charts, compare, load_engagement, load_scenario, sweep
from coprod_sim.charts import theme
from coprod_sim.charts.look import style
from coprod_sim.results.discovery import (
    best_within,
    discover_scenario,
    goal_seek,
    sample_of,
    threshold,
    trust_repair,
)
from coprod_sim.results.sweeps import silent

WAYS = ("tickbox", "co_production")
CASE = load_scenario("west_dulwich").but({"people.citizens": 60, "decisions.count": 2})
ASKED = Experiment(
    question="What is influence worth?", scenarios=("reference",), engagements=WAYS, points=64, runs=1,
    vary=[{"what": ["co_production.influence"]}], settings={"people.citizens": 60},
)  # fmt: skip


@pytest.fixture(scope="module")
def shown() -> dict[str, object]:
    swept, found = sweep(ASKED, on_progress=silent), compare(CASE, WAYS, runs=8, draws=2)
    sample = sample_of(swept)
    return {
        "case": CASE,
        "way": load_engagement("tickbox"),
        "variant": Variant(name="slower", engagement="tickbox", dials={"feedback": 0.25}),
        "experiment": ASKED,
        "comparison": found,
        "sweep": swept,
        "threshold": threshold(sample, "influence"),
        "box": discover_scenario(sample, at_least=0.5),
        "repair": trust_repair(CASE, *WAYS, most_bad=1, decisions=1, runs=8),
        "cheapest": goal_seek(CASE, *WAYS, target=0.3, runs=8),
        "best": best_within(CASE, *WAYS, weeks=20, runs=8),
        "chart": charts.of_a_comparison()["dots"].draw(found),
    }


SAID = {
    "case": ("<h3>West Dulwich: the report that never arrived</h3>", "60 (18 less heard)", "67.5 percent"),
    "way": ("<h3>Tickbox consultation</h3>", "<td>5 in 100</td>", "room for all who come"),
    "variant": ("Tickbox consultation", "25 in 100"),
    "experiment": ("What is influence worth?", "64, spread evenly", "<td>1</td>"),
    "comparison": ("after decision 2</h3>", "<svg", "<th scope=\"col\">Co-production</th>"),
    "sweep": ("64 points were run", "Co-production instead of Tickbox consultation", "<svg"),
    "threshold": ("From where on it pays", "<svg"),
    "box": ("When it does not pay", "Of all points, do not pay, in 100"),
    "repair": ("Good decisions until trust is back", "<svg"),
    "cheapest": ("target", "Weeks for one decision", "Real influence"),
    "best": ("within the limits", "Money for one decision", "Real influence"),
    "chart": ("<figcaption>", "<svg", "<details>"),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAID)
def test_it_shows_itself_below_a_cell_and_brings_its_look_along(shown, kind: str):
    page = shown[kind]._repr_html_()
    assert page.startswith('<div class="coprod coprod-cell"><style>')
    for words in SAID[kind]:
        assert words in page, kind
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)[^ <]*\.(?:css|js|woff)", page)
    assert "{" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL), (
        "a message not filled in"
    )


@pytest.mark.parametrize("kind", SAID)
def test_at_a_prompt_it_takes_two_lines_and_no_wall_of_text(shown, kind: str):
    lines = repr(shown[kind]).splitlines()
    assert len(lines) <= 2
    assert max(map(len, lines)) < 340
    assert str(shown[kind]) == repr(shown[kind]) or kind == "variant"


def test_at_a_prompt_a_comparison_says_how_it_came_out(shown):
    found = shown["comparison"]
    row = found.ranges.loc[("tickbox", 2, "all", "acceptance")]
    told = f"tickbox {row['mean']:.3f} ({row['low']:.3f} to {row['high']:.3f})"
    first, second = repr(found).splitlines()
    assert first == (
        "Comparison on 'west_dulwich': 8 runs and 2 other sets of assumptions (plausible), seed 1"
    )
    assert second.startswith(f"  acceptance after decision 2: {told}, co_production ")


def test_a_sweep_of_which_nothing_came_is_still_shown():
    from coprod_sim.results.sweeps import SweepResult  # noqa: PLC0415 - only here

    whole = sweep(ASKED.but(points=2), on_progress=silent)
    nothing = SweepResult(experiment=ASKED, frame=whole.frame.iloc[:0], failed={0: "no", 1: "no"})
    assert "2 failed" in repr(nothing)
    assert "What is influence worth?" in nothing._repr_html_()


def test_every_colour_a_picture_is_drawn_in_has_another_on_dark_paper(shown):
    sheet = style()
    found = shown["comparison"]
    pictures = [c.draw(found) for c in charts.of_a_comparison().values()]
    pictures += [
        c.draw(*c.example("x")) for c in charts.all_charts().values() if hasattr(c, "example")
    ]
    drawn = {pair for one in pictures for pair in re.findall(r'(fill|stroke)="(#[^"]+)"', one.svg)}
    assert len(drawn) > 10
    for paint, colour in sorted(drawn):
        assert f'svg [{paint}="{colour}"]{{{paint}:var(--' in sheet, colour


@pytest.mark.parametrize("paper", ["#111111", "#12181e", "#181818", "#1f1f1f"])
def test_on_the_dark_paper_of_any_host_everything_can_be_read(paper: str):
    """The papers are JupyterLab's, our own, and two of VS Code's."""
    dark = dict(
        re.findall(r"--([\w-]+):(#\w{6});", style().split("color-scheme:dark;")[1].split("}")[0])
    )
    assert len(dark) == 15
    for name in ("ink", "quiet", "accent", "mark", "good"):
        assert theme.contrast(dark[name], paper) >= 4.5, name
    for name in ("axis", *(f"way-{k}" for k in range(6))):
        assert theme.contrast(dark[name], paper) >= 3.0, name
    assert theme.contrast(dark["ink"], dark["tint"]) >= 4.5
