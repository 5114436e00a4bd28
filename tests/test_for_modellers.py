"""What ships for people who build models with Mesa runs: a notebook, a batch in processes, a page."""

import importlib.util
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "notebooks" / "modellers"


@pytest.fixture(scope="module")
def known() -> dict[str, object]:
    """Run the notebook, cell by cell, and give the names it leaves."""
    table = json.loads((FOLDER / "change_a_rule.ipynb").read_text(encoding="utf-8"))
    names: dict[str, object] = {"__name__": "notebook"}
    for cell in table["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), cell["id"], "exec"), names)  # noqa: S102 - ours
    return names


@pytest.mark.slow
def test_in_the_notebook_mesa_and_the_ensemble_play_the_same_towns(known):
    for run in range(4):
        assert (
            known["played"](known["CivicModel"], run).measured("acceptance") == known["fast"][run]
        )


@pytest.mark.slow
def test_in_the_notebook_a_changed_rule_and_a_new_agent_change_what_comes_out(known):
    assert known["seats"]["QuotaTown"] > known["seats"]["CivicModel"]
    differences = known["differences"]
    assert list(differences) == ["QuotaTown", "TownWithPaper"]
    assert differences.shape == (4, 2)
    assert (differences != 0.0).any().all()


@pytest.mark.slow
def test_a_batch_in_two_processes_gives_the_rows_of_one(tmp_path):
    """In a fresh process, for Mesa sets how processes are started once for all."""
    said = subprocess.run(
        [sys.executable, FOLDER / "many_towns.py"], cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    alone = runpy.run_path(str(FOLDER / "many_towns.py"))["played"](processes=1)
    table = alone.groupby("engagement")[["acceptance", "trust", "quality"]]
    assert said.stdout == table.agg(["mean", "min", "max"]).round(3).to_string() + "\n"
    assert alone["acceptance"].nunique() == 8


@pytest.mark.slow
def test_on_mesas_own_page_the_town_is_drawn_stepped_and_reset():
    if importlib.util.find_spec("solara") is None:
        if os.environ.get("COPROD_NEEDS_SOLARA"):
            pytest.fail("Solara is not there; it comes with the extra 'mesa-page'")
        pytest.skip("no Solara; it comes with the extra 'mesa-page'")
    import ipyvuetify  # noqa: PLC0415 - only where Solara is
    import solara  # noqa: PLC0415

    shown = runpy.run_path(str(FOLDER / "town.py"))

    def opened() -> "solara.widgets.Widget":
        page = solara.AppLayout(children=[shown["Page"]()], navigation=False)
        return solara.render(page, handle_error=False)[1]

    def press(drawn: "solara.widgets.Widget", label: str) -> None:
        buttons = [b.widget for b in drawn.find(ipyvuetify.Btn) if label in b.widget.children]
        assert len(buttons) == 1, label
        buttons[0].click()

    def steps(drawn: "solara.widgets.Widget") -> str:
        cards = [card.widget.children[0] for card in drawn.find(ipyvuetify.CardText)]
        return next(c.children[0] for c in cards if "Time" in str(getattr(c, "children", "")))

    one, other = opened(), opened()
    assert len(one.find(ipyvuetify.Slider)) >= 4
    press(one, "Step")
    press(one, "Step")
    assert steps(one) == "Time: 2.0"
    assert steps(other) == "Time: 0.0", "two browser pages share one town"
    press(one, "Reset")
    press(one, "Step")
    assert steps(one) == "Time: 1.0", "it was another town that was stepped after the reset"
