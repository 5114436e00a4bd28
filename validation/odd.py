"""Writes the tables of the model's description (`docs/odd.md`) from the declarations themselves."""

import ast
import inspect
from collections.abc import Iterable, Sequence
from importlib import import_module
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

from coprod_sim.engagement import DIALS, Dials, engagement_names, load_engagement
from coprod_sim.engagement.costs import COSTS, ONLY_IF_ASKED
from coprod_sim.errors import InputError
from coprod_sim.five_steps.cost import ASKING
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.schedule import SCHEDULE
from coprod_sim.model.totals import GROUPS, IN_WORDS, WHO
from coprod_sim.population.population import ITEMS, REFERENCE_BETA, survey_tables
from coprod_sim.quantities import Quantity
from coprod_sim.results.attribution import CHANNELS
from coprod_sim.results.comparison import compare
from coprod_sim.results.effort import COST_MEASURES
from coprod_sim.scenarios import Scenario, TrustSource, load_scenario, scenario, scenario_names
from validation.documents import Blocks
from validation.findings.table import published
from validation.markdown import code, table
from validation.odd_assumptions import assumptions_table, rivals_table, time_table

SPECIAL_CASES = ("captured_room", "bad_for_everyone", "misinformation_vote")
"""Scenarios whose settings are written out in full, because the text discusses them."""
SETTINGS = ("decisions", "people", "campaign", "money", "assumptions", "engagements")
"""The parts of a scenario that change numbers or choose what is compared; the rest is its story."""
LIMITED = {
    "decisions.count": scenario.COUNT, "decisions.months": scenario.MONTHS,
    "decisions.heat": scenario.HEAT, "decisions.draft": scenario.DRAFT,
    "people.citizens": scenario.CITIZENS, "people.share_less_heard": scenario.SHARE_LESS_HEARD,
    "people.contacts": scenario.CONTACTS, "people.homophily": scenario.HOMOPHILY,
    "campaign.strength": scenario.STRENGTH, "campaign.reach": scenario.REACH,
}  # fmt: skip
"""The settings of a scenario that have limits, by their places in a file."""
CONSTANTS: dict[str, tuple[str, ...]] = {
    "draws": ("CELLS",),
    "model.schedule": ("WORD_OF_MOUTH_ROUNDS",),
    "model.buffers": ("LANES",),
    "population.network_loops": ("MOST_LINKS", "ATTEMPTS", "NEARBY", "STEP"),
    "population.population": ("REFERENCE_BETA",),
    "results.comparison": (
        "RUNS",
        "DRAWS",
        "SEED",
        "RUNS_A_DRAW",
        "TEST_CAMPAIGN",
        "RESILIENCE_RUNS",
    ),
    "results.ranges_loops": ("LOW", "HIGH"),
    "results.attribution": ("RUNS",),
}
"""Numbers that stand outside the assumptions, by the module that declares them."""
ANCHORS = ("0", "0.25", "0.5", "0.75", "1")
FIGURES = (
    "acceptance", "losers_acceptance", "trust", "fairness", "knowledge", "quality",
    "reasoned_judgement", "took_part",
)  # fmt: skip
"""Measures of the reference case that are written out, to check a rebuild against."""


def _yes(fact: bool) -> str:
    return "yes" if fact else "no"


def _range(quantity: Quantity) -> str:
    return f"{quantity.low:g} to {quantity.high:g}"


def dials_table() -> str:
    """List the dials: what each is called, how far it turns, and the question that sets it."""
    return table(
        ("Name", "Label", "Range", "Question", "Meaning", "Source"),
        ((code(n), d.label, _range(d), d.question, d.plain, d.source) for n, d in DIALS.items()),
    )


def anchors_table() -> str:
    """List what five positions of each dial look like; seats are counted and have none."""
    rows = ((code(name), *dial.anchors) for name, dial in DIALS.items() if dial.anchors)
    return table(("Dial", *ANCHORS), rows)


def patterns_table() -> str:
    """List the published patterns that the rules are held to, how firm each is, and what it is used for."""
    return table(
        ("Finding", "Pattern", "Firmness", "Used to"),
        (
            (n, row["claim"], row["standing"], row["part"] or "show")
            for n, row in published().iterrows()
        ),
    )


def schedule_table() -> str:
    """List the events of one decision, in order."""
    return table(
        ("", "Event", "Who", "Rules", "What happens"),
        (
            (k, code(e.name), e.who, ", ".join(map(code, e.rules)), e.what)
            for k, e in enumerate(SCHEDULE, 1)
        ),
    )


def measures_table() -> str:
    """List what is read off after a decision, and what an engagement costs."""
    everything = {name: m for name, (m, _) in MEASURES.items()} | COST_MEASURES
    return table(
        ("Name", "Label", "Formula", "Unit", "Better", "In plain words", "Source", "On screen, times 100",
         "To keep in mind"),
        (
            (code(n), m.label, m.formula, m.unit, m.better, m.plain or m.label, m.source, m.points, m.caveat)
            for n, m in everything.items()
        ),
    )  # fmt: skip


def groups_table() -> str:
    """List the groups in which measures are given, the last seven when they are asked for."""
    return table(
        ("Group", "On screen", "Who", "When"),
        (
            (code(n), words, WHO[n], "always" if n in GROUPS else "when asked for")
            for n, words in IN_WORDS.items()
        ),
    )


def costs_table() -> str:
    """List what each dial costs when it is turned to 1."""
    rows = [("asking at all", ASKING, True)]
    rows += [(code(name), cost, name in ONLY_IF_ASKED) for name, cost in COSTS.items()]
    return table(
        ("Dial", "Staff hours", "Hours of each participant", "Weeks", "Only if asked", "Source"),
        ((name, c.staff_hours, c.hours_each, c.weeks, _yes(o), c.source) for name, c, o in rows),
    )


def engagements_table() -> str:
    """List the named engagements and where their dials stand."""
    rows = []
    for name in engagement_names():
        engagement = load_engagement(name)
        rows.append((code(name), engagement.title, *engagement.dials[:-1], _yes(engagement.asked)))
    return table(("Name", "Title", *map(code, Dials._fields)), rows)


def limits_table() -> str:
    """List how far the kit lets each setting of a scenario go."""
    return table(
        ("Setting", "What it is", "From", "To"),
        ((code(name), q.label, q.low, q.high) for name, q in LIMITED.items()),
    )


def scenarios_table() -> str:
    """List the scenarios and the settings in which they differ."""
    heads = ("Name", "Title", "Decisions", "Months", "Heat", "Draft", "Direction", "Citizens",
             "Less heard", "Contacts", "Homophily", "First trust", "Campaign",
             "Changed assumptions")  # fmt: skip
    return table(heads, (_scenario_row(load_scenario(name)) for name in scenario_names()))


def _scenario_row(case: Scenario) -> tuple[Any, ...]:
    shock = case.campaign
    campaign = (
        f"decision {shock.decision}, strength {shock.strength:g}, reach {shock.reach:g}"
        if shock
        else "none"
    )
    changes = ", ".join(f"`{name}` = {value:g}" for name, value in case.assumptions.items())
    d, people = case.decisions, case.people
    trust = _trust_words(people.trust)
    return (code(case.name), case.title, d.count, d.months, d.heat, d.draft, d.direction,
            people.citizens, people.share_less_heard, people.contacts, people.homophily, trust,
            campaign, changes or "none")  # fmt: skip


def _trust_words(trust: TrustSource) -> str:
    if trust.source == "reference":
        return "Beta({:g}, {:g})".format(*REFERENCE_BETA)
    if trust.source == "file":
        return f"the file {trust.file}"
    whole = sum(trust.institutions.values())
    parts = (f"{w / whole:.0%} {k.replace('_', ' ')}" for k, w in trust.institutions.items() if w)
    return f"survey {trust.country}: {', '.join(parts)}"


def special_cases_table() -> str:
    """Write out all settings of the scenarios that the text discusses."""
    columns = [_settings(load_scenario(name)) for name in SPECIAL_CASES]
    every = {name for column in columns for name in column}
    names = sorted(every, key=lambda name: (SETTINGS.index(name.split(".")[0]), name))
    return table(
        ("Setting", *map(code, SPECIAL_CASES)),
        ((code(name), *(c.get(name, "not set") for c in columns)) for name in names),
    )


def _settings(case: Scenario) -> dict[str, Any]:
    dump = case.model_dump(include=set(SETTINGS))
    dump["people"]["trust"] = _trust_words(case.people.trust)
    return dict(_leaves("", dump))


def _leaves(place: str, value: Any) -> Iterable[tuple[str, Any]]:
    """List the settings inside a nested one, as (dotted name, value)."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(f"{place}.{name}".lstrip("."), inner)
    elif isinstance(value, tuple):
        yield place, ", ".join(map(str, value))
    elif value is not None:
        yield place, value


def trust_table() -> str:
    """List the survey rows that the library's scenarios use, in percent of the answers, as published."""
    sources = (load_scenario(name).people.trust for name in scenario_names())
    used = sorted({(t.country, i) for t in sources if t.source == "survey" for i in t.institutions})
    rows = ((c, i.replace("_", " "), *_answers(c, ITEMS[i])) for c, i in used)
    return table(("Country", "Institution", *map(str, range(11))), rows)


def _answers(country: str, item: str) -> list[float]:
    row = survey_tables().loc[(country, item)]
    return [row[f"p{k}"] for k in range(11)]


def luck_table() -> str:
    """List the purposes of luck: the last number of the counter, and what its words are for."""
    source = inspect.getsource(import_module("coprod_sim.draws"))
    names = [name for name, note in _notes(source).items() if note.startswith("(")]
    return table(("Purpose", "Number", "Its four words"), _declared_in("draws", names))


def constants_table() -> str:
    """List the numbers that stand outside the assumptions; those explained together share a line."""
    rows = []
    for module, names in CONSTANTS.items():
        for meaning, some in groupby(_declared_in(module, names), key=itemgetter(2)):
            together, values, _ = zip(*some, strict=True)
            rows.append(
                (f"{', '.join(together)} in {code(module)}", ", ".join(map(str, values)), meaning)
            )
    return table(("Constant", "Value", "Meaning"), rows)


def _declared_in(module: str, names: Sequence[str]) -> list[tuple[str, Any, str]]:
    """Look up constants of a module: name, value, and the text that stands below each."""
    values = vars(import_module(f"coprod_sim.{module}"))
    notes = _notes(inspect.getsource(import_module(f"coprod_sim.{module}")))
    missing = [name for name in names if name not in notes]
    if missing:
        raise InputError(f"{module} explains no constant called {', '.join(missing)}")
    return [(code(name), values[name], notes[name]) for name in names]


def _notes(text: str) -> dict[str, str]:
    """Read the text below each constant of a module; several on one line share it."""
    notes: dict[str, str] = {}
    for line, below in pairwise(ast.parse(text).body):
        match line, below:
            case ast.Assign(targets=[target]), ast.Expr(value=ast.Constant(value=str(note))):
                parts = target.elts if isinstance(target, ast.Tuple) else [target]
                notes |= {ast.unparse(part): note for part in parts}
    return notes


def channels_table() -> str:
    """List the channels a difference works through, and what switches each off."""
    return table(
        ("Channel", "In words", "Switched off by"),
        (
            (code(name), words, ", ".join(f"`{a}` = {v:g}" for a, v in off.items()))
            for name, (words, off) in CHANNELS.items()
        ),
    )


def figures_table() -> str:
    """List means and spreads of the reference case after the first and the last decision."""
    results = compare("reference", draws=0)
    every = results.frame[results.frame["group"] == "all"]
    rows = []
    for name in (engagement.name for engagement in results.engagements):
        for when in (1, results.scenario.decisions.count):
            runs = every[(every["engagement"] == name) & (every["decision"] == when)]
            cells = (f"{runs[m].mean():.4f} ± {runs[m].std():.4f}" for m in FIGURES)
            rows.append((code(name), when, *cells))
    return table(("Engagement", "Decision", *map(code, FIGURES)), rows)


BLOCKS: Blocks = {
    "patterns": patterns_table,
    "dials": dials_table,
    "anchors": anchors_table,
    "assumptions": assumptions_table,
    "rivals": rivals_table,
    "time": time_table,
    "schedule": schedule_table,
    "measures": measures_table,
    "groups": groups_table,
    "costs": costs_table,
    "engagements": engagements_table,
    "limits": limits_table,
    "scenarios": scenarios_table,
    "special_cases": special_cases_table,
    "trust": trust_table,
    "luck": luck_table,
    "constants": constants_table,
    "channels": channels_table,
    "figures": figures_table,
}
"""Every table of the document."""
