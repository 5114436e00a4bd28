"""Who talks with whom: each person chooses a few contacts, mostly among people like themselves."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from coprod_sim.compiled import compiled
from coprod_sim.draws import BITS, NETWORK, philox, split, uniform
from coprod_sim.errors import InputError

MOST_LINKS = 63
"""The most contacts one citizen may have, so that mentions can be counted in a byte [links]."""
ATTEMPTS = 400
"""Attempts at finding a contact before a citizen makes do with fewer [attempts]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Undirected links: the contacts of citizen i are `links[start[i]:start[i + 1]]`, in order.

    Memory: 4 bytes a link end and 4 a citizen.
    """

    start: np.ndarray
    links: np.ndarray

    def contacts(self, citizen: int) -> list[int]:
        """List a citizen's contacts by number, smallest first."""
        return self.links[self.start[citizen] : self.start[citizen + 1]].tolist()


def knows(choices: np.ndarray, a: int, b: int) -> bool:
    """Whether one of two citizens has already chosen the other."""
    for slot in range(choices.shape[1]):
        if choices[a, slot] == b or choices[b, slot] == a:
            return True
    return False


def pick(word: Any, low: int, size: int) -> int:
    """Pick one of `size` citizens, the first of whom has the number `low`."""
    return low + int((word * np.uint64(size)) >> BITS)


def choose(
    choices: np.ndarray, citizen: int, low: int, size: int, homophily: float, number: Any, key: Any
) -> None:
    """Let one citizen choose contacts, inside the own group with the chance `homophily`.

    An existing contact, or oneself, is drawn again, group and all. `number` is the network's number.
    """
    made = 0
    for attempt in range(ATTEMPTS):
        inside, whom, _, _ = philox(
            np.uint64(citizen), np.uint64(attempt), number, np.uint64(NETWORK), key[0], key[1]
        )
        if uniform(inside) < homophily:
            other = pick(whom, low, size)
        else:
            other = pick(whom, 0, choices.shape[0])
        if other != citizen and not knows(choices, citizen, other):
            choices[citizen, made] = other
            made += 1
            if made == choices.shape[1]:
                return


def choose_all(
    choices: np.ndarray, less_heard: int, homophily: float, number: Any, key: Any
) -> None:
    """Let everybody choose in turn; less-heard people have the lowest numbers."""
    citizens = choices.shape[0]
    for citizen in range(less_heard):
        choose(choices, citizen, 0, less_heard, homophily, number, key)
    for citizen in range(less_heard, citizens):
        choose(choices, citizen, less_heard, citizens - less_heard, homophily, number, key)


def count_links(choices: np.ndarray, start: np.ndarray) -> None:
    """Fill `start`: where each citizen's contacts begin in the list of links."""
    for citizen in range(choices.shape[0]):
        for slot in range(choices.shape[1]):
            other = choices[citizen, slot]
            if other >= 0:
                start[citizen + 1] += 1
                start[other + 1] += 1
    for citizen in range(choices.shape[0]):
        start[citizen + 1] += start[citizen]


def fill_links(choices: np.ndarray, start: np.ndarray, links: np.ndarray) -> None:
    """Fill `links` from both ends of every choice, each citizen's contacts smallest first."""
    free = start[:-1].copy()
    for citizen in range(choices.shape[0]):
        for slot in range(choices.shape[1]):
            other = choices[citizen, slot]
            if other >= 0:
                links[free[citizen]] = other
                free[citizen] += 1
                links[free[other]] = citizen
                free[other] += 1
    for citizen in range(choices.shape[0]):
        sort_in_place(links, start[citizen], start[citizen + 1])


def sort_in_place(links: np.ndarray, begin: int, end: int) -> None:
    """Sort a short stretch of links by insertion."""
    for i in range(begin + 1, end):
        value = links[i]
        j = i
        while j > begin and links[j - 1] > value:
            links[j] = links[j - 1]
            j -= 1
        links[j] = value


def make_links(
    citizens: int, less_heard: int, contacts: int, homophily: float, number: Any, key: Any
) -> Any:
    """Build a network as two arrays, `start` and `links`."""
    choices = np.full((citizens, contacts), -1, dtype=np.int32)
    choose_all(choices, less_heard, homophily, number, key)
    start = np.zeros(citizens + 1, dtype=np.uint32)
    count_links(choices, start)
    links = np.empty(start[citizens], dtype=np.uint32)
    fill_links(choices, start, links)
    return start, links


_PIECES = (knows, pick, choose, choose_all, count_links, sort_in_place, fill_links)
_make_links = compiled(make_links, uses=_PIECES, what="the network builder")


def network(
    citizens: int, less_heard: int, contacts: int, homophily: float, number: int, seed: int
) -> Network:
    """Build network `number` of a seed: the same one on every machine and in every order.

    Raises `InputError` if somebody ends up with more than 63 contacts.
    """
    start, links = _make_links(
        citizens, less_heard, contacts, homophily, np.uint64(number), split(seed)
    )
    if np.diff(start.astype(np.int64)).max() > MOST_LINKS:
        raise InputError(f"people.contacts: somebody would have more than {MOST_LINKS} contacts")
    return Network(start=start, links=links)
