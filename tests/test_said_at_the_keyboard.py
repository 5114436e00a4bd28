"""Whatever is typed into a public function, it plays or says in a sentence what is amiss."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from coprod_sim import (
    Axis,
    CivicModel,
    Experiment,
    InputError,
    Variant,
    compare,
    explore,
    load,
    load_engagement,
    load_experiment,
    load_scenario,
    save,
    stream,
    sweep,
    verify,
)  # fmt: skip
from coprod_sim.model.citizen import Citizen
from coprod_sim.population.survey import Reading, SurveyPopulation, read_survey
from coprod_sim.results import attribution, discovery
from coprod_sim.results.discovery import Emulators, sample_of
from coprod_sim.results.discovery.theories import against, theories_of, winners, wins_over
from coprod_sim.results.own_figures import OwnFigures
from coprod_sim.results.sweeps import load_sweep, silent

CASE = load_scenario("reference").but({"people.citizens": 40, "decisions.count": 2})
WAYS = ["tickbox", "co_production"]
DESIGN = Experiment(
    engagements=tuple(WAYS),
    vary=(Axis(what=("co_production.influence",)), Axis(what=("co_production.feedback",))),
    points=32, runs=8, settings={"people.citizens": 40, "decisions.count": 2},
)  # fmt: skip
WRONG: tuple[Any, ...] = (
    None, 3, -1, 2.5, np.nan, np.inf, "trsut", "3", "", b"x", ["trust"], {"tickbox": {}}, {"a"}, object(),
    True, CASE, load_engagement("tickbox"), Path("no_such"), nx.Graph(), pd.DataFrame(), np.zeros(3), print,
)  # fmt: skip
"""What no argument, or hardly any, may be."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    found = compare(CASE, WAYS, runs=8, draws=8)
    swept = sweep(DESIGN, on_progress=silent)
    folder = tmp_path_factory.mktemp("kept")
    return {
        "compared": found, "swept": swept, "sample": sample_of(swept), "folder": folder,
        "stored": save(found.frame, folder)[0],
    }  # fmt: skip


def calls(p: dict[str, Any]) -> Iterator[tuple[Callable[..., Any], dict[str, Any]]]:
    """List every public function with arguments with which it plays; small, so that all go through."""
    found, swept, sample = p["compared"], p["swept"], p["sample"]
    three = {"scenario": CASE, "start": WAYS[0], "goal": WAYS[1]}
    small = {"scenario": CASE, "engagements": WAYS, "runs": 8, "draws": 0, "seed": 1}
    yield compare, small | {"over": "plausible", "split": False, "threads": 1, "own": OwnFigures()}
    yield stream, small | {"over": "plausible", "split": False, "threads": 1}
    yield (
        sweep,
        {
            "experiment": DESIGN.but(points=2),
            "out": None,
            "threads": 1,
            "chunk": None,
            "retry": False,
            "on_progress": silent,
        },
    )
    yield load_sweep, {"experiment": DESIGN, "out": p["folder"]}
    yield save, {"frame": found.frame, "folder": p["folder"], "name": "again"}
    yield load, {"path": p["stored"]}
    yield verify, {"path": p["stored"], "row": 0}
    yield load_scenario, {"name": "reference"}
    yield load_engagement, {"name": "tickbox"}
    yield load_experiment, {"path": "no_such.toml"}
    yield explore, {"case": CASE, "ways": WAYS, "measure": "trust", "span": "one"}
    yield (
        CivicModel,
        {
            "case": CASE,
            "engagement": "tickbox",
            "run": 0,
            "citizens": 40,
            "follow": False,
            "citizen_class": Citizen,
            "network": None,
            "rng": None,
            "influence": 0.2,
        },
    )
    yield found.value, {"engagement": "tickbox", "measure": "trust", "decision": 1, "group": "all"}
    yield found.plot, {"kind": "over_time", "measure": "trust", "group": "all"}
    yield found.plot, {"kind": "dots", "measures": ["trust"]}
    yield found.to_excel, {"path": p["folder"] / "a.xlsx"}
    yield (
        swept.gains,
        {"measure": "trust", "variant": "co_production", "group": "all", "decision": 2},
    )
    yield (
        swept.values,  # noqa: PD011
        {"measure": "trust", "variant": "tickbox", "group": "all", "decision": 2},
    )
    yield swept.plot, {"kind": "what_matters", "measure": "trust", "variant": None}
    yield (
        swept.plot,
        {
            "kind": "threshold",
            "name": "influence",
            "measure": "trust",
            "variant": None,
            "line": 0.1,
        },
    )
    yield discovery.first_order_effects, {"sample": sample, "measure": "trust"}
    yield discovery.total_effects, {"sample": sample, "measure": "trust"}
    yield (
        discovery.threshold,
        {"sample": sample, "name": "influence", "line": 0.1, "measure": "trust"},
    )
    yield discovery.discover_scenario, {"sample": sample, "measure": "trust", "at_least": 0.05}
    yield discovery.sample_of, {"swept": swept, "variant": None, "group": "all"}
    yield Emulators(sample).predict, {"influence": 0.3}
    yield (
        discovery.break_even,
        {"comparison": found, "base": WAYS[0], "other": WAYS[1], "challenge": 1e5, "left": 0.5},
    )
    yield (
        discovery.goal_seek,
        three
        | {
            "target": 0.01,
            "measure": "trust",
            "sure": 0.5,
            "involving": False,
            "runs": 8,
            "seed": 1,
        },
    )
    yield (
        discovery.trust_repair,
        {
            "scenario": CASE,
            "bad": WAYS[0],
            "good": WAYS[1],
            "most_bad": 1,
            "decisions": 2,
            "runs": 8,
            "seed": 1,
        },
    )
    yield attribution.step_shares, three | {"measure": "trust", "runs": 8, "seed": 1, "threads": 1}
    yield winners, {"theories": theories_of(found), "decision": 0}
    yield (
        wins_over,
        {
            "theories": theories_of(found),
            "way": WAYS[1],
            "others": [WAYS[0]],
            "measures": ["trust"],
            "decision": 0,
        },
    )
    yield (
        against,
        {"comparison": found, "way": WAYS[1], "base": "", "at_least": 0.05, "decision": 0},
    )
    yield Variant, {"name": "mine", "engagement": "tickbox", "dials": {}, "settings": {}}
    yield Axis, {"name": "x", "what": ("co_production.influence",), "low": 0.1, "values": ()}
    yield (
        Experiment,
        {
            "engagements": ("tickbox",),
            "vary": (),
            "measures": ("trust",),
            "decisions": (1,),
            "scenarios": ("reference",),
        },
    )
    yield CASE.but, {"people.citizens": 50}
    yield load_engagement("tickbox").but, {"influence": 0.2}


@pytest.mark.slow
def test_what_no_argument_may_be_is_played_or_refused_in_a_sentence(played, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    raw = []
    for function, good in calls(played):
        for name in good:
            for wrong in WRONG:
                try:
                    function({name: wrong}) if "." in name else function(**good | {name: wrong})
                except InputError:
                    pass
                except Exception as problem:
                    at = getattr(function, "__name__", function)
                    raw.append(
                        f"{at}({name}={wrong!r:.40}): {type(problem).__name__}: {problem!s:.90}"
                    )
    assert not raw, f"{len(raw)}\n" + "\n".join(raw)


TYPED: dict[str, tuple[Callable[[dict[str, Any]], Any], str]] = {
    "values of dials beside names": (
        lambda _: compare(CASE, {"tickbox": {}, "co_production": {"influence": 0.0}}),
        "[load_engagement('co_production').but({'influence': 0.2})]",
    ),
    "a set of ways": (lambda _: compare(CASE, {"tickbox", "co_production"}), "which has no order"),
    "a set of ways on the board": (lambda _: explore(CASE, {"tickbox"}), "which has no order"),
    "one way on the board": (
        lambda _: explore(CASE, "tickbox"),
        "must be a list, such as ['tickbox']",
    ),
    "four ways on the board": (
        lambda _: explore(CASE, [*WAYS, "told_openly", "honest_consultation"]),
        "up to 3 ways",
    ),
    "no for True or False": (
        lambda _: compare(CASE, WAYS, split="no"),
        "split must be True or False",
    ),
    "a measure misspelt on the board": (
        lambda _: explore(CASE, WAYS, measure="trsut"),
        "did you mean 'trust'?",
    ),
    "a way misspelt on the board": (
        lambda _: explore(CASE, WAYS).value.turn("coprod", "influence", 0.2),
        "is not on the board",
    ),
    "a dial misspelt on the board": (
        lambda _: explore(CASE, WAYS).value.turn("tickbox", "influense", 0.2),
        "did you mean 'influence'?",
    ),
    "a cost below nothing": (
        lambda p: discovery.break_even(p["compared"], *WAYS, challenge=-5),
        "challenge must be between 0",
    ),
    "twice the chance": (
        lambda p: discovery.break_even(p["compared"], *WAYS, challenge=5, left=2),
        "left must be between 0 and 1",
    ),
    "a cost as text": (
        lambda p: discovery.break_even(p["compared"], *WAYS, challenge="1e6"),
        "challenge must be a number",
    ),
    "less than no money": (
        lambda _: discovery.best_within(CASE, *WAYS, money=-1),
        "money must be between 0 and inf",
    ),
    "no number of money": (
        lambda _: discovery.best_within(CASE, *WAYS, money=np.nan),
        "money must be a number",
    ),
    "no least gain": (
        lambda p: discovery.discover_scenario(p["sample"], at_least=np.nan),
        "at_least must be a number",
    ),
    "a change of what stays": (
        lambda _: setattr(load_engagement("tickbox"), "influence", 0.2),
        "but({'influence': 0.2})",
    ),
    "a result for its table": (lambda p: save(p["compared"], "kept"), "give its .frame"),
    "a table without its origin": (
        lambda _: save(pd.DataFrame({"a": [1]}), "kept"),
        "does not say where it comes from",
    ),
    "a folder for the file in it": (lambda p: load(p["folder"]), "results.parquet"),
    "a picture that is a measure": (lambda p: p["compared"].plot("trust"), "over_time"),
    "the way in place of the case": (
        lambda _: compare("tickbox", ["west_dulwich"]),
        "is a way of involving people (engagement)",
    ),
    "the case in place of the way": (
        lambda _: compare(CASE, ["west_dulwich"]),
        "is a case (scenario) that ways are tried on",
    ),
    "an ending too many": (lambda _: load_scenario("west_dulwich.toml"), "write 'west_dulwich'"),
    "an ending too few": (lambda _: load_scenario("my_case"), "write 'my_case.toml'"),
    "a group misspelt": (lambda p: p["swept"].gains("trust", group="al"), "did you mean 'all'?"),
    "an input by its long name": (
        lambda p: discovery.threshold(p["sample"], "co_production.influence"),
        "did you mean 'influence'?",
    ),
    "the country by another name": (
        lambda _: CASE.but({"people.trust": {"country": "UK"}}),
        "write 'GB'",
    ),
    "a measure for a list of them": (
        lambda p: p["compared"].plot("dots", measures="trust"),
        "measures must be a list",
    ),
    "a title for a name": (
        lambda _: compare("reference", ["Tickbox consultation"]),
        "that is the title of 'tickbox'",
    ),
    "two letters turned round": (
        lambda _: CASE.but({"decisions.haet": 2.0}),
        "did you mean 'heat'?",
    ),
    "a list of changes": (
        lambda _: CASE.but([1]),
        "changes must be a table {name: value}, but is [1]",
    ),
    "a list of dials": (lambda _: load_engagement("tickbox").but([1]), "changes must be a table"),
    "the people beside the case": (
        lambda _: compare(CASE, WAYS, population="people.toml"),
        'give the people with the case: case.but({"people.trust": {"file": "people.toml"}})',
    ),
    "an assumption beside the case": (
        lambda _: compare(CASE, WAYS, assume={"trust_half_life": 48.0}),
        'case.but({"assumptions.trust_half_life": 48.0})',
    ),
    "an option of the command line": (
        lambda _: compare(CASE, WAYS, streaming=True),
        "coprod_sim.results.streaming.stream",
    ),
    "an argument misspelt": (lambda _: compare(CASE, WAYS, run=8), "did you mean 'runs'?"),
    "a table for a survey file": (
        lambda _: read_survey(pd.DataFrame({"trust": [1]})),
        "table.to_csv('answers.csv', index=False)",
    ),
    "nothing for a survey file": (lambda _: read_survey(None), "path must be text or a path"),
    "a reading misspelt": (lambda _: Reading(scal="0-10"), "did you mean 'scale'?"),
    "a population without people": (
        lambda _: SurveyPopulation(name="x", table=(0.0, *[0.1] * 10), n_read=1, n_used=2),
        "n_used (2) is more than n_read (1)",
    ),
    "two ways of one name": (
        lambda _: compare(CASE, ["tickbox", load_engagement("tickbox").but(influence=0.5)]),
        '.but({"name": "other_tickbox"})',
    ),
    "a citizen who is taken out": (
        lambda _: CivicModel(CASE, citizens=60).people[3].remove(),
        "citizen 3 cannot be taken out of a town",
    ),
    "a line as text": (
        lambda p: discovery.threshold(p["sample"], "influence", line="0.15"),
        "line must be a number",
    ),
}


@pytest.mark.parametrize("typed", TYPED)
def test_the_sentence_says_what_to_write_instead(typed, played, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("my_case.toml").touch()
    ask, said = TYPED[typed]
    with pytest.raises(InputError) as problem:
        ask(played)
    assert said in str(problem.value)


def test_a_way_compared_is_known_by_its_title_too(played):
    found = played["compared"]
    assert found.value("Tickbox consultation", "trust") == found.value("tickbox", "trust")


def test_a_whole_number_may_come_as_a_float_and_as_numpys(played):
    assert (
        compare(CASE, WAYS, runs=8.0, draws=np.int64(8)).origin["hash"]
        == played["compared"].origin["hash"]
    )


def test_one_axis_and_a_changed_case_are_swept_as_they_are():
    one = Axis(what=("co_production.influence",), values=(0.2, 0.8))
    asked = Experiment(engagements=WAYS, vary=one, scenarios=[CASE], runs=8, method="grid")
    swept = sweep(asked, on_progress=silent)
    assert swept.points["influence"].tolist() == [0.2, 0.8]
    again = compare(CASE, [WAYS[0], load_engagement(WAYS[1]).but(influence=0.2)], runs=8, draws=0)
    mine = swept.gains("trust").iloc[0]
    assert mine == pytest.approx(
        again.differences.loc[(WAYS[1], 2, "all", "trust"), "mean"], abs=1e-12
    )
    (kept,) = Experiment(**asked.model_dump()).scenarios
    assert kept.model_dump() == CASE.model_dump()
    assert "reference" in repr(asked)
    assert "reference" in asked._repr_html_()
