"""The words of the field, each in one plain sentence."""

from functools import lru_cache
from importlib import resources
from typing import Annotated

from pydantic import Field

from coprod_sim.errors import InputError
from coprod_sim.learning.canon import read_on_word
from coprod_sim.library_files import FileValue, check, parse_toml


class Term(FileValue):
    """One word, its other spellings, what it means, and words to look at next."""

    word: Annotated[str, Field(min_length=1, max_length=60)]
    forms: Annotated[tuple[str, ...], Field(strict=False)] = ()
    text: Annotated[str, Field(min_length=1, max_length=300)]
    see: Annotated[tuple[str, ...], Field(strict=False)] = ()


@lru_cache
def glossary(language: str = "en") -> dict[str, Term]:
    """Read all words of a language by their key, in alphabetical order."""
    place = resources.files(__name__) / f"{language}.toml"
    if not place.is_file():
        return {}
    name = f"{language}.toml"
    table = parse_toml(place.read_bytes(), name)
    terms = {key: check(Term, value, f"{name}, [{key}]") for key, value in table.items()}
    for key, term in terms.items():
        for other in term.see:
            if other not in terms:
                raise InputError(f"{name}, [{key}]: see: there is no word {other!r}")
    return dict(sorted(terms.items(), key=lambda pair: pair[1].word.lower()))


def glossary_page(language: str = "en") -> str:
    """Write all words as a Markdown page."""
    terms = glossary(language)
    lines = [HEAD]
    for key, term in terms.items():
        see = f" See also: {', '.join(terms[k].word for k in term.see)}." if term.see else ""
        read = f" Read: {works}." if (works := read_on_word(key)) else ""
        lines.append(f"**{term.word}**: {term.text}{see}{read}\n")
    return "\n".join(lines)


HEAD = """# Glossary

The words of the kit in plain language. On the pages of the kit each word opens where it stands:
look for a dotted line.

This page is made from `src/coprod_sim/learning/glossary/en.toml` by `coprod-sim exercises build`.
"""
