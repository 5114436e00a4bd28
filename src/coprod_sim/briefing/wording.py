"""The sentences of the page that come from the case and its numbers."""

import re
from dataclasses import replace

from coprod_sim.assumptions import DECLARED
from coprod_sim.briefing.clearer import clearer_in_words
from coprod_sim.briefing.entered_limits import beyond
from coprod_sim.briefing.extras import Extras
from coprod_sim.briefing.fitting import WHOLE, Block, NamedText, cut, ended, sentences_of, shortened
from coprod_sim.briefing.spoken import spoken_of
from coprod_sim.briefing.unmet import unmet_said
from coprod_sim.charts.costs import hours, spending, staff_of
from coprod_sim.charts.counted import usual_in_words
from coprod_sim.charts.labels import listing
from coprod_sim.charts.values import last, titles
from coprod_sim.charts.words import between, entered, price, small
from coprod_sim.engagement import engagement_names, load_engagement
from coprod_sim.model.measures import NO_SIZE
from coprod_sim.report.beliefs import against_in_words
from coprod_sim.report.sentences import efforts_in_words, sizes_in_words, whose_time
from coprod_sim.results import Comparison
from coprod_sim.results.attribution import explained_pair
from coprod_sim.results.comparison import RUNS_A_DRAW
from coprod_sim.results.uncertainty import LUCK, OVER
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios.described import OWN, text_of
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)
WHOLE_TEXT = 10_000
"""More letters than a text has: none of it is left out."""
AGAINST = 3
"""The sentences on a challenge that stay: the sums, and when the way spoken of is cheaper than the first and
than the next best one [sentences]."""
LONGEST = 500
"""The most letters of a text [letters]; whole sentences are kept up to there."""
RECOMMENDED = 800
"""Room for the way that is recommended, and for all that a view holds of the leader's reason [letters]."""
ADDRESS = re.compile(r",? *(?:https?://\S+|\S+\.(?:com|org|co\.uk))$")


def kicker(case: Scenario) -> str:
    """Name the place and the time, and say whether the case is real, or the reader's own."""
    place = text_of(case, "place")
    own = "own" if place else "unplaced"
    kind = own if case.name == OWN else case.kind
    return t("briefing-kicker", place=cut(place, 60), years=cut(case.years, 30), kind=kind)


def limits() -> tuple[str, ...]:
    """Name the three limits that matter most to a board."""
    return (
        t("briefing-limits-people"),
        t("briefing-limits-proof"),
        t("briefing-limits-serves", no_size=NO_SIZE),
    )


def facts(comparison: Comparison, more: Extras, *, full: bool = False) -> tuple[NamedText, ...]:
    """Say what is decided, by whom, by when, what is recommended, and whether people must be asked.

    What the summary has said already is not said again. Texts are shortened unless asked for in full. What is
    recommended, what the law may ask for and the first reasons to ask, or not to, stay on a full page.
    """
    case = comparison.scenario
    what = case.decisions.what
    said = what.rstrip(".").casefold() in case.summary.casefold()
    told = (
        ("what", "" if said else what, cut, 90, 1),
        ("who", text_of(case, "who_decides"), cut, 70, 1),
        ("by_when", more.by_when, cut, 60, 1),
        ("affected", more.affected, cut, 320, 1),
        ("recommended", _recommended(comparison, more), cut, RECOMMENDED, WHOLE),
        ("turned", more.turned if full else more.dials, shortened, WHOLE_TEXT, WHOLE),
        ("gate", more.gate, shortened, 240, 3),
        ("law", _law(more), shortened, max(420, len(more.law)), len(sentences_of(more.law))),
    )
    return tuple(
        NamedText(
            t(f"briefing-fact-{name}"), ended(words if full else shorten(words, letters)), least
        )
        for name, words, shorten, letters, least in told
        if words
    )


def ruling_in_words(case: Scenario) -> str:
    """Say what a court decided about a case, and where that was read, without addresses; else nothing.

    Args:
        case: the case.

    Returns:
        Sentences.
    """
    if case.ruling is None:
        return ""
    sources = "; ".join(ADDRESS.sub("", source).rstrip(".") for source in case.ruling.sources)
    return t("leaders-page-ruling_text", said=" ".join(case.ruling.said.split()), sources=sources)


def _law(more: Extras) -> str:
    """Say what the law may ask for; why other ways miss it, and what no page knows, are the first to go."""
    said = (more.law, more.law_others, t("leaders-page-law_text"))
    return " ".join(filter(None, said)) if more.law else ""


def _recommended(comparison: Comparison, more: Extras) -> str:
    """Name the way that is recommended, then the leader's reason for it."""
    way = {**titles(comparison), **more.whole}.get(more.recommended_way, "")
    ways = [one for one in comparison.engagements if one.name == more.recommended_way]
    duty = unmet_said(ways, more.unmet)
    return f"{way}{duty}. {more.recommended}".strip() if way else ""


def _none_recommended(comparison: Comparison, more: Extras) -> str:
    """Say what the page is about where no way is recommended; else nothing."""
    if more.recommended_way:
        return ""
    first = comparison.engagements[0]
    way = spoken_of(comparison, "", more.limits, more.measure)
    same = int(way is first)
    return t(
        "leaders-page-none_recommended", way=small(way.title), first=small(first.title), same=same
    )


def blocks(comparison: Comparison, more: Extras, *, full: bool = False) -> tuple[Block, ...]:
    """Give the parts of the two columns in reading order; the heaviest matter most."""
    spoken = spoken_of(comparison, more.recommended_way, more.limits, more.measure)
    way, over = spoken.name, beyond(comparison, more.limits)
    all_over = len(over) == len(comparison.engagements)  # then the headline says that nothing fits
    clearer = "" if all_over else _clearer(comparison, more)
    none = _none_recommended(comparison, more)
    cost = " ".join(filter(None, (_hours(comparison, way), more.besides)))
    found = (
        Block(head=t("briefing-part-clearer"), text=clearer, least=2, weight=2.2),
        Block(head=t("briefing-part-none_recommended"), text=none, least=2, weight=1.4),
        Block(head=t("leaders-page-risk"), text=more.risks, least=_risks(more.risks), weight=2.05),
        _equality(more.equality),
        _happened(comparison, full=full),
        Block(head=t("briefing-part-matters"), text=more.matters, least=2, weight=1.3),
        _counted(more.against or _against(comparison, way, more.least), more.least),
        Block(head=t("briefing-part-not_pay"), text=more.not_pay, least=2, weight=2.0),
        Block(head=t("briefing-part-would_have"), text=more.would_have, weight=1.2),
        Block(head=t("briefing-part-cost"), text=cost, least=2, weight=1.5),
        Block(
            head=t("leaders-page-challenge"),
            text=more.challenge,
            least=AGAINST,
            core=1,
            weight=1.98,
        ),
    )
    return tuple(b if full else _capped(b) for b in found if b.text)


def _equality(said: str) -> Block:
    """Say who loses more; that this is no equality assessment goes late."""
    head = t("leaders-page-equality")
    return Block(head=head, text=said, least=WHOLE, core=1, weight=1.975, core_weight=1.99)


def _risks(risks: str) -> int:
    """Count the sentences that stay: all but the last, which says whether a campaign is counted in."""
    return max(len(sentences_of(risks)) - 1, 1)


def _counted(against: str, least: float) -> Block:
    """Count the models in which it does not gain enough; no count, and why it flatters, is left out."""
    caution, meant = t("found-both-caution"), t("found-both-meant", least=entered(100.0 * least))
    text, tail = against.replace(caution, "").strip(), caution if caution in against else ""
    counts = len(sentences_of(text.partition(meant)[0].strip())) if meant in text else 2
    return Block(head=t("briefing-part-against"), text=text, tail=tail, least=counts, weight=2.1)


def _clearer(comparison: Comparison, more: Extras) -> str:
    """Name another way that is the clearer choice, where one is."""
    spoken = spoken_of(comparison, more.recommended_way, more.limits, more.measure)
    over = beyond(comparison, more.limits)
    return clearer_in_words(
        comparison,
        spoken,
        over,
        more.measure,
        whole=more.whole,
        least=more.least,
        unmet=more.unmet,
        saving=more.saving,
    )


def _against(comparison: Comparison, chosen: str, least: float) -> str:
    """Count the models behind the ranges in which the way that is explained does not gain enough."""
    if len(comparison.engagements) < 2:
        return ""
    way = explained_pair(comparison.engagements, chosen)[1].name
    return against_in_words(comparison, way, least=least)


def assumed(comparison: Comparison, rests: str = "", *, full: bool = False) -> str:
    """Say what is assumed, the first of it at least, and how many numbers in the rules were changed.

    Where `rests` lists what nobody entered, what is assumed besides is not counted.
    """
    case = comparison.scenario
    own = [DECLARED[name].label for name in case.assumptions]
    text = " ".join(case.assumed) if full else shortened(" ".join(case.assumed), 120)
    counted = t("briefing-assumed", count=len(case.assumed), text=text) if case.assumed else ""
    said = [rests, text] if rests else [counted]
    which = listing(
        [small(label if full else cut(label, 60)) for label in own[: None if full else 2]]
    )
    if len(own) > 2 and not full:
        which = t("briefing-rules-more", which=which, count=len(own) - 2)
    rules = t("briefing-rules", changed=len(own), all=len(DECLARED), which=which)
    return " ".join(filter(None, [*said, rules]))


def reading(comparison: Comparison, more: Extras) -> str:
    """Say what the ranges mean, and where the usual model lies in them, for the way that is spoken of."""
    over, luck = OVER[comparison.over], comparison.over == LUCK
    said = t(
        "briefing-reading", over=comparison.over, words=over.words if luck else over.models,
        runs=comparison.runs, draws=comparison.draws, towns=RUNS_A_DRAW,
    )  # fmt: skip
    way = spoken_of(comparison, more.recommended_way, more.limits, more.measure).name
    return f"{said} {usual_in_words(comparison, way, more.measure)}".rstrip()


def sources(case: Scenario, *, full: bool = False) -> str:
    """Name the first sources, without their addresses, and count the rest; or name all, with them."""
    if full:
        return "; ".join(source.rstrip(".") for source in case.sources)
    named = [cut(ADDRESS.sub("", s).rstrip("."), 80) for s in case.sources[:2]]
    rest = len(case.sources) - len(named)
    return "; ".join([*named, *([t("briefing-sources-more", count=rest)] if rest else [])])


def origin(comparison: Comparison) -> str:
    """Say how to get the same numbers again: seed, runs, versions and a fingerprint of the inputs."""
    a = comparison.origin
    return t(
        "briefing-origin", version=a["coprod_sim"], python=a["python"], numpy=a["libraries"]["numpy"],
        seed=str(a["seed"]), runs=a["runs"], draws=a["draws"], over=comparison.over,
        hash=a["hash"][:12], made=a["made"][:10],
    )  # fmt: skip


def signed(more: Extras) -> str:
    """Say who prepared the page and when; without a name, the day alone."""
    by, day = cut(more.prepared_by, 60), cut(more.date, 30)
    if not by:
        return t("briefing-signed_on", date=day) if day else ""
    return t("briefing-signed_by", by=", ".join(filter(None, (by, day))))


def signing(comparison: Comparison, more: Extras) -> str:
    """Head the conditions; where a way is recommended, it is the one with which they are signed up to."""
    way = titles(comparison).get(more.recommended_way)
    return t("leaders-page-conditions_with", way=small(way)) if way else t("briefing-page-signing")


def _capped(block: Block) -> Block:
    """Keep whole sentences as long as there is room, and those that stay."""
    kept, stay = shortened(block.text, LONGEST), sentences_of(block.text)[: block.least]
    return replace(block, text=max(kept, " ".join(stay), key=len))


def _happened(comparison: Comparison, *, full: bool) -> Block:
    """Set what really happened, first what a court decided, beside what the model gives for the nearest."""
    case, named = comparison.scenario, titles(comparison)
    if case.name == OWN:
        return Block(head="", text="")  # nothing has happened yet
    if case.kind != "real":
        return Block(head=t("briefing-part-built"), text=case.outcome, weight=0.9)
    tail, ruled = "", ruling_in_words(case)
    if case.really in named:
        ends = (last(comparison, m).loc[case.really] for m in ("acceptance", "losers_acceptance"))
        every, lose = (between(float(v["low"]), float(v["high"])) for v in ends)
        tail = t("briefing-closest", way=small(named[case.really]), all=every, losers=lose)
    elif case.really in engagement_names():
        title = small(load_engagement(case.really).title)
        tail = t("briefing-closest-absent", way=title)
    return Block(
        head=t("briefing-part-happened"),
        text=case.outcome if full else ruled or shortened(case.outcome, 150),
        tail=tail, least=max(len(sentences_of(ruled)), 1), weight=2.0,
    )  # fmt: skip


def _hours(comparison: Comparison, chosen: str) -> str:
    """Say how many hours a decision takes with the first way and with the goal, and their price."""
    first, goal = explained_pair(comparison.engagements, chosen)
    spent, paid = spending(comparison), comparison.scenario.money
    parts = []
    for way in dict.fromkeys((goal.name, first.name)):
        row = spent.loc[way]
        people = hours(row["people", "low"], row["people", "high"])
        title = small(cut(titles(comparison)[way], 40))
        staff = staff_of(comparison, way)
        parts.append(t("briefing-hours-way", way=title, staff=staff, people=people))
    rates = [price(v, paid.currency) for v in (paid.staff_hour, paid.citizen_hour)]
    said = t(
        "briefing-hours", parts="; ".join(parts), staff_hour=rates[0], citizen_hour=rates[1],
        paid=whose_time(comparison),
    )  # fmt: skip
    size = "" if comparison.own.people is None else sizes_in_words(comparison)
    rounded = t("board-cost-rounded")
    return " ".join(filter(None, (said, rounded, efforts_in_words(comparison), size)))
