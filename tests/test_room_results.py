"""What is counted for a round, an arm or an idea, in a room with answers typed in by hand."""

import pytest
from room_class import TWINS, Class

from coprod_sim.live import ideas
from coprod_sim.live import room as rooms
from coprod_sim.live.ballots import rows


def test_each_round_is_counted_by_itself_and_only_once_it_was_opened(connection):
    room = Class(connection)
    assert room.results("talk") == {
        "key": "talk", "kind": "vote_talk_vote", "title": "Talk", "rounds": [],
    }  # fmt: skip
    room.answer("talk", "before_talk", lambda seat: {"vote": int(seat.number < 5)})
    room.answer("talk", "after_talk", lambda seat: {"vote": 1} if seat.number < 4 else None)
    before, after = room.results("talk")["rounds"]
    assert (before["round"], before["arm"]) == ("before_talk", None)
    (question,) = before["questions"]
    assert (question["name"], question["text"], question["kind"]) == ("vote", "Which?", "choice")
    assert [(c["label"], c["count"]) for c in question["cells"]] == [("A", 7), ("B", 5)]
    assert after["round"] == "after_talk"
    assert after["questions"][0]["few"] is True
    assert after["questions"][0]["n"] is None


def test_ideas_are_given_once_they_are_shown_and_under_their_own_question(connection):
    room = Class(connection)
    room.answer("idea", "answer", lambda seat: {"idea": f"idea {seat.number}"})
    room.answer("other", "answer", lambda seat: {"idea": f"other {seat.number}"})
    ideas.moderate(connection, room.code, "idea", 3, "shown")
    ideas.moderate(connection, room.code, "idea", 4, "hidden")
    ideas.moderate(connection, room.code, "other", 3, "shown")
    found = room.results("idea")
    assert (found["ideas"], found["rounds"]) == ([{"theme": "", "ideas": ["idea 3"]}], [])
    assert room.results("other")["ideas"] == [{"theme": "", "ideas": ["other 3"]}]
    assert "ideas" not in room.results("talk")
    assert not [row for row in rows(connection, room.code) if row["kind"] == "idea"]


def test_scores_are_counted_by_arm_over_both_decisions(connection):
    room, key = Class(connection), TWINS.key
    full_first = {1, 3}  # the sequences whose first decision is lived in full
    wishes = {f"preference_{d.key}": d.final for d in TWINS.decisions}
    room.answer(key, "preference", lambda _seat: wishes)
    room.answer(key, "first_scores", lambda s: {"acceptance": 9 if s.cell in full_first else 2})
    room.answer(key, "second_scores", lambda s: {"acceptance": 2 if s.cell in full_first else 9})
    wanted, leaflet, full = room.results(key)["rounds"]
    assert (wanted["round"], wanted["arm"]) == ("preference", None)
    assert [q["n"] for q in wanted["questions"]] == [12, 12]
    assert [(p["round"], p["arm"]) for p in (leaflet, full)] == [
        ("scores", "tickbox"), ("scores", "co_production"),
    ]  # fmt: skip
    for part, mean in ((leaflet, 2.0), (full, 9.0)):
        score, fairness, _trust = part["questions"]
        assert (score["name"], score["n"], score["mean"]) == ("acceptance", 12, mean)
        assert fairness["few"] is True
    scored = [row for row in rows(connection, room.code) if row["question"] == "acceptance"]
    assert len(scored) == 24
    assert {(row["arm"], row["value"]) for row in scored} == {("tickbox", 2), ("co_production", 9)}


def test_what_is_not_there_gets_a_sentence(connection):
    room = Class(connection)
    with pytest.raises(rooms.Unknown, match="no activity 'tlak'; did you mean 'talk'"):
        room.results("tlak")
