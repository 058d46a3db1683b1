from html.parser import HTMLParser


def html_links(html: str) -> list[dict[str, str]]:
    """Return text and address of every link of an HTML page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader.links


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[dict[str, str]] = []
        self.url = ""
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.finish()
            self.url = (dict(attrs).get("href") or "").strip()

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.finish()

    def handle_data(self, data: str) -> None:
        self.text += data

    def finish(self) -> None:
        """Keep the link that is open, if it leads to another page."""
        if self.url and not self.url.lower().startswith(("#", "javascript:")):
            self.links.append({"text": " ".join(self.text.split()), "url": self.url})
        self.url = self.text = ""
