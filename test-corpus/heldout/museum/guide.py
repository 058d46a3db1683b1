"""The museum's office assistant."""
from __future__ import annotations

import functools
import json
import pathlib

from anthropic import Anthropic

HERE = pathlib.Path(__file__).parent
SETTINGS = json.loads((HERE / "settings.json").read_text(encoding="utf-8"))


@functools.lru_cache
def get_prompt(key: str) -> str:
    """`labels.short` is prompts/labels/short.txt."""
    return (HERE / "prompts" / (key.replace(".", "/") + ".txt")).read_text(encoding="utf-8")


class Task:
    """One kind of work. Subclasses say what it is."""

    key = ""
    model = "claude-3-5-haiku-latest"

    def __init__(self, client: Anthropic) -> None:
        self.client = client

    def instructions(self) -> str:
        return get_prompt(self.key)

    def run(self, text: str) -> str:
        message = self.client.messages.create(
            model=self.model,
            max_tokens=1024,
            system=self.instructions(),
            messages=[{"role": "user", "content": text}],
        )
        return "".join(block.text for block in message.content if block.type == "text")


class Label(Task):
    key = "labels.short"
    model = "claude-3-7-sonnet-latest"


class LabelCheck(Task):
    key = "labels.check"


class Overdue(Task):
    key = "loans.due"

    def run(self, text: str) -> str:
        answer = super().run(text)
        return "" if answer.strip() == "NONE" else answer


class Worry(Task):
    key = "loans.risk"


def label(client: Anthropic, record: dict) -> str:
    return Label(client).run(json.dumps(record, ensure_ascii=False))


def unsupported(client: Anthropic, text: str, record: dict) -> str:
    return LabelCheck(client).run(f"LABEL\n{text}\n\nRECORD\n{json.dumps(record)}")


def overdue(client: Anthropic, loans: list[str], today: str) -> list[str]:
    return Overdue(client).run("\n".join([f"Today: {today}", *loans])).splitlines()


def to_call(client: Anthropic, loans: list[str], today: str, notes: str) -> list[str]:
    return Worry(client).run("\n".join([f"Today: {today}", *loans, "", "Notes:", notes])).splitlines()


def greet(client: Anthropic, visitor: str) -> str:
    message = client.messages.create(
        model="claude-3-5-haiku-latest",
        max_tokens=200,
        system=SETTINGS["prompts"]["greeting"],
        messages=[{"role": "user", "content": f"The visitor says: {visitor}"}],
    )
    return message.content[0].text
