"""Show a case or a way of involving people in words: who decides, the figures, what is assumed."""

import argparse
import sys
import textwrap
from shlex import quote

from coprod_sim.engagement import DIALS, SHARES, Engagement, engagement_names, load_engagement
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.scenarios import Fact, Scenario, load_scenario, scenario_names
from coprod_sim.words import ENGLISH, words_in


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `show`."""
    parser.add_argument(
        "name", metavar="NAME", help="a name from 'coprod-sim list', or a .toml file"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what is known; a name that is both a case and an engagement shows both."""
    name, found = arguments.name, False
    if name in scenario_names():
        _scenario(load_scenario(name), name)
        found = True
    if name in engagement_names():
        _engagement(load_engagement(name))
        found = True
    if not found and name.endswith(".toml"):
        _file(name)
        found = True
    if not found:
        known = [*scenario_names(), *engagement_names()]
        raise InputError(
            f"there is no case and no way called {name[:60]!r}{did_you_mean(name, known)} "
            "('coprod-sim list' names all; or give the path of a .toml file)"
        )
    return 0


def _file(name: str) -> None:
    from coprod_sim.cli.check_command import kind_of  # noqa: PLC0415 - shared only here

    value = kind_of(name)[1]()
    if isinstance(value, Scenario):
        _scenario(value, name)
    elif isinstance(value, Engagement):
        _engagement(value)
    else:
        sys.stdout.write(f"{value}\n")


def _scenario(stated: Scenario, given: str) -> None:
    case = _with_its_people(stated)
    _write(
        f"{case.title}\n{case.place}, {case.years}. Decides: {case.who_decides.removesuffix('.')}."
    )
    _write(case.summary)
    series = case.decisions
    _write(words_in(ENGLISH)("case-lasts", months=f"{series.months:g}", heat=f"{series.heat:g}"))
    _write("What came of it: " + case.outcome)
    _items("Figures", [_figure(fact) for fact in case.facts])
    _items("Assumed", case.assumed)
    _items("Take care", case.cautions)
    _items("Criticism and limits", case.criticism)
    _items("Sources", case.sources)
    done = f"Closest to what was done: {case.really}. " if case.really else ""
    _write(f"{done}Compare: coprod-sim compare {quote(given)}")


def _with_its_people(case: Scenario) -> Scenario:
    if case.people.trust.source not in ("file", "answers"):
        return case
    from coprod_sim.results.played_people import with_its_people  # noqa: PLC0415 - slow, for surveys only

    return with_its_people(case)


def _figure(fact: Fact) -> str:
    value = fact.value if isinstance(fact.value, str) else f"{fact.value:,.12g}"
    unit = "" if fact.unit == "none" else f" {fact.unit}"
    return f"{fact.what}: {value}{unit} [{fact.source}]"


def _engagement(way: Engagement) -> None:
    _write(f"{way.title} ({way.year}). Decides: {way.who_decides.removesuffix('.')}.")
    _write(way.summary)
    dials = [f"{d.label}: {getattr(way, n) * d.times:g}" for n, d in DIALS.items() if n in SHARES]
    dials += [
        f"{d.label}: {d.in_words(getattr(way, n))}" for n, d in DIALS.items() if n not in SHARES
    ]
    dials.append("People are asked" if way.asked else "Nobody is asked")
    _items("Dials (0 to 100, which files and --set write as 0 to 1; seats in people)", dials)
    _items("Assumed", way.assumed)
    _items("Sources", way.sources)


def _write(text: str) -> None:
    lines = [wrapped for line in text.splitlines() for wrapped in textwrap.wrap(line, 96)]
    sys.stdout.write("\n".join(lines) + "\n\n")


def _items(title: str, items: tuple[str, ...] | list[str]) -> None:
    if items:
        body = [
            textwrap.fill(i, 96, initial_indent="  - ", subsequent_indent="    ") for i in items
        ]
        sys.stdout.write(title + "\n" + "\n".join(body) + "\n\n")
