"""Compare ways of involving people on a case: the same citizens, the same luck, honest ranges."""

import argparse
import json
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from coprod_sim.charts.costs import spending
from coprod_sim.charts.verdict import why_no_winner
from coprod_sim.cli import options
from coprod_sim.cli.text_table import comparison_table
from coprod_sim.errors import InputError
from coprod_sim.files import write_whole
from coprod_sim.report.told import NOTHING, ViewTold
from coprod_sim.results import Comparison, compare, save
from coprod_sim.results.attribution import channel_shares, explained_pair, step_shares
from coprod_sim.results.comparison import DRAWS, RUNS, SEED, check_counts
from coprod_sim.results.played_people import surveyed
from coprod_sim.results.player import threads_of
from coprod_sim.results.prior_posterior import both_sets
from coprod_sim.results.store import provenance
from coprod_sim.results.streaming import Streamed, stream
from coprod_sim.results.sweeps.progress import shown
from coprod_sim.results.uncertainty import LUCK, OVER, PLAUSIBLE, draws_over
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario

if TYPE_CHECKING:
    from coprod_sim.board.view import View


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `compare`."""
    options.case_and_ways(parser)
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME.dial=VALUE",
        help="turn a dial of a way, from 0 to 1 (seats: people), such as tickbox.influence=0.1",
    )
    parser.add_argument(
        "--assume",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="change a number inside the rules",
    )
    _fill_numbers(parser)


def _fill_numbers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--population", metavar="FILE", help="a file made by 'coprod-sim population'"
    )
    options.span(parser)
    parser.add_argument("--citizens", type=options.whole, metavar="N", help="citizens in the model")
    _fill_runs(parser)
    parser.add_argument(
        "--split",
        action="store_true",
        help="measure by winners and losers, in the room or not, and thirds of first trust, too",
    )
    options.threads(parser)
    _fill_output(parser)


def _fill_runs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--runs",
        type=options.whole,
        default=RUNS,
        metavar="N",
        help=f"runs with the reference assumptions ({RUNS})",
    )
    parser.add_argument(
        "--over",
        metavar="NAME",
        help=f"what the ranges are taken over: {' or '.join(OVER)} (as a saved view has it, else "
        f"{PLAUSIBLE})",
    )
    parser.add_argument(
        "--draws",
        type=options.whole,
        metavar="N",
        help=f"other sets of assumptions behind the ranges ({DRAWS})",
    )
    parser.add_argument(
        "--seed",
        type=options.whole,
        metavar="N",
        help=f"seed (as a saved view has it, else {SEED})",
    )


def _fill_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", metavar="DIR", type=Path, help="where the files go")
    printed = parser.add_mutually_exclusive_group()
    printed.add_argument(
        "--streaming",
        action="store_true",
        help="keep no table of runs, only means and ranges: for any number of runs",
    )
    printed.add_argument(
        "--json",
        action="store_true",
        help="print means and ranges of every measure as JSON, and nothing else",
    )


def run(arguments: argparse.Namespace) -> int:
    """Compare, print, and write the table and the page."""
    given = _given(arguments)
    arguments.draws = draws_over(arguments.over, arguments.draws, DRAWS)
    check_counts(arguments.runs, arguments.draws, arguments.seed)
    threads_of(arguments.threads)
    given = options.changed(
        given,
        population=arguments.population,
        citizens=arguments.citizens,
        assume=arguments.assume,
    )
    chosen = options.variants(given, arguments.engagement, arguments.set)
    case = options.over_span(given, arguments.span)
    if arguments.streaming:
        return _stream(case, chosen, arguments)
    result = compare(
        case,
        chosen,
        runs=arguments.runs,
        draws=arguments.draws,
        seed=arguments.seed,
        over=arguments.over,
        split=arguments.split,
        threads=arguments.threads,
        own=options.own_figures(given, chosen),
    )
    if arguments.json:
        sys.stdout.write(json.dumps(as_json(result), indent=1, allow_nan=False) + "\n")
        if arguments.out:
            save(result.frame, arguments.out)
        return 0
    folder = arguments.out or Path("coprod_sim_results") / case.name
    _tell(result, folder, arguments.threads, _told(result, given.view))
    return 0


def _given(arguments: argparse.Namespace) -> options.Given:
    """Load the case; ranges and seed that were not asked for are those of the saved view, or the usual.

    Raises `InputError` for other models beside luck alone.
    """
    given = options.given_case(arguments.case)
    arguments.over = arguments.over or (given.view.over if given.view else PLAUSIBLE)
    if arguments.seed is None:
        arguments.seed = given.view.seed if given.view else SEED
    if arguments.over == LUCK and arguments.draws:
        raise InputError(
            f"{OVER[LUCK].words} no other assumptions are played, so leave --draws {arguments.draws} out, or "
            f"give --over {PLAUSIBLE}"
        )
    return given


def _told(result: Comparison, view: "View | None") -> ViewTold:
    """Give what the page says of a view that it saved."""
    if view is None:
        return NOTHING
    from coprod_sim.apps.leaders.told_of_a_file import told_of  # noqa: PLC0415 - brings the page along

    return told_of(result, view)


def _stream(case: Scenario, chosen: Sequence[Variant], arguments: argparse.Namespace) -> int:
    """Play any number of runs without keeping them; write the ranges and print the last decision."""
    with shown(None, unit="run") as tell:
        found = stream(
            case, chosen, runs=arguments.runs, draws=arguments.draws, seed=arguments.seed,
            over=arguments.over, split=arguments.split, threads=arguments.threads, on_progress=tell,
        )  # fmt: skip
    folder = arguments.out or Path("coprod_sim_results") / case.name
    origin = provenance(
        case,
        chosen,
        [v.engagements()[-1] for v in chosen],
        runs=found.runs,
        draws=found.draws,
        seed=arguments.seed,
        over=found.over,
        split=arguments.split,
    )
    last = found.ranges.xs((case.decisions.count, "all"), level=("decision", "group")).dropna()
    sys.stdout.write(
        f"{last.round(4).to_string()}\n\n{_spread_over(found)} Shares are from 0 to 1.\n"
    )
    sys.stdout.write(f"{why_no_winner(found)}\n".lstrip())
    for name, table in (("ranges", found.ranges), ("differences", found.differences)):
        frame = table.reset_index()
        frame.attrs = origin
        save(frame, folder, f"streamed_{name}")
    sys.stdout.write(f"All decisions and groups: {folder / 'streamed_ranges.csv'}\n")
    return 0


def _spread_over(found: Streamed) -> str:
    luck = f"run_low to run_high: {OVER[LUCK].words}, in {found.runs:,} runs."
    over = OVER[found.over]
    return f"{luck} low to high: {over.words}, {found.draws:,} of them." if found.draws else luck


def _tell(result: Comparison, folder: Path, threads: int | None, told: ViewTold) -> None:
    from coprod_sim.report import page, sentences  # noqa: PLC0415 - only when words are wanted

    steps = channels = both = goal = None
    if len(result.engagements) > 1:
        pair = explained_pair(result.engagements, told.way)
        steps = step_shares(result.scenario, *pair, seed=result.seed, threads=threads)
        channels = channel_shares(result.scenario, *pair, seed=result.seed, threads=threads)
        both, goal = _both(result, threads), pair[1]
    sys.stdout.write(comparison_table(result, told))
    people = surveyed(result.scenario)
    say("Whose answers", *((people.said, *people.more) if people else ()))
    why = ""
    if steps is not None and channels is not None:
        why = sentences.what_decides_it(steps, channels)
    say("In short", told.headline or sentences.headline(result))
    for head, words in told.parts:
        say(head, *words.splitlines())
    say("What decides it", why)
    say("Who loses", *sentences.losers_in_words(result))
    say("How sure", sentences.how_sure(result, both, told.judged, told.least, told.unmet))
    say("What it takes", sentences.what_it_costs(result, told))
    say("Limits", *sentences.limits())
    # What was worked out has been said by now, also where nothing can be written.
    paths = save(result.frame, folder)
    html = folder / "comparison.html"
    write_whole(html, page.html_page(result, steps, channels, goal=goal, both=both, told=told))
    sys.stdout.write(f"\nPage:  {html}\nTable: {paths[0]}, {paths[1]}\n")


def _both(result: Comparison, threads: int | None) -> tuple[Comparison, Comparison] | None:
    """Play the same ways over both sets of models; over luck alone, or with rules of one's own, nothing."""
    if not result.draws:
        return None
    try:
        return both_sets(result.scenario, result.variants, seed=result.seed, threads=threads)
    except InputError:  # the sets that ship belong to other rules
        return None


def say(title: str, *paragraphs: str) -> None:
    """Print a heading and paragraphs under it, in lines that fit; nothing where all are empty."""
    if any(paragraphs):
        lines = [
            textwrap.fill(p, 96, initial_indent="  ", subsequent_indent="  ") for p in paragraphs
        ]
        sys.stdout.write(f"\n{title}\n" + "\n".join(lines) + "\n")


def as_json(result: Comparison) -> dict[str, Any]:
    """Give means and ranges of every measure by engagement and decision.

    Layout: engagements -> NAME -> decisions -> "1" -> measure -> mean, run_low, run_high, low, high,
    for the whole public; the same by group under NAME -> groups -> less_heard, well_connected ...
    NAME -> money is what one decision takes in the case's currency: mean, low, high.
    Empty cells (such as the acceptance of losers where nobody loses) are left out.
    """
    tree: dict[str, Any] = {}
    for key, row in result.ranges.dropna().iterrows():
        engagement, decision, group, measure = cast("tuple[str, int, str, str]", key)
        place = tree.setdefault(engagement, {"decisions": {}, "groups": {}})
        place = place["decisions"] if group == "all" else place["groups"].setdefault(group, {})
        place = place.setdefault(str(decision), {})
        place[measure] = {name: float(value) for name, value in row.items()}
    spent = spending(result)["money"]
    for name, effort in result.efforts.items():
        tree[name]["effort"] = effort._asdict()
        tree[name]["money"] = {str(end): float(v) for end, v in spent.loc[name].items()}
        tree[name]["resilience_loss"] = {
            k: float(v) for k, v in result.resilience.loc[name].items()
        }
    source = result.origin
    return {
        "scenario": result.scenario.name,
        "runs": source["runs"],
        "draws": source["draws"],
        "over": source["over"],
        "seed": source["seed"],
        "version": source["coprod_sim"],
        "engagements": tree,
    }
