"""Names that people type themselves: what may be one, and what would be taken for somebody else's.

Two names are alike when they look alike. Unicode folds most look-alikes itself (full-width, circled, slanted,
with accents, capitals); letters of other alphabets that look like Latin ones are listed here.
"""

import re
import unicodedata
from collections.abc import Collection

from coprod_sim.errors import InputError
from coprod_sim.live.questions import plain
from coprod_sim.words import Words

LONGEST_NAME = 40
"""The longest name of one's own [characters]."""
ON_PAPER = ("card", "paper")
"""How the names of seats begin that were made from paper."""
LOOKS = dict(zip(
    "авеёзікмнорстухѕјгпяиԁԛԝһѵɑαβεικοτχρνυηωАВЕЗІКМНОРСТУХЅЈГПЯИΑΒΕΖΗΙΚΜΝΟΡΤΥΧոօսհցԍӏ",
    "abeezikmhopctyxsjrnrudqwhvaabeikotxpvunwabezikmhopctyxsjrnrnabezhikmnoptyxnouhgqi",
    strict=True,
))  # fmt: skip
"""Letters of Cyrillic, Greek and Armenian, each with the Latin letter a quick eye takes it for."""
SIGNS = str.maketrans("0134578|!$@l", "oieastbiisai")
"""Digits and signs that stand in for letters, and the two letters that look alike."""
LATIN = re.compile(r"(?:LATIN|REGIONAL INDICATOR)\b.*\bLETTER (?:[A-Z]{2,} )*([A-Z])(?: WITH .*)?")
DISTINCT = 7
"""From so many letters on a word that is kept is found inside another, too [letters]."""


def looks(name: str) -> str:
    """Write a name as a quick eye reads it: in small Latin letters where it can, without accents.

    Args:
        name: the name as it was typed.

    Returns:
        What is the same for names that look the same.
    """
    apart = unicodedata.normalize("NFKD", name)
    seen = "".join(_look(letter) for letter in apart if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFKC", seen).casefold().split())


def own_name(typed: str, taken: Collection[str], *words: Words) -> str:
    """Read a name that somebody typed.

    Args:
        typed: what was typed.
        taken: the names in use.
        words: in the languages whose words for whoever leads a room are nobody's name.

    Returns:
        The name, without what is not seen.

    Raises:
        InputError: it is none, or would be taken for somebody else's.
    """
    name = " ".join(plain(typed).split())
    seen = looks(name)
    if len(name) > LONGEST_NAME or not any(letter.isalpha() for letter in seen):
        raise InputError(f"Write a name of 1 to {LONGEST_NAME} letters.")
    if seen.split()[0] in ON_PAPER:
        raise InputError("That name is kept for answers on paper. Write another.")
    if any(_means(seen, kept) for w in words for kept in w("room-names-kept").split("|")):
        raise InputError("That name could be taken for the trainer's. Write another.")
    others = {looks(other) for other in taken} | {other.casefold() for other in taken}
    if seen in others or name.casefold() in others:
        raise InputError("Somebody here has that name already. Choose another.")
    return name


def _look(letter: str) -> str:
    named = unicodedata.name(letter, "")
    latin = LATIN.search(named)
    if letter in LOOKS or letter.isascii() or not (latin or "FILLER" in named):
        return LOOKS.get(letter, letter)
    return latin[1].lower() if latin else " "


def _means(seen: str, kept: str) -> bool:
    """Say whether a name is a word that is kept, also spelt apart or with digits in place of letters."""
    word, said = _bare(looks(kept)), [_bare(one) for one in seen.split()]
    whole = "".join(said)
    return word in (*said, whole) or (len(word) >= DISTINCT and word in whole)


def _bare(seen: str) -> str:
    return "".join(letter for letter in seen.translate(SIGNS) if letter.isalpha())
