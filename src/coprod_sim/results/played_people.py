"""Says whose answers a case is played with, where a survey takes the place of what the case assumed."""

from dataclasses import dataclass
from pathlib import Path

from coprod_sim.population.quoting import file_name
from coprod_sim.population.said_otherwise import cautions_in
from coprod_sim.population.scale_in_words import scale_in_words
from coprod_sim.population.survey_population import SurveyPopulation, load_population
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios.scenario import NOT_SAID
from coprod_sim.words import ENGLISH, words_in


@dataclass(frozen=True)
class Surveyed:
    """The people of a survey: what to call it, who answered, and how many are less heard.

    `share_less_heard` is a share from 0 to 1; nothing where the survey does not tell groups apart. `more`
    says how its file was read, and what is to be checked.
    """

    said: str
    share_less_heard: float | None
    more: tuple[str, ...] = ()


def surveyed(case: Scenario) -> Surveyed | None:
    """Say in a sentence which survey the people of a case are from.

    Args:
        case: the case.

    Returns:
        The survey, or nothing where the case has the people it assumes.

    Raises:
        InputError: when the file of a population cannot be read.
    """
    trust = case.people.trust
    more: tuple[str, ...] = ()
    if trust.source == "file":
        found = load_population(Path(trust.file))
        rows = f"{found.n_used:,} of {found.n_read:,} rows"
        column = found.reading and found.reading.weight
        parts = f"{rows}, weighted by {column}" if column else rows
        name, share = file_name(Path(trust.file)), found.share_less_heard
        more = _how_read(found)
    elif trust.answers is not None:
        name, share = trust.answers.name, trust.answers.share_less_heard
        parts = f"{trust.answers.people:,} answers"
    else:
        return None
    less = f"; {share * 100:.0f} in 100 less heard" if share is not None else ""
    return Surveyed(f"The people are those of '{name}': {parts}{less}.", share, more)


def _how_read(found: SurveyPopulation) -> tuple[str, ...]:
    """Say the question of a survey, the scale and its direction, and what is to be checked."""
    t, reading = words_in(ENGLISH), found.reading.model_dump(mode="json") if found.reading else {}
    asked = found.question or reading.get("trust")
    named = {"survey": found.name, "question": asked}
    read = [t("leaders-page-rests_asked", **named) if asked else "", scale_in_words(reading, t)]
    return tuple(filter(None, (" ".join(filter(None, read)), *cautions_in(found.notes))))


def with_its_people(case: Scenario) -> Scenario:
    """Give a case as it is played: where a survey has its people, it no longer states those it assumed.

    Args:
        case: the case.

    Returns:
        The case, with the share of less-heard people that is played; the sentence about the survey takes the
        place of what the case assumed of its people.

    Raises:
        InputError: when the file of a population cannot be read, or a share that cannot be.
    """
    found = surveyed(case)
    if found is None:
        return case
    replaced = [*case.assumed_of_trust, NOT_SAID["people", "trust"]]
    changes, told = {}, [found.said]
    if found.share_less_heard is not None:
        replaced += case.assumed_of_less_heard
        changes["people.share_less_heard"] = found.share_less_heard
        told += _instead_of(case, found.share_less_heard)
    left = [line for line in case.assumed if not line.startswith(tuple(replaced))]
    assumed = left if found.said in left else [*told, *found.more, *left]
    return case.but({**changes, "assumed": assumed})


def _instead_of(case: Scenario, surveyed: float) -> list[str]:
    """Say that the survey's share of less-heard people is played for the case's, where they differ."""
    played, own = (f"{100 * share:.3g}" for share in (surveyed, case.people.share_less_heard))
    if played == own:
        return []
    return [
        f"The {played} in 100 less heard of the survey take the place of the case's own {own} "
        "(people.share_less_heard)."
    ]
