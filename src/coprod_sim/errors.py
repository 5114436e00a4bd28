"""The one kind of error that is shown to a user as a plain sentence."""

from collections.abc import Iterable
from difflib import get_close_matches


class InputError(ValueError):
    """A problem with what the user gave, in a sentence that can be shown."""

    @property
    def sentence(self) -> str:
        """The problem as a whole sentence, as a page says it; a name that opens it stays as it is."""
        said = str(self)
        first = said.partition(" ")[0].rstrip(",;")
        whole = said[:1].upper() + said[1:] if first.isalpha() else said
        return whole if whole.endswith((".", "?", "!")) else f"{whole}."

    def _render_traceback_(self) -> list[str]:
        """Give what IPython shows under a cell: the sentence alone, for the fault is not in our code."""
        return [self.sentence]


class Caution(UserWarning):
    """Something the user gave that is played as it stands, but that they should know of."""


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Suggest the nearest allowed spelling of a word.

    Returns ``"; did you mean 'x'?"``, ready to end a sentence, or ``""`` when nothing is
    close. Capital letters are ignored and a long suggestion is cut to 60 characters.
    """
    typed, spellings = word.casefold()[:60], {name.casefold()[:60]: name for name in allowed}
    close = get_close_matches(typed, spellings, n=5)
    if not close:
        return ""
    quoted = repr(spellings[min(close, key=lambda one: slips(typed, one))])
    return f"; did you mean {quoted if len(quoted) <= 60 else quoted[:56] + "...'"}?"


def slips(word: str, other: str) -> int:
    """Count the slips between two words: a letter too many, too few, another, or two turned round.

    Args:
        word: what was typed.
        other: what may have been meant.

    Returns:
        How many there are at least.

    Source: Damerau 1964, each stretch of letters changed once.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, start=1):
        older, before, row = before, row, [i]
        for j, there in enumerate(other, start=1):
            fewest = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != there))
            turned = i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == there
            row.append(min(fewest, older[j - 2] + 1) if turned else fewest)
    return row[-1]


def known(name: str, allowed: Iterable[str], kind: str) -> None:
    """Refuse a name that is not allowed, with the nearest one that is.

    Args:
        name: what was typed.
        allowed: the names there are.
        kind: what such a name stands for, with its article.

    Raises:
        InputError: for any other name.
    """
    if not isinstance(name, str):
        raise InputError(f"{kind} is named by a text, but {name!r:.60} was given")
    if name not in allowed:
        raise InputError(f"{str(name)[:60]!r} is not {kind}{did_you_mean(str(name), allowed)}")


class Stopped(Exception):  # noqa: N818 - not an error: somebody pressed "Stop"
    """The user stopped a longer piece of work."""
