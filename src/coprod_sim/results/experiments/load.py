"""Reads an experiment file and checks everything it names."""

from pathlib import Path

from coprod_sim.errors import InputError
from coprod_sim.library_files import check, read_toml
from coprod_sim.results.experiments.declaration import Experiment
from coprod_sim.results.experiments.design import cells_of
from coprod_sim.results.experiments.loaded import check_decisions, read_in


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
            cases = [case.but(experiment.settings) for case in loaded.cases]
        else:
            cases = [one.trial.case for one in cells_of(loaded)]
        check_decisions(experiment, cases)
    except InputError as problem:
        raise InputError(f"{path.name}: {problem}") from None
    return experiment
