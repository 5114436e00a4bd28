"""Writes what the model reads: the case and the way of working as files of the kit, and dates to keep."""

import io
import zipfile
from datetime import date

from coprod_sim.charts.words import number
from coprod_sim.engagement import DIALS, Engagement
from coprod_sim.learning.own_case.case_sentences import day_in_words, due
from coprod_sim.learning.own_case.played import engagement_of, scenario_of
from coprod_sim.learning.own_case.ratings import summary_of
from coprod_sim.learning.own_case.worksheet import OwnCase
from coprod_sim.library_files import as_toml
from coprod_sim.scenarios import Scenario
from coprod_sim.words import Words

WAYS = {"our_way_low": "low", "our_way": "middle", "our_way_high": "high"}
"""The engagement files by name, and the column of the scores each stands on."""
CASE = "our_case"
DAY_LINE = 73
"""The longest line of a calendar file, in octets, less the space it may begin with."""


def model_files(own: OwnCase) -> dict[str, str]:
    """Write the case and three ways of working: by the middle, the lowest and the highest scores."""
    engagements = " ".join(f"--engagement {name}.toml" for name in WAYS)
    command = f"coprod-sim compare {CASE}.toml {engagements}"
    told = f"Made on the page 'My own case'. To play it, in this folder:\n{command}"
    files = {f"{CASE}.toml": as_toml(dated_case(own), told)}
    for name, column in WAYS.items():
        files[f"{name}.toml"] = as_toml(way(own, column), told)
    return files


def dated_case(own: OwnCase) -> Scenario:
    """Give the scenario as it goes into the file: with the year it was written in."""
    return scenario_of(own).but(name=CASE, year=_year(own))


def way(own: OwnCase, column: str) -> Engagement:
    """Give the engagement of a column of scores, with the range of every dial beside it."""
    raters = own.now.raters
    staff = sum(r.side == "staff" for r in raters)
    who = f"scored by {staff} of staff and {len(raters) - staff} citizens"
    decides = str(own.case.get("who_decides") or "").strip()
    return engagement_of(own, column).but(
        year=_year(own),
        sources=(f"{who}, {day_in_words(own.now.begun)}".rstrip(", "),),
        assumed=tuple(_assumed(own)),
        who_decides=decides or "A public body",
    )


def zipped(files: dict[str, str]) -> bytes:
    """Put files into one zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def calendar(own: OwnCase, t: Words) -> bytes:
    """Write the days of the plan, and the day to score again, as a calendar file (RFC 5545)."""
    days = [
        (a.when, f"{DIALS[a.step].label}: {a.what} ({a.who})" if a.who else a.what)
        for a in own.actions
        if a.when and not a.done and a.step in DIALS
    ]
    if due(own.now):
        days.append((due(own.now), t("own-again-title")))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//coprod-sim//own case//EN"]
    for k, (day, words) in enumerate(days):
        compact = day.replace("-", "")
        lines += [
            "BEGIN:VEVENT", f"UID:{compact}-{k}@coprod-sim", f"DTSTAMP:{compact}T000000Z",
            f"DTSTART;VALUE=DATE:{compact}", *_folded(f"SUMMARY:{_escaped(words)}"), "END:VEVENT",
        ]  # fmt: skip
    return ("\r\n".join([*lines, "END:VCALENDAR"]) + "\r\n").encode()


def _assumed(own: OwnCase) -> list[str]:
    lines = ["Dials nobody has scored stand where tickbox has them."]
    for dial, row in summary_of(own.now).iterrows():
        if row["low"] == row["low"]:  # not nan
            low, high = number(100 * row["low"], 1), number(100 * row["high"], 1)
            lines.append(f"{DIALS[str(dial)].label}: raters say {low} to {high} in 100.")
    return lines


def _year(own: OwnCase) -> int:
    return date.fromisoformat(own.now.begun).year if own.now.begun else date.today().year


def _escaped(words: str) -> str:
    text = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(text.split())


def _folded(line: str) -> list[str]:
    """Break a line where a calendar file must: after so many octets, never inside a letter."""
    out, rest = [], line
    while len(rest.encode()) > DAY_LINE:
        cut = len(rest.encode()[:DAY_LINE].decode("utf-8", "ignore"))
        out.append(rest[:cut])
        rest = rest[cut:]
    return [(" " if k else "") + part for k, part in enumerate([*out, rest])]
