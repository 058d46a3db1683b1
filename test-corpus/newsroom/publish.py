"""Command line of the desk."""
import argparse
import asyncio
import logging
import pathlib

from anthropic import AsyncAnthropic

from newsroom.desk.agencies import fixed, language, meta
from newsroom.desk.base import Article
from newsroom.desk.editors import CopyEditor, WireEditor

logging.basicConfig(level=logging.INFO)
anthropic_client = AsyncAnthropic()

CHECKLIST_LINES = [
    "You check an article before it goes to print.",
    "Go through the claims, mark those that nobody could check with the sources named,",
    "and answer READY or NOT READY with a list of what is missing.",
]


async def ready(article: Article) -> bool:
    message = await anthropic_client.messages.create(
        model="claude-3-7-sonnet-latest",
        max_tokens=600,
        system="\n".join(CHECKLIST_LINES),
        messages=[{"role": "user", "content": article.body}],
    )
    return message.content[0].text.startswith("READY")


async def tweet(article: Article, history: list[dict]) -> str:
    message = await anthropic_client.messages.create(
        model="claude-3-5-haiku-latest",
        max_tokens=120,
        system="Help the editor find a post for social media that fits the article.",
        messages=[*history, {"role": "user", "content": article.title}],
    )
    return message.content[0].text


async def initials(author: str) -> str:
    message = await anthropic_client.messages.create(
        model="claude-3-5-haiku-latest",
        max_tokens=8,
        messages=[{"role": "user", "content": f"Give the initials of {author} in capitals, without dots."}],
    )
    return message.content[0].text


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--author", default="red")
    args = parser.parse_args()
    head, _, body = args.file.read_text(encoding="utf-8").partition("\n")
    article = Article(title=head, body=body, author=args.author, received="")
    print(meta(fixed(head)), asyncio.run(language(body)))
    print(WireEditor().links(article), CopyEditor().edit(article), asyncio.run(initials(args.author)))
    # print(anthropic_client.messages.create(model="claude-3-opus", messages=[]))  # too expensive


if __name__ == "__main__":
    main()
