"""Plays one town with the Mesa model and keeps what can be seen: places, contacts, trust, answers."""

from collections.abc import Callable
from dataclasses import dataclass

import networkx as nx
import numpy as np

from coprod_sim.engagement import Engagement
from coprod_sim.model.civic_model import CivicModel
from coprod_sim.scenarios import Scenario

CITIZENS = 300
ACCEPTS, TOOK_PART, AWARE = 1, 2, 4
"""Bits of a citizen's state in `states`."""
TURNS = 60
"""Rounds in which the picture of the network settles."""


@dataclass(frozen=True, kw_only=True)
class Recording:
    """One way of involving people, played once: a town of citizens over a series of decisions.

    `places` holds x and y from 0 to 1, float32, citizen by citizen; `links` pairs of citizen numbers,
    uint16; the first `less_heard` citizens are the less-heard. `trusts` holds a byte for each citizen
    and moment (0 to 255 for trust 0 to 1), moment 0 before the first decision; `states` the bits
    `ACCEPTS`, `TOOK_PART` and `AWARE`. `numbers` has acceptance, trust and participation (0 to 1) for
    each decision, `stories` each citizen's story in words.
    """

    title: str
    less_heard: int
    places: bytes
    links: bytes
    trusts: bytes
    states: bytes
    numbers: tuple[tuple[float, float, float], ...]
    stories: tuple[str, ...]


def recording_of(
    scenario: Scenario,
    engagement: Engagement,
    *,
    citizens: int = CITIZENS,
    seed: int = 1,
    on_progress: Callable[[int, int], None] | None = None,
) -> Recording:
    """Play a scenario's town once, citizen by citizen, and keep every moment of it."""
    town = CivicModel(scenario, engagement, run=0, seed_of_luck=seed, citizens=citizens)
    people = town.people
    trusts, states, numbers = [_trusts(people)], [bytes(len(people))], []
    while town.running:
        if on_progress is not None:
            on_progress(len(numbers), scenario.decisions.count)
        town.step()
        trusts.append(_trusts(people))
        states.append(bytes(_state(c) for c in people))
        part = sum(c.part for c in people) / len(people)
        numbers.append((town.mean("acceptance"), town.mean("trust"), part))
    return Recording(
        title=engagement.title,
        less_heard=sum(c.less_heard for c in people),
        places=_places(town.graph, seed).tobytes(),
        links=np.array(town.graph.edges, dtype="<u2").tobytes(),
        trusts=b"".join(trusts),
        states=b"".join(states),
        numbers=tuple(numbers),
        stories=tuple(c.story() for c in people),
    )


def _trusts(people: list) -> bytes:
    return bytes(round(255 * c.trust) for c in people)


def _state(citizen) -> int:
    return ACCEPTS * citizen.vote + TOOK_PART * citizen.part + AWARE * citizen.aware


def _places(graph: nx.Graph, seed: int) -> np.ndarray:
    """Lay the network out: those who talk stand together; the same town always looks the same."""
    found = nx.spring_layout(graph, seed=seed % 2**32, iterations=TURNS, k=1.6 / len(graph) ** 0.5)
    xy = np.array([found[k] for k in sorted(graph)])
    low, high = xy.min(axis=0), xy.max(axis=0)
    return ((xy - low) / (high - low)).astype("<f4")
