"""Say in how many models each way of involving people wins on a case, and which beliefs decide it."""

import argparse
import sys

from coprod_sim.cli import options
from coprod_sim.cli.compare_command import say
from coprod_sim.results import compare
from coprod_sim.results.attribution import explained_pair
from coprod_sim.results.comparison import RUNS_A_DRAW, SEED
from coprod_sim.results.discovery.theories import check_models, theories_of
from coprod_sim.results.uncertainty import NOT_RULED_OUT, PLAUSIBLE
from coprod_sim.words import ENGLISH, words_in

DRAWS = 100
"""Models played, unless told otherwise."""


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `theories`."""
    options.case_and_ways(parser)
    parser.add_argument(
        "--over",
        default=PLAUSIBLE,
        metavar="NAME",
        help=f"which models are played: plausible or not_ruled_out ({PLAUSIBLE})",
    )
    parser.add_argument(
        "--draws", type=options.whole, default=DRAWS, metavar="N", help=f"models ({DRAWS})"
    )
    parser.add_argument(
        "--seed", type=options.whole, default=SEED, metavar="N", help=f"seed ({SEED})"
    )
    options.threads(parser)


def run(arguments: argparse.Namespace) -> int:
    """Play the models and print who wins in how many, and what decides it."""
    from coprod_sim.report import beliefs  # noqa: PLC0415 - only when words are wanted

    check_models(arguments.over)
    given = options.given_case(arguments.case)
    ways = options.variants(given, arguments.engagement, [])
    played = {
        over: compare(
            given.case,
            ways,
            runs=RUNS_A_DRAW,
            draws=arguments.draws if over == arguments.over else min(arguments.draws, DRAWS),
            seed=arguments.seed,
            over=over,
            threads=arguments.threads,
        )
        for over in (NOT_RULED_OUT, PLAUSIBLE)
    }
    comparison = played[arguments.over]
    for title, table in beliefs.wins_in_words(theories_of(comparison)):
        sys.stdout.write(f"{title}\n\n{table.to_string()}\n\n")
    for title, *paragraphs in beliefs.decided_in_words(comparison):
        say(title, *paragraphs)
    goal = explained_pair(comparison.engagements)[1].name
    say(
        words_in(ENGLISH)("found-both-title"),
        beliefs.both_against_in_words(played[NOT_RULED_OUT], played[PLAUSIBLE], goal),
    )
    return 0
