"""Make a population from your own survey, one row a person: CSV, Excel, SPSS or Stata.

In Python the same is read_survey in coprod_sim.population.survey.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from coprod_sim.cli.answers_table import answers_table
from coprod_sim.cli.options import whole
from coprod_sim.cli.said_again import Command, one_of, what_to_say, who_counts
from coprod_sim.errors import InputError
from coprod_sim.population.columns import TrustNotClearError
from coprod_sim.population.quoting import file_name
from coprod_sim.population.survey import (
    Reading,
    SeveralReadingsError,
    SurveyPopulation,
    SurveyTable,
    WhoCountsError,
    build_reading,
    load_reading,
    open_survey,
    population_from,
    take_answers,
    write_population,
)
from coprod_sim.population.survey_files import FirstPersonNeededError, SheetNeededError
from coprod_sim.population.who_counts import open_still

NAMES = (
    "trust", "scale", "reversed", "missing", "group", "less_heard", "weight", "sheet", "names_row",
    "first_row", "encoding", "name", "unfinished", "unweighted", "previews",
)  # fmt: skip


COLUMNS = {
    "--trust": "the column with the answers on trust",
    "--weight": "a column with survey weights",
    "--group": "a column that tells groups apart",
}
ANSWERS = {
    "--missing": ("ANSWERS", "answers that are none, such as 8,9 (repeatable)"),
    "--less-heard": (
        "VALUE",
        "a value of the group column that stands for less-heard people (repeatable)",
    ),
}
PLACES = {
    "--sheet": ("NAME", "the sheet of a workbook, where several hold a table"),
    "--names-row": ("ROW", "the row that holds the names of the columns"),
    "--first-row": ("ROW", "the row of the first person, where questions stand below the names"),
    "--encoding": ("NAME", "the encoding of a text file, such as cp1250"),
    "--name": ("NAME", "what to call the population"),
}
OPTIONS = "The options that say how a survey is read: coprod-sim population --help"
SCALE = (
    "the lowest and highest answer, such as 1-4, or the answers from least to most trust, such as"
    " 'not at all < a little < a lot'"
)
UNFINISHED = "count rows marked as not finished (--no-unfinished: leave them out)"
UNWEIGHTED = "count every person the same, although a column may hold weights"
PREVIEWS = "count rows marked as previews or tests, which are left out otherwise"
REVERSED = "the lowest answer is the most trust (--no-reversed: the highest is)"


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `population`."""
    add = parser.add_argument
    add("survey", metavar="FILE", type=Path, help="a survey file, one row a person")
    for option, words in COLUMNS.items():
        add(option, metavar="COLUMN", help=words)
    add("--scale", metavar="SCALE", help=SCALE)
    add("--reversed", action=argparse.BooleanOptionalAction, help=REVERSED)
    add("--unfinished", action=argparse.BooleanOptionalAction, help=UNFINISHED)
    for option, words in (("--unweighted", UNWEIGHTED), ("--previews", PREVIEWS)):
        add(option, action="store_const", const=True, help=words)
    for option, (what, words) in ANSWERS.items():
        add(option, metavar=what, action="append", help=words)
    for option, (what, words) in PLACES.items():
        add(option, metavar=what, type=whole if what == "ROW" else str, help=words)
    add(
        "--map",
        metavar="FILE",
        type=Path,
        help="a .toml file with these, or a population made before",
    )
    add("--out", metavar="FILE", type=Path, help="where to write it")


def run(arguments: argparse.Namespace) -> int:
    """Read the survey, show what each answer is taken for, and write the population or ask."""
    reading = _reading(arguments)
    command = Command(arguments.survey, arguments.out, reading)
    population = _read(command)
    out = arguments.out or Path(f"{arguments.survey.stem}_population.toml")
    write_population(population, out)
    for note in population.notes:
        sys.stdout.write(f"- {note}\n")
    sys.stdout.write(_to_check(population, weighted=reading.weight is not None))
    sys.stdout.write(
        f"Written: {out}\nUse it: coprod-sim compare west_dulwich --population {out}\n"
    )
    return 0


def _reading(arguments: argparse.Namespace) -> Reading:
    """Put the options over what a file says."""
    given: dict[str, Any] = {n: getattr(arguments, n) for n in NAMES}
    if given["missing"] is not None:
        given["missing"] = _listed(given["missing"])
    said = {name: value for name, value in given.items() if value is not None}
    in_file = load_reading(arguments.map).model_dump(exclude_unset=True) if arguments.map else {}
    for name, other in (("weight", "unweighted"), ("unweighted", "weight")):
        if name in said and other not in said:
            in_file.pop(other, None)
    return build_reading(in_file | said)


def _completed(reading: Reading, columns: Sequence[str]) -> Reading:
    """Take the beginning of a column's name for the whole, where only one column begins so."""
    found: dict[str, str] = {}
    for key in ("trust", "group", "weight"):
        given = getattr(reading, key)
        begins = [name for name in columns if given and name.startswith(given)]
        if given not in columns and len(begins) == 1:
            found[key] = begins[0]
    return build_reading(reading.model_dump(exclude_unset=True) | found)


def _to_check(population: SurveyPopulation, *, weighted: bool) -> str:
    """Write the shares to hold against what the survey's own report says."""
    parts = []
    if population.share_trusting is not None:
        share = population.share_trusting * 100
        parts.append(f"{share:.0f} in 100 trust (an answer above the middle of the scale)")
    if population.share_less_heard is not None:
        parts.append(f"{population.share_less_heard * 100:.0f} in 100 are less heard")
    how = "Weighted" if weighted else "Unweighted"
    return f"{how}: {'; '.join(parts)}.\n" if parts else ""


def _listed(given: list[str]) -> list[str]:
    """Part a list at its commas, unless it was given once for each answer."""
    return [p.strip() for p in given[0].split(",") if p.strip()] if len(given) == 1 else given


def _read(command: Command) -> SurveyPopulation:
    """Read the survey and print its answers, counted, or ask what it leaves open."""
    survey, reading = command.survey, command.reading
    table: SurveyTable | None = None
    try:
        table = _opened(survey, reading)
        reading = _completed(reading, table.columns)
        command = replace(command, reading=reading)
        taken = take_answers(table, reading)
        sys.stdout.write(answers_table(taken))
        return population_from(table, reading, survey.name)
    except SeveralReadingsError as needed:
        who = None if table is None else open_still(table, needed.taken.reading)
        more = what_to_say(needed.taken, command, who)
        raise InputError(f"{file_name(survey)}: {needed}\n{more}") from None
    except WhoCountsError as needed:
        raise InputError(f"{file_name(survey)}: {who_counts(needed, command)}") from None
    except TrustNotClearError as needed:
        more = one_of(command, [{"trust": name} for name in needed.columns]) or OPTIONS
        raise InputError(f"{file_name(survey)}: {needed}\n{more}") from None
    except (SheetNeededError, FirstPersonNeededError) as needed:
        more = one_of(command, needed.ways) or OPTIONS
        raise InputError(f"{file_name(survey)}: {needed}\n{more}") from None
    except InputError as problem:
        raise InputError(f"{file_name(survey)}: {problem}\n{OPTIONS}") from None


def _opened(survey: Path, reading: Reading) -> SurveyTable:
    """Open the survey, with a line that tells how far it has come when it takes long."""
    with tqdm(delay=1, leave=False, desc="Reading", bar_format="{desc}: {percentage:.0f} %") as bar:

        def tell(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        return open_survey(survey, reading, tell)
