"""Make what ships with the package anew after a rule was changed: so far the WebAssembly module."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from coprod_sim.engine.making.module import rebuild

BUILDERS: dict[str, Callable[[], list[Path]]] = {"web": rebuild}
"""What can be made anew, by name."""


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `rebuild`."""
    parser.add_argument(
        "what", choices=BUILDERS, help="web: the module that plays the model in a browser (minutes)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make it and say which files were written."""
    for file in BUILDERS[arguments.what]():
        sys.stdout.write(f"written: {file}\n")
    return 0
