"""Every number inside the rules: what it means, where it comes from, and how far it may plausibly lie.

A source names what the number rests on; "assumption" marks a choice that no study read for this kit settles.
`least` and `most` are the plausible range: results are played again with all numbers drawn from it. Where two
schools disagree on a sign, the range crosses zero and `schools` names both. Sources: `docs/evidence.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple, get_args

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.quantities import Quantity, declared

type Family = Literal[
    "wishes", "knowing", "coming", "say", "fairness", "accepting", "trusting", "body"
]
"""What an assumption is about; the families are in the order of events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption(Quantity):
    """A number inside a rule, with its plausible range inside the limits that `low` and `high` set.

    `fixed` ones are scales or switches and have no range. `schools` are the two views of a disputed
    number: the one that puts it low, and the one that puts it high, each with its paper.
    """

    family: Family
    least: float
    most: float
    fixed: bool = False
    schools: tuple[str, str] | None = None


def _of(
    family: Family, label: str, plausible: tuple[float, float], source: str = "assumption", *,
    low: float = 0.0, high: float = 1.0, unit: str = "0 to 1", schools: tuple[str, str] | None = None,
) -> Assumption:  # fmt: skip
    return Assumption(
        family=family, label=label, least=plausible[0], most=plausible[1], source=source,
        low=low, high=high, unit=unit, schools=schools,
    )  # fmt: skip


def _fixed(family: Family, label: str, value: float, source: str) -> Assumption:
    return Assumption(
        family=family, label=label, least=value, most=value, source=source, fixed=True
    )


class Assumptions(NamedTuple):
    """The numbers inside the rules; make a changed copy with `_replace` or `assume`."""

    # fmt: off
    # The people and what suits them
    ideal_less_heard: Annotated[float, _of(
        "wishes", "Mean of what suits less-heard people", (-0.7, 0.0), low=-2, high=2,
        unit="position")] = -0.35
    ideal_well_connected: Annotated[float, _of(
        "wishes", "Mean of what suits well-connected people", (0.0, 0.3), low=-2, high=2,
        unit="position")] = 0.15
    ideal_spread: Annotated[float, _of(
        "wishes", "Spread of what suits people", (0.3, 0.6), high=2, unit="position")] = 0.45
    ideal_kept: Annotated[float, _of(
        "wishes", "Part of what suits a person that stays the same over decisions", (0.2, 0.8),
        "Converse 1964; Ansolabehere, Rodden and Snyder 2008",
        schools=("Opinions on single issues are unstable (Converse 1964)",
                 "They are stable once error of measurement is averaged out (Ansolabehere, "
                 "Rodden and Snyder 2008)"))] = 0.5
    side_kept: Annotated[float, _of(
        "wishes", "Chance that the next draft leans to the same side", (0.5, 0.9))] = 0.7
    merit_at_best: Annotated[float, _of(
        "wishes", "Merit of a plan that fits a person exactly", (0.4, 0.6), unit="merit")] = 0.5
    merit_slope: Annotated[float, _of(
        "wishes", "Merit lost per unit of distance", (0.6, 1.2), high=3, unit="merit per position")] = 0.9
    # Knowing
    knowledge_half_life: Annotated[float, _of(
        "knowing", "Time in which half of what is known of a topic is out of date", (2.0, 8.0),
        low=0.1, high=120, unit="months")] = 4.0
    knowledge_gap: Annotated[float, _of(
        "knowing", "Head start in knowledge of the well-connected over the less-heard", (-0.05, 0.2),
        low=-0.5, high=0.5, unit="knowledge")] = 0.09
    hearsay_half_life: Annotated[float, _of(
        "knowing", "Time in which half of the hearsay is forgotten", (2.5, 18.0),
        low=0.1, high=120, unit="months")] = 6.0
    hearsay_mean: Annotated[float, _of(
        "knowing", "Mean of fresh hearsay", (-0.15, 0.15), low=-1, unit="hearsay")] = 0.0
    hearsay_spread: Annotated[float, _of(
        "knowing", "Spread of fresh hearsay", (0.12, 0.32), unit="hearsay")] = 0.22
    word_of_mouth: Annotated[float, _of(
        "knowing", "Chance to hear of it from one aware contact, per round", (0.005, 0.05),
        low=0.0001, high=0.5)] = 0.02
    openness_teaches: Annotated[float, _of(
        "knowing", "Knowledge gap closed by open information", (0.0, 0.16),
        "sign: Gastil and others 2018; size: assumption")] = 0.08
    slant: Annotated[float, _of(
        "knowing", "How far trust colours what people make of open information", (-0.1, 0.4), low=-1,
        schools=("New facts reach people whatever they felt before (Wood and Porter 2019)",
                 "People read new facts so that they fit what they felt before (Taber and Lodge "
                 "2006)"), unit="hearsay per unit of trust")] = 0.15
    session_teaches: Annotated[float, _of(
        "knowing", "Knowledge gap closed in one session at full skill and openness", (0.1, 0.5),
        "Luskin, Fishkin and Jowell 2002; upper end: Fishkin and others 2007")] = 0.25
    feedback_spreads: Annotated[float, _of(
        "knowing", "Reach of feedback among those who did not take part", (0.3, 0.9))] = 0.6
    feedback_teaches: Annotated[float, _of(
        "knowing", "Knowledge gap closed by feedback at full openness", (0.0, 0.12))] = 0.04
    others_weight: Annotated[float, _of(
        "knowing", "Weight of what one's contacts say", (0.2, 0.5),
        "sign: Yaniv and Kleinberger 2000; size: assumption")] = 0.3
    outcome_lived: Annotated[float, _of(
        "knowing", "Part of the outcome people find out by living with it", (0.0, 0.4))] = 0.15
    # What can be decided
    responsiveness_base: Annotated[float, _of(
        "body", "Influence kept however little the body trusts the public", (0.2, 0.8))] = 0.5
    hopes_raised: Annotated[float, _of("say", "Hope raised by being asked", (0.0, 0.5),
        unit="influence")] = 0.3
    unclear_scope: Annotated[float, _of(
        "say", "Input lost when nobody says what can be decided", (0.2, 0.8))] = 0.5
    # Taking part
    ready_base: Annotated[float, _of(
        "coming", "Readiness to take part, base score", (-4.8, -3.8), low=-9, high=5, unit="score")] = -4.33
    ready_influence: Annotated[float, _of(
        "coming", "Readiness per unit of expected influence", (0.8, 3.5),
        "Sjoberg, Mellon and Peixoto 2017; Jacquet 2017", high=8, unit="score")] = 2.2
    ready_trust: Annotated[float, _of(
        "coming", "Readiness from trusting the body", (-1.0, 1.0), low=-5, high=5, unit="score",
        schools=("Mistrust mobilises (Gamson 1968)",
                 "Trust draws people in (Almond and Verba 1963)"))] = 0.0
    ready_buy_in: Annotated[float, _of(
        "coming", "Readiness gained from buy-in", (0.0, 2.0), high=5, unit="score")] = 1.3
    ready_hours: Annotated[float, _of(
        "coming", "Readiness lost per hour asked", (0.01, 0.12),
        "sign: Brady, Verba and Schlozman 1995; Jacquet 2017", unit="score per hour")] = 0.05
    ready_access: Annotated[float, _of(
        "coming", "Readiness lost by less-heard people without equal access", (0.0, 2.0),
        "sign: Brady, Verba and Schlozman 1995", high=5, unit="score")] = 1.2
    ready_stake: Annotated[float, _of(
        "coming", "Readiness per unit of stake, without buy-in", (0.0, 5.0),
        "assumption", high=15, unit="score")] = 3.0
    ready_opposed: Annotated[float, _of(
        "coming", "Extra readiness per unit of loss seen, without buy-in", (0.5, 6.0),
        "sign: Einstein, Palmer and Glick 2019", high=15, unit="score")] = 3.5
    # The room and the plan
    room_floor: Annotated[float, _of(
        "say", "Participants at whom half of the influence lands", (1.0, 10.0), low=0.01,
        high=1000, unit="people")] = 3.0
    error_spread: Annotated[float, _of(
        "say", "Shared error in the wishes of people who know nothing", (0.2, 1.2),
        "sign: Sunstein 2006; Luskin, Fishkin and Jowell 2002", high=3, unit="position")] = 0.7
    valence_gain: Annotated[float, _of(
        "say", "How much a fully equipped room at full influence improves the plan for all",
        (-0.1, 0.4), low=-1, unit="merit",
        schools=("Rooms mostly cost time and blur plans (Irvin and Stansbury 2004; Sunstein 2006)",
                 "Local knowledge improves plans (Beierle and Cayford 2002; Fung 2004; Newig "
                 "and others 2023)"))] = 0.2
    valence_loss: Annotated[float, _of(
        "say", "How much an unequipped room at full influence worsens the plan for all", (0.0, 0.3),
        "sign: Irvin and Stansbury 2004", unit="merit")] = 0.15
    capture: Annotated[float, _of(
        "say", "Cost moved to those outside by a room unlike the town", (0.0, 0.5),
        "reasoned: Olson 1965; Stigler 1971", high=3, unit="merit")] = 0.2
    plan_moves: Annotated[float, _fixed(
        "say", "Whether real influence moves the plan (1) or not (0)", 1.0, "switch")] = 1.0
    # What is seen of the influence
    influence_believed: Annotated[float, _of(
        "say", "Most influence believed in without feedback, at full trust", (0.2, 1.0))] = 0.7
    # Felt fairness
    fairness_base: Annotated[float, _of(
        "fairness", "Felt fairness when nothing is done", (0.44, 0.56), unit="fairness")] = 0.5
    fairness_trust: Annotated[float, _of(
        "fairness", "Felt fairness from prior trust", (0.0, 0.5), high=2,
        unit="fairness per unit of trust")] = 0.25
    fairness_outcome: Annotated[float, _of(
        "fairness", "Felt fairness from the outcome as seen", (0.08, 0.54),
        "Esaiasson, Arnesen and Werner 2023; Marien and Kern 2018", high=2,
        unit="fairness per unit of merit")] = 0.31
    fairness_clear: Annotated[float, _of(
        "fairness", "Part of the outcome's pull on felt fairness that an open process takes away",
        (0.0, 0.75),
        schools=("The outcome colours fairness whether or not the process is known (Esaiasson "
                 "and Oehberg 2016)",
                 "Only where the process is unclear (Doherty and Wolak 2012; van den Bos 1999)"))] = 0.35
    fairness_asked: Annotated[float, _of(
        "fairness", "Felt fairness from taking part, whatever comes of it", (-0.02, 0.12), low=-1,
        schools=("A voice that cannot matter frustrates (de Vries and others 2012)",
                 "Voice helps even after the decision (Lind, Kanfer and Earley 1990)"),
        unit="fairness")] = 0.05
    fairness_voice: Annotated[float, _of(
        "fairness", "Felt fairness per unit of influence seen", (0.0, 0.6),
        high=2,
        schools=("One's own influence mostly does not matter (Arnesen 2017)",
                 "A say before the decision feels fairer than one after it (Lind, Kanfer and "
                 "Earley 1990)"), unit="fairness per unit of influence")] = 0.3
    fairness_answered: Annotated[float, _of(
        "fairness", "Felt fairness from being answered", (0.04, 0.2),
        "de Fine Licht and others 2014; Esaiasson, Arnesen and Werner 2023", high=2, unit="fairness")] = 0.13
    fairness_told: Annotated[float, _of(
        "fairness", "Felt fairness from being told openly", (-0.05, 0.22), low=-1, high=2,
        schools=("Openness can weaken acceptance (de Fine Licht 2011)",
                 "Openness that is noticed helps (de Fine Licht 2014)"), unit="fairness")] = 0.13
    fairness_gap: Annotated[float, _of(
        "fairness", "Felt fairness lost per unit of hope not met", (0.0, 0.75), high=2,
        schools=("Being heard helps although it comes to nothing (Lind, Kanfer and Earley 1990)",
                 "A promise not kept is worse than none (van Dijk and Lefevere 2023; de Vries "
                 "and others 2012)"), unit="fairness per unit of influence")] = 0.5
    gap_onlooker: Annotated[float, _of(
        "fairness", "Part of a hope not met that those feel who only heard of it", (0.1, 0.8),
        "sign: van Dijk and Lefevere 2023")] = 0.5
    voice_outside: Annotated[float, _of(
        "fairness", "Part of a room's say that those outside feel is theirs, at full buy-in", (-0.4, 1.6),
        low=-2, high=3,
        schools=("Handing a decision to a few is resented (Goldberg, Lindell and Baechtiger 2024)",
                 "Advice that is followed is welcomed by those outside (van Dijk and Lefevere "
                 "2023; Germann 2025)"), unit="times")] = 1.1
    room_half: Annotated[float, _of(
        "fairness", "Participants at whom half of what a room can say to outsiders is reached", (5.0, 60.0),
        "sign: Jacobs 2019", low=0.1, high=10000, unit="people")] = 15.0
    room_unlike: Annotated[float, _of(
        "fairness", "How fast a room known to be unlike the town loses its weight with "
                    "outsiders", (-1.0, 4.0),
        low=-5, high=20,
        schools=("People with a direct interest in the room count for more (Jacobs 2019)",
                 "A room unlike the public loses its legitimacy (Germann 2025; Pow, van Dijk "
                 "and Marien 2020)"), unit="per unit of unlikeness")] = 2.5
    treatment_wary: Annotated[float, _of(
        "fairness", "How much more good treatment moves the wary than the trusting", (-1.0, 1.0),
        low=-2, high=2,
        schools=("The trusting give credit for good treatment (De Cremer and Tyler 2007)",
                 "The wary have most to gain from good treatment (reasoned; see van den Bos, "
                 "Wilke and Lind 1998)"), unit="per unit of trust")] = 0.0
    fairness_noise: Annotated[float, _of(
        "fairness", "Spread of felt fairness for reasons outside the model", (0.08, 0.16),
        unit="fairness")] = 0.12
    # Acceptance
    acceptance_merit: Annotated[float, _of(
        "accepting", "Pull of judged merit on acceptance, at neutral fairness", (2.4, 5.0),
        "Esaiasson and others 2019", high=12, unit="score")] = 3.4
    acceptance_fairness: Annotated[float, _of(
        "accepting", "Pull of felt fairness on acceptance, at neutral merit", (0.5, 2.8),
        "Esaiasson and others 2019; Bergquist and others 2022", high=10, unit="score")] = 1.9
    interplay: Annotated[float, _of(
        "accepting", "How far a good outcome makes fairness matter less", (-2.0, 16.0), low=-20, high=30,
        unit="per unit of merit",
        schools=("Fairness helps less after a bad outcome (van den Bos and others 1999)",
                 "Process matters most where the outcome is bad (Brockner and Wiesenfeld 1996)"))] = 9.0
    acceptance_trust: Annotated[float, _of(
        "accepting", "Pull of trust on acceptance", (0.3, 1.7), "Devine 2024", high=10, unit="score")] = 1.0
    # Trust
    signal_fairness: Annotated[float, _of(
        "trusting", "Trust moved by felt fairness", (0.0, 0.24),
        schools=("Trust after a decision does not run through fairness (Marien and Kern 2018), or less "
                 "than through results (Steenvoorden and van der Meer 2021, on support for local "
                 "government, not on a decision)",
                 "Fair treatment builds trust (Walters and Bolger 2019)"),
        unit="trust per unit of fairness")] = 0.12
    signal_merit: Annotated[float, _of(
        "trusting", "Trust moved by the outcome as seen", (0.04, 0.34),
        "sign: Citrin and Stoker 2018; Marien and Kern 2018", unit="trust per unit of merit")] = 0.19
    bad_news_weight: Annotated[float, _of(
        "trusting", "Weight of bad news against good", (1.0, 2.6),
        "Brown and others 2024 (1.96); Walasek and others 2024 (1.31)", high=5, unit="times")] = 1.6
    trust_half_life: Annotated[float, _of(
        "trusting", "Time in which trust goes half of the way back to a person's own level", (12.0, 60.0),
        "sign: Devine and Valgardsson 2024; size: assumption", low=1, high=600, unit="months")] = 24.0
    town_trust: Annotated[float, _of(
        "trusting", "Spread of mean trust between towns", (0.02, 0.07), unit="trust")] = 0.045
    # What having a say is expected to be worth
    influence_learned: Annotated[float, _of(
        "say", "How fast participants learn what their say is worth", (0.2, 0.6),
        "sign: Sjoberg, Mellon and Peixoto 2017")] = 0.4
    influence_overheard: Annotated[float, _of(
        "say", "How fast onlookers learn what a say is worth", (0.02, 0.18))] = 0.09
    influence_answered: Annotated[float, _of(
        "say", "What an answer is worth beside the influence itself", (0.0, 0.6),
        "sign: Sjoberg, Mellon and Peixoto 2017")] = 0.4
    expected_base: Annotated[float, _of(
        "say", "Expected influence without trust", (0.1, 0.3),
        "Community Life Survey 2019/20; Scottish Household Survey 2017 to 2019", unit="influence")] = 0.2
    expected_trust: Annotated[float, _of(
        "say", "Expected influence gained from trust", (0.1, 0.45), "sign: OECD 2024",
        unit="influence per unit of trust")] = 0.28
    expected_spread: Annotated[float, _of("say", "Spread of expected influence", (0.08, 0.24),
        unit="influence")] = 0.16
    # The body and the town
    responsiveness_start: Annotated[float, _fixed(
        "body", "The body's trust in the public at the start", 0.5, "scale")] = 0.5
    institution_quality: Annotated[float, _of(
        "body", "What the body's trust in the public gains from a better plan", (0.0, 0.4), high=10,
        unit="trust per unit of merit")] = 0.2
    town_heat: Annotated[float, _of(
        "coming", "Spread of heat between towns", (0.0, 0.6), unit="log of heat")] = 0.3
    town_body: Annotated[float, _of(
        "body", "Spread of the body's trust in the public between towns", (0.0, 0.2), unit="trust")] = 0.1
    # fmt: on


DECLARED: dict[str, Assumption] = dict(declared(Assumptions, Assumption))
"""Every assumption's declaration, by its name, in the order of the rules."""

REFERENCE = Assumptions()
"""The values the rules start from."""

REPLACED: dict[str, str] = {
    **{f"willing_{end}": f"ready_{end}" for end in ("base", "influence", "buy_in", "opposed", "stake")},
    "knowledge_carried": "knowledge_half_life", "hearsay_carried": "hearsay_half_life",
    "knowledge_less_heard": "knowledge_gap", "knowledge_well_connected": "knowledge_gap",
    "seats_floor": "room_floor", "fairness_public_voice": "voice_outside",
    "fairness_of_the_wary": "treatment_wary",
}  # fmt: skip
"""Assumptions of the first version, and what stands in their place."""
GONE = frozenset((
    "stake_neutral", "influence_neutral", "willing_connected", "seats_less_heard", "skilled_share",
    "trusted_learning", "participant_teaches", "seen_by_participants", "influence_overshoot",
    "trust_speed", "trust_aware", "trust_unaware", "institution_speed", "institution_acceptance",
    "knowledge_floor", "knowledge_ceiling",
))  # fmt: skip
"""Assumptions of the first version whose rule is gone."""


def assume(p: Assumptions, changes: Mapping[str, float]) -> Assumptions:
    """Return a copy of the assumptions with some changed.

    Args:
        p: the assumptions to start from.
        changes: new values by name, each in its own unit.

    Raises:
        InputError: for an unknown name, with the nearest one, or a value outside its declared range.
    """
    for name, value in changes.items():
        if name not in DECLARED:
            raise InputError(_unknown(name))
        low, high = DECLARED[name].low, DECLARED[name].high
        if not low <= value <= high:
            raise InputError(f"{name} must be between {low:g} and {high:g}, but is {value:g}")
    return p._replace(**changes)


def implausible(changes: Mapping[str, float]) -> tuple[str, ...]:
    """Say which values lie outside the plausible range of their assumption.

    Args:
        changes: values by name, each in its own unit.

    Returns:
        A sentence for each, with the range and what it rests on; none for scales and switches.
    """
    return tuple(
        f"{name} is {value:g}, outside its plausible range of {a.least:g} to {a.most:g} "
        f"({a.unit}; {a.source}). It is played as it stands."
        for name, value in changes.items()
        if name in DECLARED and not (a := DECLARED[name]).fixed and not a.least <= value <= a.most
    )


def _unknown(name: str) -> str:
    """Say that there is no such assumption, and where one of the first version has gone."""
    if name in REPLACED:
        now = DECLARED[REPLACED[name]]
        return (
            f"{name} belongs to the first version of the model; see {REPLACED[name]} instead, which has "
            f"another scale: {now.least:g} to {now.most:g} {now.unit} is plausible"
        )
    if name in GONE:
        return (
            f"{name} belongs to the first version of the model; its rule is gone, so leave it out"
        )
    return f"{name[:60]!r} is not an assumption{did_you_mean(name, DECLARED)}"


FAMILIES: dict[Family, list[str]] = {
    family: [name for name, about in DECLARED.items() if about.family == family]
    for family in get_args(Family.__value__)
}
"""The names of the assumptions by what they are about, in the order of events."""
