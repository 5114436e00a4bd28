"""The order of events in one decision, as data: printed in the ODD and followed by every driver."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its name, who acts, which rules it uses, and what happens in a sentence.

    In every driver the function of this name plays the event: in `arrays`, on `CivicModel`, and in
    `involvement` or `response` for the compiled ensemble.
    """

    name: str
    who: str
    rules: tuple[str, ...]
    what: str


SCHEDULE = (
    Event(
        "meet_topic",
        "citizens",
        (
            "ideal_point",
            "merit",
            "fresh_knowledge",
            "fresh_hearsay",
            "carried_knowledge",
            "carried_hearsay",
        ),
        "A new topic: what suits each person is drawn anew; part of knowledge and hearsay is kept.",
    ),
    Event(
        "hear_of_it",
        "citizens",
        ("told", "hears", "learn_openly"),
        "Some are told; four rounds of word of mouth follow; the aware learn from open information.",
    ),
    Event(
        "set_expectations",
        "institution, citizens",
        ("offered_influence", "realised_influence", "hoped_influence"),
        "The body says what can be decided; asking lifts the hopes of the aware.",
    ),
    Event(
        "take_part",
        "citizens",
        ("judged", "readiness", "lot_weight"),
        "The aware who are asked decide whether to take part; scarce seats go by weighted lot.",
    ),
    Event(
        "work_together",
        "participants, contacts, institution",
        ("learn_together", "kept_gap", "learn_from_participants", "moved_plan", "merit"),
        "Participants learn, their contacts a little too; the plan moves by the real influence.",
    ),
    Event(
        "give_feedback",
        "citizens",
        ("reached", "learn_from_feedback", "seen_influence"),
        "Feedback reaches some, who learn and see what the public's say was worth.",
    ),
    Event(
        "talk",
        "citizens",
        ("talked_over", "misled", "judged"),
        "Contacts' views pull at hearsay; a campaign may mislead; everybody judges the final plan.",
    ),
    Event(
        "feel_fairness",
        "citizens",
        ("disappointment", "good_treatment", "felt_fairness"),
        "Everybody feels treated more or less fairly.",
    ),
    Event(
        "accept",
        "citizens",
        ("acceptance", "reasoned"),
        "Everybody accepts the decision or not: one draw against the chance.",
    ),
    Event(
        "update_trust",
        "citizens",
        ("learned_trust", "learned_influence"),
        "Trust and expected influence move with what was seen and felt.",
    ),
    Event(
        "update_institution",
        "institution",
        ("learned_responsiveness",),
        "The body's trust in the public moves with the gain in merit and with acceptance.",
    ),
)
"""The eleven events of one decision, in order."""

WORD_OF_MOUTH_ROUNDS = 4
"""Rounds of word of mouth in every decision [rounds]."""
