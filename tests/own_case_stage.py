"""What the own case's tests stand on: sheets that people could hand in, and a worksheet with two of them."""

from hypothesis import settings
from hypothesis import strategies as st

from coprod_sim.engagement.dials import FIVE_STEPS
from coprod_sim.engagement.scored import SCORED
from coprod_sim.learning.own_case import Action, OwnCase, Rater, Round
from coprod_sim.words import words_in

T = words_in("en")
few = settings(max_examples=25, deadline=None)
LINES = st.integers(0, 8).map(lambda k: k / 8)
SHEETS = st.dictionaries(st.sampled_from(SCORED), LINES, min_size=1)
PEOPLE = st.lists(
    st.builds(
        lambda side, scores, because: Rater(
            label=side, side=side, scores=scores, because=because, closed=True
        ),
        st.sampled_from(["staff", "citizen"]),
        SHEETS,
        st.text(max_size=40),
    ),
    min_size=2,
    max_size=5,
)
ROUNDS = PEOPLE.map(lambda people: Round(begun="2026-03-01", raters=tuple(people)))


def sheet(*scores: float) -> dict[str, float]:
    return dict(zip(SCORED, scores, strict=True))


STAFF, CITIZEN = (
    sheet(0.5, 0.5, 0.5, 0.25, 0.75, 0.5, 0.5, 0.5),
    sheet(*[0.25] * 4, 0.0, *[0.25] * 3),
)


def valley(**changes) -> OwnCase:
    """A worksheet with two sheets in: staff give more than citizens on every dial but one."""
    people = (
        Rater(
            label="staff 1", side="staff", scores=STAFF, closed=True, because="I sat in the room."
        ),
        Rater(label="citizen 1", side="citizen", scores=CITIZEN, closed=True),
    )
    case = {"title": "The bus <in> our valley", "place": "Upper Dale", "what": "Does the bus run?"}
    return OwnCase(case=case, rounds=(Round(begun="2026-03-01", raters=people),)).but(**changes)


def actions() -> tuple[dict, ...]:
    return tuple(
        Action(step=d, what="Do it", who="Ana", when="2026-05-01", to=0.75).model_dump()
        for d in FIVE_STEPS
    )
