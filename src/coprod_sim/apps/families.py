"""Groups the assumptions into families, for the page on which each of them can be changed."""

FAMILIES: dict[str, tuple[str, ...]] = {
    "wishes": (
        "ideal_less_heard", "ideal_well_connected", "ideal_spread", "merit_at_best", "merit_slope",
    ),
    "knowing": (
        "knowledge_carried", "knowledge_less_heard", "knowledge_well_connected", "knowledge_floor",
        "knowledge_ceiling", "hearsay_carried", "hearsay_mean", "hearsay_spread", "word_of_mouth",
        "openness_teaches", "trusted_learning", "session_teaches", "participant_teaches",
        "feedback_spreads", "feedback_teaches", "others_weight",
    ),
    "coming": (
        "willing_base", "willing_buy_in", "willing_stake", "stake_neutral", "willing_opposed",
        "willing_connected", "willing_influence", "influence_neutral", "seats_less_heard", "seats_floor",
    ),
    "say": (
        "hopes_raised", "unclear_scope", "skilled_share", "plan_moves", "influence_believed",
        "seen_by_participants", "influence_learned", "influence_overshoot", "influence_overheard",
        "expected_base", "expected_trust", "expected_spread",
    ),
    "fairness": (
        "fairness_base", "fairness_trust", "fairness_of_the_wary", "fairness_voice",
        "fairness_public_voice", "fairness_answered", "fairness_told", "fairness_gap", "gap_onlooker",
        "fairness_noise",
    ),
    "accepting": ("acceptance_merit", "acceptance_fairness", "acceptance_trust"),
    "trusting": (
        "signal_fairness", "signal_merit", "trust_speed", "bad_news_weight", "trust_aware",
        "trust_unaware",
    ),
    "body": (
        "responsiveness_start", "responsiveness_base", "institution_speed", "institution_quality",
        "institution_acceptance",
    ),
}  # fmt: skip
"""Every assumption, once, by the family it belongs to; the families are in the order of events."""
