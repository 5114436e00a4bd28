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
            "first_side",
            "next_side",
            "head_start",
            "ideal_point",
            "merit",
            "fresh_knowledge",
            "fresh_hearsay",
            "carried_knowledge",
            "carried_hearsay",
        ),
        "A new topic: a draft leans to a side; part of what suits each, of knowledge and of hearsay stays.",
    ),
    Event(
        "hear_of_it",
        "citizens",
        ("told", "hears", "learn_openly", "read_with_trust"),
        "Some are told; four rounds of word of mouth follow; the aware learn from what is open.",
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
        ("judged", "invitation", "readiness", "seats_for_less_heard", "seat_chance"),
        "The aware who are asked decide whether to take part; scarce seats go by stratified lot.",
    ),
    Event(
        "work_together",
        "participants, institution",
        (
            "learn_together",
            "room_step",
            "room_wish",
            "moved_plan",
            "workmanship",
            "unlikeness",
            "captured",
            "merit",
            "voice_of_outsiders",
        ),
        "Participants learn; the plan moves towards what the room wants, for better or worse.",
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
        ("talked_over", "misled", "judged", "seen_outcome"),
        "Contacts' views pull at hearsay; a campaign may mislead; everybody judges the final plan.",
    ),
    Event(
        "feel_fairness",
        "citizens",
        ("disappointment", "good_treatment", "outcome_pull", "felt_fairness"),
        "Everybody feels treated more or less fairly; the outcome colours it.",
    ),
    Event(
        "accept",
        "citizens",
        (
            "fairness_weight",
            "chance_to_accept",
            "acceptance",
            "informed_fairness",
            "informed_acceptance",
        ),
        "Everybody accepts the decision or not: one draw against the chance.",
    ),
    Event(
        "update_trust",
        "citizens",
        ("learned_trust", "learned_influence"),
        "Trust and expected influence move with what was seen and felt; trust is drawn back home.",
    ),
    Event(
        "update_institution",
        "institution",
        ("learned_responsiveness",),
        "The body's trust in the public moves with the gain in merit, and goes back home in time.",
    ),
)
"""The eleven events of one decision, in order."""

WORD_OF_MOUTH_ROUNDS = 4
"""Rounds of word of mouth in every decision [rounds]."""
