"""Says in plain sentences what came of the scores, the runs and the plan."""

from collections.abc import Sequence
from datetime import date, timedelta

from coprod_sim.charts.costs import money_of
from coprod_sim.charts.labels import listing
from coprod_sim.charts.values import against_first, label_of, last
from coprod_sim.charts.words import (
    about,
    between,
    difference,
    entered,
    is_clear,
    number,
    people_of,
    small,
    span,
    staff_hours,
)
from coprod_sim.engagement import DIALS
from coprod_sim.engagement.scored import apart
from coprod_sim.learning.own_case.first_step import SURE, FirstStep
from coprod_sim.learning.own_case.played import MEASURES, MIDDLE, Band
from coprod_sim.learning.own_case.ratings import agreement_of, gap_between, summary_of
from coprod_sim.learning.own_case.worksheet import OwnCase, Round
from coprod_sim.results import Comparison
from coprod_sim.words import Words

THREE_MONTHS = timedelta(days=91)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
CHANGED = 5.0
"""From which move of a score on it is told [points of 100] (assumption)."""


def day_in_words(day: str) -> str:
    """Write a day as people do: "31 March 2027"; nothing stays nothing."""
    if not day:
        return ""
    found = date.fromisoformat(day)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def round_name(round_: Round, t: Words) -> str:
    """Name a round by the day it was begun."""
    return day_in_words(round_.begun) or t("own-path-no_day")


def due(round_: Round) -> str:
    """Give the day three months after a round was begun, or nothing."""
    if not round_.begun:
        return ""
    return (date.fromisoformat(round_.begun) + THREE_MONTHS).isoformat()


def agreement_said(round_: Round, t: Words) -> list[str]:
    """Say how far the raters agree, where they do not, and how far staff and citizens lie apart."""
    found, summary = agreement_of(round_), summary_of(round_)
    if not found.pairs:
        return [t("own-sheets-alone" if len(round_.raters) == 1 else "own-sheets-nothing")]
    said = [t("own-sheets-agree", near=f"{100 * found.near / found.pairs:.0f}")]
    spread = summary["high"] - summary["low"]
    if found.widest and spread[found.widest] > 0:
        said.append(
            t("own-sheets-widest", dial=DIALS[found.widest].label,
              low=number(100 * summary.loc[found.widest, "low"]),
              high=number(100 * summary.loc[found.widest, "high"]))
        )  # fmt: skip
    return [*said, *_gap_said(round_, t)]


def _gap_said(round_: Round, t: Words) -> list[str]:
    summary = summary_of(round_)
    gaps = summary["gap"].dropna()
    if gaps.empty:
        return [t("own-sheets-one_side")]
    dial = str(gaps.abs().idxmax())
    values = {
        "dial": DIALS[dial].label,
        "staff": number(100 * summary.loc[dial, "staff"]),
        "citizens": number(100 * summary.loc[dial, "citizen"]),
    }
    size = apart(summary.loc[dial, "staff"], summary.loc[dial, "citizen"])
    higher = (gaps > 0).sum()
    side = "staff" if higher > len(gaps) / 2 else "mixed"
    side = "citizens" if (gaps < 0).sum() > len(gaps) / 2 else side
    lead = t(f"own-sheets-side_{side}", count=int(max(higher, (gaps < 0).sum())), all=len(gaps))
    return [lead, t(f"own-sheets-gap_{size}", **values)]


def alpha_said(round_: Round, t: Words) -> str:
    """Give the strict measure of agreement in a line, for those who want it."""
    alpha = agreement_of(round_).alpha
    return t("own-sheets-alpha", alpha=number(alpha, 2)) if alpha == alpha else ""  # noqa: PLR0124


def band_said(found: Band, t: Words) -> list[str]:
    """Say what the model gives for today's way, and how much of the width is the raters' own."""
    rows = found.ranges * 100
    ends = {m: rows.loc[(m, "all")] for m in MEASURES}
    said = [t(f"own-band-{m}", range=between(ends[m]["low"], ends[m]["high"])) for m in MEASURES]
    by = found.by_raters.loc["acceptance"] * 100
    if by["low"] == by["high"]:
        return [*said, t("own-band-alone")]
    said.append(t("own-band-by_raters", range=between(by["low"], by["high"])))
    staff, citizens = (float(rows.loc[("acceptance", s), "mean"]) for s in ("staff", "citizen"))
    key = (
        "same"
        if abs(staff - citizens) < 1
        else "staff_hope"
        if staff > citizens
        else "citizens_hope"
    )
    said.append(t(f"own-band-{key}", staff=number(staff), citizens=number(citizens)))
    return said


def first_said(found: FirstStep, t: Words) -> list[str]:
    """Say which dial to turn first, how sure that is, and which steps bring nothing by themselves."""
    if found.table.empty:
        return [t("own-first-top")]
    clear = found.table[found.table["up"] >= SURE]
    if clear.empty:
        return [t("own-first-none")]
    name, best = str(clear.index[0]), clear.iloc[0]
    k = round(float(best["to"]) * (len(DIALS[name].anchors) - 1))
    said = [
        t("own-first-try", dial=DIALS[name].label, anchor=DIALS[name].anchors[k].rstrip(".")),
        t("own-first-brings", measure=small(label_of(found.measure)), hours=about(best["hours"]),
          gain=difference(best["low"] * 100, best["high"] * 100, digits=1)),
        t("own-first-sure", up=number(100 * best["up"]), plays=number(100 * best["first"])),
    ]  # fmt: skip
    unclear = [DIALS[str(d)].label for d, v in found.table.iterrows() if v["up"] < SURE]
    if unclear:
        said.append(t("own-first-unclear", dials=listing(unclear)))
    return said


def losers_said(found: Band, t: Words, affected: int | None = None) -> list[str]:
    """Say who loses by the decision, of so many people affected, and who never came."""
    played = found.comparison
    lose = {
        g: last(played, "losers", g).loc[MIDDLE] for g in ("all", "less_heard", "well_connected")
    }
    came = {g: last(played, "took_part", g).loc[MIDDLE] for g in ("less_heard", "well_connected")}
    gap = last(played, "gap_acceptance").loc[MIDDLE]
    said = [
        t("own-losers-all", middle=number(lose["all"]["mean"]),
          range=span(lose["all"]["low"], lose["all"]["high"])),
        t("own-losers-groups", less=number(lose["less_heard"]["mean"]),
          well=number(lose["well_connected"]["mean"])),
        t("own-losers-came", less=between(came["less_heard"]["low"], came["less_heard"]["high"]),
          well=between(came["well_connected"]["low"], came["well_connected"]["high"])),
    ]  # fmt: skip
    if affected is not None:
        range_ = people_of(affected, lose["all"]["low"], lose["all"]["high"])
        citizens = number(played.scenario.people.citizens)
        all_ = number(affected)
        said.insert(1, t("own-losers-affected", range=range_, people=all_, citizens=citizens))
    if is_clear(gap["low"], gap["high"]):
        said.append(
            t("own-losers-gap", range=between(*sorted((abs(gap["low"]), abs(gap["high"])))))
        )
    return said


def cost_said(played: Comparison, name: str, t: Words) -> list[str]:
    """Say what one decision takes of staff, of people, of weeks and of money."""
    effort = played.efforts[name]
    there = played.scenario.money.weeks_available
    said = [
        t("own-cost-hours", staff=staff_hours(effort.staff_hours), each=entered(effort.hours_each)),
        t("own-cost-money", money=money_of(played, name)),
    ]
    weeks = played.weeks[name]
    key = "late" if weeks > there else "in_time"
    return [*said, t(f"own-cost-{key}", weeks=entered(weeks), there=f"{there:g}")]


def plan_said(played: Comparison, t: Words) -> list[str]:
    """Say what the plan would bring when it is done, what half of it would, and what it takes."""
    half, whole = (e.name for e in played.engagements[1:])
    said = []
    for m in MEASURES:
        v = against_first(played, m).loc[whole]
        said.append(t("own-plan-brings", measure=label_of(m), gain=difference(v["low"], v["high"])))
    v = against_first(played, "losers_acceptance").loc[half]
    said.append(t("own-plan-half", gain=difference(v["low"], v["high"])))
    now, then = (played.efforts[n] for n in (played.engagements[0].name, whole))
    staff = then.staff_hours - now.staff_hours
    before, after = (played.weeks[n] for n in (played.engagements[0].name, whole))
    said.append(t("own-plan-takes", staff=staff_hours(staff), weeks=about(after - before)))
    if after > played.scenario.money.weeks_available:
        said.append(t("own-plan-late", weeks=entered(after),
                      there=f"{played.scenario.money.weeks_available:g}"))  # fmt: skip
    return said


def promise_said(own: OwnCase, t: Words) -> str:
    """Put the promise together as one sentence; blanks stay as dots."""
    p = own.promise
    parts = {k: _tail(v) or "..." for k, v in (("we", p.we), ("you", p.you), ("if_not", p.if_not))}
    return t("own-promise-sentence", **parts).replace("....", "...")


def path_said(rounds: Sequence[Round], bands: Sequence[Band], t: Words) -> list[str]:
    """Say what went up and down between the first round and the last, and what became of the gap."""
    first, final = summary_of(rounds[0]), summary_of(rounds[-1])
    moved = (final["middle"] - first["middle"]).dropna() * 100
    said = [
        t(f"own-path-{'up' if by > 0 else 'down'}", dial=DIALS[str(d)].label,
          before=number(100 * first.loc[d, "middle"]), after=number(100 * final.loc[d, "middle"]))
        for d, by in moved.items() if abs(by) >= CHANGED
    ]  # fmt: skip
    said = said or [t("own-path-same")]
    gaps = [100 * gap_between(s) for s in (first, final)]
    if all(g == g for g in gaps):  # noqa: PLR0124
        by = gaps[1] - gaps[0]
        key = "closer" if by <= -CHANGED else "further" if by >= CHANGED else "gap_same"
        said.append(t(f"own-path-{key}", before=number(gaps[0]), after=number(gaps[1])))
    if len(bands) > 1:
        ends = [b.ranges.loc[("losers_acceptance", "all")] * 100 for b in (bands[0], bands[-1])]
        words = [between(e["low"], e["high"]) for e in ends]
        said.append(t("own-path-band", before=words[0], after=words[1]))
    return said


def _tail(text: str) -> str:
    """Make what was written fit behind "We will": no full stop, no doubled opening."""
    words = " ".join(text.split()).rstrip(" .,;")
    for start in ("we will ", "you will ", "if not, we will ", "if not we will "):
        if words.lower().startswith(start):
            words = words[len(start) :]
    return words
