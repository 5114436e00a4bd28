"""What a case, a way or a result shows of itself below a cell, in any theme, and at a prompt in two lines."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice

import pandas as pd
import pytest

from coprod_sim import (
    Axis,
    CivicModel,
    Experiment,
    Variant,
    charts,
    compare,
    explore,
    load_engagement,
    load_scenario,
    stream,
    sweep,
)
from coprod_sim.board.notebook_board import DialBoard
from coprod_sim.charts import theme
from coprod_sim.charts.look import style
from coprod_sim.population import population_of
from coprod_sim.results import discovery
from coprod_sim.results.discovery import (
    Emulators,
    best_within,
    break_even,
    discover_scenario,
    goal_seek,
    play_outcomes,
    sample_of,
    threshold,
    trust_repair,
)
from coprod_sim.results.discovery.precomputed import look_up
from coprod_sim.results.discovery.theories import theories_of
from coprod_sim.results.nroy import not_ruled_out
from coprod_sim.results.sweeps import silent

WAYS = ("tickbox", "co_production")
CASE = load_scenario("west_dulwich").but({"people.citizens": 60, "decisions.count": 2})
ASKED = Experiment(
    question="What is influence worth?", scenarios=("reference",), engagements=WAYS, points=64, runs=1,
    vary=(Axis(what=("co_production.influence",)),), settings={"people.citizens": 60},
)  # fmt: skip


@pytest.fixture(scope="module")
def shown() -> dict[str, object]:
    swept, found = sweep(ASKED, on_progress=silent), compare(CASE, WAYS, runs=8, draws=20)
    sample, town = sample_of(swept), CivicModel(CASE, "tickbox", citizens=60)
    town.step()
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
        "even": break_even(found, *WAYS, challenge=100_000.0),
        "theories": theories_of(found),
        "sample": sample,
        "outcomes": play_outcomes(CASE, *WAYS, points=32, runs=1),
        "emulators": Emulators(sample),
        "streamed": stream(CASE, WAYS, runs=8),
        "town": town,
        "decisions": CASE.decisions,
        "people": population_of(CASE),
        "not ruled out": not_ruled_out(),
        "precomputed": look_up(
            load_scenario("west_dulwich"), load_engagement(WAYS[0]), load_engagement(WAYS[1]), 1
        ),
        "chart": charts.of_a_comparison()["dots"].draw(found),
    }


SAID = {
    "case": ("<h3>West Dulwich: the report that never arrived</h3>", "60 (18 less heard)", "67.5 in 100"),
    "way": ("<h3>Tickbox consultation</h3>", "<td>5 in 100</td>", "room for all who come"),
    "variant": ("Tickbox consultation", "25 in 100"),
    "experiment": ("What is influence worth?", "64, spread evenly", "<td>1</td>"),
    "comparison": ("after decision 2</h3>", "<svg", "<th scope=\"col\">Co-production</th>"),
    "sweep": ("64 points were run", "Co-production instead of Tickbox consultation", "<svg"),
    "threshold": ("From where on it gains enough", "<svg"),
    "box": ("When it does not gain enough", "Of all points, gain too little, in 100"),
    "repair": ("Good decisions until trust is back", "<svg"),
    "cheapest": ("target", "Weeks for one decision", "Real influence"),
    "best": ("within the limits", "Money for one decision", "Real influence"),
    "even": ("<figcaption>", "<svg", "Chance, in 100", "Tickbox consultation, low"),
    "theories": ("in which each way wins", "Too close to call", "Co-production"),
    "sample": ("64 points were run", "What it brings", "<svg"),
    "outcomes": ("Co-production", "32 points were run", "<svg"),
    "emulators": ("<svg", "<details>"),
    "streamed": ("After decision 2</h3>", "<th scope=\"col\">Co-production</th>", "8 runs"),
    "town": ("Tickbox consultation</h3>", "60 citizens; 1 of 2 decisions", "After decision 1</th>"),
    "decisions": ("<h3>Decisions</h3>", "months", "heat"),
    "people": ("<h3>Population</h3>", "citizens", "array of 1025"),
    "precomputed": ("<h3>Precomputed</h3>", "gains"),
    "not ruled out": ("<h3>NotRuledOut</h3>", "table of"),
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


def test_few_models_show_below_a_cell_that_they_name_no_winner():
    few = compare(CASE, WAYS, runs=8, draws=2)
    for one in (few, theories_of(few)):
        assert "We ran only 2 of the plausible models, too few to name a winner." in str(
            one._repr_html_()
        )
    assert "over plausible assumptions (2 models)" in str(few._repr_html_())
    streamed = stream(CASE, WAYS, runs=8, draws=2)
    assert "over plausible assumptions (2 models)" in str(streamed._repr_html_())


def test_seven_ways_stand_in_two_tables_that_fit_a_notebook_and_each_stands_once():
    ways = ["tickbox", "co_production"]
    others = [
        Variant(name=f"way{k}", title=f"Way {k}", engagement="tickbox", dials={"feedback": k / 10})
        for k in range(1, 6)
    ]
    html = compare(CASE, [*ways, *others], runs=2, over="luck")._repr_html_()
    below = html[html.rindex("<figure") :].partition("</figure>")[2]
    heads = [re.findall(r'<th scope="col">(.*?)</th>', one) for one in below.split("<thead>")[1:]]
    assert [len(one) for one in heads] == [1 + 4, 1 + 3]
    titles = ["Tickbox consultation", "Co-production", *(f"Way {k}" for k in range(1, 6))]
    assert [way for one in heads for way in one[1:]] == titles
    assert below.count("Felt fairness") == 2


@pytest.mark.parametrize("kind", SAID)
def test_at_a_prompt_it_takes_two_lines_and_no_wall_of_text(shown, kind: str):
    lines = repr(shown[kind]).splitlines()
    assert len(lines) <= 2
    assert max(map(len, lines)) < 340
    assert str(shown[kind]) == repr(shown[kind]) or kind in {"variant", "decisions"}


PLAIN = ("quantities", "engagement.dials", "results.effort", "assumptions")
"""Where values are declared that are rows of plain numbers, or say what a number means."""


def held(value: object) -> Iterator[object]:
    """Give what a person can take out of a value, by its names or places."""
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, Sequence | Set) and not hasattr(value, "_fields"):
        yield from value
    elif is_ours(value) and not isinstance(value, CivicModel | DialBoard):
        for name in dir(value):
            if name[0] != "_" and not name.startswith("model_"):  # which pydantic keeps for itself
                yield getattr(value, name)
    elif isinstance(value, DialBoard):
        yield value.value


def is_ours(value: object) -> bool:
    home = type(value).__module__
    return home.startswith("coprod_sim.") and not isinstance(value, type)


def all_held(roots: Iterable[object]) -> Iterator[object]:
    """Walk through everything that is reached from some values: one of each kind of ours."""
    waiting, kinds, seen = deque(roots), set[type](), dict[int, object]()
    while waiting:
        value = waiting.popleft()
        if id(value) in seen or isinstance(
            value, str | bytes | pd.DataFrame | pd.Series | pd.Index
        ):
            continue
        seen[id(value)] = value  # kept, so that no other gets its number
        if is_ours(value) and type(value) not in kinds:
            kinds.add(type(value))
            yield value
        if not callable(value):
            waiting += islice(held(value), 40)


def test_whatever_a_person_can_take_out_of_the_kit_shows_itself(shown):
    board = explore("west_dulwich")
    found = [*all_held([*shown.values(), board, load_scenario("misinformation_vote")])]
    found = [one for one in found if type(one).__module__.split(".", 1)[1] not in PLAIN]
    walls = [type(one).__name__ for one in found if is_a_wall(repr(one))]
    assert walls == []
    dumb = [one for one in found if one is not board and not getattr(one, "_repr_html_", str)()]
    assert [type(one).__name__ for one in dumb] == []
    told = {"BreakEven", "Box", "Limit", "Emulator", "MeasuredRuns", "Money", "View", "Campaign"}
    assert told < {type(one).__name__ for one in found}


def is_a_wall(text: str) -> bool:
    """Say whether a text is too much for a prompt, or says nothing."""
    lines = text.splitlines()
    return len(lines) > 2 or max(map(len, lines)) > 340 or " at 0x" in text


def test_every_kind_that_the_kit_s_questions_give_is_walked_over(shown):
    given = {type(value) for value in all_held(shown.values())}
    answers = {getattr(discovery, name) for name in discovery.__all__}
    kinds = {one for one in answers if isinstance(one, type)}
    assert kinds - given == set()


def test_at_a_prompt_a_comparison_says_how_it_came_out(shown):
    found = shown["comparison"]
    row = found.ranges.loc[("tickbox", 2, "all", "acceptance")]
    told = f"tickbox {row['mean']:.3f} ({row['low']:.3f} to {row['high']:.3f})"
    first, second = repr(found).splitlines()
    assert first == (
        "Comparison on 'west_dulwich': 8 runs and 20 other sets of assumptions (plausible), seed 1"
    )
    assert second.startswith(f"  acceptance after decision 2: {told}, co_production ")


def test_a_sweep_of_which_nothing_came_is_still_shown():
    from coprod_sim.results.sweeps import SweepResult  # noqa: PLC0415 - only here

    whole = sweep(ASKED.but(points=2), on_progress=silent)
    nothing = SweepResult(experiment=ASKED, frame=whole.frame.iloc[:0], failed={0: "no", 1: "no"})
    assert "2 failed" in repr(nothing)
    assert "What is influence worth?" in str(nothing._repr_html_())


def test_a_sweep_says_on_what_and_on_whom_and_uses_the_first_group_there_is():
    asked = ASKED.but(points=2, groups=("losers", "winners"), settings={"people.citizens": 60})
    swept = sweep(asked, on_progress=silent)
    first, second = repr(swept).splitlines()
    assert first == "Sweep on reference: What is influence worth? (2 points)"
    assert second.startswith(
        "  acceptance, after decision 6, those it leaves worse off, 9 in 10 points: co_production "
    )
    assert second.endswith(" more than tickbox")
    assert swept.gains("acceptance").equals(swept.gains("acceptance", group="losers"))
    shown = str(swept._repr_html_())
    assert "measured on those it leaves worse off" in shown
    assert "2 points were run on the case" in shown
    assert "after decision 6" in shown
    assert "Co-production instead of Tickbox consultation" in shown


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
