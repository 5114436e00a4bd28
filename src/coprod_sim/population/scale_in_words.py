"""Says on a page how the answers of a survey in use were read: their scale and its direction."""

from collections.abc import Mapping, Sequence
from typing import Any

from coprod_sim.words import Words


def scale_in_words(reading: Mapping[str, Any], t: Words) -> str:
    """Say the scale on which a survey was read, and which end is the most trust.

    Args:
        reading: how it was read, as plain values.
        t: the words of a language.

    Returns:
        A sentence; nothing where no scale is kept.
    """
    scale, turned = reading.get("scale"), bool(reading.get("reversed"))
    if not scale:
        return ""
    if isinstance(scale, str):
        return t("leaders-page-rests_scale", scale=scale, most="low" if turned else "high")
    least, most = _ends(scale, turned=turned)
    return t("leaders-page-rests_order", points=str(len(scale)), least=least, most=most)


def _ends(scale: Sequence[str], *, turned: bool) -> tuple[str, str]:
    return (scale[-1], scale[0]) if turned else (scale[0], scale[-1])
