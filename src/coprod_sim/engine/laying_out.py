"""Lays a network out on a picture: those who talk stand together, and the same town always looks the same."""

import numpy as np

ROUNDS = 60
"""Rounds in which the picture settles."""
REST = 1.6
"""How far apart neighbours come to rest, in parts of what each has if all share the room evenly."""
NEAR = 1e-4
"""The least squared distance that is reckoned with, so that nobody is thrown out of the picture."""
ACROSS, DOWN = 0.7548776662466927, 0.5698402909980532
"""Steps that spread first places evenly: powers of the one solution of x^3 = x + 1, below 1."""


def lay_out(links: np.ndarray, places: np.ndarray) -> None:
    """Let everybody push everybody away, and those in contact pull each other near, by ever smaller steps.

    Args:
        links: pairs of numbers, who is in contact with whom.
        places: for each one how far across and how far down, from 0 to 1; filled in.

    Source: Fruchterman and Reingold 1991.
    """
    count, pairs = len(places) // 2, len(links) // 2
    x, y = np.empty(count), np.empty(count)
    for k in range(count):
        x[k], y[k] = (k + 1) * ACROSS % 1.0, (k + 1) * DOWN % 1.0
    rest = REST / np.sqrt(count)
    for turn in range(ROUNDS):
        fx, fy = np.zeros(count), np.zeros(count)
        for k in range(count):
            dx, dy = x - x[k], y - y[k]
            push = rest * rest / np.maximum(dx * dx + dy * dy, NEAR)
            fx += dx * push
            fy += dy * push
        for k in range(pairs):
            one, other = int(links[2 * k]), int(links[2 * k + 1])
            dx_, dy_ = x[one] - x[other], y[one] - y[other]
            pull = np.sqrt(dx_ * dx_ + dy_ * dy_) / rest
            fx[one] -= dx_ * pull
            fy[one] -= dy_ * pull
            fx[other] += dx_ * pull
            fy[other] += dy_ * pull
        step = 0.1 * (1.0 - turn / ROUNDS)
        size = step / np.maximum(np.sqrt(fx * fx + fy * fy), 0.01)
        x += fx * size
        y += fy * size
    places[0::2] = (x - x.min()) / (x.max() - x.min())
    places[1::2] = (y - y.min()) / (y.max() - y.min())
