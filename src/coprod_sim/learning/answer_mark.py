"""Marks the right answer of a test, so that a look at a page's source does not tell which one it is.

This is no lock: whoever tries all answers of a question finds the one that has its mark.
"""

START, TIMES, LIMIT = 0x811C9DC5, 0x01000193, 1 << 32
"""The numbers of the 32-bit form of the hash."""


def mark_of(question: str, answer: str) -> str:
    """Give the mark of an answer: a hash of the question's name and the answer's words (FNV-1a).

    Args:
        question: the name of the question, so that the same words under another one have another mark.
        answer: the words of the answer.

    Returns:
        Eight hexadecimal digits.

    Source: Fowler, Noll and Vo 1991.
    """
    found = START
    for byte in f"{question}\n{answer}".encode():
        found = (found ^ byte) * TIMES % LIMIT
    return f"{found:08x}"
