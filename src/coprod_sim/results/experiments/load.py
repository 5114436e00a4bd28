"""Reads an experiment file and checks everything it names."""

from itertools import product
from pathlib import Path
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.library_files import check, read_toml
from coprod_sim.results.experiments.declaration import Experiment
from coprod_sim.results.experiments.design import cells_of
from coprod_sim.results.experiments.loaded import check_decisions, read_in
from coprod_sim.results.experiments.point import Point, cell_of
from coprod_sim.taking import takes_what_it_says


def experiment_of(given: Experiment | str | Path | dict[str, Any]) -> Experiment:
    """Give an experiment: itself, from its file, or from what would stand in its file.

    Args:
        given: any of these.

    Returns:
        The experiment.

    Raises:
        InputError: for what is none, and for everything that does not fit.
    """
    if isinstance(given, Experiment):
        return given
    if isinstance(given, str | Path):
        return load_experiment(given)
    if isinstance(given, dict):
        return check(Experiment, given, "the experiment")
    raise InputError(
        f"the experiment must be an Experiment, a table of its settings, or the path of its .toml file, "
        f"but is {given!r:.60}"
    )


@takes_what_it_says
def load_experiment(path: str | Path) -> Experiment:
    """Read an experiment file.

    Args:
        path: the `.toml` file.

    Returns:
        The experiment.

    Raises:
        InputError: in sentences that begin with the file's name, for everything that does not fit.
    """
    path = Path(path)
    experiment = check(Experiment, read_toml(path), path.name)
    try:
        loaded = read_in(experiment)
        if experiment.method == "sobol":
            variants = product(loaded.cases, experiment.all_variants)
            cells = [cell_of(experiment, c, v, Point(), loaded.load) for c, v in variants]
        else:
            cells = cells_of(loaded)
        check_decisions(experiment, [one.trial.case for one in cells])
    except InputError as problem:
        raise InputError(f"{path.name}: {problem}") from None
    return experiment
