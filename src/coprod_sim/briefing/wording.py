"""The sentences of the page that come from the case and its numbers."""

import re
from dataclasses import replace

from coprod_sim.assumptions import DECLARED
from coprod_sim.briefing.extras import Extras
from coprod_sim.briefing.fitting import Block, cut, shortened
from coprod_sim.charts.costs import spending
from coprod_sim.charts.labels import listing
from coprod_sim.charts.values import last, titles
from coprod_sim.charts.words import about, between, large, price, small
from coprod_sim.engagement import engagement_names, load_engagement
from coprod_sim.model.measures import NO_SIZE
from coprod_sim.report.beliefs import against_in_words
from coprod_sim.results import Comparison
from coprod_sim.results.attribution import explained_pair
from coprod_sim.results.comparison import RUNS_A_DRAW
from coprod_sim.results.uncertainty import LUCK, OVER
from coprod_sim.scenarios import Scenario

LIMITS = (
    "The people in it are made up; none of them is real.",
    "That good involvement mostly wins acceptance follows from studies; it is no proof.",
    f"People can accept what harms them: look at quality, too. {NO_SIZE}",
)
"""The three limits that matter most to a board."""
LONGEST = 500
"""The most letters of a text [letters]; whole sentences are kept up to there."""
ADDRESS = re.compile(r",? *(?:https?://\S+|\S+\.(?:com|org|co\.uk))$")


def kicker(case: Scenario) -> str:
    """Name the place and the time, and say whether the case is real."""
    kind = "a real case" if case.kind == "real" else "a case made up for teaching"
    return f"Briefing: {cut(case.place, 60)}, {cut(case.years, 30)}. {large(kind)}."


def facts(case: Scenario, gate: str) -> tuple[tuple[str, str], ...]:
    """Say what is decided, by whom, and whether people should be asked at all."""
    pairs = (
        ("The decision:", cut(case.decisions.what, 90)),
        ("Who decides:", cut(case.who_decides, 70)),
        ("Should we ask people?", cut(gate, 60)),
    )
    return tuple((name, words.rstrip(".")) for name, words in pairs if words)


def blocks(comparison: Comparison, more: Extras) -> tuple[Block, ...]:
    """Give the parts of the two columns in reading order; the heaviest matter most."""
    cost = f"{more.break_even} {_hours(comparison)}".strip()
    found = (
        _happened(comparison),
        Block(head="What matters most", text=more.matters, least=2, weight=1.3),
        Block(
            head="In how many models it does not pay",
            text=more.against or _against(comparison),
            least=2,
            weight=1.8,
        ),
        Block(head="When it would not pay", text=more.not_pay, least=6, weight=2.0),
        Block(head="What would have to be true", text=more.would_have, weight=1.2),
        Block(head="What it costs", text=cost, least=2, weight=1.5),
        Block(head="Mending trust", text=more.repair, least=2, weight=0.8),
    )
    return tuple(_capped(b) for b in found if b.text)


def _against(comparison: Comparison) -> str:
    """Count the models behind the ranges in which the way that is explained does not pay."""
    if len(comparison.engagements) < 2:
        return ""
    return against_in_words(comparison, explained_pair(comparison.engagements)[1].name)


def assumed(comparison: Comparison) -> str:
    """Count what is assumed, say the first of it, and how many numbers in the rules were changed."""
    case = comparison.scenario
    own = [DECLARED[name].label for name in case.assumptions]
    count = f"{len(case.assumed)} things are assumed about this case."
    said = f"{count} {shortened(' '.join(case.assumed), 120)}" if case.assumed else ""
    if not own:
        return f"{said} None of the {len(DECLARED)} numbers in the rules was changed.".strip()
    some = listing([small(cut(label, 60)) for label in own[:2]])
    others = f" and {len(own) - 2} more" if len(own) > 2 else ""
    return f"{said} Changed for it in the rules: {some}{others}.".strip()


def reading(comparison: Comparison) -> str:
    """Say what the ranges mean."""
    over, draws = OVER[comparison.over], comparison.draws
    if comparison.over == LUCK:
        return (
            f"Ranges hold 9 in 10 of {comparison.runs:,} runs, {over.words}: another town, and chance. "
            "They leave out that the rules may be wrong, so they are too narrow."
        )
    return (
        f"Ranges hold 9 in 10 results of {draws:,} {over.models}, each in {RUNS_A_DRAW} towns, and of the "
        f"rules as they stand in {comparison.runs:,} towns."
    )


def sources(case: Scenario) -> str:
    """Name the first sources, without their addresses, and count the rest."""
    named = [cut(ADDRESS.sub("", s).rstrip("."), 80) for s in case.sources[:2]]
    rest = len(case.sources) - len(named)
    return "; ".join([*named, *([f"{rest} more, listed with the case"] if rest else [])])


def origin(comparison: Comparison) -> str:
    """Say how to get the same numbers again: seed, runs, versions and a fingerprint of the inputs."""
    a = comparison.origin
    return (
        f"coprod-sim {a['coprod_sim']} (Python {a['python']}, numpy {a['libraries']['numpy']}), "
        f"seed {a['seed']}, {a['runs']:,} runs, {a['draws']:,} other models ({comparison.over}), "
        f"inputs {a['hash'][:12]}, {a['made'][:10]}"
    )


def _capped(block: Block) -> Block:
    return replace(block, text=shortened(block.text, LONGEST))


def _happened(comparison: Comparison) -> Block:
    """Set what really happened beside what the model gives for the way that comes closest."""
    case, named = comparison.scenario, titles(comparison)
    if case.kind != "real":
        return Block(head="What the case is built to show", text=case.outcome, weight=0.9)
    tail = ""
    if case.really in named:
        ends = (last(comparison, m).loc[case.really] for m in ("acceptance", "losers_acceptance"))
        every, lose = (between(float(v["low"]), float(v["high"])) for v in ends)
        tail = (
            f"What was done comes closest to {small(named[case.really])}: in the model, {every} then "
            f"accept it, and {lose} of those who lose."
        )
    elif case.really in engagement_names():
        title = small(load_engagement(case.really).title)
        tail = f"What was done comes closest to {title}, which is not compared here."
    return Block(
        head="What really happened", text=shortened(case.outcome, 150), tail=tail, weight=2.0
    )


def _hours(comparison: Comparison) -> str:
    """Say how many hours a decision takes with the first way and with the goal, and their price."""
    first, *others = comparison.engagements
    goal = explained_pair([first, *others])[1] if others else first
    spent, paid = spending(comparison), comparison.scenario.money
    parts = []
    for way in dict.fromkeys((goal.name, first.name)):
        row = spent.loc[way]
        people = " to ".join(dict.fromkeys(about(row["people", end]) for end in ("low", "high")))
        title = small(cut(titles(comparison)[way], 40))
        parts.append(
            f"with {title} {about(row['staff', 'mean'])} staff hours and {people} of people's"
        )
    rates = [price(v, paid.currency) for v in (paid.staff_hour, paid.citizen_hour)]
    return (
        f"One decision takes {listing(parts)} own. An hour is priced at {rates[0]} and {rates[1]}."
    )
