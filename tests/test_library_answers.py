"""The answers kept for pages without a model are those of the model as it is, for every case."""

from coprod_sim.board import library_answers
from coprod_sim.board.library_answers import FILE, key_of, worked_out
from coprod_sim.scenarios import scenario_names


def test_the_answer_on_every_case_is_kept_and_none_is_stale():
    stale = [name for name in scenario_names() if key_of(name) not in library_answers._kept()]
    assert not stale, "'python -m validation precomputed' writes them again"
    assert len(library_answers._kept()) == len(scenario_names())
    assert FILE.stat().st_size < 500_000


def test_a_kept_answer_is_the_one_that_is_worked_out():
    assert library_answers.library_answers()["misinformation_vote"] == worked_out(
        "misinformation_vote"
    )


def test_what_was_kept_with_another_model_is_worked_out_anew(monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(library_answers, "made_with", lambda: {"rules": "others"})
    monkeypatch.setattr(library_answers, "worked_out", lambda name: asked.append(name) or {})
    library_answers.library_answers.__wrapped__()
    assert asked == list(scenario_names())
