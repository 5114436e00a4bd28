"""Every number inside the rules: what it means, where it comes from, and how far it may plausibly lie.

A source names what the number rests on; "assumption" marks a choice that no study read for this kit settles.
`least` and `most` are the plausible range: results are played again with all numbers drawn from it. Where two
schools disagree on a sign, the range crosses zero and `schools` names both. Sources: `docs/evidence.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple, get_args

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.quantities import Quantity, declared, in_digits

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

    @property
    def source_in_words(self) -> str:
        """Say what the number rests on, as a reader of the pages would."""
        kind, _, named = self.source.partition(": ")
        if kind in ("sign", "reasoned"):
            return RESTS[kind].format(named.removesuffix("; size: assumption"))
        return RESTS.get(self.source, self.source)


RESTS = {
    "assumption": "our assumption",
    "sign": "whether it goes up or down is from {}; how much is our assumption",
    "reasoned": "reasoned from {}; how much is our assumption",
    "scale": "a scale of ours",
    "switch": "a switch",
}
"""How the words in which sources are declared are said to readers."""


def _of(
    family: Family, plausible: tuple[float, float], *, label: str, source: str = "assumption",
    low: float = 0.0, high: float = 1.0, unit: str = "0 to 1", schools: tuple[str, str] | None = None,
) -> Assumption:  # fmt: skip
    return Assumption(
        family=family, label=label, least=plausible[0], most=plausible[1], source=source,
        low=low, high=high, unit=unit, schools=schools,
    )  # fmt: skip


def _fixed(family: Family, value: float, *, label: str, source: str) -> Assumption:
    return Assumption(
        family=family, label=label, least=value, most=value, source=source, fixed=True
    )


class Assumptions(NamedTuple):
    """The numbers inside the rules; make a changed copy with `_replace` or `assume`."""

    # fmt: off
    # The people and what suits them
    ideal_less_heard: Annotated[float, _of("wishes", (-0.7, 0.0), low=-2, high=2, unit="position",
        label="Where the plan that best suits less-heard people lies on the line of plans")] = -0.35
    ideal_well_connected: Annotated[float, _of("wishes", (0.0, 0.3), low=-2, high=2, unit="position",
        label="Where the plan that best suits well-connected people lies on the line of plans")] = 0.15
    ideal_spread: Annotated[float, _of("wishes", (0.3, 0.6), high=2, unit="position",
        label="How much people in one group differ in what suits them")] = 0.45
    ideal_kept: Annotated[float, _of("wishes", (0.2, 0.8),
        label="How much of what suits a person stays the same from one decision to the next",
        source="Converse 1964; Ansolabehere, Rodden and Snyder 2008",
        schools=("Opinions on single issues are unstable (Converse 1964)",
                 "They are stable once error of measurement is averaged out (Ansolabehere, Rodden and "
                 "Snyder 2008)"))] = 0.5
    side_kept: Annotated[float, _of("wishes", (0.5, 0.9),
        label="Chance that the next draft leans to the same side")] = 0.7
    merit_at_best: Annotated[float, _of("wishes", (0.4, 0.6), unit="merit",
        label="What a plan that suits a person exactly is worth to them")] = 0.5
    merit_slope: Annotated[float, _of("wishes", (0.6, 1.2), high=3, unit="merit per position",
        label="How much less a plan is worth, the further it is from what suits a person")] = 0.9
    # Knowing
    knowledge_half_life: Annotated[float, _of("knowing", (2.0, 8.0), low=0.1, high=120, unit="months",
        label="Months until half of what people know about a topic is out of date")] = 4.0
    knowledge_gap: Annotated[float, _of("knowing", (-0.05, 0.2), low=-0.5, high=0.5, unit="knowledge",
        label="How much more the well-connected know than the less-heard at the start")] = 0.09
    hearsay_half_life: Annotated[float, _of("knowing", (2.5, 18.0), low=0.1, high=120, unit="months",
        label="Months until half of the rumours are forgotten")] = 6.0
    hearsay_mean: Annotated[float, _of("knowing", (-0.15, 0.15), low=-1, unit="hearsay",
        label="Whether new rumours make the plan look better (above 0) or worse (below 0), on average")] = 0.0
    hearsay_spread: Annotated[float, _of("knowing", (0.12, 0.32), unit="hearsay",
        label="How much new rumours differ between people")] = 0.22
    word_of_mouth: Annotated[float, _of("knowing", (0.005, 0.05), low=0.0001, high=0.5,
        label="Chance of hearing about it from one person who knows, each time people talk")] = 0.02
    openness_teaches: Annotated[float, _of("knowing", (0.0, 0.16),
        label="How much of what they do not know people learn from open papers",
        source="sign: Gastil and others 2018; size: assumption")] = 0.08
    slant: Annotated[float, _of("knowing", (-0.1, 0.4), low=-1, unit="hearsay per unit of trust",
        label="How far trust colours what people make of open papers",
        schools=("New facts reach people whatever they felt before (Wood and Porter 2019)",
                 "People read new facts so that they fit what they felt before (Taber and Lodge "
                 "2006)"))] = 0.15
    session_teaches: Annotated[float, _of("knowing", (0.1, 0.5),
        label="How much of what they do not know people learn in one well-equipped session",
        source="Luskin, Fishkin and Jowell 2002; upper end: Fishkin and others 2007")] = 0.25
    feedback_spreads: Annotated[float, _of("knowing", (0.3, 0.9),
        label="How much of the feedback reaches people who did not take part")] = 0.6
    feedback_teaches: Annotated[float, _of("knowing", (0.0, 0.12),
        label="How much of what they do not know people learn from feedback, with open papers")] = 0.04
    others_weight: Annotated[float, _of("knowing", (0.2, 0.5),
        label="How much people go by what those they talk with say",
        source="sign: Yaniv and Kleinberger 2000; size: assumption")] = 0.3
    outcome_lived: Annotated[float, _of("knowing", (0.0, 0.4),
        label="How much of the outcome people find out by living with it")] = 0.15
    # What can be decided
    responsiveness_base: Annotated[float, _of("body", (0.2, 0.8),
        label="How much influence people keep, even if the body hardly trusts them")] = 0.5
    hopes_raised: Annotated[float, _of("say", (0.0, 0.5), unit="influence",
        label="How much hope rises when people are asked")] = 0.3
    unclear_scope: Annotated[float, _of("say", (0.2, 0.8),
        label="How much of what people say is lost when nobody says what can be decided")] = 0.5
    # Taking part
    ready_base: Annotated[float, _of("coming", (-4.8, -3.8), low=-9, high=5, unit="score",
        label="How ready people are to take part when nothing else counts")] = -4.33
    ready_influence: Annotated[float, _of("coming", (0.8, 3.5), high=8, unit="score",
        label="How much readier people are to take part if they expect more influence",
        source="Sjoberg, Mellon and Peixoto 2017; Jacquet 2017")] = 2.2
    ready_trust: Annotated[float, _of("coming", (-1.0, 1.0), low=-5, high=5, unit="score",
        label="How trust in the body changes how ready people are to take part",
        schools=("Mistrust mobilises (Gamson 1968)",
                 "Trust draws people in (Almond and Verba 1963)"))] = 0.0
    ready_buy_in: Annotated[float, _of("coming", (0.0, 2.0), high=5, unit="score",
        label="How much readier people are to take part where they were won over")] = 1.3
    ready_hours: Annotated[float, _of("coming", (0.01, 0.12), unit="score per hour",
        label="How much less ready people are to take part for each hour asked of them",
        source="sign: Brady, Verba and Schlozman 1995; Jacquet 2017")] = 0.05
    ready_access: Annotated[float, _of("coming", (0.0, 2.0), high=5, unit="score",
        label="How much less ready less-heard people are to take part without equal access",
        source="sign: Brady, Verba and Schlozman 1995")] = 1.2
    ready_stake: Annotated[float, _of("coming", (0.0, 5.0), high=15, unit="score",
        label="How much readier people are to come with much at stake, where nobody was won over")] = 3.0
    ready_opposed: Annotated[float, _of("coming", (0.5, 6.0), high=15, unit="score",
        label="How much readier people are to come where they will lose and nobody was won over",
        source="sign: Einstein, Palmer and Glick 2019")] = 3.5
    # The room and the plan
    room_floor: Annotated[float, _of("say", (1.0, 10.0), low=0.01, high=1000, unit="people",
        label="Number of people in the room with whom half of their possible influence is reached")] = 3.0
    error_spread: Annotated[float, _of("say", (0.2, 1.2), high=3, unit="position",
        label="How far people who know nothing all misjudge what they want, in the same direction",
        source="sign: Sunstein 2006; Luskin, Fishkin and Jowell 2002")] = 0.7
    valence_gain: Annotated[float, _of("say", (-0.1, 0.4), low=-1, unit="merit",
        label="How much a room with skills, papers and full influence improves the plan for all",
        schools=("Rooms mostly cost time and blur plans (Irvin and Stansbury 2004; Sunstein 2006)",
                 "Local knowledge improves plans (Beierle and Cayford 2002; Fung 2004; Newig and others "
                 "2023)"))] = 0.2
    valence_loss: Annotated[float, _of("say", (0.0, 0.3), unit="merit",
        label="How much a room without skills and papers, at full influence, worsens the plan",
        source="sign: Irvin and Stansbury 2004")] = 0.15
    capture: Annotated[float, _of("say", (0.0, 0.5), high=3, unit="merit",
        label="What people outside lose when the people in the room are not like the town",
        source="reasoned: Olson 1965; Stigler 1971")] = 0.2
    plan_moves: Annotated[float, _fixed("say", 1.0,
        label="Whether real influence moves the plan (1) or not (0)", source="switch")] = 1.0
    # What is seen of the influence
    influence_believed: Annotated[float, _of("say", (0.2, 1.0),
        label="How much influence people who trust the body fully believe they had, if told nothing")] = 0.7
    # Felt fairness
    fairness_base: Annotated[float, _of("fairness", (0.44, 0.56), unit="fairness",
        label="How fair it feels when nothing is done")] = 0.5
    fairness_trust: Annotated[float, _of("fairness", (0.0, 0.5), high=2, unit="fairness per unit of trust",
        label="How much fairer it feels to people who trusted the body before")] = 0.25
    fairness_outcome: Annotated[float, _of("fairness", (0.08, 0.54), high=2,
        unit="fairness per unit of merit",
        label="How much fairer it feels when the outcome looks good to people",
        source="Esaiasson, Arnesen and Werner 2023; Marien and Kern 2018")] = 0.31
    fairness_clear: Annotated[float, _of("fairness", (0.0, 0.75),
        label="How much an open process reduces the effect that winning or losing has on how fair it feels",
        schools=("The outcome colours fairness whether or not the process is known (Esaiasson and Oehberg "
                 "2016)",
                 "Only where the process is unclear (Doherty and Wolak 2012; van den Bos 1999)"))] = 0.35
    fairness_asked: Annotated[float, _of("fairness", (-0.02, 0.12), low=-1, unit="fairness",
        label="How much fairer it feels to take part, whatever comes of it",
        schools=("A voice that cannot matter frustrates (de Vries and others 2012)",
                 "Voice helps even after the decision (Lind, Kanfer and Earley 1990)"))] = 0.05
    fairness_voice: Annotated[float, _of("fairness", (0.0, 0.6), high=2,
        unit="fairness per unit of influence",
        label="How much fairer it feels for each bit of influence that people can see",
        schools=("One's own influence mostly does not matter (Arnesen 2017)",
                 "A say before the decision feels fairer than one after it (Lind, Kanfer and Earley "
                 "1990)"))] = 0.3
    fairness_answered: Annotated[float, _of("fairness", (0.04, 0.2), high=2, unit="fairness",
        label="How much fairer it feels to be answered",
        source="de Fine Licht and others 2014; Esaiasson, Arnesen and Werner 2023")] = 0.13
    fairness_told: Annotated[float, _of("fairness", (-0.05, 0.22), low=-1, high=2, unit="fairness",
        label="How much fairer it feels to be told openly",
        schools=("Openness can weaken acceptance (de Fine Licht 2011)",
                 "Openness that is noticed helps (de Fine Licht 2014)"))] = 0.13
    fairness_gap: Annotated[float, _of("fairness", (0.0, 0.75), high=2, unit="fairness per unit of influence",
        label="How much less fair it feels for each bit of hope that is disappointed",
        schools=("Being heard helps although it comes to nothing (Lind, Kanfer and Earley 1990)",
                 "A promise not kept is worse than none (van Dijk and Lefevere 2023; de Vries and others "
                 "2012)"))] = 0.5
    gap_onlooker: Annotated[float, _of("fairness", (0.1, 0.8),
        label="How much of the disappointment is felt by people who only heard of it",
        source="sign: van Dijk and Lefevere 2023")] = 0.5
    voice_outside: Annotated[float, _of("fairness", (-0.4, 1.6), low=-2, high=3, unit="times",
        label="How far people outside feel that the room speaks for them, when buy-in is complete",
        schools=("Handing a decision to a few is resented (Goldberg, Lindell and Baechtiger 2024)",
                 "Advice that is followed is welcomed by those outside (van Dijk and Lefevere 2023; Germann "
                 "2025)"))] = 1.1
    room_half: Annotated[float, _of("fairness", (5.0, 60.0), low=0.1, high=10000, unit="people",
        label="Number of people in the room with whom it speaks half as strongly to people outside as it can",
        source="sign: Jacobs 2019")] = 15.0
    room_unlike: Annotated[float, _of("fairness", (-1.0, 4.0), low=-5, high=20, unit="per unit of unlikeness",
        label="How quickly people outside stop accepting a room when they see that it is not like the town",
        schools=("People with a direct interest in the room count for more (Jacobs 2019)",
                 "A room unlike the public loses its legitimacy (Germann 2025; Pow, van Dijk and Marien "
                 "2020)"))] = 2.5
    treatment_wary: Annotated[float, _of("fairness", (-1.0, 1.0), low=-2, high=2, unit="per unit of trust",
        label="How much more good treatment affects people with little trust than people with much trust",
        schools=("The trusting give credit for good treatment (De Cremer and Tyler 2007)",
                 "The wary have most to gain from good treatment (reasoned; see van den Bos, Wilke and Lind "
                 "1998)"))] = 0.0
    fairness_noise: Annotated[float, _of("fairness", (0.08, 0.16), unit="fairness",
        label="How much felt fairness differs between people for reasons outside the model")] = 0.12
    # Acceptance
    acceptance_merit: Annotated[float, _of("accepting", (2.4, 5.0), high=12, unit="score",
        label="How strongly acceptance depends on what the plan brings people",
        source="Esaiasson and others 2019")] = 3.4
    acceptance_fairness: Annotated[float, _of("accepting", (0.5, 2.8), high=10, unit="score",
        label="How strongly acceptance depends on how fair it felt",
        source="Esaiasson and others 2019; Bergquist and others 2022")] = 1.9
    interplay: Annotated[float, _of("accepting", (-2.0, 16.0), low=-20, high=30, unit="per unit of merit",
        label="How much less fairness matters when the outcome is good",
        schools=("Fairness helps less after a bad outcome (van den Bos and others 1999)",
                 "Process matters most where the outcome is bad (Brockner and Wiesenfeld 1996)"))] = 9.0
    acceptance_trust: Annotated[float, _of("accepting", (0.3, 1.7), high=10, unit="score",
        label="How strongly acceptance depends on trust", source="Devine 2024")] = 1.0
    # Trust
    signal_fairness: Annotated[float, _of("trusting", (0.0, 0.24), unit="trust per unit of fairness",
        label="How much felt fairness moves trust",
        schools=("Trust after a decision does not run through fairness (Marien and Kern 2018), or less than "
                 "through results (Steenvoorden and van der Meer 2021, on support for local government, not "
                 "on a decision)",
                 "Fair treatment builds trust (Walters and Bolger 2019)"))] = 0.12
    signal_merit: Annotated[float, _of("trusting", (0.04, 0.34), unit="trust per unit of merit",
        label="How much the outcome, as people see it, moves trust",
        source="sign: Citrin and Stoker 2018; Marien and Kern 2018")] = 0.19
    bad_news_weight: Annotated[float, _of("trusting", (1.0, 2.6), high=5, unit="times",
        label="How much more bad news counts than good news",
        source="Brown and others 2024 (1.96); Walasek and others 2024 (1.31)")] = 1.6
    trust_half_life: Annotated[float, _of("trusting", (12.0, 60.0), low=1, high=600, unit="months",
        label="Months until trust has gone half of the way back to a person's usual level",
        source="sign: Devine and Valgardsson 2024; size: assumption")] = 24.0
    town_trust: Annotated[float, _of("trusting", (0.02, 0.07), unit="trust",
        label="How much towns differ in how far people trust the body")] = 0.045
    # What having a say is expected to be worth
    influence_learned: Annotated[float, _of("say", (0.2, 0.6),
        label="How fast people in the room learn what their say is worth",
        source="sign: Sjoberg, Mellon and Peixoto 2017")] = 0.4
    influence_overheard: Annotated[float, _of("say", (0.02, 0.18),
        label="How fast people outside learn what a say is worth")] = 0.09
    influence_answered: Annotated[float, _of("say", (0.0, 0.6),
        label="What being answered is worth by itself, in addition to the influence people had",
        source="sign: Sjoberg, Mellon and Peixoto 2017")] = 0.4
    expected_base: Annotated[float, _of("say", (0.1, 0.3), unit="influence",
        label="How much influence people without trust expect to have",
        source="Community Life Survey 2019/20; Scottish Household Survey 2017 to 2019")] = 0.2
    expected_trust: Annotated[float, _of("say", (0.1, 0.45), unit="influence per unit of trust",
        label="How much more influence people expect if they trust the body",
        source="sign: OECD 2024")] = 0.28
    expected_spread: Annotated[float, _of("say", (0.08, 0.24), unit="influence",
        label="How much people differ in the influence they expect")] = 0.16
    # The body and the town
    responsiveness_start: Annotated[float, _fixed("body", 0.5,
        label="The body's trust in the public at the start", source="scale")] = 0.5
    institution_quality: Annotated[float, _of("body", (0.0, 0.4), high=10, unit="trust per unit of merit",
        label="How much a better plan raises the body's trust in the public")] = 0.2
    town_heat: Annotated[float, _of("coming", (0.0, 0.6), unit="log of heat",
        label="How much towns differ in how hot a decision gets")] = 0.3
    town_body: Annotated[float, _of("body", (0.0, 0.2), unit="trust",
        label="How much towns differ in the body's trust in the public")] = 0.1
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
            raise InputError(
                f"{name} must be between {in_digits(low)} and {in_digits(high)}, but is {in_digits(value)}"
            )
    return p._replace(**changes)


def implausible(changes: Mapping[str, float]) -> tuple[str, ...]:
    """Say which values lie outside the plausible range of their assumption.

    Args:
        changes: values by name, each in its own unit.

    Returns:
        Sentences for each, with the range and what it rests on; none for scales and switches.
    """
    return tuple(
        f"'{a.label}' ({name}) is set to {value:g}. That is outside the range we think plausible "
        f"({a.least:g} to {a.most:g}; {a.source_in_words}). It is used all the same."
        for name, value in outside(changes).items()
        for a in [DECLARED[name]]
    )


def outside(changes: Mapping[str, float]) -> dict[str, float]:
    """Give those values that lie outside the plausible range of their assumption.

    Args:
        changes: values by name, each in its own unit.

    Returns:
        The same for those alone; none for scales and switches.
    """
    return {
        name: value
        for name, value in changes.items()
        if name in DECLARED and not (a := DECLARED[name]).fixed and not a.least <= value <= a.most
    }


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
