"""The loops that build a network: each person chooses a few contacts nearby, mostly their like."""

from typing import Any

import numpy as np

from coprod_sim.draws import BITS, NETWORK, philox, uniform

MOST_LINKS = 63
"""The most contacts one citizen may have, so that mentions can be counted in a byte [links]."""
ATTEMPTS = 400
"""Attempts at finding a contact before a citizen makes do with fewer [attempts]."""
NEARBY = 20_000
"""About the most people somebody finds contacts among; larger towns are made of parts [citizens]."""
STEP = 4
"""Each group of a part begins at a multiple of this, because sums are added up in fours [citizens]."""
BLOCK = 256
"""Citizens whose luck is drawn together [citizens]."""


def draw_attempts(luck: np.ndarray, first: int, count: int, number: Any, key: Any) -> None:
    """Draw the words of the first attempts of a block of citizens: attempts x 2 words x citizens."""
    for pair in range(luck.shape[0] // 4):
        at = 4 * pair
        fill_words(
            luck[at], luck[at + 1], luck[at + 2], luck[at + 3], first, count, pair, number, key
        )


def fill_words(
    a: Any, b: Any, c: Any, d: Any, first: int, count: int, pair: int, number: Any, key: Any
) -> None:
    """Draw the four words of one pair of attempts for a block of citizens."""
    for k in range(count):
        a[k], b[k], c[k], d[k] = philox(
            np.uint64(first) + np.uint64(k),
            np.uint64(pair),
            number,
            np.uint64(NETWORK),
            key[0],
            key[1],
        )


def knows(choices: np.ndarray, a: int, b: int) -> bool:
    """Whether citizen `a`, whose turn it is, has chosen `b` or was chosen by them."""
    for slot in range(choices.shape[1]):
        if choices[a, slot] == b:
            return True
    if b < a:
        for slot in range(choices.shape[1]):
            if choices[b, slot] == a:
                return True
    return False


def parts(citizens: int) -> int:
    """How many parts a town has: as few as keep each within `NEARBY` people.

    Args:
        citizens: how many people.

    Returns:
        A whole number, at least 1 [parts].
    """
    return (citizens + NEARBY - 1) // NEARBY


def part_of(part: int, of: int, less_heard: int, citizens: int) -> Any:
    """Say who lives in a part: first and how many of the less-heard, then of the well-connected.

    Args:
        part: which part, from 0.
        of: how many parts there are.
        less_heard: how many people are less heard.
        citizens: how many people there are.

    Returns:
        First less-heard, how many of them, first well-connected, how many [citizens].
    """
    others = citizens - less_heard
    less, less_end = edge(less_heard, part, of), edge(less_heard, part + 1, of)
    well, well_end = edge(others, part, of), edge(others, part + 1, of)
    return less, less_end - less, less_heard + well, well_end - well


def edge(people: int, part: int, of: int) -> Any:
    """Say where a part begins among the people of a group: at a multiple of `STEP`.

    Args:
        people: how many people are in the group.
        part: which part, from 0; `of` for the end of the last.
        of: how many parts there are.

    Returns:
        The place of the first person, counted inside the group.
    """
    return people if part == of else people * part // of // STEP * STEP


def pick(inside: Any, whom: Any, group: int, here: Any, homophily: float) -> Any:
    """Pick a possible contact: in the own group with the chance `homophily`, else anybody nearby."""
    if uniform(inside) < homophily:
        first, size = here[2 * group], here[2 * group + 1]
        return first + np.int64((whom * np.uint64(size)) >> BITS)
    place = np.int64((whom * np.uint64(here[1] + here[3])) >> BITS)
    return here[0] + place if place < here[1] else here[2] + place - here[1]


def choose(
    choices: np.ndarray,
    citizen: int,
    group: int,
    here: Any,
    homophily: float,
    luck: Any,
    number: Any,
    key: Any,
) -> None:
    """Let one citizen choose contacts; an existing one, or oneself, is drawn again, group and all.

    `luck` holds the words of the first attempts; later ones are drawn when needed.
    """
    made = 0
    for attempt in range(ATTEMPTS):
        if attempt < len(luck) // 2:
            inside, whom = luck[2 * attempt], luck[2 * attempt + 1]
        else:
            inside, whom = late_attempt(citizen, attempt, number, key)
        other = pick(inside, whom, group, here, homophily)
        if other != citizen and not knows(choices, citizen, other):
            choices[citizen, made] = other
            made += 1
            if made == choices.shape[1]:
                return


def late_attempt(citizen: int, attempt: int, number: Any, key: Any) -> Any:
    """Draw the words of one late attempt."""
    a, b, c, d = philox(
        np.uint64(citizen), np.uint64(attempt // 2), number, np.uint64(NETWORK), key[0], key[1]
    )
    return (a, b) if attempt % 2 == 0 else (c, d)


def choose_all(
    choices: np.ndarray, less_heard: int, homophily: float, number: Any, key: Any
) -> None:
    """Let everybody choose in turn, part by part; in each the less-heard people come first."""
    citizens = choices.shape[0]
    luck = np.empty((4 * ((choices.shape[1] + 1) // 2), BLOCK), dtype=np.uint64)
    of = parts(citizens)
    for part in range(of):
        here = part_of(part, of, less_heard, citizens)
        for group in range(2):
            choose_nearby(choices, luck, group, here, homophily, number, key)


def choose_nearby(
    choices: np.ndarray,
    luck: np.ndarray,
    group: int,
    here: Any,
    homophily: float,
    number: Any,
    key: Any,
) -> None:
    """Let the people of one group in one part choose in turn."""
    begin, size = here[2 * group], here[2 * group + 1]
    for first in range(begin, begin + size, BLOCK):
        count = min(BLOCK, begin + size - first)
        draw_attempts(luck, first, count, number, key)
        for k in range(count):
            choose(choices, first + k, group, here, homophily, luck[:, k], number, key)


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


def network(
    citizens: float, less_heard: float, contacts: float, homophily: float, number: float,
    seed_low: float, seed_high: float, found: np.ndarray,
) -> None:  # fmt: skip
    """Build a network from plain numbers, as the WebAssembly module does.

    Args:
        citizens: how many people.
        less_heard: how many of them are less heard; they come first.
        contacts: how many contacts each person chooses.
        homophily: the share of these chosen inside the own group.
        number: which network of the seed, from 0.
        seed_low: the lower 32 bits of the seed.
        seed_high: the upper 32 bits of the seed.
        found: where the contacts of each begin, citizens + 1; then the contacts, with room for twice
            citizens x contacts; filled in.
    """
    start, links = make_links(
        int(citizens), int(less_heard), int(contacts), homophily, np.uint64(number),
        (np.uint64(seed_low), np.uint64(seed_high)),
    )  # fmt: skip
    found[: len(start)] = start
    found[len(start) : len(start) + len(links)] = links
