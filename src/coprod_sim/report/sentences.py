"""The words of the page: plain sentences made from the numbers, also where nobody clearly wins."""

from collections.abc import Iterable

import pandas as pd

from coprod_sim.charts.dots import SHOWN
from coprod_sim.charts.labels import listing
from coprod_sim.charts.shares import name_of, ranked
from coprod_sim.charts.values import against_first, last, titles
from coprod_sim.charts.verdict import best
from coprod_sim.charts.words import about, after, between, difference, is_clear, price, small
from coprod_sim.report.beliefs import against_in_words
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.attribution import explained_pair
from coprod_sim.results.comparison import RUNS_A_DRAW
from coprod_sim.results.uncertainty import LUCK, NOT_RULED_OUT, OVER, PLAUSIBLE

HONEST_LINE = "A thinking tool, consistent with published findings, not a forecast."
BESIDES = ("losers_acceptance", "trust", "reasoned_judgement", "quality")
"""What a way of involving people is judged by besides acceptance."""
SERVES = ("reasoned_judgement", "quality")
"""What shows whether a decision serves people, beyond their saying yes to it."""
CO_PRODUCTION = "co_production"
LIMITS = (
    HONEST_LINE,
    "That co-production tends to win follows from the findings the model is built on. "
    "The model cannot prove it.",
    "Its worth lies in sizes, in costs, in who is left out, and in the cases where "
    "co-production loses.",
    "The people in it are made up. No number here counts real people.",
    "There are two groups of people, and one line along which a plan can move. "
    "Real life has more of both.",
    "Many numbers in the rules are assumptions. No study settles them.",
    "Acceptance alone is not the goal, for people can accept what harms them. "
    "Read it next to quality and reasoned judgement.",
    "Costs are rough. Ask the people who know your own.",
)


def headline(comparison: Comparison) -> str:
    """Say in a few sentences who comes out ahead, at what price, and how clearly."""
    first, named = comparison.engagements[0], titles(comparison)
    top = best(comparison, "acceptance") or first.name
    if len(named) == 1:
        when = after(comparison.scenario.decisions)
        return (
            f"{first.title} leaves acceptance at {_ends(comparison, top)} {when}. "
            "Nothing else was played, so there is nothing to compare it with."
        )
    parts = [_winner(comparison, top)]
    if top != first.name:
        parts += [*_besides(comparison, top), _weeks(comparison, top)]
    return " ".join(filter(None, [*parts, _not_first(comparison, top)]))


def meanings(measures: Iterable[str]) -> tuple[str, ...]:
    """Say what the points of some measures mean, and what to keep in mind; shares of 100 need no words."""
    declared = [MEASURES[m][0] for m in measures]
    return tuple(" ".join(filter(None, (f"{m.label}.", m.points, m.caveat)))
                 for m in declared if m.points or m.caveat)  # fmt: skip


def what_decides_it(step_shares: pd.DataFrame, channel_shares: pd.DataFrame) -> str:
    """Say which steps bring the difference in acceptance, and how it works."""
    steps = ranked(step_shares * 100.0)
    channels = ranked(channel_shares[["share", "low", "high"]] * 100.0)
    most, next_ = steps.iloc[0], steps.iloc[1]
    way = channels.iloc[0]
    start, goal = (step_shares.attrs.get(k) for k in ("start", "goal"))
    sentences = [f"We went from {small(start)} to {small(goal)}."] if start and goal else []
    sentences += [
        f"{name_of(str(most.name))} brings the most of the five steps: {_share(most)}.",
        f"Then comes {name_of(str(next_.name))}: {_share(next_)}.",
        f"What the steps stand on brings {_share(steps.loc['conditions'])}. "
        "That is open information, equal access, real influence and seats.",
        f"The change works most through one thing, {small(name_of(str(way.name)))}: {_share(way)}.",
    ]
    against = [name_of(str(p)) for p, v in steps.iterrows() if v["high"] < 0]
    if against:
        sentences.append(f"This works the other way: {listing(against)}.")
    return " ".join(sentences)


HOW_FOUND = {
    PLAUSIBLE: "Then we drew every free number in the rules from its plausible range. "
    "That gave {draws} {models}",
    NOT_RULED_OUT: "Then we took {draws} {models}: the same rules, with other numbers in them",
}
"""How the models behind a range came about, by its name in `uncertainty.OVER`."""


def losers_in_words(comparison: Comparison) -> tuple[str, ...]:
    """Say, for each engagement, who is left worse off and who of them accepts it all the same."""
    return tuple(_losers(comparison, e.name, e.title) for e in comparison.engagements)


def how_sure(comparison: Comparison) -> str:
    """Say what the ranges mean and how many differences may be zero."""
    sentences = [
        f"Each range holds 9 in 10 results, {OVER[comparison.over].words}.",
        f"We played {comparison.runs:,} runs with the rules as they stand. Each is another town, "
        "and chance falls differently.",
        _models(comparison),
        _against(comparison),
        _clear_differences(comparison),
    ]
    return " ".join(filter(None, sentences))


def _models(comparison: Comparison) -> str:
    """Say how the models behind the ranges came about, or that there are none."""
    over, draws = comparison.over, comparison.draws
    if over == LUCK:
        return "They leave out that the rules may be wrong, so they are too narrow."
    found = HOW_FOUND[over].format(draws=f"{draws:,}", models=OVER[over].models)
    return f"{found}. Each was played in {RUNS_A_DRAW} towns of its own."


def _against(comparison: Comparison) -> str:
    """Say in how many models the way that is explained does not pay."""
    if len(comparison.engagements) < 2:
        return ""
    return against_in_words(comparison, explained_pair(comparison.engagements)[1].name)


def what_it_costs(comparison: Comparison) -> str:
    """Say what hours are priced at, how many weeks there are, and what does not fit in."""
    paid = comparison.scenario.money
    named, weeks = titles(comparison), paid.weeks_available
    late = [named[n] for n, e in comparison.efforts.items() if e.weeks > weeks]
    fit = f"Too slow for that: {listing(late)}." if late else "All that was compared fits in."
    return (
        f"An hour of staff time is priced at {price(paid.staff_hour, paid.currency)}, an hour of "
        f"people's own time at {price(paid.citizen_hour, paid.currency)}. "
        f"A decision that is lost to a challenge is set at {price(paid.challenge, paid.currency)}; "
        f"that is not in the sums. There are {weeks:g} weeks. {fit}"
    )


def limits() -> tuple[str, ...]:
    """Say what this cannot do, one thought an entry."""
    return LIMITS


def _winner(comparison: Comparison, top: str) -> str:
    """Name the one with the most acceptance, only as surely as the paired differences allow."""
    first, named = comparison.engagements[0], titles(comparison)
    rest = against_first(comparison, "acceptance")
    ends = _ends(comparison, top)
    if top == first.name:
        sure = all(map(is_clear, rest["low"], rest["high"]))
        more = "The others end lower." if sure else "But its lead over the others may be zero."
        return f"{first.title} ends with the most acceptance: {ends}. {more}"
    low, high = rest.loc[top, ["low", "high"]]
    if is_clear(low, high):
        return (
            f"{named[top]} ends with the most acceptance: {ends}. "
            f"{first.title} ends at {_ends(comparison, first.name)}. "
            f"Set side by side, run by run, that is {difference(low, high)}."
        )
    by_luck = difference(*rest.loc[top, ["run_low", "run_high"]])
    return (
        f"There is no clear winner. With the rules as they stand, {named[top]} ends with "
        f"{by_luck} acceptance than {first.title}. But {OVER[comparison.over].words} "
        f"it lies {difference(low, high)}."
    )


def _not_first(comparison: Comparison, top: str) -> str:
    named = titles(comparison)
    if CO_PRODUCTION in named and top != CO_PRODUCTION:
        return f"{named[CO_PRODUCTION]} does not come first here."
    return ""


def _besides(comparison: Comparison, top: str) -> list[str]:
    """Say where the one with the most acceptance is ahead, behind, or not clearly either."""
    first = comparison.engagements[0].title
    groups: dict[str, list[str]] = {"ahead": [], "open": [], "behind": []}
    for measure in BESIDES:
        low, high = against_first(comparison, measure).loc[top, ["low", "high"]]
        place = "open" if not is_clear(low, high) else "ahead" if low > 0 else "behind"
        groups[place].append(measure)
    words = {
        "ahead": f"It is also ahead of {first} on",
        "open": "There is no clear difference on",
        "behind": f"It is behind {first} on",
    }
    said = [f"{words[g]} {listing([_low(m) for m in ms])}." for g, ms in groups.items() if ms]
    if misled(comparison, top):
        said.append("Take care: more people say yes to what does not serve them.")
    if harms(comparison, top):
        said.append("And the decision leaves people worse off on average.")
    return said


def harms(comparison: Comparison, name: str) -> bool:
    """Say whether a decision clearly leaves people worse off on average."""
    return bool(last(comparison, "quality").loc[name, "high"] < 0)


def misled(comparison: Comparison, name: str) -> bool:
    """Say whether more people than under the first way say yes to what does not serve them.

    So it is where the decision is worse for them, where their yes comes clearly more from want of knowledge
    or less from judgement, and where they say yes more often to what harms them.
    """
    gains = {m: against_first(comparison, m).loc[name] for m in ("acceptance", "swayed", *SERVES)}
    blind = gains["swayed"]["low"] > 0 or any(gains[m]["high"] < 0 for m in SERVES)
    return bool(blind or (gains["acceptance"]["low"] > 0 and harms(comparison, name)))


def _weeks(comparison: Comparison, top: str) -> str:
    first, efforts = comparison.engagements[0], comparison.efforts
    weeks, there = efforts[top].weeks, comparison.scenario.money.weeks_available
    said = f"It takes about {about(weeks)} weeks, {first.title} {about(efforts[first.name].weeks)}."
    return f"{said} But there are only {there:g} weeks." if weeks > there else said


def _losers(comparison: Comparison, name: str, title: str) -> str:
    every = _range(comparison, "losers", name)
    if not every[1] > 0:
        return f"{title}: nobody loses by the decision."
    less, well = (_range(comparison, "losers", name, g) for g in ("less_heard", "well_connected"))
    accept = _range(comparison, "losers_acceptance", name)
    return (
        f"{title}: {between(*every)} people lose by the decision. "
        f"Among less-heard people it is {between(*less)}, "
        f"among the well-connected {between(*well)}. "
        f"Of all who lose, {between(*accept)} accept it all the same. "
        f"{_gap(*_range(comparison, 'gap_acceptance', name))}"
    )


def _gap(low: float, high: float) -> str:
    """Say which group accepts the decision more; the gap is well-connected minus less-heard."""
    if not is_clear(low, high):
        return "Neither group is clearly readier to accept it."
    group = "The well-connected" if low > 0 else "Less-heard people"
    return f"{group} are readier to accept it, by {_apart(low, high)}."


def _apart(low: float, high: float) -> str:
    near, far = sorted((abs(low), abs(high)))
    return difference(near, far).removesuffix(" more")


def _clear_differences(comparison: Comparison) -> str:
    """Count the differences that may be zero, over the measures shown."""
    first = comparison.engagements[0].title
    pairs = [
        (low, high)
        for measure in SHOWN
        for low, high in against_first(comparison, measure)[["low", "high"]]
        .dropna()
        .itertuples(index=False)
    ]
    if not pairs:
        return ""
    unclear = sum(not is_clear(low, high) for low, high in pairs)
    return (
        "All meet the same people and the same luck. So a difference can be clear although two "
        f"ranges overlap. Of {len(pairs)} differences to {first}, {unclear or 'none'} may be zero."
    )


def _ends(comparison: Comparison, name: str) -> str:
    return between(*_range(comparison, "acceptance", name))


def _range(
    comparison: Comparison, measure: str, name: str, group: str = "all"
) -> tuple[float, float]:
    row = last(comparison, measure, group).loc[name]
    return float(row["low"]), float(row["high"])


def _share(row: pd.Series) -> str:
    return difference(row["low"], row["high"], digits=1)


def _low(measure: str) -> str:
    return small(MEASURES[measure][0].label)
