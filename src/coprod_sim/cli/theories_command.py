"""Say in how many models each way of involving people wins on a case, and which beliefs decide it."""

import argparse
import sys
import textwrap
from typing import TYPE_CHECKING

from coprod_sim.cli import options
from coprod_sim.cli.compare_command import say
from coprod_sim.results import Comparison, compare
from coprod_sim.results.attribution import explained_pair
from coprod_sim.results.comparison import RUNS_A_DRAW, SEED
from coprod_sim.results.discovery.theories import check_models, theories_of
from coprod_sim.results.uncertainty import LUCK, NOT_RULED_OUT, PLAUSIBLE, WORTH_HAVING
from coprod_sim.scenarios import Scenario
from coprod_sim.words import ENGLISH, words_in

if TYPE_CHECKING:
    from coprod_sim.board.view import View

DRAWS = 100
"""Models played, unless told otherwise."""
WIDTH = 96
"""Columns of the terminal that a paragraph fills."""


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `theories`."""
    options.case_and_ways(parser)
    parser.add_argument(
        "--over",
        metavar="NAME",
        help="which models are played: plausible or not_ruled_out (as a saved view has it, else "
        f"{PLAUSIBLE})",
    )
    parser.add_argument(
        "--draws", type=options.whole, default=DRAWS, metavar="N", help=f"models ({DRAWS})"
    )
    parser.add_argument(
        "--seed",
        type=options.whole,
        metavar="N",
        help=f"seed (as a saved view has it, else {SEED})",
    )
    options.span(parser)
    options.threads(parser)


def run(arguments: argparse.Namespace) -> int:
    """Play the models and print who wins in how many, and what decides it."""
    given = options.given_case(arguments.case)
    case, over, seed = _asked(arguments, given)
    check_models(over)
    ways = options.variants(given, arguments.engagement, [])
    played = {
        one: compare(
            case,
            ways,
            runs=RUNS_A_DRAW,
            draws=arguments.draws if one == over else min(arguments.draws, DRAWS),
            seed=seed,
            over=one,
            threads=arguments.threads,
        )
        for one in (NOT_RULED_OUT, PLAUSIBLE)
    }
    _tell(played, over, given.view)
    return 0


def _asked(arguments: argparse.Namespace, given: options.Given) -> tuple[Scenario, str, int]:
    """Give the case, the models and the seed: as asked for, else as the saved view has them."""
    view = given.view
    over = view.over if view and view.over != LUCK else PLAUSIBLE
    seed = arguments.seed if arguments.seed is not None else view.seed if view else SEED
    return options.over_span(given, arguments.span), arguments.over or over, seed


def _tell(played: dict[str, Comparison], over: str, view: "View | None") -> None:
    """Print who wins in how many models, what decides it, and where too little is gained."""
    from coprod_sim.report import beliefs  # noqa: PLC0415 - only when words are wanted

    t, comparison = words_in(ENGLISH), played[over]
    chosen, least = (view.recommended_way, view.at_least) if view else ("", WORTH_HAVING)
    for title, table in beliefs.wins_in_words(theories_of(comparison)):
        sys.stdout.write(f"{title}\n\n{table.to_string()}\n\n")
    sys.stdout.write(textwrap.fill(t("found-wins-meant"), WIDTH) + "\n")
    for title, *paragraphs in beliefs.decided_in_words(comparison, chosen, least=least):
        say(title, *paragraphs)
    goal = explained_pair(comparison.engagements, chosen)[1].name
    say(
        t("found-both-title", decision=comparison.scenario.decisions.count),
        beliefs.both_against_in_words(played[NOT_RULED_OUT], played[PLAUSIBLE], goal, least),
    )
