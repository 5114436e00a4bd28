"""Says what the answers about the law point to: every ground they give, one beside the other."""

from collections.abc import Mapping

from coprod_sim.charts.words import small
from coprod_sim.gate import ASKS, LEGAL, Duty, duty
from coprod_sim.words import Words


def law_in_words(answers: Mapping[str, str], t: Words) -> str:
    """Name each duty that the answers point to, and what each rests on, as `dutySaid` in the browser does.

    Args:
        answers: the answers to the gate.
        t: the words to say it in.

    Returns:
        Sentences.
    """
    found = duty(answers)
    left = sum(name not in answers for name in LEGAL)
    grounds = "; ".join(
        small(t(f"gate-because_{name}", answer="yes")).removesuffix(".")
        for name in ASKS
        if answers.get(name) == "yes"
    )
    said = [t(f"gate-duty_{found}", left=left, all=len(LEGAL), grounds=grounds)]
    if left and found is not Duty.OPEN:
        said.append(t("gate-duty_left", left=left, all=len(LEGAL)))
    if found is Duty.ELSEWHERE and grounds:
        said.append(t("gate-duty_tell", grounds=grounds))
    return " ".join([*said, *_unsure(answers, t), *_equality(answers, found, t)])


def _unsure(answers: Mapping[str, str], t: Words) -> list[str]:
    """Name what is not certain besides equality, and how to take it."""
    names = [name for name in LEGAL if answers.get(name) == "unsure" and name != "groups"]
    said = [t(f"gate-because_{name}", answer="unsure") for name in names]
    return [*said, t("gate-duty_treat")] if said else []


def _equality(answers: Mapping[str, str], found: Duty, t: Words) -> list[str]:
    """Say what equality asks where some groups could be hit harder; it stands beside every other duty."""
    given = answers.get("groups", "")
    where = "_elsewhere" if found is Duty.ELSEWHERE else ""
    return [t(f"gate-duty_groups{where}", answer=given)] if given in ("yes", "unsure") else []
