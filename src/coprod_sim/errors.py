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


class Caution(UserWarning):
    """Something the user gave that is played as it stands, but that they should know of."""


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Suggest the nearest allowed spelling of a word.

    Returns ``"; did you mean 'x'?"``, ready to end a sentence, or ``""`` when nothing is
    close. Capital letters are ignored and a long suggestion is cut to 60 characters.
    """
    spellings = {name.casefold()[:60]: name for name in allowed}
    close = get_close_matches(word.casefold()[:60], spellings, n=1)
    if not close:
        return ""
    quoted = repr(spellings[close[0]])
    return f"; did you mean {quoted if len(quoted) <= 60 else quoted[:56] + "...'"}?"


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
