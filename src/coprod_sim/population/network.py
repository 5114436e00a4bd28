"""Who talks with whom: each person chooses a few contacts nearby, mostly among people like themselves."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from coprod_sim import wasm
from coprod_sim.compiled import Compiled
from coprod_sim.draws import split
from coprod_sim.errors import InputError
from coprod_sim.population.network_loops import MOST_LINKS, NEARBY, make_links

KEPT = 64
"""Networks of small towns that are kept from call to call, each of up to .8 MB [networks]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Undirected links: the contacts of citizen i are `links[start[i]:start[i + 1]]`, in order.

    Memory: 4 bytes a link end and 4 a citizen.
    """

    start: np.ndarray
    links: np.ndarray

    def contacts(self, citizen: int) -> list[int]:
        """List a citizen's contacts by number, smallest first.

        Args:
            citizen: a number from 0.

        Returns:
            Numbers of citizens.
        """
        return self.links[self.start[citizen] : self.start[citizen + 1]].tolist()


_make_links = Compiled(make_links, "the network builder", makes_arrays=True)


def build_network(
    citizens: int, less_heard: int, contacts: int, homophily: float, number: int, seed: int
) -> Network:
    """Build network `number` of a seed: the same one on every machine and in every order.

    The last networks of small towns are kept: whoever turns a dial asks for the same ones again and again.

    Args:
        citizens: how many people.
        less_heard: how many of them are less heard; they come first.
        contacts: how many contacts each person chooses.
        homophily: the share of these chosen inside the own group.
        number: which network of the seed, from 0.
        seed: the seed of all luck.

    Returns:
        Who knows whom, both ways.

    Raises:
        InputError: when somebody ends up with more than 63 contacts.
    """
    build = _kept_network if citizens <= NEARBY else _new_network
    return build(citizens, less_heard, contacts, homophily, number, seed)


def _new_network(
    citizens: int, less_heard: int, contacts: int, homophily: float, number: int, seed: int
) -> Network:
    make = _make_links if _make_links.ready or not wasm.plays(citizens) else _links_in_module
    start, links = make(citizens, less_heard, contacts, homophily, np.uint64(number), split(seed))
    refuse_many(np.diff(start.astype(np.int64)).max())
    return Network(start=start, links=links)


_kept_network = lru_cache(maxsize=KEPT)(_new_network)


def refuse_many(links: float) -> None:
    """Refuse a network in which somebody has more contacts than a byte can count.

    Args:
        links: the most contacts anybody has.

    Raises:
        InputError: when these are more than 63.
    """
    if links > MOST_LINKS:
        raise InputError(f"people.contacts: somebody would have more than {MOST_LINKS} contacts")


def _links_in_module(
    citizens: int, less_heard: int, contacts: int, homophily: float, number: Any, key: Any
) -> tuple[np.ndarray, np.ndarray]:
    found = np.zeros(citizens + 1 + 2 * citizens * contacts)
    given = (citizens, less_heard, contacts, homophily, number, *key)
    wasm.machine().call("network", *map(float, given), out=found)
    start = found[: citizens + 1].astype(np.uint32)
    return start, found[citizens + 1 : citizens + 1 + start[-1]].astype(np.uint32)
