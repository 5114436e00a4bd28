"""A port for a server that is started only to be measured or tried."""

import os
from itertools import cycle, islice

from coprod_sim.live.places import port_is_free

FIRST, MANY = 8900, 1000
"""Below those that programs are lent, so that a restart finds its port free again."""
_BEGIN = os.getpid() * 37 % MANY
_PORTS = cycle(FIRST + (_BEGIN + place) % MANY for place in range(MANY))
"""Each process begins elsewhere and gives none twice in a row: a server takes its port seconds later."""


def free_port() -> int:
    """Find a port that is free, and that nobody else was given just now."""
    return next(port for port in islice(_PORTS, MANY) if port_is_free(port))
