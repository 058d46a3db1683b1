"""Nightly job: route what came in by mail."""
from __future__ import annotations

import argparse
import asyncio
import email
import logging
from email.policy import default
from pathlib import Path

from openai import AsyncOpenAI

from ..llm import Assistant
from ..prompts import DEPARTMENT_SYSTEM
from ..store.orm import Database

log = logging.getLogger("mailbox")
client = AsyncOpenAI()
assistant = Assistant()

URGENT = """Reply HIGH if the ticket value is over 500 EUR, MEDIUM if it is between 100 and 500 EUR, LOW otherwise.
Ticket value: {value} EUR"""


async def department(text: str) -> str:
    return await assistant.complete(DEPARTMENT_SYSTEM, text)


async def urgency(value: float) -> str:
    response = await client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": URGENT.format(value=value)}],
        max_tokens=2,
    )
    return response.choices[0].message.content


async def plain(html: str) -> str:
    return await assistant.complete("Convert the HTML mail to plain text. Keep line breaks, drop styles, scripts and tags.", html)


async def next_step(thread: list[str], policy: str) -> str:
    return await assistant.complete(
        f"You decide how a case goes on. Our policy:\n{policy}\nPick one of: refund, replace, explain, escalate.",
        "\n\n".join(thread),
    )


async def same_language_thanks(text: str) -> str:
    messages = [{"role": "system", "content": "Bedanke dich in zwei herzlichen Sätzen für die Nachricht und greife auf, was die Person beschäftigt."}]
    messages.append({"role": "user", "content": text})
    response = await client.chat.completions.create(model="gpt-4o-mini", messages=messages)
    return response.choices[0].message.content


async def handle(path: Path, db: Database) -> None:
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    body = message.get_body(preferencelist=("plain", "html"))
    text = body.get_content() if body else ""
    if body and body.get_content_type() == "text/html":
        text = await plain(text)
    route = await department(text)
    log.info("%s -> %s", path.name, route)
    db.chat.completions.create(subject=message["subject"], body=text, route=route)


def main() -> None:
    parser = argparse.ArgumentParser(description="Route the mails of the night.")
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    db = Database()
    for path in sorted(args.folder.glob("*.eml")):
        asyncio.run(handle(path, db))


if __name__ == "__main__":
    main()
