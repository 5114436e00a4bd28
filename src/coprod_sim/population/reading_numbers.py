"""Reads numbers as people write them: with decimal points or commas, thousands, per cents."""

import re
from collections.abc import Sequence

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
WITH_COMMA = re.compile(r"[+-]?\d*,\d+", re.ASCII)
BLANKS = r"[ \u00a0\u202f'\u2019]"
IN_BLANKS = re.compile(rf"[+-]?[1-9]\d{{0,2}}({BLANKS}\d{{3}})+([.,]\d+)?", re.ASCII)
PERHAPS_THOUSANDS = {
    ",": re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII),
    ".": re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII),
}
SURELY_THOUSANDS = {
    ",": re.compile(r"[+-]?[1-9]\d{0,2}((,\d{3})+\.\d+|(,\d{3}){2,})", re.ASCII),
    ".": re.compile(r"[+-]?[1-9]\d{0,2}((\.\d{3})+,\d+|(\.\d{3}){2,})", re.ASCII),
}
PERHAPS_CUT = re.compile(r"[+-]?[1-9]\d{0,2},0{1,2}", re.ASCII)
"""A decimal comma for some, and thousands of which a nought is missing for others, such as ``30,00``."""
SHORT = re.compile(r"([+-]?\d+(?:[.,]\d+)?) *k", re.ASCII | re.IGNORECASE)
"""Thousands as they are spoken of: ``30k``."""
NAN = float("nan")


def read_numbers(texts: Sequence[str]) -> list[float]:
    """Read the texts of one column as numbers.

    A comma is a decimal comma where no text has a decimal point and at least one cannot be
    thousands, such as ``0,6877``; ``1,234`` alone could be either and is no number. Where one text
    shows what parts the thousands, such as ``1.234,5``, it does so in all. Signs for per cent count
    for nothing where every number has one.

    Args:
        texts: the different texts of a column.

    Returns:
        A number for each, NaN where it is none.
    """
    return [float(text) if is_number(text) else NAN for text in _with_points(_written(texts))]


def readings(text: str) -> tuple[str, ...]:
    """Give the numbers that one text may stand for, as they are written plainly.

    ``1.200`` and ``1,200`` may be thousands or have three decimals, ``30,00`` may lack a nought of its
    thousands, and ``30k`` is short for them.

    Args:
        text: what somebody wrote.

    Returns:
        Two numbers, one for what is short, none for everything else.
    """
    written = text.replace("\N{MINUS SIGN}", "-").strip()
    if short := SHORT.fullmatch(written):
        return (f"{round(float(short[1].replace(',', '.')) * 1000)}",)
    plain = f"{float(written.replace(',', '.')):g}" if _is_open(written) else ""
    if PERHAPS_CUT.fullmatch(written):
        return (f"{written.split(',')[0]}000", plain)
    return (re.sub("[.,]", "", written), plain) if plain else ()


def not_plain(text: str) -> str:
    """Say what a text may stand for, as the end of a sentence that holds it; nothing where that is plain.

    Args:
        text: what somebody wrote.

    Returns:
        Words such as ``, which may be 1200 or 1.2``.
    """
    found = readings(text)
    return (
        f", which may be {' or '.join(found)}"
        if len(found) > 1
        else "".join(f", short for {n}" for n in found)
    )


def _is_open(written: str) -> bool:
    kinds = (PERHAPS_CUT, *PERHAPS_THOUSANDS.values())
    return any(kind.fullmatch(written) for kind in kinds)


def two_ways(texts: Sequence[str]) -> list[str]:
    """List the numbers that may be read in two ways, such as ``1.200`` or ``30,00`` beside ``800``.

    Args:
        texts: the different texts of a column.

    Returns:
        Those of them that nothing else in the column makes plain.
    """
    written = _written(texts)
    commas, points = (
        [text for text in written if PERHAPS_THOUSANDS[sign].fullmatch(text)] for sign in ",."
    )
    if _parts_thousands(written):
        return []
    whole = any(text.isdecimal() and text.strip("0") for text in written)
    unread = [text for text in commas if not is_number(_with_points(written)[written.index(text)])]
    cut = [text for text in written if PERHAPS_CUT.fullmatch(text)]
    sure = [text for text in written if WITH_COMMA.fullmatch(text) and text not in cut]
    unread += cut if whole and not sure else []
    return unread or (points if whole and not _parts_decimals(written, ".") else [])


def is_number(text: str) -> bool:
    """Say whether a text is a number such as ``7``, ``7.5`` or ``1e2``.

    Args:
        text: what a cell holds.

    Returns:
        Whether it is one, without a decimal comma.
    """
    return NUMBER.fullmatch(text.strip()) is not None


def _written(texts: Sequence[str]) -> list[str]:
    """Write a minus as programs do; leave out blanks between thousands, and per cent where all have it."""
    plain = [text.replace("\N{MINUS SIGN}", "-").strip() for text in texts]
    plain = [re.sub(BLANKS, "", text) if IN_BLANKS.fullmatch(text) else text for text in plain]
    bare = [text.removesuffix("%").rstrip() for text in plain]
    numbers = [k for k, text in enumerate(bare) if is_number(text) or WITH_COMMA.fullmatch(text)]
    return bare if numbers and all(plain[k].endswith("%") for k in numbers) else plain


def _parts_thousands(texts: Sequence[str]) -> str:
    """Give the sign that surely parts thousands in a column, if there is one that parts no decimals."""
    found = [s for s, sure in SURELY_THOUSANDS.items() if any(map(sure.fullmatch, texts))]
    return found[0] if len(found) == 1 and not _parts_decimals(texts, found[0]) else ""


def _parts_decimals(texts: Sequence[str], sign: str) -> bool:
    decimals = [t for t in texts if sign in t and (is_number(t) or WITH_COMMA.fullmatch(t))]
    return any(not PERHAPS_THOUSANDS[sign].fullmatch(text) for text in decimals)


def _with_points(texts: Sequence[str]) -> list[str]:
    """Write decimals with a point and thousands without a sign, as far as the column makes it plain."""
    sign = _parts_thousands(texts)
    if sign:
        kinds = PERHAPS_THOUSANDS[sign], SURELY_THOUSANDS[sign]
        texts = [t.replace(sign, "") if any(k.fullmatch(t) for k in kinds) else t for t in texts]
    points = any("." in text and is_number(text) for text in texts)
    if not points and _parts_decimals(texts, ","):
        return [t.replace(",", ".") if WITH_COMMA.fullmatch(t) else t for t in texts]
    return list(texts)
