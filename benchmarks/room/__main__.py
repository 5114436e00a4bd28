"""Measure the live room on this computer: load, a busy model, kills, and what is lost (about 4 minutes)."""

import argparse
import sys
from collections.abc import Sequence

from benchmarks.figures import offer_json, publish
from benchmarks.room.attack import measure_attack
from benchmarks.room.load import measure_room
from benchmarks.room.power import power_table

FEWEST, MOST = 5, 2000
"""How many phones can be measured with: fewer make no quantiles, more no sense on one computer."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit code 1 if a vote was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.room", description=__doc__)
    offer_json(parser)
    parser.add_argument("--quick", action="store_true", help="100 phones, 6 seconds, a first look")
    parser.add_argument("--participants", type=int, default=1000, metavar="N", help="phones (1000)")
    parser.add_argument("--power", action="store_true", help="how often a room sees an effect")
    parser.add_argument("--attack", action="store_true", help="newcomers under forged posts")
    parser.add_argument(
        "--typing", action="store_true", help="minutes to type in 25 people's papers"
    )
    options = parser.parse_args(arguments)
    if options.power:
        return _show_power()
    if options.attack:
        publish(measure_attack(), options.json)
        return 0
    if options.typing:
        from benchmarks.room.typing_in import measure_typing  # noqa: PLC0415 - brings a browser along

        publish(measure_typing(), options.json)
        return 0
    phones = 100 if options.quick else options.participants
    if not FEWEST <= phones <= MOST:
        parser.error(f"--participants must be between {FEWEST} and {MOST}, but is {phones}")
    figures = measure_room(phones, 6.0 if options.quick else 60.0, tell=sys.stderr.write)
    publish(figures, options.json)
    return int(any(one.name == "votes_lost" and one.value for one in figures))


def _show_power() -> int:
    sys.stdout.write("people  without noise  as people are\n")
    for people, plain, noisy in power_table():
        sys.stdout.write(f"{people:>6}  {plain:>13.2f}  {noisy:>13.2f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
