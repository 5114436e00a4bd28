"""Every word on the pages, in one folder a language; what a language lacks is shown in English."""

from functools import lru_cache

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.words.messages import Messages, folders, messages_in

ENGLISH = "en"


class Words:
    """The words of one language, found by keys such as `gate-title`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._own, self._english = messages_in(language), messages_in(ENGLISH)

    def __call__(self, key: str, **values: object) -> str:
        """Give the text of a key with its values; raises `KeyError` for an unknown key or a missing value."""
        return self._with(key).text(key, values)

    def with_places(self, key: str) -> str:
        """Give the text of a key with its places left open as `{name}`, for a script to fill in."""
        found = self._with(key)
        return found.text(key, {name: f"{{{name}}}" for name in found.places(key)})

    def has(self, key: str) -> bool:
        """Say whether there is such a text in this language or in English."""
        return key in self._own or key in self._english

    def names(self, part: str) -> list[str]:
        """List what follows `part-` in the keys that begin with it, in the order of the English file."""
        start = f"{part}-"
        return [key.removeprefix(start) for key in self._english if key.startswith(start)]

    def _with(self, key: str) -> Messages:
        return self._own if key in self._own else self._english


@lru_cache
def words_in(language: str) -> Words:
    """Open the words of a language; raises `InputError` for one there is no folder for."""
    known = languages()
    if language not in known:
        hint = did_you_mean(language, known)
        raise InputError(
            f"there are no words in {language[:20]!r}{hint} (known: {', '.join(known)})"
        )
    return Words(language)


def languages() -> list[str]:
    """List the languages there are words for, English first."""
    return sorted(folders(), key=lambda code: code != ENGLISH)
