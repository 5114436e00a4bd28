"""What is kept under the name of the code is named after every file that can change it."""

import grimp
import pytest

from coprod_sim.compiled import COMPILED_TEXT
from coprod_sim.results.experiments.loaded import MODEL_TEXT

NO_NUMBERS = {"coprod_sim", "errors", "quantities", "files", "spreadsheet"}
"""Modules that hold no number a result is made of: sentences, declared ranges, files."""
NOT_PLAYED = {
    *("compiled", "results/comparison", "results/frame", "results/model_hash", "results/nroy"),
    *("results/store", "results/uncertainty"),
}
"""Modules a point of a sweep does not go through: the declaration only takes constants from them."""


@pytest.mark.parametrize(
    ("roots", "texts", "left_out"),
    [
        (("model.batch", "population.network"), COMPILED_TEXT, NO_NUMBERS),
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
