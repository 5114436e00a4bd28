"""Write your own copy of the notebooks, exercises and simulations, to open in JupyterLab and change."""

import argparse
import shutil
import sys
from pathlib import Path

from coprod_sim import kit_folders
from coprod_sim.errors import InputError
from coprod_sim.files import cannot_write
from coprod_sim.signing import sign

LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "coprod_sim_results")


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `copy`."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder to write to")


def run(arguments: argparse.Namespace) -> int:
    """Copy the folders, but never over what is there already.

    Raises:
        InputError: If one of the folders is there already, or cannot be written.
    """
    target: Path = arguments.folder
    for name in kit_folders.FOLDERS:
        if (target / name).exists():
            raise InputError(
                f"{target / name}: is there already; choose a new folder, so that no work is lost"
            )
    for name in kit_folders.FOLDERS:
        try:
            shutil.copytree(kit_folders.home() / name, target / name, ignore=LEFT_OUT)
        except OSError as problem:
            raise InputError(cannot_write(target, problem)) from None
        sign((target / name).rglob("*.ipynb"))
    sys.stdout.write(f"{target}: {', '.join(kit_folders.FOLDERS)}. To open them: jupyter lab\n")
    return 0
