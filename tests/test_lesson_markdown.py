"""How the markdown of lessons is set, and that none can run or fetch anything."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from coprod_sim.learning.marked_text import html_of, inline


def test_markdown_is_set_as_the_page_needs_it():
    html = html_of(
        "# Head\n\n**Bold** and *slanted*\n\n- one\n- two\n\n|  | b |\n|---|---|\n| 1 | 2 |"
    )
    assert "<h4>Head</h4>" in html
    assert "<strong>Bold</strong> and <em>slanted</em>" in html
    assert html.replace("\n", "").count("<ul><li>one</li><li>two</li></ul>") == 1
    assert '<td></td><th scope="col">b</th>' in html
    assert 'role="region" tabindex="0" aria-label="b"' in html
    assert inline("- *one* [here](0_start_here.ipynb)") == (
        '- <em>one</em> <a href="0_start_here.ipynb">here</a>'
    )


HOSTILE = [
    "<script>alert(1)</script>",
    "before <img src=x onerror=alert(1)> after",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](%6aavascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](data:image/png;base64,AAAA)",
    "[x](ftp://elsewhere.example/file)",
    "<javascript:alert(1)>",
    '[x](https://a.example "" onmouseover="alert(1)")',
    '[x](https://a.example"onmouseover="alert(1))',
    "![x](https://elsewhere.example/seen.png)",
    "![<b onclick=alert(1)>](x)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "`<b onclick=alert(1)>`",
    '```x" onclick="alert(1)\n<b>\n```',
    "| <i onclick=alert(1)> | b |\n|---|---|\n| <b> | [x](javascript:alert(1)) |",
    "# <svg onload=alert(1)>",
    "> - 1. <iframe src=//elsewhere.example>",
]


SAFE_TAGS = {
    "p", "em", "strong", "a", "code", "pre", "ul", "ol", "li", "blockquote", "h4", "div", "table",
    "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


SAFE_MARKS = {"class", "role", "tabindex", "aria-label", "scope", "title"}


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, attrs))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("setter", [html_of, inline])
def test_hostile_markdown_can_neither_run_anything_nor_fetch_anything(setter, text):
    assert "kept" in setter(f"kept {text}")
    for tag, marks in _Tags(setter(text)).seen:
        assert tag in SAFE_TAGS
        for name, value in marks:
            if name == "href":
                assert value == "#harmful-link" or urlsplit(value).scheme == "https"
            else:
                assert name in SAFE_MARKS
