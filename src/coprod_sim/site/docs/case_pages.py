"""Writes a page for each case and each way of involving people, with figures and sources."""

import re
from collections.abc import Iterator

from coprod_sim.engagement import DIALS, SHARES, Engagement, engagement_names, load_engagement
from coprod_sim.scenarios import Fact, Scenario, load_scenario, scenario_names
from coprod_sim.words import ENGLISH, words_in

CASES = """# Cases

A case (in the code, a *scenario*) is what the public body does not choose: the decision, the people, the
money, the shocks. Every figure names its source, and what we assumed is listed. Play any of them with
`coprod-sim compare NAME`, or write [one of your own](../howto/own-case.md).

"""
WAYS = """# Ways of involving people

A way (in the code, an *engagement*) is what the public body does: a place for each [dial](../odd.md).
Compare any of them on any case with `coprod-sim compare CASE --engagement NAME --engagement NAME`.

| Way | Name to type | Who decides |
|---|---|---|
"""


def case_pages() -> Iterator[tuple[str, str]]:
    """Give a page for each case, and their index."""
    cases = [load_scenario(name) for name in scenario_names()]
    kinds = {"real": "Real cases", "didactic": "Cases to learn from"}
    blocks = [_toctree(title, [c.name for c in cases if c.kind == k]) for k, title in kinds.items()]
    yield "cases/index.md", CASES + "\n".join(blocks)
    yield from ((f"cases/{case.name}.md", _case(case)) for case in cases)


def way_pages() -> Iterator[tuple[str, str]]:
    """Give a page for each way of involving people, and their index."""
    ways = [load_engagement(name) for name in engagement_names()]
    rows = [f"| [{w.title}]({w.name}.md) | `{w.name}` | {w.who_decides} |" for w in ways]
    hidden = "\n".join(["", "", "```{toctree}", ":hidden:", "", *(w.name for w in ways), "```", ""])
    yield "ways/index.md", WAYS + "\n".join(rows) + hidden
    yield from ((f"ways/{way.name}.md", _way(way)) for way in ways)


def _toctree(title: str, names: list[str]) -> str:
    return "\n".join([f"## {title}\n", "```{toctree}", ":maxdepth: 1", "", *names, "```", ""])


def _case(case: Scenario) -> str:
    series = case.decisions
    done = (
        f"Closest to what was done: [{load_engagement(case.really).title}](../ways/{case.really}.md)."
        if case.really
        else ""
    )
    return "\n\n".join(
        [
            f"# {case.title}",
            f"{case.place}, {case.years}. Decides: {case.who_decides}.",
            case.summary,
            words_in(ENGLISH)("case-lasts", months=f"{series.months:g}", heat=f"{series.heat:g}"),
            f"**What came of it.** {case.outcome}" if case.outcome else "",
            done,
            f"## Play it\n\n```sh\ncoprod-sim compare {case.name}\n```",
            _figures(case.facts),
            _listed("What we assumed", case.assumed),
            _listed("Criticism and limits", case.criticism),
            _listed("Sources", case.sources),
        ]
    )


def _figures(facts: tuple[Fact, ...]) -> str:
    if not facts:
        return ""
    rows = [f"| {f.what} | {_value(f)} | {linked(f.source)} |" for f in facts]
    return "\n".join(["## Figures", "", "| What | Value | Source |", "|---|---|---|", *rows])


def _value(fact: Fact) -> str:
    value = fact.value if isinstance(fact.value, str) else f"{fact.value:,.12g}"
    return value if fact.unit in ("none", "date") else f"{value} {fact.unit}"


def _way(way: Engagement) -> str:
    stands = {n: getattr(way, n) for n in DIALS}
    said = {n: f"{v:g}" if n in SHARES else DIALS[n].in_words(v) for n, v in stands.items()}
    rows = [f"| {d.label} | {said[n]} | {d.question} |" for n, d in DIALS.items()]
    asked = "People are asked." if way.asked else "Nobody is asked."
    return "\n\n".join(
        [
            f"# {way.title}",
            f"Decides: {way.who_decides} {asked}",
            way.summary,
            "\n".join(
                ["## The dials", "", "| Dial | Where it stands | Asks |", "|---|---:|---|", *rows]
            ),
            _listed("What we assumed", way.assumed),
            _listed("Sources", way.sources),
        ]
    )


def _listed(title: str, lines: tuple[str, ...]) -> str:
    return "\n".join([f"## {title}", "", *(f"- {linked(line)}" for line in lines)]) if lines else ""


def linked(text: str) -> str:
    """Make every address in a text a link."""
    return re.sub(r"https?://[^\s,;)]+", r"<\g<0>>", text)
