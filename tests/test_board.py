"""The dial board: what Python hands over, what JavaScript makes of it, and the files that ship."""

import json
from pathlib import Path

import node_stage
import numpy as np
import pytest

from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.board import declarations as board
from coprod_sim.board.answer import answer_of
from coprod_sim.board.view import View, checked, from_link, link_of
from coprod_sim.charts import axes
from coprod_sim.engagement import DIALS, engagement_names
from coprod_sim.errors import InputError
from coprod_sim.model.measures import MEASURES
from coprod_sim.results import compare
from coprod_sim.results.uncertainty import sets_over
from coprod_sim.scenarios import load_scenario, scenario_names

STATIC = Path(board.__file__).parent / "static"


@pytest.fixture(scope="module")
def handed() -> dict:
    """Hand the whole library over, and read it as a browser would."""
    cases = [load_scenario(name) for name in scenario_names()]
    return json.loads(board.as_json(board.declarations(cases)))


def test_whatever_is_declared_in_python_is_on_the_board(handed: dict) -> None:
    assert [d["name"] for d in handed["dials"]] == list(DIALS)
    assert [m["name"] for m in handed["measures"]] == list(MEASURES)
    assert set(handed["cases"]) == set(scenario_names())
    assert {w["name"] for w in handed["ways"]} == set(engagement_names())


def test_numbers_arrive_to_the_last_bit(handed: dict) -> None:
    assert Assumptions(*handed["reference"]) == REFERENCE
    co_production = next(w for w in handed["ways"] if w["name"] == "co_production")
    assert co_production["dials"][:9] == [0.85, 0.7, 0.85, 0.8, 0.85, 0.85, 0.85, 0.75, 40.0]


def test_cases_with_the_same_first_trust_share_one_table(handed: dict) -> None:
    tables = {tuple(table) for table in handed["trusts"]}
    assert len(tables) == len(handed["trusts"]) < 2 * len(handed["cases"])


def test_ranges_are_over_32_other_models_or_over_none(handed: dict) -> None:
    counts = {over["name"]: len(over["sets"]) for over in handed["over"]}
    assert counts == {"plausible": 32, "not_ruled_out": 32, "luck": 0}
    assert all(len(s) == len(REFERENCE) for over in handed["over"] for s in over["sets"])


@pytest.mark.parametrize("over", ["plausible", "not_ruled_out"])
def test_the_models_on_the_board_are_those_of_a_comparison_to_the_last_bit(
    handed: dict, over: str
) -> None:
    there = next(o["sets"] for o in handed["over"] if o["name"] == over)
    case = load_scenario("reference")
    assert [Assumptions(*p) for p in there] == sets_over(over, case, draws=32, seed=1)


def test_no_text_can_end_the_block_it_stands_in() -> None:
    case = load_scenario("reference").but(title="</script><script>alert(1)</script>")
    text = board.as_json(board.declarations([case]))
    assert "<" not in text
    assert json.loads(text)["cases"]["reference"]["title"] == case.title


def test_a_number_that_is_none_is_never_handed_over() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        board.as_json({"mean": float("nan")})


def test_what_the_board_shows_travels_in_the_link_and_old_links_still_load() -> None:
    view = View(measure="trust", span="series", over="not_ruled_out")
    assert from_link(link_of(view)) == view
    assert checked({"format": 1, "case": "reference"}, "a file").span == "one"


def test_a_link_to_a_measure_there_is_not_names_the_nearest() -> None:
    with pytest.raises(InputError, match="acceptance"):
        checked({"format": 1, "measure": "aceptance"}, "the link")


def test_a_rebuild_gives_the_files_that_ship(tmp_path: Path) -> None:
    done = node_stage.run("build.mjs", str(tmp_path))
    assert done.returncode == 0, done.stderr
    made = {f.name: f.read_bytes() for f in tmp_path.iterdir()}
    assert made == {f.name: f.read_bytes() for f in STATIC.iterdir()}, "run `npm run build` in web/"


def test_types_fit() -> None:
    node_stage.tools()
    done = node_stage.run("node_modules/typescript/bin/tsc", "--noEmit")
    assert done.returncode == 0, done.stdout


def test_the_boards_own_tests_pass() -> None:
    done = node_stage.run("test/run.mjs")
    assert done.returncode == 0, done.stdout


def test_scales_have_the_same_ends_and_marks_as_pythons() -> None:
    luck = np.random.default_rng(5)
    given = [(luck.normal(0, 10.0 ** luck.integers(-2, 3), 5)).tolist() for _ in range(100)]
    found = node_stage.worked_out("charts/scale.ts", "given.map((v) => m.around(v))", given)
    for values, scale in zip(given, found, strict=True):
        there = axes.around(values, 0.0, 100.0)
        assert [scale["low"], scale["high"], scale["step"]] == pytest.approx(
            [there.low, there.high, there.step], rel=1e-12
        )


def test_the_large_picture_has_pythons_rows_on_pythons_scale(handed: dict) -> None:
    """Draw the picture in JavaScript from Python's numbers: shares from 0 to 100, points around zero."""
    found = compare("west_dulwich", runs=16, draws=2)
    expression = """(() => {
      const { declared, answer } = given;
      const numbers = m.answered(answer, declared);
      return ["acceptance", "quality"].map((name) => {
        const measure = declared.measures.find((one) => one.name === name);
        return m.pictureOf(numbers, measure, answer.ways, 2, "less_heard");
      });
    })()"""
    given = {"declared": handed, "answer": answer_of(found)}
    for measure, picture in zip(
        ("acceptance", "quality"),
        node_stage.worked_out("charts/picture.ts", expression, given),
        strict=True,
    ):
        rows = [
            found.value(e.name, measure, decision=3, group="less_heard") for e in found.engagements
        ]
        ends = ["mean", "run_low", "run_high", "low", "high"]
        assert [row["name"] for row in picture["rows"]] == [e.name for e in found.engagements]
        for row, value in zip(picture["rows"], rows, strict=True):
            assert list(row["range"].values()) == [value[end] * 100 for end in ends]
        numbers = [row[end] * 100 for row in rows for end in ("mean", "low", "high")]
        scale = axes.hundred(0, 1) if measure == "acceptance" else axes.around(numbers, 0, 1)
        assert picture["scale"] == {"low": scale.low, "high": scale.high, "step": scale.step}
