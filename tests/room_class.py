"""A room with twelve people whose answers are typed in by hand, in a store of the test's own."""

from uuid import uuid4

from sqlalchemy import Connection

from coprod_sim.live import room as rooms
from coprod_sim.live import seats, tally
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.ballots import Ballot, record
from coprod_sim.live.session_plan import shared_activities

PEOPLE = 12
NAMES = [f"Person {k}" for k in range(PEOPLE)]
TWINS = shared_activities()["experiment"]
PLAN = RoomPlan.model_validate(
    {
        "title": "Results",
        "activities": [
            {"kind": "vote_talk_vote", "key": "talk", "title": "Talk", "question": "Which?",
             "options": ["A", "B"]},
            {"kind": "idea", "key": "idea", "title": "Your idea", "question": "What?"},
            {"kind": "idea", "key": "other", "title": "Another", "question": "What?"},
            TWINS.model_dump(mode="json"),
        ],
    }
)  # fmt: skip


class Class:
    """A room with twelve people who answer whatever is open."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.code, _ = rooms.create(connection, PLAN)
        self.seats = [
            seats.join(connection, self.code, name, f"{k:032d}", NAMES)
            for k, name in enumerate(NAMES)
        ]

    def answer(self, key: str, part: str, given) -> None:
        """Open a round, let everybody answer what `given(seat)` says, and close it."""
        rooms.open_activity(self.connection, self.code, key, part)
        for seat in self.seats:
            said = given(seat)
            if said is not None:
                record(self.connection, seat, Ballot(str(uuid4()), key, part, said))
        rooms.close_activity(self.connection, self.code)

    def results(self, key: str) -> dict:
        return tally.results(self.connection, self.code, key)
