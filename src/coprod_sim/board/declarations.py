"""Everything the board needs to know, made from the kit's own declarations, as one value for JavaScript.

Nothing here is typed a second time: a dial, a measure, a case or an assumption that is declared in Python
turns up on the board by itself. Floats are written so that they come back to the last bit.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np

from coprod_sim import __version__
from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.board.besides import A_DAY, AMOUNT, BESIDES, EFFORTS, JURY, OPEN, SEATED
from coprod_sim.board.view import OF_A_CASE, View
from coprod_sim.briefing.cautions import WORSE
from coprod_sim.briefing.wording import ruling_in_words
from coprod_sim.charts import declared as charts
from coprod_sim.charts import theme
from coprod_sim.charts.counted import AT_ALL, NEAR_TOP
from coprod_sim.charts.shares import OTHERS, name_of
from coprod_sim.charts.words import SIGNS, is_share, uncited, unit_of
from coprod_sim.engagement import DIALS, Engagement, engagement_names, load_engagement
from coprod_sim.engagement.dials import FIVE_STEPS, Dials
from coprod_sim.engine.kept_luck import ROOM
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.sums import SUMS
from coprod_sim.model.totals import GROUPS, IN_WORDS
from coprod_sim.population import Population, population_of
from coprod_sim.quantities import declared
from coprod_sim.report.discovered import WIDE
from coprod_sim.results.attribution import CHANNELS
from coprod_sim.results.comparison import DRAWS, RUNS, SEED
from coprod_sim.results.deciding import HALF
from coprod_sim.results.own_figures import FAR_BELOW
from coprod_sim.results.uncertainty import (
    FEWEST_SETS,
    FEWEST_TOWNS,
    LUCK,
    OVER,
    WORTH_HAVING,
)
from coprod_sim.scenarios import Money, Scenario
from coprod_sim.words import languages

WORDS = ("board.ftl", "figures.ftl", "prices.ftl", "charts.ftl")
"""The files of words that the board needs, of each language."""


def declarations(
    cases: Iterable[Scenario], ways: Iterable[Engagement] = (), *, seed: int = SEED
) -> dict[str, Any]:
    """Put together what a board for some cases needs.

    Args:
        cases: the cases that can be chosen.
        ways: ways of involving people besides those of the library.
        seed: the seed of all luck.

    Returns:
        A table of plain values, ready for `as_json`.
    """
    tables: list[list[float]] = []
    found = {case.name: town_of(case, tables) for case in cases}
    library = {name: load_engagement(name) for name in engagement_names()}
    all_ways = (library | {way.name: way for way in ways}).values()
    return {
        "version": __version__,
        "words": words(),
        "theme": _theme(),
        "charts": charts.declared(),
        "dials": [{"name": name, **asdict(dial)} for name, dial in DIALS.items()],
        "steps": list(FIVE_STEPS),
        "channels": [{"name": name, "label": name_of(name)} for name in CHANNELS],
        "others": {name: name_of(name) for name in OTHERS},
        "measures": measures(),
        "worse": WORSE,
        "groups": [{"name": name, "label": IN_WORDS[name]} for name in GROUPS],
        "rates": [{"name": name, **asdict(rate)} for name, rate in declared(Money)],
        "besides": _besides(),
        "efforts": [{"name": name, **asdict(about)} for name, about in EFFORTS.items()],
        "of_a_case": View().model_dump(mode="json", include=set(OF_A_CASE)),
        "ways": [way_of(way) for way in all_ways],
        "cases": found,
        "trusts": tables,
        "assumptions": list(Assumptions._fields),
        "reference": list(REFERENCE),
        **_counted(seed),
    }


def _counted(seed: int) -> dict[str, Any]:
    over = [over_of(name, DRAWS, seed) for name in OVER]
    return {"over": over, "sums": len(SUMS), "size": _size(seed)}


def _size(seed: int) -> dict[str, Any]:
    fewest = {"towns": FEWEST_TOWNS, "sets": FEWEST_SETS}
    return {
        "runs": RUNS, "draws": DRAWS, "seed": seed, "luck": ROOM // 8, "fewest": fewest,
        "least": WORTH_HAVING, "half": HALF, "near_top": NEAR_TOP, "wide": WIDE,
        "far_below": FAR_BELOW, "at_all": AT_ALL,
    }  # fmt: skip


def _besides() -> dict[str, Any]:
    ends = {"low": AMOUNT.low, "high": AMOUNT.high}
    published = {"jury": JURY._asdict(), "open": OPEN._asdict(), "a_day": A_DAY}
    return {"names": list(BESIDES), "seated": list(SEATED), **ends, **published}


def measures() -> list[dict[str, Any]]:
    """Declare every measure, with the places where it is shown."""
    return [_measure(name) for name in MEASURES]


def as_json(table: dict[str, Any]) -> str:
    """Write declarations so that they may stand between the tags of a page; nan is refused.

    Args:
        table: what `declarations` gives.

    Returns:
        JSON without `<`, so that no text in it can end a tag.
    """
    text = json.dumps(table, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


@cache
def words(files: tuple[str, ...] = WORDS) -> dict[str, str]:
    """Give the words of some files: for each language its Fluent messages, English first."""
    folder = resources.files("coprod_sim.words")
    return {code: _messages(folder / code, files) for code in languages()}


def _messages(folder: Traversable, files: tuple[str, ...]) -> str:
    texts = [(folder / name) for name in files]
    return "\n".join(text.read_text(encoding="utf-8") for text in texts if text.is_file())


def _theme() -> dict[str, Any]:
    looks = [
        asdict(theme.look(place)) | {"dark": theme.ON_DARK[place]}
        for place in range(len(theme.ON_DARK))
    ]
    light = {name: getattr(theme, name.upper()) for name in theme.DARK}
    return {"looks": looks, "font": theme.FONT, "light": light, "dark": theme.DARK, "signs": SIGNS}


def _measure(name: str) -> dict[str, Any]:
    measure = MEASURES[name][0]
    shown = {"name": name, "share": is_share(measure), "shown_in": unit_of(measure)}
    return shown | asdict(measure) | {"caveat": uncited(measure.caveat)}


def way_of(way: Engagement) -> dict[str, Any]:
    """Hand a way of involving people over.

    Args:
        way: the engagement.

    Returns:
        A table of plain values.
    """
    return {
        "name": way.name,
        "title": way.title,
        "summary": way.summary,
        "who_decides": way.who_decides,
        "dials": list(_plain(way.dials)),
    }


def over_of(name: str, draws: int, seed: int) -> dict[str, Any]:
    """Hand over what ranges are taken over: its words, and its sets of assumptions.

    Args:
        name: a name in `OVER`.
        draws: how many sets, where it is not luck alone.
        seed: the seed of those that are drawn.

    Returns:
        A table of plain values.
    """
    over = OVER[name]
    sets = [] if name == LUCK else over.sets(draws, seed)
    return {"name": name, "words": over.words, "models": over.models,
            "sets": [list(_plain(p)) for p in sets]}  # fmt: skip


def town_of(case: Scenario, tables: list[list[float]]) -> dict[str, Any]:
    """Hand a case over: its story, and its numbers as the model takes them.

    Args:
        case: the case.
        tables: tables of first trust; one that is not among them yet is added.

    Returns:
        A table of plain values; `trusts` are places in `tables`.
    """
    people = population_of(case)
    return case.model_dump(mode="json", exclude={"people": {"trust"}}) | {
        "sector": case.sector,
        "about": case.about,
        "ruling": ruling_in_words(case),
        "less_heard": people.less_heard,
        "trusts": [_kept(table, tables) for table in _trusts(people)],
        "notes": list(people.notes),
    }


def _trusts(people: Population) -> tuple[np.ndarray, np.ndarray]:
    return people.trust_less_heard, people.trust_well_connected


def _kept(table: np.ndarray, tables: list[list[float]]) -> int:
    """Keep a table of first trust once, and give its place."""
    points = table.tolist()
    if points not in tables:
        tables.append(points)
    return tables.index(points)


def _plain(numbers: Dials | Assumptions) -> Sequence[float]:
    return [float(n) for n in numbers]
