from __future__ import annotations

import datetime
import json
import re

from .base import Article, Editor

TAG = re.compile(r"<[^>]+>")


class WireEditor(Editor):
    """Prepares what comes over the wire."""

    LINKS = "List every URL that occurs in the text, one on each line, in order of appearance. No other text."
    DATELINE = (
        "The text begins with a dateline. Give its date as YYYY-MM-DD. "
        "If the year is missing, use {year}."
    )
    MARKUP = """Remove all HTML markup from the article. Decode entities such as &amp;.
Output the text and nothing else."""

    def links(self, article: Article) -> list[str]:
        return self.run(self.LINKS, article.body).splitlines()

    def dateline(self, article: Article) -> datetime.date:
        year = datetime.date.today().year
        answer = self.run(self.DATELINE.format(year=year), article.body[:200])
        return datetime.date.fromisoformat(answer)

    def text(self, article: Article) -> str:
        if "<" not in article.body:
            return article.body
        return self.run(WireEditor.MARKUP, article.body)

    def rough_text(self, article: Article) -> str:
        return TAG.sub("", article.body)


class CopyEditor(Editor):
    model = "claude-3-7-sonnet-latest"
    STYLE = "Edit for clarity and rhythm. Sort the paragraphs so that the story unfolds naturally. Keep the author's voice."

    def edit(self, article: Article) -> str:
        return self.run(self.STYLE, article.body)

    def timeline(self, article: Article) -> list[dict]:
        answer = self.run(
            "Pick the five key dates of this story and say in half a sentence why each matters. "
            'Return JSON: [{"date": "YYYY-MM-DD", "why": "..."}].',
            article.body,
        )
        return json.loads(answer)

    def headline_case(self, article: Article) -> str:
        message = self.client.messages.create(
            model=self.model,
            max_tokens=60,
            messages=[{"role": "user", "content": f"Convert this headline to all uppercase letters: {article.title}"}],
        )
        return message.content[0].text

    def teaser(self, article: Article, formal: bool) -> str:
        voice = "Use the formal form of address." if formal else "Use du."
        message = self.client.messages.create(
            model=self.model,
            max_tokens=200,
            system="Du schreibst Anreißer für eine Regionalzeitung, zwei Sätze, ohne das Ende zu verraten. " + voice,
            messages=[{"role": "user", "content": f"{article.title}\n\n{article.body}"}],
        )
        return message.content[0].text
