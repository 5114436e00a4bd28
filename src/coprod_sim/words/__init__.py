"""Every word on the pages, in one file a language; what a language lacks is shown in English."""

import tomllib
from functools import lru_cache
from importlib import resources

from coprod_sim.errors import InputError, did_you_mean

ENGLISH = "en"


class Words:
    """The words of one language, found by keys such as `gate.title`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._own = _table(language)
        self._english = _table(ENGLISH)

    def __call__(self, key: str, **values: object) -> str:
        """Give the text of a key, with `{names}` filled in; raises `KeyError` for an unknown key."""
        text = self._own.get(key) or self._english[key]
        return text.format(**values) if values else text

    def one_of(self, key: str, of: int, **values: object) -> str:
        """Give the text of a key where there are several of something, of `KEY_one` where there is one."""
        return self(f"{key}_one" if of == 1 else key, **values)

    def has(self, key: str) -> bool:
        """Say whether there is such a text in this language or in English."""
        return key in self._own or key in self._english

    def names(self, table: str) -> list[str]:
        """List the names in a table, in the order of the English file."""
        start = f"{table}."
        return [key.removeprefix(start) for key in self._english if key.startswith(start)]


@lru_cache
def words_in(language: str) -> Words:
    """Open the words of a language; raises `InputError` for one there is no file for."""
    known = languages()
    if language not in known:
        hint = did_you_mean(language, known)
        raise InputError(
            f"there are no words in {language[:20]!r}{hint} (known: {', '.join(known)})"
        )
    return Words(language)


def languages() -> list[str]:
    """List the languages there are words for, English first."""
    folder = resources.files(__name__)
    found = sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name[-5:] == ".toml")
    return sorted(found, key=lambda code: code != ENGLISH)


@lru_cache
def _table(language: str) -> dict[str, str]:
    data = (resources.files(__name__) / f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(data)))


def _flat(table: dict, above: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in table.items():
        key = f"{above}{name}"
        if isinstance(value, dict):
            found += _flat(value, f"{key}.")
        else:
            found.append((key, " ".join(value.split(" ")) if isinstance(value, str) else value))
    return found
