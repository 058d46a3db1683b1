from html.parser import HTMLParser

_SKIPPED = {"script", "style", "template", "noscript", "title"}
# fmt: off
_BLOCKS = {
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tr", "ul",
}
# fmt: on


def html_to_text(html: str) -> str:
    """Return the text that a reader of an HTML page sees, one line a block."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\0"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipping += tag in _SKIPPED
        self._separate(tag)

    def handle_endtag(self, tag: str) -> None:
        self.skipping -= tag in _SKIPPED and self.skipping > 0
        self._separate(tag)

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.parts.append(data.replace("\0", ""))

    def _separate(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\0")
        elif tag in ("td", "th"):
            self.parts.append(" ")
