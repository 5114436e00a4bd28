"""How people judge, feel and answer: the rules that belong to no single step, one formula each.

A rule knows nothing of loops, arrays or randomness: luck comes in as a number. See `arithmetic` for why
one text serves a Mesa agent, NumPy arrays and the compiled ensemble alike.

What goes in has one name everywhere. From 0 to 1: `knowledge`, `trust`, `fairness`, `expected` (influence,
before anything is said), `hoped`, `seen` and `realised` (influence), `openness`, `buy_in`, `responsiveness`.
`hearsay` is -1 to 1; `merit`, `truth` and `judged` are what a plan is worth to a person; plans and ideal
points are positions. `part`, `aware` and `got_it` are true or false, `asked` is 1 or 0. `kept` is the part of
something that is left after the months between two decisions. `luck` is a random number as each rule says,
`p` the numbers inside the rules. Each may be a number or an array, but for the rules of time, which take
numbers.
"""

from typing import Any

from coprod_sim.arithmetic import clip, exp, logistic, maximum, root, share, where
from coprod_sim.assumptions import Assumptions

LN2 = 0.6931471805599453
"""The natural logarithm of 2, for half-lives."""


# Time
def kept(half_life: float, months: float) -> float:
    """The part that is left after some months of something that halves in every half-life."""
    return exp(-LN2 * months / half_life)


def freshness(kept_hearsay: float, p: Assumptions) -> float:
    """How much fresh hearsay there is beside the old, so that its spread stays the same over decisions."""
    left = kept_hearsay * (1.0 - p.others_weight)
    return root(1.0 - left * left)


def lasting(p: Assumptions) -> float:
    """The weight of what suits a person on every topic."""
    return root(p.ideal_kept)


def passing(p: Assumptions) -> float:
    """The weight of what suits a person on this topic alone."""
    return root(1.0 - p.ideal_kept)


# The town, once a run; each `luck` is a standard normal draw
def first_trust(surveyed: Any, luck: Any, p: Assumptions) -> Any:
    """A person's own level of trust: as surveyed, in a town that is more or less trusting than most."""
    return share(surveyed + p.town_trust * luck)


def heat_here(heat: float, luck: Any, p: Assumptions) -> Any:
    """How hot decisions are in this town: as the case says, times what is particular to the town."""
    return heat * exp(p.town_heat * luck)


def first_responsiveness(luck: Any, p: Assumptions) -> Any:
    """How far this town's body trusts its public before anything happens."""
    return share(p.responsiveness_start + p.town_body * luck)


def first_expected_influence(trust: Any, luck: Any, p: Assumptions) -> Any:
    """What a person expects their say to be worth before anything happens (F12)."""
    return share(p.expected_base + p.expected_trust * trust + p.expected_spread * luck)


# A new topic
def first_side(luck: Any) -> Any:
    """The side the first draft leans to, 1 or -1; `luck` is uniform."""
    return where(luck < 0.5, 1.0, -1.0)


def next_side(side: Any, luck: Any, p: Assumptions) -> Any:
    """The side the next draft leans to; `luck` is uniform."""
    return where(luck < p.side_kept, side, -side)


def ideal_point(
    luck: Any, own: Any, group_mean: Any, lasting: float, passing: float, p: Any
) -> Any:
    """What suits a person on this topic: part of it stays, part is new; both lucks are standard normal."""
    return group_mean + p.ideal_spread * (lasting * own + passing * luck)


def merit(plan: Any, ideal: Any, p: Assumptions) -> Any:
    """What a plan is worth to a person: less, the further it is from what suits them."""
    distance = plan - ideal
    return p.merit_at_best - p.merit_slope * maximum(distance, -distance)


def head_start(less_heard: float, share_less_heard: float, p: Assumptions) -> float:
    """What a group knows beforehand, more or less than the town's mean; `less_heard` is 1 or 0."""
    return p.knowledge_gap * (share_less_heard - less_heard)


def fresh_knowledge(luck: Any, start: Any) -> Any:
    """What a person knows of a brand-new topic; `luck` is a Beta(2.2, 5) draw, `start` the head start."""
    return share(luck + start)


def fresh_hearsay(luck: Any, p: Assumptions) -> Any:
    """What a person has picked up about a brand-new topic, -1 to 1; `luck` is standard normal."""
    return clip(p.hearsay_mean + p.hearsay_spread * luck, -1.0, 1.0)


def carried_knowledge(knowledge: Any, luck: Any, start: Any, kept: float) -> Any:
    """What a person knows of the next topic: part is kept from the last one, the rest is new."""
    return share(kept * knowledge + (1.0 - kept) * (luck + start))


def carried_hearsay(hearsay: Any, luck: Any, kept: float, fresh: float, p: Assumptions) -> Any:
    """The hearsay on the next topic: part is kept from the last one, the rest is new."""
    old = kept * hearsay + (1.0 - kept) * p.hearsay_mean
    return clip(old + fresh * p.hearsay_spread * luck, -1.0, 1.0)


# Judging
def judged(knowledge: Any, truth: Any, hearsay: Any) -> Any:
    """The merit a person sees: the truth as far as they know it, hearsay for the rest."""
    return knowledge * truth + (1.0 - knowledge) * hearsay


def seen_outcome(judged: Any, truth: Any, p: Assumptions) -> Any:
    """The merit of the final plan as a person sees it: part is lived, the rest is judged."""
    return p.outcome_lived * truth + (1.0 - p.outcome_lived) * judged


def talked_over(hearsay: Any, contacts: Any, p: Assumptions) -> Any:
    """Hearsay after talking: the mean view of one's contacts pulls at one's own (F24)."""
    return clip((1.0 - p.others_weight) * hearsay + p.others_weight * contacts, -1.0, 1.0)


def misled(hearsay: Any, exposed: Any, strength: float, knowledge: Any) -> Any:
    """Hearsay after a misinformation campaign: the less a person knows, the more it takes hold."""
    return clip(hearsay - where(exposed, strength * (1.0 - knowledge), 0.0), -1.0, 1.0)


# The room as seen from outside
def unlikeness(less_heard: Any, opposed: Any, room: Any, town_less: Any, town_opposed: Any) -> Any:
    """How far a room differs from the town, by its shares of less-heard people and of opponents.

    The first three are counts in the room, the last two are shares of the town; 0 for an empty room.
    """
    people = maximum(room, 1.0)
    by_group, by_view = less_heard / people - town_less, opposed / people - town_opposed
    unlike = maximum(by_group, -by_group) + maximum(by_view, -by_view)
    return where(room > 0.0, unlike, 0.0)


def voice_of_outsiders(
    buy_in: float, openness: float, room: Any, unlike: Any, p: Assumptions
) -> Any:
    """How far those outside feel that a room speaks for them: a large one, known to be like them, does."""
    large = room / (room + p.room_half)
    alike = maximum(1.0 - p.room_unlike * openness * unlike, 0.0)
    return p.voice_outside * buy_in * large * alike


# Feeling fairly treated
def disappointment(
    hoped: Any, seen: Any, part: Any, aware: Any, asked: float, p: Assumptions
) -> Any:
    """Felt fairness lost where the influence seen falls short of what was hoped for, if people were asked."""
    gap = asked * p.fairness_gap * maximum(hoped - seen, 0.0)
    return where(part, gap, where(aware, p.gap_onlooker * gap, 0.0))


def good_treatment(
    part: Any,
    aware: Any,
    got_it: Any,
    seen: Any,
    outside: Any,
    openness: float,
    p: Assumptions,
) -> Any:
    """How well a person was treated: had a say, saw others have one, was answered, was told."""
    say = p.fairness_voice * seen
    voice = where(part, p.fairness_asked + say, where(aware, say * outside, 0.0))
    answered = where(got_it, p.fairness_answered, 0.0)
    return voice + answered + where(aware, p.fairness_told * openness, 0.0)


def outcome_pull(aware: Any, openness: float, p: Assumptions) -> Any:
    """How much the outcome colours felt fairness: less for those who could follow how it came about."""
    return p.fairness_outcome * where(aware, 1.0 - p.fairness_clear * openness, 1.0)


def felt_fairness(
    trust: Any, colour: Any, treatment: Any, gap: Any, luck: Any, p: Assumptions
) -> Any:
    """How fairly a person feels treated, 0 to 1.

    `colour` is what the outcome as seen adds; `luck` is standard normal. Whom good treatment moves, the
    wary or the trusting, is disputed.
    """
    prior = p.fairness_base + p.fairness_trust * (trust - 0.5)
    moved = (1.0 + p.treatment_wary * (0.5 - trust)) * treatment
    return share(prior + colour + moved - gap + p.fairness_noise * luck)


# Accepting
def fairness_weight(seen_merit: Any, p: Assumptions) -> Any:
    """How much fairness counts: more where the outcome is bad (Brockner and Wiesenfeld 1996)."""
    return p.acceptance_fairness * 2.0 * logistic(-p.interplay * seen_merit)


def chance_to_accept(
    seen_merit: Any, weight: Any, fairness: Any, trust: Any, p: Assumptions
) -> Any:
    """The chance that a person accepts, given how much fairness counts for them."""
    score = (
        p.acceptance_merit * seen_merit
        + weight * (fairness - 0.5)
        + p.acceptance_trust * (trust - 0.5)
    )
    return logistic(score)


def acceptance(seen_merit: Any, fairness: Any, trust: Any, p: Assumptions) -> Any:
    """The chance that a person accepts the decision: what it brings them weighs most (F1)."""
    return chance_to_accept(seen_merit, fairness_weight(seen_merit, p), fairness, trust, p)


def informed_fairness(truth: Any, seen_merit: Any, fairness: Any, pull: Any) -> Any:
    """How fairly a person would feel treated who knew the plan fully."""
    return share(fairness + pull * (truth - seen_merit))


def informed_acceptance(
    truth: Any, seen_merit: Any, fairness: Any, pull: Any, trust: Any, p: Assumptions
) -> Any:
    """The chance with which a person would accept who knew the plan fully and was treated the same.

    Known in the literature as the correct vote (Lau and Redlawsk 1997).
    """
    return acceptance(truth, informed_fairness(truth, seen_merit, fairness, pull), trust, p)


# Learning from it
def learned_trust(
    trust: Any, home: Any, fairness: Any, seen_merit: Any, aware: Any, kept: float, p: Assumptions
) -> Any:
    """Trust afterwards: moved by what the aware felt and saw, bad news most, and drawn back home (F11)."""
    signal = p.signal_fairness * (fairness - 0.5) + p.signal_merit * seen_merit
    room = where(signal > 0.0, 1.0 - trust, p.bad_news_weight * trust)
    return share(trust + where(aware, signal * room, 0.0) + (1.0 - kept) * (home - trust))


def learned_influence(
    expected: Any, seen: Any, part: Any, aware: Any, got_it: Any, asked: float, p: Assumptions
) -> Any:
    """Expected influence afterwards: an answer counts beside the influence itself (F13)."""
    worth = seen + where(got_it, p.influence_answered * asked * (1.0 - seen), 0.0)
    speed = where(part, p.influence_learned, where(aware, p.influence_overheard, 0.0))
    return expected + speed * (worth - expected)


def learned_responsiveness(
    responsiveness: Any, home: Any, gained: Any, kept: float, p: Assumptions
) -> Any:
    """The body's trust in the public afterwards: better plans raise it, and it goes back home in time.

    `gained` is the mean merit of the final plan minus that of the draft.
    """
    moved = responsiveness + p.institution_quality * gained
    return share(moved + (1.0 - kept) * (home - responsiveness))
