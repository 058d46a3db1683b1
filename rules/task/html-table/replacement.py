from html.parser import HTMLParser


def html_table(html: str) -> list[list[str]]:
    """Return the rows of the first table of an HTML page as texts of cells."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    rows = [[" ".join(cell.split()) for cell in row] for row in reader.rows]
    return [row for row in rows if row]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.place = "before"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table" and self.place == "before":
            self.place = "between"
        elif self.place in ("before", "after"):
            return
        elif tag == "tr":
            self.rows.append([])
            self.place = "between"
        elif tag in ("td", "th"):
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append("")
            self.place = "cell"
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self.place != "before":
            self.place = "after"
        elif tag in ("td", "th", "tr") and self.place == "cell":
            self.place = "between"

    def handle_data(self, data: str) -> None:
        if self.place == "cell":
            self.rows[-1][-1] += data
