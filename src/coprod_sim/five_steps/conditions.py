"""What the five steps stand on: open information, equal access, real influence, seats, being asked."""

from coprod_sim.five_steps.cost import Cost
from coprod_sim.quantities import Dial

OPENNESS = Dial(
    label="Open information",
    question="Would it change anything if people saw our spreadsheet?",
    plain="How much of what the body knows is open to everybody.",
    anchors=(
        "Nothing is open.",
        "A summary is open.",
        "The report is open, the working is not.",
        "Report, options dropped and costs are open.",
        "Everything that the law allows is open, and people are told what is not.",
    ),
)
EQUAL_ACCESS = Dial(
    label="Equal access",
    question="Who has seen less than we have, and who could not come?",
    plain="How far people with less time, money or contacts get the same information.",
    anchors=(
        "Online, in one language, in office hours.",
        "Some paper copies.",
        "Several ways in, on request.",
        "Formats, places and times are planned together with people who used to be left out.",
        "Nobody has to ask: costs, care, language and format are covered.",
    ),
)
INFLUENCE = Dial(
    label="Real influence",
    question="Could what people say still change the answer?",
    plain="How much of the decision people really share.",
    anchors=(
        "People cannot change anything.",
        "People can choose details.",
        "People can change the option.",
        "People share the decision.",
        "People decide within agreed limits.",
    ),
)
SEATS = Dial(
    label="Seats",
    high=10_000.0,
    unit="people; 0 = room for all who come",
    question="How many people can be in the room, and are seats drawn by lot?",
    plain="How many people there is room for; where more want to come, seats go by lot.",
    times=1.0,
    shown_in="people",
    reach=200.0,
    step=10.0,
    at_zero="room for all who come",
    least=2.0,
)
OPENNESS_COST = Cost(staff_hours=60.0, weeks=1.0)
EQUAL_ACCESS_COST = Cost(staff_hours=80.0, hours_each=0.5, weeks=2.0)
INFLUENCE_COST = Cost(staff_hours=100.0, hours_each=2.0, weeks=4.0)
