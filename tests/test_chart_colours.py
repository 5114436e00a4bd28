"""The colours of the charts can be told apart by everybody."""

from itertools import combinations

import numpy as np
import pytest

from coprod_sim.charts import (
    theme,
)  # fmt: skip


def test_every_colour_stands_out_and_can_be_read():
    for colour in (*theme.COLOURS, theme.INK, theme.QUIET):
        assert theme.contrast(colour, theme.PAPER) >= 4.5, colour
    assert theme.contrast(theme.AXIS, theme.PAPER) >= 3.0
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21.0)


# How protanopia, deuteranopia and tritanopia see linear red, green and blue.
# Source: Machado, Oliveira and Fernandes (2009), IEEE TVCG 15: 1291-1298, severity 1.0.


VISIONS = {
    "usual": np.eye(3),
    "no red": np.array([
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]),
    "no green": np.array([
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]),
    "no blue": np.array([
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip


def seen(colour: str, vision: np.ndarray) -> np.ndarray:
    """Place a colour, as somebody sees it, in CIELAB, where distances are what the eye notices."""
    light = np.array([int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)])
    linear = np.where(light <= 0.04045, light / 12.92, ((light + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([
        [0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505],
    ])  # fmt: skip
    x, y, z = to_xyz @ np.clip(vision @ linear, 0.0, 1.0) / np.array([0.9505, 1.0, 1.089])
    f, g, h = (np.cbrt(v) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return np.array([116 * g - 16, 500 * (f - g), 200 * (g - h)])


@pytest.mark.parametrize("vision", VISIONS.values(), ids=VISIONS.keys())
def test_colours_can_be_told_apart_in_every_kind_of_colour_vision(vision: np.ndarray):
    places = [seen(colour, vision) for colour in theme.COLOURS]
    nearest = min(float(np.linalg.norm(a - b)) for a, b in combinations(places, 2))
    assert nearest > 15.0


def test_no_two_places_look_alike_even_without_colour():
    looks = [theme.look(k) for k in range(36)]
    assert len({(look.colour, look.marker, look.dash) for look in looks}) == 36
    assert len({(look.marker, look.dash) for look in looks[:6]}) == 6
