"""Knows which questions plainly ask how much people trust, and which may ask something else."""

import re
from functools import cache

from coprod_sim.population.answer_words import end_of, plain, words_of_surveys

END = re.compile(r"(?<!\d)(\d{1,3})\s*(?:=|:|means|is)\s*([^\d,;.()=]+)", re.ASCII)
"""What a question says of an end of its scale, such as "0 = no trust"."""
BETWEEN = re.compile(r"[?:.](?:\s+-)?\s+|\s+-\s+")
"""What stands between a question that many statements share and each of them."""
IN_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
Words = tuple[str, ...]


def asks_plainly(column: str, question: str) -> bool:
    """Say whether a question plainly asks how much people trust; else "not at all" could mean anything.

    Args:
        column: the name of a column.
        question: its wording, if the file holds one.

    Returns:
        Whether more trust can only be more of what is asked.
    """
    if _words(_bare(question)) and plain(question) != plain(column):
        return _is_plain(question) and not may_be_turned(column)
    return _is_plain(column)


def may_ask_otherwise(column: str, question: str) -> bool:
    """Say whether a question has words that may turn it round, and does not plainly ask for trust.

    Args:
        column: the name of a column.
        question: its wording, if the file holds one.

    Returns:
        Whether it may ask about distrust, about a change, or about something else than trust.
    """
    return may_be_turned(f"{column} {question}") and not asks_plainly(column, question)


def speaks_of(wording: str, word: str) -> bool:
    """Say whether a wording has a word for trust in it, such as "trust", "Vertrauen" or "hyder".

    Args:
        wording: the name of a column and its question.
        word: the word, or its beginning.

    Returns:
        Whether it stands there, and not only in one that looks like it, such as "confidential".
    """
    said = wording.casefold()
    for other in words_of_surveys()["looks_like_trust"]:
        said = said.replace(other, " ")
    return word in said


def may_be_turned(wording: str) -> bool:
    """Say whether a wording has a word that may turn it round, apart from what it says of its ends.

    Args:
        wording: the name of a column, or a question.

    Returns:
        Whether it may ask about distrust, about a change, or about something else than trust.
    """
    words = _words(_without_ends(wording))
    return any(map(_turns, words))


def _is_plain(wording: str) -> bool:
    words = _words(_bare(_statement(wording)))
    words = _behind(words, _known("lead_ins")) or words
    rest = _behind(words, _known("plain_questions"))
    return rest is not None and not _turned_behind(rest) and not _turned_in_brackets(wording)


def _statement(wording: str) -> str:
    """Give what people are asked to agree with, where a question asks that first; else the whole wording."""
    parts = [part for part in BETWEEN.split(wording) if _words(part)]
    asks = words_of_surveys()["agreement"]
    for k, part in enumerate(parts[:-1]):
        agrees = any(_fits(word, known) for word in _words(part) for known in asks)
        if agrees and not may_be_turned(part):
            return max(parts[k + 1 :], key=len)
    return wording


def _turned_behind(words: Words) -> bool:
    """Say whether words behind a plain beginning turn it round.

    Whom people trust stands there, and then what they trust them to do: behind "to" a word such as
    "people", "better" or "is" is a part of that, and only a no or a harm says the opposite.
    """
    at = next(
        (k for k, word in enumerate(words) if k and word in words_of_surveys()["to_do"]), len(words)
    )
    return any(map(_turns, words[:at])) or any(map(_denies, words[at:]))


def _bare(wording: str) -> str:
    return IN_BRACKETS.sub(" ", _without_ends(wording))


def _without_ends(wording: str) -> str:
    """Leave out what is said of the ends of a scale; "ward 5 is falling" says nothing of an end."""

    def kept(found: re.Match[str]) -> str:
        says = end_of(found[2]) or "is" not in found[0].removesuffix(found[2])
        return " " if says else found[0]

    return END.sub(kept, wording)


def _turned_in_brackets(wording: str) -> bool:
    """Say whether brackets turn a question round; ranges and ends may stand there."""
    return any(may_be_turned(part) for part in IN_BRACKETS.findall(_without_ends(wording)))


def _words(wording: str) -> Words:
    """Give the words of a wording, those of names such as ``Q12_trustCouncil`` too, without its number."""
    found: list[str] = WORD.findall(plain(HUMP.sub(" ", wording)))
    while found and len(found[0]) == 1:
        del found[0]
    return tuple(found)


def _behind(words: Words, beginnings: tuple[Words, ...]) -> Words | None:
    """Give what stands behind the first beginning that fits."""
    for known in beginnings:
        if len(words) >= len(known) and all(map(_fits, words, known)):
            return words[len(known) :]
    return None


def _fits(word: str, known: str) -> bool:
    return word.startswith(known[:-1]) if known.endswith("*") else word == known


def _turns(word: str) -> bool:
    return _denies(word) or any(
        _fits(word, known) for known in words_of_surveys()["asks_otherwise"]
    )


def _denies(word: str) -> bool:
    return word.endswith("n't") or any(_fits(word, known) for known in words_of_surveys()["turned"])


@cache
def _known(name: str) -> tuple[Words, ...]:
    return tuple(tuple(text.split()) for text in words_of_surveys()[name])
