"""What is read off after a decision: each measure declared once, with the formula that makes it."""

from collections.abc import Callable
from typing import Any

import numpy as np

from coprod_sim.arithmetic import where
from coprod_sim.model.totals import GroupTotals, share_in
from coprod_sim.quantities import Measure

type Formula = Callable[[Any], Any]
"""Reads a measure off the sums: `GroupTotals` with arrays, or `OneRun` with numbers, also compiled."""


def _gap(value: Formula) -> Formula:
    return lambda t: t.of_all(value(t.only("well_connected")) - value(t.only("less_heard")))


def _room_less_heard(t: Any) -> Any:
    less, everybody = t.only("less_heard"), t.only("all")
    room = share_in(less.sum("part"), everybody.sum("part"))
    return t.of_all(room - less.people / everybody.people)


def _room_opposed(t: Any) -> Any:
    return t.ratio("opposed_part", "part") - t.mean("opposed")


def _agreement(t: Any) -> Any:
    """Give Lin's (1989) concordance of people's answers with those they would give fully informed.

    1 where everybody answers alike, 0 where answers are no better than a flat one, nan where all answer
    alike and would do so informed: then there is nobody to tell from anybody else.
    """
    now, if_informed, apart = t.mean("acceptance"), t.mean("informed"), _swayed(t)
    spread = t.variance("acceptance", "acceptance_squared")
    informed = t.variance("informed", "informed_squared")
    together = t.mean("acceptance_informed") - now * if_informed
    found = share_in(2.0 * together, spread + informed + apart * apart)
    return where(spread + informed > 0.0, found, np.nan)


def _spread_ratio(t: Any) -> Any:
    spread = t.variance("acceptance", "acceptance_squared")
    return np.sqrt(share_in(spread, t.variance("informed", "informed_squared")))


def _swayed(t: Any) -> Any:
    return t.mean("acceptance") - t.mean("informed")


def _trust_change(t: Any) -> Any:
    return t.mean("trust") - t.mean("trust_before")


def _quality(t: Any) -> Any:
    return share_in(t.mean("merit"), t.best)


def _mean(name: str) -> Formula:
    return lambda t: t.mean(name)


NO_SIZE = "No study gives the size of what a good room adds to quality."
"""What has to be said wherever quality is shown: it hangs on `valence_gain`, which has no published size."""
MEASURES: dict[str, tuple[Measure, Formula]] = {
    "acceptance": (
        Measure(
            label="Acceptance",
            unit="chance, 0 to 1",
            source="F1",
            plain="How likely people are to accept the decision.",
            formula="mean(chance)",
        ),
        _mean("acceptance"),
    ),
    "votes": (
        Measure(
            label="Share accepting",
            source="one draw a person",
            plain="The share who accept it when each makes up their mind once.",
            formula="mean(vote)",
            lists=(),
        ),
        _mean("votes"),
    ),
    "losers_acceptance": (
        Measure(
            label="Acceptance among those who lose",
            unit="chance, 0 to 1",
            source="losers' consent, F2",
            plain="How likely people are to accept it although it goes against them.",
            caveat="Those who lose are not the same people under each way.",
            formula="sum of chance where merit < 0 / number with merit < 0",
        ),
        lambda t: t.ratio("losers_acceptance", "losers"),
    ),
    "losers": (
        Measure(
            label="Share who lose",
            better="low",
            source="merit below 0",
            plain="The share of people whom the decision leaves worse off.",
            formula="mean(merit < 0)",
            lists=("table",),
        ),
        _mean("losers"),
    ),
    "trust": (
        Measure(
            label="Trust",
            source="F11, F12",
            plain="How far people trust the public body afterwards.",
            formula="mean(trust, after)",
        ),
        _mean("trust"),
    ),
    "trust_change": (
        Measure(
            label="Change in trust",
            low=-1.0,
            source="F11; Marien and Kern 2018",
            unit="trust after minus trust before the decision",
            plain="How far this decision moves people's trust in the public body.",
            points="At 10 people's trust rises by 10 in 100 with this decision.",
            formula="mean(trust, after) - mean(trust, before)",
            lists=(),
        ),
        _trust_change,
    ),
    "knowledge": (
        Measure(
            label="Knowledge",
            source="F14, F17",
            plain="How far people judge by what is so rather than by hearsay.",
            formula="mean(knowledge)",
            lists=(),
        ),
        _mean("knowledge"),
    ),
    "fairness": (
        Measure(
            label="Felt fairness",
            source="F2, F17",
            plain="How fairly people feel treated.",
            formula="mean(fairness)",
            lists=("table",),
        ),
        _mean("fairness"),
    ),
    "reasoned_judgement": (
        Measure(
            label="Reasoned judgement",
            low=-1.0,
            unit="agreement, at most 1",
            source="Lin 1989; correct voting, Lau and Redlawsk 1997",
            plain="How far people answer as they would if they knew everything about the plan.",
            points="At 100 all of them do. At 0 their answers tell nothing about what they would then say.",
            caveat="Read with it how many accept only because of not knowing enough, and how far answers "
            "spread: it can rise although answers drift apart (Fay 2005).",
            formula=(
                "2 cov(chance, informed) / "
                "(var(chance) + var(informed) + (mean(chance) - mean(informed))**2)"
            ),
        ),
        _agreement,
    ),
    "swayed": (
        Measure(
            label="Accepted only because of not knowing enough",
            low=-1.0,
            better="neither",
            unit="chance now minus chance if fully informed",
            source="Lau and Redlawsk 1997",
            plain="How much likelier people are to accept than if they knew the plan fully.",
            points="At 10, of 100 people 10 more accept it than would if they knew the plan fully.",
            formula="mean(chance) - mean(informed)",
            lists=("table",),
        ),
        _swayed,
    ),
    "spread_ratio": (
        Measure(
            label="Spread of answers",
            high=5.0,
            better="neither",
            unit="s.d. now / s.d. if fully informed",
            source="Lin 1989; Fay 2005",
            plain="How much people's answers differ, compared with how much they would if all knew the plan.",
            points="At 100 answers differ as much as they would if all knew the plan fully. Below 100 they "
            "are more alike.",
            formula="sqrt(var(chance) / var(informed))",
            lists=("table",),
        ),
        _spread_ratio,
    ),
    "quality": (
        Measure(
            label="Decision quality",
            low=-6.0,
            high=2.0,
            unit="1 = fits everybody exactly, 0 = no better than nothing",
            source="F21",
            plain="What the decision is worth to people on average.",
            points="At 100 it suits everybody exactly. At 0 people are no better off than without it. Below "
            "0 it makes them worse off.",
            caveat=NO_SIZE,
            formula="mean(merit) / merit_at_best",
        ),
        _quality,
    ),
    "aware": (
        Measure(
            label="Heard of it",
            plain="The share of people who heard of the decision in time.",
            source="model",
            formula="mean(aware)",
            lists=(),
        ),
        _mean("aware"),
    ),
    "took_part": (
        Measure(
            label="Took part",
            better="neither",
            plain="The share of people who took part.",
            caveat="In the model each person who wants a seat draws a lot. So a single run may seat a few "
            "more or fewer people than there are seats.",
            source="F13, F18",
            formula="mean(part)",
            lists=("table",),
        ),
        _mean("part"),
    ),
    "reached": (
        Measure(
            label="Got feedback",
            plain="The share of people who learnt what came of it.",
            source="model",
            formula="mean(got_it)",
            lists=(),
        ),
        _mean("reached"),
    ),
    "expected_influence": (
        Measure(
            label="Expected influence",
            plain="How much people think their say will count next time.",
            source="F12, F13",
            formula="mean(expected, after)",
            lists=(),
        ),
        _mean("expected"),
    ),
    "room_less_heard": (
        Measure(
            label="Less-heard people in the room",
            low=-1.0,
            better="neither",
            source="F18",
            unit="share in the room minus share of the public",
            plain="Whether less-heard people sit in the room as often as they live here.",
            formula="less-heard participants / participants - less-heard people / citizens; all only",
            lists=(),
        ),
        _room_less_heard,
    ),
    "room_opposed": (
        Measure(
            label="Opponents in the room",
            low=-1.0,
            better="neither",
            source="F18",
            unit="share in the room minus share of the public",
            plain="Whether opponents of the draft sit in the room more often than they live here.",
            formula="participants with view < 0 / participants - mean(view < 0)",
            lists=(),
        ),
        _room_opposed,
    ),
    "gap_acceptance": (
        Measure(
            label="Group gap in acceptance",
            low=-1.0,
            better="neither",
            source="model",
            unit="well-connected minus less-heard",
            plain="How much likelier the well-connected are to accept it.",
            formula="mean(chance) of the well-connected - of the less-heard; all only",
        ),
        _gap(_mean("acceptance")),
    ),
    "gap_trust": (
        Measure(
            label="Group gap in trust",
            low=-1.0,
            better="neither",
            source="model",
            unit="well-connected minus less-heard",
            plain="How much more the well-connected trust the body.",
            formula="mean(trust, after) of the well-connected - of the less-heard; all only",
            lists=(),
        ),
        _gap(_mean("trust")),
    ),
    "gap_quality": (
        Measure(
            label="Group gap in quality",
            low=-6.0,
            high=6.0,
            better="neither",
            source="model",
            unit="well-connected minus less-heard, in units of quality",
            plain="How much more the decision is worth to the well-connected.",
            caveat=NO_SIZE,
            formula="mean(merit) / merit_at_best of the well-connected - of the less-heard; all only",
            lists=(),
        ),
        _gap(_quality),
    ),
}
"""Every measure's declaration and formula, by its column name; adding one here adds it everywhere."""


def measured_in(totals: GroupTotals) -> np.ndarray:
    """Read every measure off.

    Args:
        totals: the sums of one arm with the whole public.

    Returns:
        The axes of the sums, the last one replaced by `MEASURES` in their order, each in its unit.
    """
    return np.stack([formula(totals) for _, formula in MEASURES.values()], axis=-1)
