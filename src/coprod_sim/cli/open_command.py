"""Open the kit in your browser: explore scenarios, learn, train. Stop it with Ctrl-C."""

import argparse
import sys
from pathlib import Path

from coprod_sim.errors import InputError

NOTEBOOKS = "notebooks"
PAGE = Path("apps") / "explore_scenarios.ipynb"


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--port", type=int, metavar="N", help="the port to use (usually 8866)")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser window")


def run(args: argparse.Namespace) -> int:
    """Serve the kit until it is stopped."""
    notebooks = find_notebooks()
    from coprod_sim.apps.serving.launcher import (  # noqa: PLC0415 - other commands need no server
        open_kit,
    )

    open_kit(notebooks, args.port, browser=not args.no_browser, say=_say)
    return 0


def find_notebooks() -> Path:
    """Find the folder with the pages: where the command is run, or beside the installed sources."""
    places = [Path.cwd() / NOTEBOOKS, Path(__file__).resolve().parents[3] / NOTEBOOKS]
    for place in places:
        if (place / PAGE).is_file():
            return place.resolve()
    raise InputError(
        f"the folder {NOTEBOOKS!r} with {PAGE.as_posix()} was not found; "
        "run this inside the folder you downloaded"
    )


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
