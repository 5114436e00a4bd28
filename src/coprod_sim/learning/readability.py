"""Says how hard a text is to read: school grade, long sentences, and words that keep people out."""

import re
import tomllib
from functools import lru_cache
from importlib import resources

LONGEST = 25
"""Words in a sentence that people can hold [words]; source: GOV.UK's guidance on writing."""
VOWELS = re.compile(r"[aeiouy]+")
WORD = re.compile(r"[A-Za-z][A-Za-z'\N{RIGHT SINGLE QUOTATION MARK}]*")
CODE = re.compile(r"```.*?```|(?<=\n\n)(?: {4}[^\n]*\n?)+", re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"https?://\S+|<[^>]+>|`[^`]*`|[*_#>|]+")
LIST = re.compile(r"^\s*(?:[-+]|\d+[.)])\s+")
PUT_ASIDE = re.compile(r"\b(?:e\.g\.|i\.e\.|etc\.|Dr\.|Mr\.|Mrs\.|Ms\.|St\.|No\.)")


def plain(text: str) -> str:
    """Take code, links' addresses, tables and marks out of Markdown; what is left is what people read."""
    kept = [line for line in CODE.sub("", text).splitlines() if not line.lstrip().startswith("|")]
    joined = "\n".join(LIST.sub("", line) for line in kept)
    return MARKS.sub(" ", LINK.sub(r"\1", joined))


def sentences(text: str) -> list[str]:
    """Split text into sentences; a new paragraph or a list item ends one as well."""
    text = CODE.sub("", text)
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-+*]|\d+[.)]|#)\s)", text)
    found = []
    for block in blocks:
        joined = " ".join(plain(block).split())
        joined = PUT_ASIDE.sub(lambda m: m.group().replace(".", ""), joined)
        found += re.split(r"(?<=[.!?:;])[\"'\N{RIGHT DOUBLE QUOTATION MARK})]*\s+", joined)
    return [s.strip() for s in found if WORD.search(s)]


def words(text: str) -> list[str]:
    """List the words of a text."""
    return WORD.findall(plain(text))


def syllables(word: str) -> int:
    """Count a word's syllables by its vowels; good to about 1 in 20 words of English."""
    lower = word.lower().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    count = len(VOWELS.findall(lower))
    if lower.endswith("e") and not re.search(r"[^aeiouy]le$", lower) and count > 1:
        count -= 1
    if re.search(r"[^aeiouytd]ed$", lower) and count > 1:
        count -= 1
    if re.search(r"[^aeiouyszxcgh]es$", lower) and not lower.endswith("les") and count > 1:
        count -= 1
    if re.search(r"(?:ia|io|ua|eo|uou|iu)(?!us$)", lower) and not re.search(
        r"[tscg]io|[gq]ua", lower
    ):
        count += 1
    return max(count, 1)


def grade(text: str) -> float:
    """Give the Flesch-Kincaid grade: the school year in which a text can be read.

    Source: Kincaid and others 1975, Derivation of new readability formulas for Navy enlisted personnel.
    """
    said, found = sentences(text), words(text)
    if not found:
        return 0.0
    spoken = sum(syllables(w) for w in found)
    return 0.39 * len(found) / max(len(said), 1) + 11.8 * spoken / len(found) - 15.59


def long_sentences(text: str, longest: int = LONGEST) -> list[str]:
    """List the sentences that are longer than people can hold."""
    return [s for s in sentences(text) if len(WORD.findall(s)) > longest]


def banned(text: str) -> dict[str, str]:
    """Find words that keep people out; gives each with a plain one to use instead."""
    lower = plain(text).lower()
    return {
        word: instead
        for word, instead in plain_words().items()
        if re.search(rf"\b{re.escape(word)}", lower)
    }


def other_ways(text: str) -> dict[str, str]:
    """Find shares and amounts written another way than the kit does; gives each with the one to write."""
    found = _listed()["one_way"].items()
    return {
        word: instead
        for word, instead in found
        if re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", text.lower())
    }


@lru_cache
def plain_words(language: str = "en") -> dict[str, str]:
    """Read the list of words to avoid, with what to write instead."""
    return _listed()[language]


@lru_cache
def _listed() -> dict[str, dict[str, str]]:
    data = (resources.files("coprod_sim.learning") / "plain_words.toml").read_text("utf-8")
    return tomllib.loads(data)
