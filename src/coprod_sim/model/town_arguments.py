"""Checks what a town is made with: the case, the way, the seed of its luck, the network."""

from collections.abc import Callable, Iterable
from operator import methodcaller
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from coprod_sim.engagement import DIALS, Engagement, load_engagement
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.quantities import whole_number
from coprod_sim.scenarios import Scenario, load_scenario

SEED = 1
"""The seed of all luck, unless told otherwise."""
INSTEAD = {"seed": "rng", "seed_of_luck": "rng"}
"""Names of arguments elsewhere, and what they are called here."""
UNLIKE: tuple[tuple[Callable[[nx.Graph], bool], str], ...] = (
    (
        methodcaller("is_directed"),
        "has a direction on every link, but here who talks also listens: give network.to_undirected()",
    ),
    (
        methodcaller("is_multigraph"),
        "may link the same two people more than once, but here a link is there or not: give "
        "networkx.Graph(network)",
    ),
)
"""What a network of the model cannot be, and what to do about it."""


def from_mesa(scenario: Any, rng: Any) -> tuple[Any, dict[str, float]]:
    """Read what a scenario of Mesa's holds.

    Args:
        scenario: Mesa's, or nothing.
        rng: the seed that was given beside it.

    Returns:
        The seed, and the dials.

    Raises:
        InputError: for a case, and for two seeds.
    """
    if scenario is None:
        return rng, {}
    if isinstance(scenario, str | Path | Scenario):
        raise InputError("the case is called case here: write case=...; a scenario is Mesa's own")
    if rng is not None and rng != scenario.rng:
        raise InputError("rng and the scenario's rng must be the same; give one of them")
    return scenario.rng, {name: value for name, value in scenario if name != "rng"}


def seed_of(rng: Any) -> int:
    """Give the seed of all luck.

    Args:
        rng: a whole number, or what else seeds NumPy: then one is drawn from it; nothing for `SEED`.

    Returns:
        The seed, in 64 bits.

    Raises:
        InputError: for a number that cannot be.
    """
    if rng is None:
        return SEED
    if isinstance(
        rng, np.random.Generator | np.random.BitGenerator | np.random.SeedSequence | list
    ):
        try:
            return int(np.random.default_rng(rng).integers(2**63))
        except (TypeError, ValueError):
            raise InputError(
                f"rng must be made of whole numbers, 0 or more, but is {rng!r:.60}"
            ) from None
    return whole_number("rng", rng, 0, 2**64 - 1)


def case_of(case: str | Path | Scenario, citizens: int | None) -> Scenario:
    """Load the case where only its name is given, and change its size if asked to.

    Args:
        case: its name, its file, or itself.
        citizens: how many citizens, in place of its own.

    Returns:
        The case.
    """
    found = load_scenario(case)
    return found if citizens is None else found.but({"people.citizens": citizens})


def engagement_of(
    engagement: str | Path | Engagement, dials: dict[str, float], arguments: Iterable[str]
) -> Engagement:
    """Load the engagement where only its name is given, and turn its dials.

    Args:
        engagement: its name, its file, or itself.
        dials: what is turned.
        arguments: the names of what else a town may be made with.

    Returns:
        The engagement, turned.

    Raises:
        InputError: for what is neither a dial nor an argument, with the nearest name.
    """
    for name in dials:
        if name in INSTEAD:
            raise InputError(f"{name} is called {INSTEAD[name]} here: write {INSTEAD[name]}=...")
        if name not in (*DIALS, "asked"):
            able = (*DIALS, "asked", *arguments)
            raise InputError(
                f"{name[:60]!r} is neither a dial nor an argument of CivicModel{did_you_mean(name, able)}"
            )
    return load_engagement(engagement).but(dials)


def network_of(network: nx.Graph, citizens: int) -> nx.Graph:
    """Check a network of one's own: a node for each citizen, nobody linked with themselves, links both ways.

    Args:
        network: who talks with whom.
        citizens: how many there are.

    Returns:
        A copy of the network.

    Raises:
        InputError: for any other.
    """
    if not isinstance(network, nx.Graph):
        raise InputError(f"the network must be a networkx graph, but is {network!r:.60}")
    if set(network) != set(range(citizens)):
        raise InputError(
            f"the network must have the nodes 0 to {citizens - 1}, one for each citizen; it has "
            f"{len(network)} nodes (networkx.convert_node_labels_to_integers numbers them)"
        )
    if nx.number_of_selfloops(network):
        raise InputError("the network links somebody with themselves; take such links out")
    for unlike, words in UNLIKE:
        if unlike(network):
            raise InputError(f"the network {words}")
    return nx.Graph(network)


def kind_of(citizen_class: Any, kind: type) -> type:
    """Check a kind of citizen of one's own.

    Args:
        citizen_class: what citizens are to be.
        kind: what they must at least be.

    Returns:
        The kind.

    Raises:
        InputError: for what is no kind of citizen.
    """
    if not (isinstance(citizen_class, type) and issubclass(citizen_class, kind)):
        raise InputError(
            f"citizen_class must be {kind.__name__} or a class made from it, class Mine({kind.__name__}), "
            f"but is {citizen_class!r:.60}; agents of other kinds are made in the model itself"
        )
    return citizen_class
