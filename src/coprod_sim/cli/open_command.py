"""Open the kit in your browser: explore scenarios, learn, train. Stop it with Ctrl-C."""

import argparse
import os
import sys
from pathlib import Path

from coprod_sim import kit_folders

PAGE = "apps/explore_scenarios.ipynb"


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--port", type=int, metavar="N", help="the port to use (usually 8866)")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser window")


def run(args: argparse.Namespace) -> int:
    """Serve the kit until it is stopped."""
    notebooks = find_notebooks()
    if kit_folders.is_shipped(notebooks):  # what people do is kept where they stand
        from coprod_sim.learning.progress.progress_store import NAME, SET_BY  # noqa: PLC0415

        os.environ.setdefault(SET_BY, str(Path.cwd() / NAME))
    from coprod_sim.apps.serving.launcher import (  # noqa: PLC0415 - other commands need no server
        open_kit,
    )

    open_kit(notebooks, args.port, browser=not args.no_browser, say=_say)
    return 0


def find_notebooks() -> Path:
    """Find the folder with the pages: where the command is run, or the kit's own."""
    return kit_folders.first_with(kit_folders.NOTEBOOKS, [PAGE])


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
