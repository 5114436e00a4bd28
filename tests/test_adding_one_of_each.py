"""A measure, assumption, chart, case, way and language added to a copy of the kit are found everywhere."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from without_numba import HIDDEN

ROOT = Path(__file__).resolve().parents[1]
MEASURE = '''
    "brought_along": (
        Measure(label="Opponents who came", source="a test", plain="Made up.", formula="of a test"),
        lambda t: t.ratio("opposed_part", "opposed"),
    ),
}
"""Every measure'''
ASSUMPTION = """    made_up: Annotated[float, _of(
        "say", (0.2, 0.6), label="A made-up number", source="a test")] = 0.4

DECLARED: dict"""
CHART = '''"""A made-up picture."""

from coprod_sim.charts.chart import Chart
from coprod_sim.charts.svg import picture
from coprod_sim.charts.values import last, table_of
from coprod_sim.results import Comparison


def draw(comparison: Comparison) -> Chart:
    """Draw nothing, but say it well."""
    first, goal = comparison.engagements[0], comparison.engagements[-1]
    finding = f"Between {first.title} and {goal.title} lie 0 to 100 in 100."
    table = table_of(last(comparison, "trust"))
    return Chart(picture("A made-up picture", finding, 40.0, []), finding, table, "A made-up picture")
'''
LANGUAGE = """language-name = Zaubersprache
language-checked = no
language-note = Made up.
start-title = Ein Anfang
"""
SEEN = """
import json
from coprod_sim import charts
from coprod_sim.assumptions import FAMILIES
from coprod_sim.board.declarations import measures
from coprod_sim.apps.serving.plain_pages import start_page
from coprod_sim.cli.command_line import main
from coprod_sim.cli.text_table import comparison_table
from coprod_sim.errors import InputError
from coprod_sim.learning.readouts import Readout, Run
from coprod_sim.report.page import html_page
from coprod_sim.results import compare
from coprod_sim.results.experiments.declaration import Experiment
from coprod_sim.results.experiments.loaded import read_in
from coprod_sim.scenarios import load_scenario
from coprod_sim.words import languages, words_in
from pathlib import Path
from validation import odd

case = load_scenario("made_up_town")
found = compare(case, ["tickbox", "made_up_way"], runs=8, draws=2)
Readout(measure="brought_along").fits(Run(engagements=("tickbox",)))
sweep = Experiment(engagements=("tickbox", "made_up_way"), assumptions_from="plausible")
try:
    compare(case, runs=8, over="not_ruled_out")
    stale = ""
except InputError as problem:
    stale = str(problem)
print(json.dumps({
    "table": comparison_table(found),
    "frame": list(found.frame),
    "page_list": [m["name"] for m in measures() if "page" in m["lists"]],
    "odd": {name: odd.BLOCKS[name]() for name in ("measures", "assumptions", "scenarios", "engagements")},
    "families": FAMILIES["say"],
    "rules": case.rules.made_up,
    "sweep": list(read_in(sweep).inputs),
    "stale": stale,
    "charts": list(charts.of_a_comparison()),
    "report": html_page(found, None, None),
    "languages": languages(),
    "start": start_page(words_in("zz"), Path(), "/"),
    "english": start_page(words_in("en"), Path(), "/"),
}))
"""


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the kit and add one measure, assumption, chart, scenario, engagement and language."""
    home = tmp_path_factory.mktemp("kit")
    for part in ("src", "tests", "validation", "benchmarks", "docs", "simulations"):
        shutil.copytree(
            ROOT / part, home / part, ignore=shutil.ignore_patterns("__pycache__", "_build")
        )
    shutil.copy(ROOT / "pyproject.toml", home)
    package = home / "src" / "coprod_sim"
    _replace(package / "model" / "measures.py", '}\n"""Every measure', MEASURE)
    _replace(package / "assumptions.py", "    # fmt: on\n\n\nDECLARED: dict", ASSUMPTION)
    (package / "charts" / "made_up_picture.py").write_text(CHART, encoding="utf-8")
    (package / "words" / "zz").mkdir()
    (package / "words" / "zz" / "frame.ftl").write_text(LANGUAGE, encoding="utf-8")
    ways, cases = package / "engagement" / "library", package / "scenarios" / "library"
    shutil.copy(ways / "co_production.toml", ways / "made_up_way.toml")
    text = (cases / "reference.toml").read_text(encoding="utf-8")
    changed = f"{text}\n[assumptions]\nmade_up = 0.7\n"
    (cases / "made_up_town.toml").write_text(changed, encoding="utf-8")
    return home


def _replace(file: Path, place: str, by: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(place) == 1, file
    file.write_text(text.replace(place, by.lstrip("\n")), encoding="utf-8")


def _run(kit: Path, *arguments: str) -> str:
    path = os.pathsep.join(map(str, (kit / "src", kit, kit / "tests")))
    done = subprocess.run(
        [sys.executable, *arguments],
        env=os.environ | {"PYTHONPATH": path}, cwd=kit, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def seen(kit: Path) -> dict[str, Any]:
    return json.loads(_run(kit, "-c", HIDDEN + SEEN))


@pytest.mark.slow
def test_a_measure_is_in_the_comparison_on_the_page_and_in_the_description(seen: dict[str, Any]):
    assert "brought_along" in seen["frame"]
    assert "Opponents who came" in seen["table"]
    assert "brought_along" in seen["page_list"]
    assert "| `brought_along` | Opponents who came | of a test |" in seen["odd"]["measures"]


@pytest.mark.slow
def test_an_assumption_is_on_the_page_in_sweeps_in_cases_and_in_the_description(
    seen: dict[str, Any],
):
    assert "made_up" in seen["families"]
    assert "made_up" in seen["sweep"]
    assert seen["rules"] == 0.7
    row = "| `made_up` | 0.4 | 0.2 | 0.6 | 0 to 1 | A made-up number |  | a test |"
    assert row in seen["odd"]["assumptions"]
    assert "python -m validation calibration" in seen["stale"]


@pytest.mark.slow
def test_a_chart_is_on_the_page_to_hand_over(seen: dict[str, Any]):
    assert "made_up_picture" in seen["charts"]
    assert "<title>A made-up picture</title>" in seen["report"]


@pytest.mark.slow
def test_a_case_and_a_way_are_in_the_description(seen: dict[str, Any]):
    assert "| `made_up_town` |" in seen["odd"]["scenarios"]
    assert "| `made_up_way` |" in seen["odd"]["engagements"]


@pytest.mark.slow
def test_a_language_is_spoken_and_offered_on_the_start_page(seen: dict[str, Any]):
    assert "zz" in seen["languages"]
    assert "Ein Anfang" in seen["start"]
    assert 'lang="zz" hreflang="zz">Zaubersprache</a>' in seen["english"]


@pytest.mark.slow
def test_what_is_added_is_tested_and_listed_by_itself(kit: Path):
    tests = ("tests/test_charts.py", "tests/test_words.py", "tests/test_library.py")
    collected = _run(kit, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *tests)
    for name in ("made_up_picture", "zz", "made_up_town", "made_up_way"):
        assert f"[{name}]" in collected or f"-{name}]" in collected, name
    assert "made_up_town" in _run(kit, "-m", "coprod_sim", "list")
