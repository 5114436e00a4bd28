"""Finds the folders people work with: notebooks, exercises, simulations.

They lie at the top of the project. A wheel carries a copy of them inside the package, so that whoever
installs the kit has them too.
"""

from collections.abc import Iterable
from pathlib import Path

from coprod_sim.errors import InputError

NOTEBOOKS, EXERCISES, SIMULATIONS = "notebooks", "exercises", "simulations"
EXERCISE = "exercise.ipynb"
"""What the notebook of every exercise is called."""
FOLDERS = (NOTEBOOKS, EXERCISES, SIMULATIONS)
"""The folders people work with; pyproject.toml puts each into the wheel."""
ONLY_IN_NOTEBOOKS = "only-in-a-notebook"
"""The tag of a notebook's cells that are there to be read and changed; pages leave them out."""
_PACKAGE = Path(__file__).resolve().parent
_PROJECT = _PACKAGE.parents[1]
_SHIPPED = _PACKAGE / "kit"


def home() -> Path:
    """Give the folder that holds the kit's own folders: the project's, or the one that was installed."""
    return _SHIPPED if _SHIPPED.is_dir() else _PROJECT


def is_shipped(place: Path) -> bool:
    """Say whether a place lies in the installed copy, in which nobody's work belongs."""
    return place.resolve().is_relative_to(_SHIPPED)


def project() -> Path:
    """Give the project's folder.

    Raises:
        InputError: If the kit was installed without its project.
    """
    if not (_PROJECT / "pyproject.toml").is_file() or _SHIPPED.is_dir():
        raise InputError(
            "this needs the whole project; the kit that is installed here came without it"
        )
    return _PROJECT


def candidates(name: str, *, above: int = 0) -> list[Path]:
    """List where a folder of this name is, what lies where one stands first.

    Args:
        name: One of `FOLDERS`.
        above: How many folders above the present one are looked into as well [folders].

    Returns:
        Those that exist, each once.
    """
    here = Path.cwd().resolve()
    roots = dict.fromkeys((here, *list(here.parents)[:above], home()))
    return [folder for root in roots if (folder := root / name).is_dir()]


def first_with(name: str, signs: Iterable[str], *, above: int = 0) -> Path:
    """Give the first folder of this name that holds what it is known by.

    Args:
        name: One of `FOLDERS`.
        signs: Patterns, relative to the folder; one match is enough.
        above: How many folders above the present one are looked into as well [folders].

    Raises:
        InputError: If there is none.
    """
    patterns = tuple(signs)
    for folder in candidates(name, above=above):
        if any(any(folder.glob(pattern)) for pattern in patterns):
            return folder
    raise InputError(
        f"the folder {name!r} was not found; 'coprod-sim copy DIR' writes a copy of the kit's own"
    )
