"""Make a population from your own survey: one row a person, any column names, CSV."""

import argparse
import sys
from pathlib import Path

from coprod_sim.errors import InputError
from coprod_sim.population.survey import (
    build_mapping,
    load_mapping,
    read_survey,
    write_population,
)


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `population`."""
    parser.add_argument("survey", metavar="FILE", type=Path, help="a CSV file, one row a person")
    parser.add_argument("--trust", metavar="COLUMN", help="the column with the answers on trust")
    parser.add_argument("--scale", metavar="SCALE", help="0-10, 1-5, 1-7, 0-1 or 0-100")
    parser.add_argument("--group", metavar="COLUMN", help="a column that tells groups apart")
    parser.add_argument(
        "--less-heard",
        action="append",
        metavar="VALUE",
        dest="less_heard",
        help="a value of that column that stands for less-heard people (repeatable)",
    )
    parser.add_argument("--weight", metavar="COLUMN", help="a column with survey weights")
    parser.add_argument("--missing", metavar="CODES", help="codes for no answer, such as 77,88,99")
    parser.add_argument("--map", metavar="FILE", type=Path, help="a .toml file with these options")
    parser.add_argument("--name", metavar="NAME", help="what to call the population")
    parser.add_argument("--out", metavar="FILE", type=Path, help="where to write it")


def run(arguments: argparse.Namespace) -> int:
    """Read the survey, write the population, and say in words what was read, dropped and assumed."""
    names = ("trust", "scale", "group", "less_heard", "weight", "missing", "name")
    given = {n: getattr(arguments, n) for n in names if getattr(arguments, n) is not None}
    in_file = load_mapping(arguments.map).model_dump(exclude_unset=True) if arguments.map else {}
    population = read_survey(arguments.survey, build_mapping(in_file | given))
    out = arguments.out or Path(f"{arguments.survey.stem}_population.toml")
    try:
        write_population(population, out)
    except OSError as problem:
        raise InputError(f"{out}: cannot be written ({problem.strerror or problem})") from None
    for note in population.notes:
        sys.stdout.write(f"- {note}\n")
    sys.stdout.write(
        f"Written: {out}\nUse it: coprod-sim compare west_dulwich --population {out}\n"
    )
    return 0
