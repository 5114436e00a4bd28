"""What is kept under the name of the code is named after every file that can change it."""

from pathlib import Path

import grimp
import pytest

import coprod_sim
from coprod_sim import code_text
from coprod_sim.code_text import files_behind
from coprod_sim.compiled import COMPILED_TEXT
from coprod_sim.results import model_hash
from coprod_sim.results.experiments.loaded import MODEL_TEXT

NO_NUMBERS = {
    *("code_text", "coprod_sim", "errors", "quantities", "files", "file_lock", "spreadsheet"),
    *("display", "taking", "toml_text", "file_faults"),
    *("engine_choice", "own_places", "wasm", "wasm/instance", "wasm/made_from"),
}
"""Modules that hold no number a result is made of: sentences, declared ranges, files, what plays."""
NOT_PLAYED = {
    *(
        "words",
        "words/messages",
        "compiled",
        "results/amounts",
        "results/comparison",
        "results/frame",
        "results/model_hash",
        "results/nroy",
    ),
    *(
        "results/dictionary",
        "results/first_version",
        "results/played_people",
        "results/in_short",
        "results/own_figures",
        "results/store",
        "results/uncertainty",
        "results/workbook",
    ),
}
"""Modules a point of a sweep does not go through: the declaration only takes constants from them."""


@pytest.mark.parametrize(
    ("roots", "texts", "left_out"),
    [
        (("model.batch", "population.network_loops"), COMPILED_TEXT, NO_NUMBERS),
        (("results.sweeps.points", "model.ensemble"), MODEL_TEXT, NO_NUMBERS | NOT_PLAYED),
    ],
    ids=["compiled functions", "results of a sweep"],
)
def test_every_file_that_can_change_it_is_in_the_name(
    roots: tuple[str, ...], texts: tuple[str, ...], left_out: set[str]
):
    graph = grimp.build_graph("coprod_sim")
    needed = {f"coprod_sim.{root}" for root in roots}
    needed |= {up for root in list(needed) for up in graph.find_upstream_modules(root)}
    files = {module.removeprefix("coprod_sim.").replace(".", "/") for module in needed}
    named = {
        f for f in files if any(f"{f}/".startswith(t.removesuffix(".py") + "/") for t in texts)
    }
    assert files - named == left_out & files - named
    assert [
        t for t in texts if not any(f"{f}/".startswith(t.removesuffix(".py") + "/") for f in files)
    ] == []


MEASURES = (Path(coprod_sim.__file__).parent / "model" / "measures.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('label="Acceptance"', 'label="Consent"'),
        ('formula="mean(vote)"', 'formula="mean of votes"'),
        ('lists=("table",)', "lists=()"),
        ('"""Give Lin', '"""Take Lin'),
    ],
)
def test_what_is_said_about_a_number_does_not_make_data_stale(old: str, new: str):
    assert old in MEASURES
    assert code_text._bare(MEASURES.replace(old, new)) == code_text._bare(MEASURES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('t.mean("trust_before")', 't.mean("trust")'),
        ('better="low"', 'better="high"'),
        ("2.0 * together", "3.0 * together"),
    ],
)
def test_what_decides_a_number_makes_data_stale(old: str, new: str):
    assert old in MEASURES
    assert code_text._bare(MEASURES.replace(old, new)) != code_text._bare(MEASURES)


def test_the_driver_of_one_town_makes_no_data_stale():
    """Nothing that ships was played by it."""
    read = code_text.deciding_text(model_hash.LOOPS)
    assert "def play_all" in read
    assert "class Citizen(" not in read
    assert "class CivicModel(" not in read


@pytest.mark.parametrize("root", ["engine.town", "engine.offered", "results.comparison"])
def test_the_files_behind_a_module_are_all_that_it_imports(root: str):
    graph = grimp.build_graph("coprod_sim")
    needed = {f"coprod_sim.{root}"} | graph.find_upstream_modules(f"coprod_sim.{root}")
    found = {
        f"coprod_sim/{file}".removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for file in files_behind(f"{root.replace('.', '/')}.py")
    }
    assert found == needed


def test_what_two_schools_say_of_a_number_does_not_make_data_stale():
    """Naming the right paper asked for a new WebAssembly module."""
    root = Path(coprod_sim.__file__).parent
    text = (root / "assumptions.py").read_text(encoding="utf-8")
    other = text.replace("Mistrust mobilises", "Mistrust moves")
    assert other != text
    assert code_text._bare(other) == code_text._bare(text)
    assert code_text._bare(text.replace("(-1.0, 1.0)", "(-2.0, 1.0)")) != code_text._bare(text)
