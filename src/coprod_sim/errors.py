"""The one kind of error that is shown to a user as a plain sentence."""

from collections.abc import Iterable
from difflib import get_close_matches


class InputError(ValueError):
    """A problem with what the user gave, in a sentence that can be shown."""


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


class Stopped(Exception):  # noqa: N818 - not an error: somebody pressed "Stop"
    """The user stopped a longer piece of work."""
