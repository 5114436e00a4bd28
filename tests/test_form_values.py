"""A form takes what its page may send, and nothing else."""

from coprod_sim.apps.controls import Field, Form, Option


def test_a_form_drops_what_no_honest_page_would_send():
    form = Form(
        [
            Field(id="d", kind="dial", label="D", low=0.0, high=100.0),
            Field(id="c", kind="choice", label="C", options=(Option(value="a", label="A"),)),
            Field(id="off", kind="button", label="B", disabled=True),
        ]
    )
    seen = []
    form.on_answer = lambda *given: seen.append(given)
    form.on_click = seen.append
    for name, value in (
        ("d", 101),
        ("d", "high"),
        ("d", float("nan")),
        ("d", True),
        ("c", "b"),
        ("x", 1),
    ):
        form.answer(name, value)
    form.click("off")
    assert seen == []
    form.answer("d", 40)
    assert seen == [("d", 40, False)]
