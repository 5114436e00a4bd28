"""Every number inside the rules, with what it means, where it comes from and how far it may be changed.

Sources: F1 to F26 are the findings in `docs/evidence.md`; "assumption" marks a choice that no study in
that list settles. A comparison is run again with all of them moved by up to half of their size.
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
    """A number inside a rule; `fixed` ones are limits or switches, left alone by the +/-50 % draws."""

    family: Family
    fixed: bool = False


def _of(
    family: Family, label: str, source: str = "assumption", *, low: float = 0.0, high: float = 1.0
) -> Assumption:
    return Assumption(family=family, label=label, source=source, low=low, high=high)


def _fixed(
    family: Family, label: str, source: str = "assumption", *, low: float = 0.0, high: float = 1.0
) -> Assumption:
    return Assumption(family=family, label=label, source=source, low=low, high=high, fixed=True)


class Assumptions(NamedTuple):
    """The numbers inside the rules; make a changed copy with `_replace` or `assume`."""

    # fmt: off
    # A new topic
    ideal_less_heard: Annotated[
        float, _of("wishes", "What suits less-heard people, mean", low=-2, high=2)] = -0.35
    ideal_well_connected: Annotated[
        float, _of("wishes", "What suits well-connected people, mean", low=-2, high=2)] = 0.15
    ideal_spread: Annotated[float, _of("wishes", "Spread of what suits people", low=0.01, high=2)] = 0.45
    merit_at_best: Annotated[float, _of("wishes", "Merit of a plan that fits a person exactly")] = 0.5
    merit_slope: Annotated[float, _of("wishes", "Merit lost per unit of distance", high=3)] = 0.9
    knowledge_carried: Annotated[float, _of("knowing", "Knowledge kept from one topic to the next")] = 0.35
    knowledge_less_heard: Annotated[
        float, _of("knowing", "Head start in knowledge, less-heard", low=-0.5, high=0.5)] = -0.06
    knowledge_well_connected: Annotated[
        float, _of("knowing", "Head start in knowledge, well-connected", low=-0.5, high=0.5)] = 0.03
    knowledge_floor: Annotated[float, _fixed("knowing", "Least anybody knows")] = 0.02
    knowledge_ceiling: Annotated[
        float, _fixed("knowing", "Most anybody knows at the start of a topic")] = 0.95
    hearsay_carried: Annotated[float, _of("knowing", "Hearsay kept from one topic to the next")] = 0.5
    hearsay_mean: Annotated[float, _of("knowing", "Fresh hearsay, mean", low=-1)] = -0.1
    hearsay_spread: Annotated[float, _of("knowing", "Fresh hearsay, spread", low=0.01)] = 0.3
    # Awareness
    word_of_mouth: Annotated[
        float, _of("knowing", "Chance to hear of it from one aware contact, per round",
            low=0.0001, high=0.5)] = 0.02
    openness_teaches: Annotated[
        float, _of("knowing", "Knowledge gap closed by open information", "F9, F17")] = 0.25
    trusted_learning: Annotated[float, _of("knowing", "Part of that learning that needs no trust")] = 0.5
    # Expectations
    responsiveness_start: Annotated[
        float, _fixed("body", "The body's trust in the public at the start")] = 0.5
    responsiveness_base: Annotated[
        float, _of("body", "Influence kept however little the body trusts the public")] = 0.5
    hopes_raised: Annotated[float, _of("say", "Hope raised by being asked", "F6, F7")] = 0.30
    unclear_scope: Annotated[float, _of("say", "Input lost when nobody says what can be decided")] = 0.5
    # Buy-in and taking part
    willing_base: Annotated[float, _of("coming", "Readiness to take part, base score", low=-5, high=5)] = -1.3
    willing_buy_in: Annotated[float, _of("coming", "Readiness gained from buy-in", high=5)] = 0.9
    willing_stake: Annotated[
        float, _of("coming", "Readiness from having a stake, without buy-in", "F18", high=5)] = 1.0
    stake_neutral: Annotated[float, _of("coming", "Stake at which this neither adds nor takes away")] = 0.25
    willing_opposed: Annotated[
        float, _of("coming", "Readiness from being against it, without buy-in", "F18", high=15)] = 5.0
    willing_connected: Annotated[
        float, _of("coming", "Readiness of the well-connected, without buy-in", "F18", high=5)] = 0.7
    willing_influence: Annotated[
        float, _of("coming", "Readiness from expecting to be heard", "F13, F19", high=5)] = 1.6
    influence_neutral: Annotated[float, _of("coming", "Expected influence at which this adds nothing")] = 0.35
    seats_less_heard: Annotated[
        float, _of("coming", "Extra weight of less-heard people in the lot at full buy-in",
            "F18", high=5)] = 1.5
    # Performance
    session_teaches: Annotated[
        float, _of("knowing", "Knowledge gap closed in one session at full skill and openness", "F14")] = 0.36
    participant_teaches: Annotated[
        float, _of("knowing", "Knowledge gap closed by knowing a participant", "F15")] = 0.02
    skilled_share: Annotated[float, _of("say", "Part of people's wishes that survives without skills")] = 0.5
    plan_moves: Annotated[float, _fixed("say", "Whether real influence moves the plan (1) or not (0)")] = 1.0
    # Feedback
    feedback_spreads: Annotated[
        float, _of("knowing", "Reach of feedback among those who did not take part")] = 0.6
    feedback_teaches: Annotated[
        float, _of("knowing", "Knowledge gap closed by feedback at full openness", "F10")] = 0.12
    influence_believed: Annotated[
        float, _of("say", "Most influence believed in without feedback, at full trust")] = 0.30
    seen_by_participants: Annotated[
        float, _of("say", "Part of the influence participants see without feedback")] = 0.5
    # Talk
    others_weight: Annotated[float, _of("knowing", "Weight of what one's contacts say", "F24")] = 0.3
    # Felt fairness
    fairness_base: Annotated[float, _of("fairness", "Felt fairness when nothing is done", "F2, F6")] = 0.42
    fairness_trust: Annotated[float, _of("fairness", "Felt fairness from prior trust", "F17", high=2)] = 0.25
    fairness_of_the_wary: Annotated[
        float, _of("fairness", "How much good treatment moves the least trusting", "F11", high=4)] = 1.5
    fairness_voice: Annotated[
        float, _of("fairness", "Felt fairness from having had a real say", "F3, F5", high=2)] = 0.35
    fairness_public_voice: Annotated[
        float, _of("fairness", "Felt fairness from others having had a real say", "F5", high=2)] = 0.35
    fairness_answered: Annotated[
        float, _of("fairness", "Felt fairness from being answered", "F10", high=2)] = 0.18
    fairness_told: Annotated[
        float, _of("fairness", "Felt fairness from being told openly", "F10", high=2)] = 0.10
    fairness_gap: Annotated[
        float, _of("fairness", "Felt fairness lost when less came than was hoped for",
            "F6, F7, F8", high=2)] = 0.45
    gap_onlooker: Annotated[
        float, _of("fairness", "Part of that loss felt by those who only heard of it", "F5")] = 0.5
    fairness_noise: Annotated[
        float, _of("fairness", "Spread of felt fairness for reasons outside the model")] = 0.12
    # Acceptance
    acceptance_merit: Annotated[
        float, _of("accepting", "Pull of judged merit on acceptance", "F1", high=10)] = 3.2
    acceptance_fairness: Annotated[
        float, _of("accepting", "Pull of felt fairness on acceptance", "F1, F17", high=10)] = 2.2
    acceptance_trust: Annotated[
        float, _of("accepting", "Pull of trust on acceptance", "F17, F19", high=10)] = 1.0
    # Trust
    signal_fairness: Annotated[
        float, _of("trusting", "Weight of felt fairness in the trust signal", "F25", high=5)] = 1.4
    signal_merit: Annotated[
        float, _of("trusting", "Weight of judged merit in the trust signal", high=5)] = 0.3
    trust_speed: Annotated[float, _of("trusting", "How fast trust moves", "F9, F11")] = 0.20
    bad_news_weight: Annotated[float, _of("trusting", "Weight of bad news against good", "F11", high=5)] = 2.0
    trust_aware: Annotated[float, _of("trusting", "Trust movement of those who only heard of it")] = 0.5
    trust_unaware: Annotated[float, _of("trusting", "Trust movement of those who did not hear of it")] = 0.15
    influence_learned: Annotated[
        float, _of("say", "How fast participants learn what their say is worth", "F13")] = 0.4
    influence_overshoot: Annotated[
        float, _of("say", "How much a real say lifts hope beyond its size", "F13", high=3)] = 1.3
    influence_overheard: Annotated[float, _of("say", "How fast onlookers learn what a say is worth")] = 0.12
    # The institution learns
    institution_speed: Annotated[float, _of("body", "How fast the body's trust in the public moves")] = 0.25
    institution_quality: Annotated[float, _of("body", "What it learns from a better plan", high=10)] = 2.0
    institution_acceptance: Annotated[float, _of("body", "What it learns from acceptance", high=10)] = 0.3
    # The first day
    expected_base: Annotated[float, _of("say", "Expected influence without trust")] = 0.20
    expected_trust: Annotated[float, _of("say", "Expected influence gained from trust", "F12")] = 0.28
    expected_spread: Annotated[float, _of("say", "Spread of expected influence")] = 0.16
    seats_floor: Annotated[
        float, _fixed("coming", "Participants needed before a plan can move", high=50)] = 3.0
    # fmt: on


DECLARED: dict[str, Assumption] = dict(declared(Assumptions, Assumption))
"""Every assumption's declaration, by its name, in the order of the rules."""

REFERENCE = Assumptions()
"""The values the rules start from."""


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
            raise InputError(f"{name[:60]!r} is not an assumption{did_you_mean(name, DECLARED)}")
        low, high = DECLARED[name].low, DECLARED[name].high
        if not low <= value <= high:
            raise InputError(f"{name} must be between {low:g} and {high:g}, but is {value:g}")
    return p._replace(**changes)


FAMILIES: dict[Family, list[str]] = {
    family: [name for name, about in DECLARED.items() if about.family == family]
    for family in get_args(Family.__value__)
}
"""The names of the assumptions by what they are about, in the order of events."""
