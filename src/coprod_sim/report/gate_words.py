"""Says what the answers to the gate come to: only what was answered is named, and what is open is counted.

The same rules as in `web/src/leaders/outcome.ts`.
"""

from collections.abc import Mapping
from typing import Protocol

from coprod_sim.gate import ASKED, QUESTIONS, TOO_MUCH, Outcome, duty, outcome, reasons
from coprod_sim.words import Words

SCALES = ("stakes", "trust")
"""What is asked besides yes and no."""


class Answered(Protocol):
    """Whatever holds answers to the gate."""

    @property
    def gate(self) -> Mapping[str, str]:
        """The answers with yes, no or not sure."""
        ...

    @property
    def stakes(self) -> str:
        """How much is at stake."""
        ...

    @property
    def trust(self) -> str:
        """How far people trust."""
        ...


def outcome_of(given: Answered) -> Outcome:
    """Say where the gate leads.

    Args:
        given: the answers.

    Returns:
        An outcome.
    """
    return outcome(given.gate, given.stakes, given.trust)


def outcome_in_words(given: Answered, t: Words) -> str:
    """Name what the answers come to, by the very questions that were answered.

    Args:
        given: the answers, which lead somewhere.
        t: the words to say it in.

    Returns:
        A few words, without a full stop.
    """
    return t(f"gate-outcome_{outcome_of(given)}", lacks=_lacks(given))


def why_in_words(given: Answered, t: Words) -> str:
    """Say why that follows.

    Args:
        given: the answers, which lead somewhere.
        t: the words to say it in.

    Returns:
        Sentences.
    """
    return t(f"gate-outcome_{outcome_of(given)}_why", lacks=_lacks(given))


def steps_in_words(given: Answered, t: Words) -> list[str]:
    """List what to do next; what was answered with no or not sure is put right once each.

    Args:
        given: the answers, which lead somewhere.
        t: the words to say it in.

    Returns:
        A sentence or two for each step.
    """
    found = outcome_of(given)
    settled = TOO_MUCH if found is Outcome.PROMISE_LESS else ()
    fixes = [
        t(f"gate-fix_{name}", answer=answer)
        for name in QUESTIONS
        if (answer := given.gate.get(name, "")) == "unsure" or (answer == "no" and name not in settled)
    ]  # fmt: skip
    law = duty(given.gate)
    said = t(f"gate-outcome_{found}_do", lacks=_lacks(given), fixes="\n".join(fixes), law=law)
    return [line.strip() for line in said.splitlines() if line.strip()]


def because_in_words(given: Answered, t: Words) -> list[str]:
    """Say which answers led there, a sentence each.

    Args:
        given: the answers.
        t: the words to say it in.

    Returns:
        Sentences, in the order of the questions.
    """
    return [
        t(f"gate-because_{name}", answer=given.gate.get(name, ""))
        for name in reasons(given.gate, given.stakes, given.trust)
    ]


def left_in_words(given: Answered, t: Words) -> str:
    """Say how many of the first questions are open, after a verdict that the others led to.

    Args:
        given: the answers.
        t: the words to say it in.

    Returns:
        Sentences; nothing where none is open.
    """
    left = left_of(given)
    return t("gate-left_after", left=left, all=len(QUESTIONS) + len(SCALES)) if left else ""


def left_of(given: Answered) -> int:
    """Count the first questions that are open, without those about the law."""
    return sum(not given.gate.get(name) for name in QUESTIONS) + _scales_left(given)


def all_left(given: Answered) -> dict[str, int]:
    """Count the questions that are open, and all there are, as the messages of a verdict take them."""
    left = sum(not given.gate.get(name) for name in ASKED) + _scales_left(given)
    return {"left": left, "all": len(ASKED) + len(SCALES)}


def _scales_left(given: Answered) -> int:
    return (not given.stakes) + (not given.trust)


def _lacks(given: Answered) -> str:
    """Name the question whose answer decides; "both" where they are those about means and time."""
    because = reasons(given.gate, given.stakes, given.trust)
    names = [name for name in because if name in QUESTIONS]
    if len(names) == 1:
        return names[0]
    return "both" if names and set(names) <= set(TOO_MUCH) else "several"
