"""Random allocation of people to the experiment's sequences of treatments, in permuted blocks.

Source: Zelen (1974), doi 10.1016/0021-9681(74)90015-0: blocks keep the groups of one room alike in size.
"""

from random import Random


def allocate(secret: str, seat: int, count: int) -> int | None:
    """Draw the sequence of treatments of a seat; each block of `count` seats holds each sequence once.

    The same room and seat always give the same sequence, also after a restart.

    Args:
        secret: the room's secret, which nobody in the room knows.
        seat: how many took a seat before this one, from 0.
        count: how many sequences there are; 0 without an experiment.

    Returns:
        The number of the sequence, from 0, or None without an experiment.
    """
    if not count:
        return None
    block, place = divmod(seat, count)
    order = list(range(count))
    Random(f"{secret}:{block}").shuffle(order)
    return order[place]
