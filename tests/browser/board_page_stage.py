"""Views with everything that a leader can put on the page for the board, and how broken words are found."""

from site_stage import POOL

CENTRE = POOL.but(
    money={"challenge": 90_000.0, "staff_hour": 38.0, "weeks_available": 10.0},
    gate=POOL.gate | {"time": "unsure"}, turned={"co_production": {"awareness": 0.0}},
    own=POOL.own | {"months": 2.5, "heat": "hot"},
)  # fmt: skip
"""The pool with ten weeks to go, one dial turned, and one answer that is not sure."""
BROKEN = """sheet => [...sheet.querySelectorAll('th, td, .figure')].filter(cell =>
    getComputedStyle(cell.closest('thead') ?? cell).position !== 'absolute').flatMap(cell => {
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
    while (walk.nextNode())
        for (const word of walk.currentNode.data.matchAll(/[^\\s-]+/g)) {
            const range = document.createRange();
            range.setStart(walk.currentNode, word.index);
            range.setEnd(walk.currentNode, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
            if (lines.size > 1) found.push(word[0]);
        }
    return found;
})"""
"""Names words and numbers that stand on more than one line, but for heads that only screen readers meet."""
LONGEST = "The best way found that involves people, within 10 weeks, £30,000 and 1,000 staff hours"
LIBRARY = POOL.but(
    ways=("tickbox", "found", "co_production"), found=LONGEST, recommended_way="found",
    turned={
        "found": dict.fromkeys(("expectations", "performance", "feedback", "equal_access"), 0.0)
        | {"awareness": 0.05, "buy_in": 0.8, "openness": 0.3, "influence": 0.35, "seats": 40.0}
    },
    conditions=("performance_2", "feedback_1", "awareness_1"), budget=30_000.0, staff_hours=1_000.0,
    money={"challenge": 90_000.0, "staff_hour": 38.0, "weeks_available": 10.0},
    prepared_by="A. B. Clerk, Head of Libraries, Culture and Customer Services, Northfield Borough Council",
    recommendation="We cannot keep every branch open, and this lets the people who use them say which "
    "hours and services matter most. It is the most that we can do well before the budget is set.",
    own=POOL.own | {
        "title": "The branch library in Northfield and the two mobile libraries that serve the villages",
        "what": "Whether to close the branch library, and what is there for people without a car.",
    },
)  # fmt: skip
"""A closure with ten weeks and £30,000: a found way is recommended, every field is filled in."""
FULL = POOL.but(
    ways=("tickbox", "honest_consultation", "co_production"), recommended_way="co_production",
    besides={
        "co_production": {
            "venue": 7_000.0, "recruitment": 4_500.0, "facilitation": 18_000.0, "members": 9_000.0,
        },
        "honest_consultation": {"venue": 1_200.0},
    },
    own=POOL.own | {"people_affected": 48_000.0, "heat": "hot", "draft": "badly", "campaign": "some",
                    "share_less_heard": 35.0},
    money={"challenge": 90_000.0, "staff_hour": 38.0, "citizen_hour": 12.0, "weeks_available": 40.0},
    recommendation=LIBRARY.recommendation, prepared_by=LIBRARY.prepared_by,
)  # fmt: skip
"""The pool with every price and every cost entered, and the people whom it affects."""
