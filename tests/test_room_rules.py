"""Whatever trainers and phones do, and in whatever order, a room keeps to its rules."""

import tempfile
from pathlib import Path
from unicodedata import category, combining, normalize
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from coprod_sim.errors import InputError
from coprod_sim.live import room as rooms
from coprod_sim.live import seats
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.ballots import Ballot, Refused, counts, latest, record
from coprod_sim.live.credentials import LETTERS, new_code, read_code
from coprod_sim.live.pseudonyms import all_names
from coprod_sim.live.questions import Choice, Scale, Several, Text, problem_with, read_form
from coprod_sim.live.schema import open_engine
from coprod_sim.live.tally import results
from coprod_sim.words import words_in

WORDS = words_in("en")
NAMES = all_names(WORDS("room-names-first"), WORDS("room-names-second"))
KEYS = {"vote": ("answer",), "talk": ("before_talk", "after_talk")}
PLAN = RoomPlan.model_validate(
    {
        "title": "Rules",
        "activities": [
            {"kind": "vote", "key": "vote", "title": "V", "question": "?", "options": ["A", "B"]},
            {"kind": "vote_talk_vote", "key": "talk", "title": "T", "question": "?", "options": ["A", "B"]},
        ],
    }
)  # fmt: skip
FAST = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - in memory: thousands of commits
places = st.integers(0, 20)
keys = st.sampled_from(list(KEYS))


class RoomMachine(RuleBasedStateMachine):
    """Two trainers and many phones act at random; a plain table says what must be true."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=FAST)
        self.engine = open_engine(str(Path(self.folder.name) / "rooms.sqlite"))
        with self.engine.begin() as c:
            self.code, _ = rooms.create(c, PLAN)
        self.seats: list[rooms.Seat] = []
        self.state = dict.fromkeys(KEYS, ("waiting", ""))
        self.said: dict[tuple[str, str, int], int] = {}
        self.sent: list[tuple[rooms.Seat, Ballot]] = []
        self.version = 1

    def teardown(self) -> None:
        self.engine.dispose()
        self.folder.cleanup()

    def do(self, work, *given) -> bool:
        """Do something in one transaction; says whether it was allowed."""
        try:
            with self.engine.begin() as c:
                work(c, *given)
        except InputError:
            return False
        return True

    @property
    def open_now(self) -> list[str]:
        return [key for key, (phase, _) in self.state.items() if phase == "open"]

    @rule()
    def somebody_joins(self) -> None:
        name, key = NAMES[len(self.seats)], f"{len(self.seats):032d}"
        with self.engine.begin() as c:
            seat = seats.join(c, self.code, name, key, NAMES)
            assert seats.join(c, self.code, name, key, NAMES) == seat  # the same phone again
        assert not self.do(seats.join, self.code, name, "f" * 32, NAMES)  # the name is taken
        self.seats.append(seat)

    @rule(key=keys, again=st.booleans())
    def a_trainer_opens(self, key: str, again: bool) -> None:
        phase, part = self.state[key]
        parts = KEYS[key]
        wanted = (
            parts[0] if again or not part else parts[min(parts.index(part) + 1, len(parts) - 1)]
        )
        allowed = phase != "revealed" and self.open_now in ([], [key])
        assert self.do(rooms.open_activity, self.code, key, wanted) == allowed
        if allowed:
            self.state[key] = ("open", wanted)

    @rule()
    def a_trainer_closes(self) -> None:
        assert self.do(rooms.close_activity, self.code)
        for key in self.open_now:
            self.state[key] = ("closed", self.state[key][1])

    @rule(key=keys)
    def a_trainer_reveals(self, key: str) -> None:
        allowed = self.state[key][0] in {"closed", "revealed"} and not self.open_now
        done = self.do(rooms.reveal, self.code, key)
        already = self.state[key][0] == "revealed"
        assert done == allowed or (already and done)
        if done:
            self.state[key] = ("revealed", self.state[key][1])

    @precondition(lambda self: self.seats)
    @rule(place=places, key=keys, choice=st.integers(0, 1))
    def somebody_votes(self, place: int, key: str, choice: int) -> None:
        seat = self.seats[place % len(self.seats)]
        phase, part = self.state[key]
        ballot = Ballot(str(uuid4()), key, part or "answer", {"vote": choice})
        assert self.do(record, seat, ballot) == (phase == "open")
        if phase == "open":
            self.said[key, part, seat.number] = choice
            self.sent.append((seat, ballot))

    @precondition(lambda self: self.sent)
    @rule(place=places)
    def an_old_vote_comes_in_again(self, place: int) -> None:
        seat, ballot = self.sent[place % len(self.sent)]
        assert self.do(record, seat, ballot)  # acknowledged, and nothing changes

    @invariant()
    def the_latest_answers_stand_and_nothing_else(self) -> None:
        with self.engine.begin() as c:
            for seat in self.seats:
                for key, parts in KEYS.items():
                    for part in parts:
                        wanted = self.said.get((key, part, seat.number))
                        given = latest(c, seat, key, part)
                        assert given == ({} if wanted is None else {"vote": wanted})
            found = sum(n for parts in counts(c, self.code).values() for n in parts.values())
        assert found == len(self.said)

    @invariant()
    def one_thing_is_open_at_most_and_time_goes_forward(self) -> None:
        with self.engine.begin() as c:
            room = rooms.load(c, self.code)
        assert {key: (s.phase, s.round) for key, s in room.standings.items()} == {
            key: state for key, state in self.state.items() if state[0] != "waiting"
        }
        assert len(self.open_now) <= 1
        assert room.version >= self.version
        self.version = room.version

    @invariant()
    def no_small_number_is_shown(self) -> None:
        with self.engine.begin() as c:
            for key in KEYS:
                for part in results(c, self.code, key)["rounds"]:
                    for question in part["questions"]:
                        shown = [question["n"], *(cell["count"] for cell in question["cells"])]
                        assert not any(n is not None and 0 < n < 5 for n in shown)


RoomMachine.TestCase.settings = settings(
    max_examples=8, stateful_step_count=30, deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
TestRoom = RoomMachine.TestCase


def test_a_code_is_read_as_people_type_it():
    code = new_code()
    assert read_code(f" {code[:3].lower()}-{code[3:]} ") == code
    assert len(new_code(hosted=True)) == 8
    assert len(set(LETTERS)) == 32
    for wrong in ("", "ABC", "ABCDE0", "ABCDEFG", "<script>", "A" * 1000):
        assert read_code(wrong) is None


def is_number(value: object, below: int) -> bool:
    return type(value) is int and value in range(below)


def several(value: object) -> bool:
    """Say whether this is one or two of three options, each once."""
    if type(value) is not list or not 1 <= len(value) <= 2:
        return False
    return all(is_number(one, 3) for one in value) and len(set(value)) == len(value)


def is_words(value: object) -> bool:
    """Say whether this is a text that says something, short enough, without unseen signs or piled accents."""
    if type(value) is not str or not value.strip() or len(value) > 280:
        return False
    unseen = ("Cc", "Cf", "Cs", "Zl", "Zp")
    seen = all(category(sign) not in unseen or sign in "\n\t\u200c\u200d" for sign in value)
    accents = "".join("a" if combining(sign) else " " for sign in value)
    return seen and "aaa" not in accents and normalize("NFC", value) == value


VALUES = st.none() | st.booleans() | st.integers() | st.integers(-1, 3) | st.text() | st.floats()


@given(st.recursive(VALUES, st.lists))
def test_no_value_upsets_a_question(value):
    asked = [
        Choice(name="a", text="?", options=("x", "y")),
        Several(name="b", text="?", options=("x", "y", "z"), most=2),
        Text(name="c", text="?"),
    ]
    fits = {"a": is_number(value, 2), "b": several(value), "c": is_words(value)}
    for question in asked:
        said = problem_with(asked, {question.name: value})
        assert said is None if fits[question.name] else said is not None and said.endswith(".")
    assert problem_with(asked, value) is not None


@given(st.text(max_size=400))
def test_whatever_a_form_sends_is_read_or_refused(text):
    question = Several(name="b", text="?", options=("x", "y", "z"), most=2)
    answer = read_form([question], {"b": [text, "1"]})
    assert problem_with([question], answer) in (
        None,
        "Choose from the words shown.",
        "Choose 2 at most.",
    )


def test_every_activity_refuses_what_does_not_belong_to_it():
    with pytest.raises(InputError, match="two activities have the same key"):
        rooms.read_plan({"title": "x", "activities": [PLAN.activities[0].model_dump()] * 2})
    table = PLAN.activities[0].model_dump() | {"questoin": "?"}
    with pytest.raises(InputError, match="is not a known setting; did you mean 'question'"):
        rooms.read_plan({"title": "x", "activities": [table]})


def test_a_late_answer_gets_a_sentence(tmp_path):
    engine = open_engine(str(tmp_path / "rooms.sqlite"))
    with engine.begin() as c:
        code, _ = rooms.create(c, PLAN)
        seat = seats.join(c, code, NAMES[0], "a" * 32, NAMES)
        with pytest.raises(Refused, match="This part is closed"):
            record(c, seat, Ballot(str(uuid4()), "vote", "answer", {"vote": 0}))
    engine.dispose()


@pytest.mark.parametrize("typed", ["about 60", "12,5", "1.000", "sixty", "101"])
def test_a_guess_that_is_no_whole_number_is_asked_for_again_and_never_made_one(typed):
    guess = Scale(name="guess", text="How many will accept it?", low=0, high=100, unit="in 100")
    answer = read_form([guess], {"guess": [typed]})
    assert problem_with([guess], answer) == "Give a whole number from 0 to 100."
    assert str(answer["guess"]) == typed


@pytest.mark.parametrize("typed", ["60", " 60 ", "60,0", "60.0", "60 %"])
def test_a_guess_is_read_as_people_write_it(typed):
    guess = Scale(name="guess", text="How many will accept it?", low=0, high=100, unit="in 100")
    assert read_form([guess], {"guess": [typed]}) == {"guess": 60}
