"""The drawing that explains the step of each lesson."""

from collections.abc import Callable
from math import cos, pi, sin

from coprod_sim.charts.theme import AXIS, INK, QUIET
from coprod_sim.drawings.figures import (
    MISSING,
    arrow,
    asks,
    crowd,
    envelope,
    person,
    sheet,
    table,
    tick,
)
from coprod_sim.drawings.scenery import door, floor
from coprod_sim.drawings.style import (
    BAD,
    BODY,
    GOOD,
    PEOPLE,
    Drawing,
    at,
    drawing,
    lines,
    path,
    round_,
    rounded,
    stroke,
    words,
)

FLOOR = 176.0
HALF = stroke("M160 22V180", AXIS, stroke_dasharray=MISSING)
"""Parts a drawing into two."""


def two_ways() -> Drawing:
    """Draw a form that goes into a box beside a table at which all sit over one plan."""
    box = rounded(84, 126, 48, 50, 3) + stroke("M96 134H120", stroke_width=4)
    plan = sheet(212, 84, 40, 50, rows=4)
    return drawing(
        "Two ways to decide",
        "Left, a tickbox: somebody puts a form into a box, and the plan of the public body stays as it is. "
        "Right, co-production: people and staff sit at one table, with one plan between them.",
        words(82, 34, "Tickbox", bold=True),
        words(238, 34, "Co-production", bold=True),
        HALF,
        floor(FLOOR),
        person(44, FLOOR),
        at(58, 112, sheet(0, 0, 24, 28, rows=2), turn=20),
        box,
        sheet(100, 56, 36, 46, rows=4),
        words(92, 84, "=", anchor="end", bold=True),
        sheet(40, 56, 36, 46, rows=4),
        plan,
        person(190, FLOOR - 12),
        person(220, FLOOR - 12, staff=True),
        person(250, FLOOR - 12),
        person(280, FLOOR - 12, staff=True),
        table(172, 146, 132),
    )


def noise_or_thinking() -> Drawing:
    """Draw a loudhailer that says nothing to judge by, beside a page that shows the thinking."""
    horn = path("M0-5L34-20V20L0 5Z", fill=BODY) + rounded(-12, -6, 12, 12, 3)
    waves = stroke("M42-14q8 14 0 28M52-20q12 20 0 40", BAD)
    rows = ("why now", "what else", "what it costs", "what is not known", "why this way")
    page = rounded(166, 44, 146, 92, 3) + "".join(
        round_(175, 58 + 16.5 * k, 2.5, fill=GOOD, stroke=GOOD)
        + words(182, 63 + 16.5 * k, row, anchor="start")
        for k, row in enumerate(rows)
    )
    return drawing(
        "Noise, or the thinking",
        "Left, noise: a loudhailer calls have your say, and the listeners have questions. Right, the "
        "thinking: one page says why now, what else, what it costs, what is not known, and why this way.",
        words(82, 34, "Noise", bold=True),
        words(240, 34, "The thinking", bold=True),
        HALF,
        floor(FLOOR),
        at(36, 84, horn, waves),
        words(84, 122, "Have your say!", colour=BAD),
        *(person(x, FLOOR, size=0.75) + asks(x, 138) for x in (50, 82, 114)),
        page,
        *(person(x, FLOOR, size=0.75) for x in (212, 242, 272)),
    )


def who_sits_here() -> Drawing:
    """Draw the map of parties: four chairs, of which one is empty."""
    seats = ("leaders", "staff", "citizens", "the quiet ones")
    parts = []
    for k, who in enumerate(seats):
        x = 46 + 76 * k
        quiet = k == 3
        parts += [
            person(x, 130, staff=k < 2, missing=quiet),
            lines(x, 150, who, 70, bold=not quiet, colour=QUIET if quiet else INK),
        ]
    asked = ("power?", "stake?", "trust?", "history?")
    return drawing(
        "Map it before you start",
        "Four parties side by side: leaders, staff, citizens and the quiet ones, who are only an outline. "
        "Above stand four questions for each: power, stake, trust and history.",
        *(
            rounded(12 + 76 * k, 26, 68, 26, 12) + words(46 + 76 * k, 44, a)
            for k, a in enumerate(asked)
        ),
        *(stroke(f"M{46 + 76 * k} 58V76", AXIS) for k in range(4)),
        floor(130),
        *parts,
    )


def three_lists() -> Drawing:
    """Draw the three lists: fixed, only awkward, and open."""
    lock = (
        rounded(-16, 0, 32, 26, 4, fill=BODY)
        + stroke("M-10 0V-9a10 10 0 0 1 20 0V0")
        + round_(0, 12, 3, fill=INK)
    )
    clock = round_(0, 6, 19) + stroke("M0-6V6L8 11")
    rows = (
        ("Fixed", at(58, 78, lock), "by law, by", "money spent"),
        ("Awkward", at(160, 80, clock), "looks fixed,", "but is not"),
        ("Open", door(254, 108, ajar=True, width=28, height=46), "can change", "if people say"),
    )
    parts = [
        rounded(10 + 102 * k, 26, 96, 148, 6)
        + words(58 + 102 * k, 48, head, bold=True)
        + drawn
        + words(58 + 102 * k, 136, one)
        + words(58 + 102 * k, 153, two)
        for k, (head, drawn, one, two) in enumerate(rows)
    ]
    return drawing(
        "Three lists, not two",
        "Three lists side by side. Fixed, with a lock: by law, or by money that is spent. Awkward, with a "
        "clock: it looks fixed but is not. Open, with a door ajar: it can change if people say so.",
        *parts,
    )


def power_in_small_acts() -> Drawing:
    """Draw a round table from above: turns go round it, and the small acts of power stand beside it."""
    parts = []
    for k in range(6):
        a = 2 * pi * k / 6 - pi / 2
        x, y = 80 + 60 * cos(a), 102 + 60 * sin(a)
        parts.append(round_(x, y, 13, fill=BODY if k % 2 else PEOPLE))
        if k % 2:
            parts.append(rounded(x - 3, y - 4, 6, 8, 1, stroke_width=1.5))
    rows = ("who chairs", "who takes notes", "who speaks first", "which words", "where and when")
    told = "".join(
        tick(162, 56 + 27 * k, 0.7) + words(174, 61 + 27 * k, row, anchor="start")
        for k, row in enumerate(rows)
    )
    turn = stroke("M80 70A32 32 0 1 1 52 86", GOOD, stroke_width=3)
    wing = stroke("M47 94L52 85L61 90", GOOD, stroke_width=3)
    return drawing(
        "Power in small acts",
        "A round table from above. Staff and people take turns, and an arrow goes round. Beside it stand "
        "five small acts: who chairs, who takes notes, who speaks first, which words, where and when.",
        words(156, 34, "Take turns at", anchor="start", bold=True),
        round_(80, 102, 44),
        turn,
        wing,
        at(75, 94, sheet(-8, -8, 26, 32, rows=3)),
        *parts,
        told,
    )


def four_parts() -> Drawing:
    """Draw a note as a way: where we stand, what we want, what is in the way, what is likely."""
    fence = stroke(
        "M176 118V150M192 118V150M208 118V150M170 126H214M170 140H214", BAD, stroke_width=3
    )
    flag = stroke("M288 150V78") + path("M288 80H308L302 90L308 100H288Z", fill=BODY)
    cloud = path("M232 74a13 13 0 0 1 3-25a17 17 0 0 1 33 1a12 12 0 0 1 2 24Z")
    return drawing(
        "A note with four parts",
        "A way from left to right. One, the situation: a person stands at its start. Two, the objective: a "
        "flag at its end. Three, the barrier: a fence. Four, the likely outcome: a cloud.",
        stroke("M20 150H306", AXIS, stroke_dasharray="8 5"),
        person(56, 150),
        fence,
        flag,
        at(0, 6, cloud),
        arrow(86, 132, 150, 132, GOOD),
        words(250, 73, "?", bold=True),
        words(56, 172, "1 Situation", bold=True),
        words(308, 172, "2 Objective", bold=True, anchor="end"),
        words(180, 172, "3 Barrier", bold=True),
        words(308, 30, "4 Likely outcome", bold=True, anchor="end"),
        at(34, 42, envelope(0, 26, 46, opened=True)),
        words(16, 38, "next: 14 May", anchor="start"),
    )


def chain() -> Drawing:
    """Draw the five steps as links of a chain, one of them cracked, over what they stand on."""
    names = ("awareness", "buy-in", "expectations", "performance", "feedback")
    links = ""
    for k, name in enumerate(names):
        x = 18 + 57 * k
        weak = k == 2
        look = {"stroke": BAD, "stroke_dasharray": "9 6"} if weak else {}
        links += rounded(x, 58, 58, 24, 12, fill="none", stroke_width=5, **look)
        links += words(x + 29, 46 if k % 2 else 104, name, colour=BAD if weak else INK)
    stones = ("open information", "equal access", "real influence")
    base = "".join(
        rounded(14 + 99 * k, 136, 95, 42, 4, fill=BODY) + lines(61.5 + 99 * k, 153, s, 80)
        for k, s in enumerate(stones)
    )
    return drawing(
        "Five links, three stones",
        "Five links: awareness, buy-in, expectations, performance and feedback. One of them is "
        "cracked. Below lie three stones on which all stand: open information, equal access, real influence.",
        links,
        stroke("M40 116V130M160 116V130M280 116V130", AXIS),
        base,
    )


def count_at_the_door() -> Drawing:
    """Draw a full room with an open door, and outside the people for whom the plan is."""
    room = rounded(14, 40, 172, 136, 2)
    return drawing(
        "Count at the door",
        "Left, a room with an open door, full of people of one kind. Right, outside, stand the people the "
        "plan is for; they are only outlines.",
        words(100, 32, "In the room", bold=True),
        words(254, 32, "Not in the room", bold=True),
        floor(FLOOR),
        room,
        crowd(38, 108, 4),
        crowd(38, FLOOR, 4),
        door(152, FLOOR, ajar=True, width=30, height=64),
        *(person(x, y, missing=True) for x in (218, 254, 290) for y in (108, FLOOR)),
    )


def legs_of_a_claim() -> Drawing:
    """Draw a claim as a table that stands on rules; one is taken away."""
    legs = "".join(
        rounded(60 + 58 * k, 84, 16, 74, 2, fill=BODY)
        if k != 2
        else rounded(60 + 58 * k, 84, 16, 74, 2, fill="none", stroke_dasharray=MISSING, stroke=BAD)
        for k in range(4)
    )
    return drawing(
        "What does the claim stand on?",
        "A claim lies like a table top on four legs, and each leg is a rule of the model. One leg is taken "
        "away: does the claim still stand?",
        floor(158),
        legs,
        rounded(34, 56, 252, 28, 4),
        words(160, 75, "the claim", bold=True),
        *(words(68 + 58 * k, 176, "a rule", colour=BAD if k == 2 else INK) for k in range(4)),
        arrow(184, 128, 226, 128, BAD),
        words(204, 116, "off", colour=BAD, bold=True),
        words(160, 36, "Does it still stand?"),
    )


def six_stones() -> Drawing:
    """Draw the six points of the worksheet as stepping stones, with a stop at the first."""
    stones = (
        (50, 158, "ask at all?"),
        (142, 158, "where now?"),
        (242, 158, "what follows?"),
        (270, 86, "first step"),
        (192, 86, "the plan"),
        (116, 86, "again"),
    )
    drawn = "".join(
        at(
            x,
            y,
            path("M-20 0a20 9 0 1 1 40 0a20 9 0 1 1-40 0Z", fill=BODY),
            words(0, 5, str(k), bold=True),
        )
        + words(x, y + 26 if y > 100 else y - 14, said)
        for k, (x, y, said) in enumerate(stones, 1)
    )
    stop = path("M-8-19H8L19-8V8L8 19H-8L-19 8V-8Z", fill=PEOPLE, stroke=BAD) + words(
        0, 5, "stop", bold=True
    )
    return drawing(
        "The way through this page",
        "Six stepping stones: ask at all, where now, what follows, first step, the plan, and again. At the "
        "first stands a stop sign, for the answer may be no.",
        arrow(76, 158, 116, 158),
        arrow(168, 158, 216, 158),
        arrow(250, 144, 264, 102),
        arrow(244, 86, 218, 86),
        arrow(166, 86, 142, 86),
        at(50, 110, stroke("M0 19V38", AXIS, stroke_width=4), stop),
        drawn,
    )


STEPS: dict[str, Callable[[], Drawing]] = {
    "0_start_here": two_ways,
    "1_awareness": noise_or_thinking,
    "2_buy_in": who_sits_here,
    "3_expectations": three_lists,
    "4_performance": power_in_small_acts,
    "5_feedback": four_parts,
    "6_all_five_together": chain,
    "7_when_it_goes_wrong": count_at_the_door,
    "8_is_the_model_right": legs_of_a_claim,
    "9_my_own_case": six_stones,
}
