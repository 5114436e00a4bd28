"""What is read off after a decision: each measure declared once, with the formula that makes it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from coprod_sim.model.sums import PLACE
from coprod_sim.quantities import Measure

GROUPS = ("less_heard", "well_connected", "all")
"""The groups in which every measure is given, in the order of the last axis but one."""


@dataclass(frozen=True, slots=True)
class GroupTotals:
    """The sums of one arm and the number of people behind them, with groups on the last axis.

    `both` holds less-heard, well-connected and all, in the order of `GROUPS`.
    """

    sums: np.ndarray
    people: np.ndarray

    def mean(self, name: str) -> np.ndarray:
        """Give the mean of something per person, for each group."""
        return self.sums[..., PLACE[name]] / self.people

    def ratio(self, name: str, of: str) -> np.ndarray:
        """Give the share of one sum in another; nan where the second is empty."""
        return _share(self.sums[..., PLACE[name]], self.sums[..., PLACE[of]])


def totals_of(sums: np.ndarray, sizes: tuple[int, int]) -> GroupTotals:
    """Add the whole public to the two groups' sums.

    Args:
        sums: ... x 2 groups x sums.
        sizes: people in both groups.

    Returns:
        The sums with three groups, `GROUPS`.
    """
    both = np.concatenate([sums, sums.sum(axis=-2, keepdims=True)], axis=-2)
    return GroupTotals(both, np.array([*sizes, sum(sizes)], dtype=np.float64))


def _share(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    return np.divide(top, bottom, out=np.full_like(top, np.nan), where=bottom > 0)


def _gap(name: str) -> Callable[[GroupTotals], np.ndarray]:
    def gap(totals: GroupTotals) -> np.ndarray:
        value = totals.mean(name)
        return _only_all(value[..., 1] - value[..., 0], value)

    return gap


def _only_all(values: np.ndarray, like: np.ndarray) -> np.ndarray:
    out = np.full_like(like, np.nan)
    out[..., 2] = values
    return out


def _room_less_heard(totals: GroupTotals) -> np.ndarray:
    part = totals.sums[..., PLACE["part"]]
    room = _share(part[..., 0], part[..., 2])
    return _only_all(room - totals.people[0] / totals.people[2], part)


def _room_opposed(totals: GroupTotals) -> np.ndarray:
    return totals.ratio("opposed_part", "part") - totals.mean("opposed")


def _agreement(totals: GroupTotals) -> np.ndarray:
    """Give Lin's (1989) concordance of people's answers with those they would give fully informed.

    1 where everybody answers alike, 0 where answers are no better than a flat one, nan where neither has
    any spread.
    """
    mean, informed = totals.mean("acceptance"), totals.mean("informed")
    shift = mean - informed
    together = totals.mean("acceptance_informed") - mean * informed
    spread = totals.mean("acceptance_squared") - mean * mean
    spread_informed = totals.mean("informed_squared") - informed * informed
    return _share(2.0 * together, spread + spread_informed + shift * shift)


def _swayed(totals: GroupTotals) -> np.ndarray:
    return totals.mean("acceptance") - totals.mean("informed")


def _mean(name: str) -> Callable[[GroupTotals], np.ndarray]:
    return lambda totals: totals.mean(name)


MEASURES: dict[str, tuple[Measure, Callable[[GroupTotals], np.ndarray]]] = {
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
            plain="How closely people answer as they would if they knew the plan fully.",
            formula=(
                "2 cov(chance, informed) / "
                "(var(chance) + var(informed) + (mean(chance) - mean(informed))**2)"
            ),
        ),
        _agreement,
    ),
    "swayed": (
        Measure(
            label="Accepted for want of knowledge",
            low=-1.0,
            better="neither",
            unit="chance now minus chance if fully informed",
            source="Lau and Redlawsk 1997",
            plain="How much likelier people are to accept than if they knew the plan fully.",
            formula="mean(chance) - mean(informed)",
            lists=("table",),
        ),
        _swayed,
    ),
    "quality": (
        Measure(
            label="Decision quality",
            low=-3.0,
            high=0.5,
            unit="mean merit, at most 0.5",
            source="F21",
            plain="What the decision is worth to people on average.",
            formula="mean(merit)",
        ),
        _mean("merit"),
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
        _gap("acceptance"),
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
        _gap("trust"),
    ),
    "gap_quality": (
        Measure(
            label="Group gap in quality",
            low=-3.0,
            high=3.0,
            better="neither",
            source="model",
            unit="well-connected minus less-heard",
            plain="How much more the decision is worth to the well-connected.",
            formula="mean(merit) of the well-connected - of the less-heard; all only",
            lists=(),
        ),
        _gap("merit"),
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
