"""Sets the little Markdown that lessons and exercises use as HTML; everything else is escaped."""

import re
from html import escape

INLINE = (
    (re.compile(r"`([^`]+)`"), r"<code>\1</code>"),
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w*])[*_](\S(?:.*?\S)?)[*_](?![\w*])"), r"<em>\1</em>"),
    (re.compile(r"\[([^\]]+)\]\(((?:https?://|[\w./?#=&;-]+)[^)\s]*)\)"), r'<a href="\2">\1</a>'),
)
BULLET = re.compile(r"^\s*[-*+]\s+")
NUMBER = re.compile(r"^\s*\d+[.)]\s+")
HEAD = re.compile(r"^(#{1,6})\s+")
ROW = re.compile(r"^\s*\|")


def html_of(text: str, *, level: int = 4) -> str:
    """Set paragraphs, lists, tables, quotes, headings (from `level` down), bold, slanted and links."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return "".join(_block(block.splitlines(), level) for block in blocks if block.strip())


def inline(text: str) -> str:
    """Set the marks inside a line."""
    out = escape(text, quote=False)
    for pattern, made in INLINE:
        out = pattern.sub(made, out)
    return out


def _block(lines: list[str], level: int) -> str:
    first = lines[0]
    if HEAD.match(first):
        head = f"<h{level}>{inline(HEAD.sub('', first))}</h{level}>"
        return head + (_block(lines[1:], level) if lines[1:] else "")
    if all(ROW.match(line) for line in lines):
        return _table(lines)
    if first.startswith(">"):
        inner = "\n".join(line.removeprefix(">").strip() for line in lines)
        return f"<blockquote>{html_of(inner, level=level)}</blockquote>"
    for pattern, tag in ((BULLET, "ul"), (NUMBER, "ol")):
        if pattern.match(first):
            return _list(lines, pattern, tag)
    at = next((k for k, line in enumerate(lines) if BULLET.match(line) or NUMBER.match(line)), 0)
    if at:
        return _block(lines[:at], level) + _block(lines[at:], level)
    return f"<p>{inline(' '.join(line.strip() for line in lines))}</p>"


def _list(lines: list[str], pattern: re.Pattern[str], tag: str) -> str:
    items: list[str] = []
    for line in lines:
        if pattern.match(line):
            items.append(pattern.sub("", line).strip())
        else:
            items[-1] += f" {line.strip()}"
    return f"<{tag}>{''.join(f'<li>{inline(i)}</li>' for i in items)}</{tag}>"


def _table(lines: list[str]) -> str:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    rows = [row for row in rows if not all(set(cell) <= set(":- ") for cell in row)]
    head = "".join(f'<th scope="col">{inline(c)}</th>' if c else "<td></td>" for c in rows[0])
    body = "".join(
        f"<tr>{''.join(f'<td>{inline(cell)}</td>' for cell in row)}</tr>" for row in rows[1:]
    )
    name = escape(next(filter(None, rows[0]), ""))
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
