"""How people judge, feel and answer: the rules that belong to no single step, one formula each.

A rule knows nothing of loops, arrays or randomness: luck comes in as a number. See `arithmetic` for why
one text serves a Mesa agent, NumPy arrays and the compiled ensemble alike.

What goes in has one name everywhere. From 0 to 1: `knowledge`, `trust`, `fairness`, `expected` (influence,
before anything is said), `hoped`, `seen` and `realised` (influence), `openness`, `buy_in`, `responsiveness`.
`hearsay` is -1 to 1; `merit`, `truth` and `judged` are what a plan is worth, at most `merit_at_best`; plans
and ideal points are positions. `part`, `aware` and `got_it` are true or false, `asked` is 1 or 0. `luck` is a
random number as each rule says, `p` the numbers inside the rules. Each may be a number or an array.
"""

from typing import Any

from coprod_sim.arithmetic import clip, logistic, maximum, share, where
from coprod_sim.assumptions import Assumptions


# A new topic
def merit(plan: Any, ideal: Any, p: Assumptions) -> Any:
    """What a plan is worth to a person: less, the further it is from what suits them."""
    distance = plan - ideal
    return p.merit_at_best - p.merit_slope * maximum(distance, -distance)


def ideal_point(luck: Any, group_mean: Any, p: Assumptions) -> Any:
    """What suits a person on this topic; `luck` is a standard normal draw."""
    return group_mean + p.ideal_spread * luck


def fresh_knowledge(luck: Any, head_start: Any, p: Assumptions) -> Any:
    """What a person knows of a brand-new topic; `luck` is a Beta(2.2, 5) draw."""
    return clip(luck + head_start, p.knowledge_floor, p.knowledge_ceiling)


def fresh_hearsay(luck: Any, p: Assumptions) -> Any:
    """What a person has picked up about a brand-new topic, -1 to 1; `luck` is standard normal."""
    return clip(p.hearsay_mean + p.hearsay_spread * luck, -1.0, 1.0)


def carried_knowledge(knowledge: Any, luck: Any, head_start: Any, p: Assumptions) -> Any:
    """What a person knows of the next topic: part is kept from the last one, the rest is new."""
    new = luck + head_start
    mixed = p.knowledge_carried * knowledge + (1.0 - p.knowledge_carried) * new
    return clip(mixed, p.knowledge_floor, p.knowledge_ceiling)


def carried_hearsay(hearsay: Any, luck: Any, p: Assumptions) -> Any:
    """The hearsay on the next topic: part is kept from the last one, the rest is new."""
    new = p.hearsay_mean + p.hearsay_spread * luck
    return clip(p.hearsay_carried * hearsay + (1.0 - p.hearsay_carried) * new, -1.0, 1.0)


# Judging
def judged(knowledge: Any, truth: Any, hearsay: Any) -> Any:
    """The merit a person sees: the truth as far as they know it, hearsay for the rest."""
    return knowledge * truth + (1.0 - knowledge) * hearsay


def talked_over(hearsay: Any, contacts: Any, p: Assumptions) -> Any:
    """Hearsay after talking: the mean view of one's contacts pulls at one's own (F24)."""
    return clip((1.0 - p.others_weight) * hearsay + p.others_weight * contacts, -1.0, 1.0)


def misled(hearsay: Any, exposed: Any, strength: float, knowledge: Any) -> Any:
    """Hearsay after a misinformation campaign: the less a person knows, the more it takes hold."""
    return clip(hearsay - where(exposed, strength * (1.0 - knowledge), 0.0), -1.0, 1.0)


# Feeling fairly treated
def disappointment(
    hoped: Any, seen: Any, part: Any, aware: Any, asked: float, p: Assumptions
) -> Any:
    """How far the influence seen falls short of what was hoped for; only where people were asked."""
    gap = maximum(hoped - seen, 0.0)
    return asked * where(part, gap, where(aware, p.gap_onlooker * gap, 0.0))


def good_treatment(
    part: Any,
    aware: Any,
    got_it: Any,
    seen: Any,
    asked: float,
    openness: float,
    buy_in: float,
    p: Assumptions,
) -> Any:
    """How well a person was treated: had a real say, saw others have one, was answered, was told."""
    public_voice = p.fairness_public_voice * seen * buy_in * asked
    voice = where(part, p.fairness_voice * seen, where(aware, public_voice, 0.0))
    answered = where(got_it, p.fairness_answered * openness, 0.0)
    return voice + answered + where(aware, p.fairness_told * openness, 0.0)


def felt_fairness(trust: Any, treatment: Any, gap: Any, luck: Any, p: Assumptions) -> Any:
    """How fairly a person feels treated, 0 to 1; good treatment moves the wary most (F6, F11)."""
    prior = p.fairness_base + p.fairness_trust * (trust - 0.5)
    felt = prior + (p.fairness_of_the_wary - trust) * treatment - p.fairness_gap * gap
    return share(felt + p.fairness_noise * luck)


# Accepting
def acceptance(seen_merit: Any, fairness: Any, trust: Any, p: Assumptions) -> Any:
    """The chance that a person accepts the decision; what it brings them weighs most (F1)."""
    score = (
        p.acceptance_merit * seen_merit
        + p.acceptance_fairness * (fairness - 0.5)
        + p.acceptance_trust * (trust - 0.5)
    )
    return logistic(score)


def reasoned(chance: Any, truth: Any) -> Any:
    """The chance that the answer is the one the person would give fully informed.

    Known in the literature as correct voting.
    """
    return where(truth > 0.0, chance, 1.0 - chance)


# Learning from it
def learned_trust(
    trust: Any, fairness: Any, seen_merit: Any, part: Any, aware: Any, p: Assumptions
) -> Any:
    """Trust afterwards: it climbs slowly, falls fast, and moves most for those who were there (F11)."""
    signal = p.signal_fairness * (fairness - 0.5) + p.signal_merit * seen_merit
    room = where(signal > 0.0, 1.0 - trust, p.bad_news_weight * trust)
    nearness = where(part, 1.0, where(aware, p.trust_aware, p.trust_unaware))
    return share(trust + p.trust_speed * signal * room * nearness)


def learned_influence(expected: Any, seen: Any, part: Any, aware: Any, p: Assumptions) -> Any:
    """Expected influence afterwards: having counted breeds the wish to take part again (F13)."""
    had_a_say = (1.0 - p.influence_learned) * expected + p.influence_learned * share(
        p.influence_overshoot * seen
    )
    looked_on = (1.0 - p.influence_overheard) * expected + p.influence_overheard * seen
    return where(part, had_a_say, where(aware, looked_on, expected))


def learned_responsiveness(responsiveness: Any, gained: Any, accepted: Any, p: Assumptions) -> Any:
    """The body's trust in the public afterwards: better plans and acceptance raise it.

    `gained` is the mean merit of the final plan minus that of the draft; `accepted` the mean chance of
    acceptance.
    """
    lesson = p.institution_quality * gained + p.institution_acceptance * (accepted - 0.5)
    return share(responsiveness + p.institution_speed * lesson)


# The first day
def first_expected_influence(trust: Any, luck: Any, p: Assumptions) -> Any:
    """What a person expects their say to be worth before anything happens (F12)."""
    return share(p.expected_base + p.expected_trust * trust + p.expected_spread * luck)
