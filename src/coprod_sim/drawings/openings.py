"""The picture with which each lesson opens: the situation of its first page, and nothing of its answer."""

from collections.abc import Callable

from coprod_sim.charts.theme import AXIS, INK, QUIET
from coprod_sim.drawings.figures import (
    MISSING,
    arrow,
    asks,
    bubble,
    chair,
    crowd,
    person,
    pile,
    sheet,
    stick,
    table,
    wheels,
)
from coprod_sim.drawings.scenery import door, floor, hospital, house, notice, sign, tree
from coprod_sim.drawings.style import (
    BAD,
    BODY,
    GOOD,
    PEOPLE,
    Drawing,
    at,
    drawing,
    path,
    round_,
    rounded,
    stroke,
    words,
)

FLOOR = 176.0
"""Where people stand [drawing units]."""


def libraries() -> Drawing:
    """Draw people in front of a library that is shut."""
    shelf = "".join(
        rounded(36 + 11 * k, 92 - h, 9, h, 1, fill=(PEOPLE, BODY, "#ffffff")[k % 3])
        for k, h in enumerate((26, 32, 22, 30, 26, 34, 24, 30))
    )
    building = rounded(22, 46, 138, 130, 2) + path("M12 46H170L154 22H28Z", fill=BODY)
    return drawing(
        "A library that is shut",
        "A library with a notice that says closed. In front of it stand an old person with a stick, "
        "somebody in a wheelchair, and a child with a book.",
        floor(FLOOR),
        building,
        words(91, 40, "LIBRARY", bold=True),
        rounded(30, 56, 122, 38, 1),
        shelf,
        door(60, FLOOR, width=28, height=60),
        door(90, FLOOR, width=28, height=60),
        at(90, 124, notice(0, 0, 74, "CLOSED"), turn=-5),
        at(186, FLOOR, stick(0, 0), size=1.3),
        at(242, FLOOR, wheels(0, 0), size=1.3),
        person(286, FLOOR, size=0.95),
        at(293, 148, rounded(0, 0, 16, 13, 1, fill=BODY)),
    )


def side_streets() -> Drawing:
    """Draw a street closed by planters, and ten people, of whom six do not know of it."""
    planters = "".join(
        at(x, 112, rounded(-14, -14, 28, 14, 2), round_(-7, -18, 7), round_(6, -19, 8))
        for x in (124, 160, 196)
    )
    people = "".join(
        person(34 + 28 * k, FLOOR, size=0.8)
        + (asks(34 + 28 * k, 134) if k % 5 in (0, 2, 3) else "")
        for k in range(10)
    )
    return drawing(
        "A side street closed to through traffic",
        "A street between houses is closed with three planters. Of ten people who live there, six have a "
        "question mark over their heads: they do not know of it.",
        house(40, 96),
        house(88, 96),
        house(232, 96),
        house(280, 96),
        floor(112),
        planters,
        sign(160, 96, "") + stroke("M149 34H171", BAD, stroke_width=5),
        floor(FLOOR),
        people,
    )


def speed_limit() -> Drawing:
    """Draw a minister with a law in hand, and a petition that rolls across the floor."""
    rows = "".join(
        stroke(f"M186 {72 + 11 * k}h{(64, 50, 70, 58, 66, 46, 62, 54)[k]}", AXIS) for k in range(8)
    )
    roll = path("M176 54H276V164q0 10 10 10H186q-10 0-10-10Z") + round_(286, 164, 10)
    return drawing(
        "A law with many names against it",
        "A minister stands alone beside a road sign that says 20. On the other side stands a petition "
        "that is taller than the minister and reaches the floor, full of names.",
        floor(FLOOR),
        sign(52, FLOOR, "20"),
        person(108, FLOOR, staff=True, size=1.15),
        at(126, 142, sheet(0, -12, 22, 28, rows=3), turn=8),
        roll,
        words(226, 46, "469,570 names", bold=True),
        rows,
    )


def two_hospitals() -> Drawing:
    """Draw two hospitals: one loses money, and the cut is planned at the other."""
    coins = "".join(round_(92 + 11 * k, 166 - 7 * (k % 3), 6, fill=PEOPLE) for k in range(4))
    cut = stroke("M214 82L296 182", BAD, stroke_dasharray="7 5", stroke_width=3.5)
    return drawing(
        "The wrong hospital",
        "Two hospitals. The left one is losing money. A plan in the hand of a minister, who stands between "
        "them, cuts through the right one.",
        floor(FLOOR),
        hospital(52, FLOOR),
        coins,
        words(60, 82, "overspent", colour=INK),
        hospital(254, FLOOR),
        cut,
        words(254, 82, "to be cut"),
        person(160, FLOOR, staff=True, size=1.1),
        at(178, 136, sheet(0, -10, 24, 30, rows=3)),
        arrow(206, 128, 222, 124, BAD),
        bubble(
            104, 32, 112, 44, words(56, 19, "Is this"), words(56, 36, "ours to decide?"), tail=0.45
        ),
    )


def the_deal() -> Drawing:
    """Draw staff and people at one table, with one page between them that names both sides."""
    deal = at(132, 58, rounded(0, 0, 56, 66, 3), stroke("M28 10V58", AXIS))
    rows = "".join(
        stroke(f"M{x} {72 + 11 * k}h16", c) for k in range(5) for x, c in ((138, GOOD), (166, BAD))
    )
    return drawing(
        "A deal with two sides",
        "Two people from the council, with badges, and two who live in the town sit at one table. Above it "
        "hangs one page with two columns: we will, you will.",
        floor(FLOOR),
        person(50, FLOOR - 8, staff=True, size=1.3),
        person(100, FLOOR - 8, staff=True, size=1.3),
        person(220, FLOOR - 8, size=1.3),
        person(270, FLOOR - 8, size=1.3),
        table(20, 142, 280),
        words(150, 40, "we will", anchor="end"),
        words(170, 40, "you will", anchor="start"),
        deal,
        rows,
    )


def page_53() -> Drawing:
    """Draw a meeting that decides, and the residents' report that lies outside the door."""
    inside = rounded(18, 26, 150, 150, 2)
    return drawing(
        "A report that nobody opened",
        "Behind a closed door three people from the council decide at a table. Outside lies a thick report "
        "on a chair, and the person who wrote it waits beside it.",
        floor(FLOOR),
        inside,
        person(44, 122, staff=True, size=0.85),
        person(78, 122, staff=True, size=0.85),
        person(112, 122, staff=True, size=0.85),
        table(28, 118, 102),
        words(78, 62, "We decide", bold=True),
        door(134, FLOOR, height=72),
        chair(222, FLOOR),
        chair(239, FLOOR),
        rounded(211, 157, 40, 4, 1),
        pile(212, 157, 8, 36),
        words(230, 108, "53 pages"),
        person(284, FLOOR),
    )


def assembly() -> Drawing:
    """Draw an assembly: rows of different people, a judge in the chair, and the ways from there."""
    rows = "".join(
        at(
            x,
            y,
            path("M-8 4V-4A8 8 0 0 1 8-4V4Z", fill=(PEOPLE, "#ffffff", BODY)[(k + r) % 3]),
            round_(0, -18, 5.5),
        )
        for r, (y, count) in enumerate(((74, 9), (100, 10), (126, 11)))
        for k, x in enumerate(160 + 24 * (n - (count - 1) / 2) for n in range(count))
    )
    return drawing(
        "An assembly",
        "Three rows of people of all kinds face a judge who sits in the chair at a desk.",
        words(160, 36, "picked to mirror the country"),
        rows,
        person(160, 172, staff=True),
        table(118, 154, 84),
        at(206, 148, rounded(-2, -6, 16, 7, 2, fill=PEOPLE), stroke("M6 1V8")),
    )


def open_evening() -> Drawing:
    """Draw a board that listens to a row of speakers, while those who would move in are not there."""
    new = "".join(
        stroke(f"M{x} 62V40L{x + 14} 26L{x + 28} 40V62Z", AXIS, stroke_dasharray=MISSING)
        for x in (206, 242, 278)
    )
    return drawing(
        "An open evening",
        "Two members of a board sit at a table. Four neighbours wait in a row to speak against new homes. "
        "The new homes and those who would live in them are only outlines.",
        floor(FLOOR),
        person(40, FLOOR - 12, staff=True),
        person(78, FLOOR - 12, staff=True),
        table(18, 142, 84),
        crowd(130, FLOOR, 4, apart=30),
        bubble(98, 82, 76, 30, words(38, 20, "Not here"), tail=0.35),
        new,
        "".join(person(x, 130, missing=True, size=0.8) for x in (234, 264, 294)),
        words(262, 84, "homes to come", colour=QUIET),
    )


def the_drawer() -> Drawing:
    """Draw a desk with an open drawer, and a result that does not please anybody."""
    desk = (
        rounded(34, 104, 176, 12, 2) + rounded(42, 116, 160, 60, 2) + rounded(56, 124, 132, 20, 2)
    )
    drawer = path("M50 150H194L206 172H38Z", fill=BODY) + rounded(112, 158, 20, 5, 2)
    page = at(98, 42, sheet(0, 0, 48, 58, rows=0), words(24, 22, "before"), words(24, 48, "after"))
    return drawing(
        "Into the drawer, or out?",
        "On a desk with an open drawer stands a page with a result: before and after look the same. A "
        "researcher beside it must choose whether to put it away or to print it.",
        floor(FLOOR),
        desk,
        drawer,
        page,
        stroke("M104 70H140M104 96H140", GOOD, stroke_width=4),
        person(252, FLOOR, staff=True, size=1.2),
        asks(252, 112),
        arrow(160, 66, 214, 50, GOOD, 8),
        rounded(220, 28, 60, 40, 2) + stroke("M228 40H272M228 50H264M228 60H270", AXIS),
        arrow(88, 78, 66, 140, BAD, -6),
    )


def ideas_on_a_table() -> Drawing:
    """Draw many ideas that become few, at a table with people around it."""
    cards = "".join(
        at(
            26 + 17 * (k % 5) + 3 * (k % 2),
            40 + 15 * (k // 5),
            rounded(0, 0, 14, 11, 1, fill=(PEOPLE, "#ffffff", BODY)[k % 3]),
            turn=(k * 7) % 11 - 5,
        )
        for k in range(25)
    )
    few = "".join(
        rounded(150 + 19 * (k % 3), 52 + 17 * (k // 3), 15, 12, 1, fill=BODY) for k in range(9)
    )
    last = "".join(rounded(256, 50 + 17 * k, 26, 13, 1) for k in range(4))
    return drawing(
        "From 613 ideas to 17",
        "Many cards with ideas on the left become fewer in the middle and a short list on the right. Six "
        "people sit at the table below.",
        cards,
        arrow(118, 76, 142, 76),
        few,
        arrow(214, 76, 244, 76),
        last,
        words(68, 32, "613", bold=True),
        words(176, 40, "213", bold=True),
        words(269, 40, "17", bold=True),
        floor(FLOOR),
        crowd(66, FLOOR - 12, 3, apart=38),
        crowd(180, FLOOR - 12, 3, apart=38),
        table(40, 146, 240),
        tree(300, FLOOR, 0.8),
    )


OPENINGS: dict[str, Callable[[], Drawing]] = {
    "0_start_here": libraries,
    "1_awareness": side_streets,
    "2_buy_in": speed_limit,
    "3_expectations": two_hospitals,
    "4_performance": the_deal,
    "5_feedback": page_53,
    "6_all_five_together": assembly,
    "7_when_it_goes_wrong": open_evening,
    "8_is_the_model_right": the_drawer,
    "9_my_own_case": ideas_on_a_table,
}
