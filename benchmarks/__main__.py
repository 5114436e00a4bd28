"""Measure speed and memory as ratios, in one run on this computer; the ratios are what counts."""

import argparse
import sys
from collections.abc import Sequence

from benchmarks.board import measure_board
from benchmarks.engine import measure_engine
from benchmarks.figures import offer_json, publish
from benchmarks.page import measure_page
from benchmarks.scaling import measure_scaling
from coprod_sim.errors import InputError


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for, print it, and keep it if a file is given."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        if options.page or options.board:
            figures = measure_page() if options.page else measure_board()
        else:
            measure = measure_scaling if options.scale else measure_engine
            figures = measure(quick=options.quick, tell=sys.stderr.write)
    except InputError as problem:
        parser.error(str(problem))
    publish(figures, options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    offer_json(parser)
    parser.add_argument("--quick", action="store_true", help="smaller towns, for a first look")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--page", action="store_true", help="measure the leaders' page in a browser instead"
    )
    instead.add_argument(
        "--board", action="store_true", help="measure the dial board in a browser instead"
    )
    instead.add_argument(
        "--scale",
        action="store_true",
        help="measure sweeps, threads, workers, growing towns and memory instead",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
