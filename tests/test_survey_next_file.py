"""A survey file begins with nothing of the one before, and is filled in again where it is the same file."""

import pytest
from survey_stage import workbook
from test_survey_control import Page
from widget_tree import form_with, forms, texts

FIRST = "id,trust,area\n" + "".join(f"{k},{1 + k % 5},{'NS'[k % 2]}\n" for k in range(60))
OTHER = "ref,trust,ward\n" + "".join(f"{k},{1 + k % 5},{'AB'[k % 2]}\n" for k in range(60))
ROWS = "".join(f"{k % 6},{'NS'[k % 2]},{1 + k % 2},{k > 9}\n" for k in range(120))
FULL = f"trust,area,weight,Finished\n{ROWS}".replace("\n5,", "\n9,").encode()
"""Answers 0 to 4 and a code 9, with weights, groups and ten rows that were not finished."""


def answered(data: bytes) -> Page:
    """Use a survey of which everything was said."""
    page = Page()
    page.upload("first.csv", data)
    page.answer(low=0, high=4, direction="down", weight="weight", group="area", unfinished="out")
    page.tick("none-", "9 (")
    page.tick("less-", "N")
    assert page.use() is not None
    return page


def filled_in(page: Page) -> dict[str, object]:
    """Give what stands filled in, whatever it is, but for the question that the file itself names."""
    all_ = {name: value for form in forms(page.box) for name, value in form.values.items()}
    return {name: value for name, value in all_.items() if value and name != "trust"}


def test_the_scale_and_direction_of_one_file_say_nothing_of_the_next():
    page = Page()
    page.upload("first.csv", FIRST.encode())
    page.answer(low=1, high=5, direction="down")
    assert page.use() is not None
    page.upload("other.csv", OTHER.encode())
    assert (page.value("low"), page.value("high"), page.value("direction")) == (None, None, None)
    assert page.use() is None
    assert "Say which end is the most trust." in page.alerts()[-1]


@pytest.mark.parametrize("name", ["first.csv", "second.csv"])
def test_a_file_of_the_same_columns_begins_with_nothing_whatever_it_is_called(name):
    page = answered(FULL)
    page.upload(name, FULL.replace(b"\n0,N", b"\n2,N"))
    assert filled_in(page) == {}
    assert "filled in as" not in texts(page.box)


def test_words_put_in_order_in_one_file_are_put_in_no_order_in_the_next():
    page = Page()
    words = "trust\n" + "ja\nnein\nkA\n" * 20
    page.upload("first.csv", words.encode())
    labels = {f.label: n for n, f in form_with(page.box, "points").fields.items()}
    page.answer(points=2)
    page.answer(**{labels["nein (20)"]: "1", labels["ja (20)"]: "2", labels["kA (20)"]: "none"})
    assert page.use() is not None
    page.upload("next.csv", (words + "ja\n").encode())
    assert [page.value(f"point-{k}") for k in range(3)] == [None, None, None]


def test_the_same_file_is_filled_in_as_it_was_read_and_can_be_changed():
    page = answered(FULL)
    page.upload("first.csv", FULL)
    assert (
        "This is the file in use. The answers below are filled in as they were for first."
        in texts(page.box)
    )
    names = ("low", "high", "direction", "weight", "group", "unfinished", "none-5", "less-0")
    assert [page.value(name) for name in names] == [
        0,
        4,
        "down",
        "weight",
        "area",
        "out",
        True,
        True,
    ]
    first = page.kept[-1]
    assert page.use() is not None
    assert page.kept[-1] == first


def test_the_same_file_keeps_its_sheet_and_another_one_does_not():
    rows = [["id", "trust"], *([k, 1 + k % 5] for k in range(30))]
    others = [["id", "faith"], *([k, 1 + k % 5] for k in range(30))]
    book = workbook(A=rows, B=others)
    page = Page()
    page.upload("book.xlsx", book)
    page.answer(sheet="B")
    form_with(page.box, "again").click("again")
    page.answer(low=1, high=5, direction="down")
    assert page.use() is not None
    page.upload("book.xlsx", book)
    assert (page.value("sheet"), page.value("trust"), page.value("low")) == ("B", "faith", 1)
    page.answer(sheet="A")
    form_with(page.box, "again").click("again")
    assert (page.value("trust"), page.value("low"), page.value("direction")) == (
        "trust",
        None,
        None,
    )
    page.upload("other.xlsx", workbook(A=rows, B=others[:-1]))
    assert page.asks("sheet")
    assert not page.value("sheet")
    assert not page.asks("use")


def test_a_survey_that_was_taken_out_is_remembered_no_more():
    page = answered(FULL)
    form_with(page.box, "out").click("out")
    page.upload("first.csv", FULL)
    assert page.value("low") is None
