"""Stands in for the model in the training room: no network there.

Real code does

    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Sort these numbers"}])

and this module answers in its place.
"""
from __future__ import annotations

from types import SimpleNamespace


class OpenAI:
    """Same surface, canned answers."""

    def __init__(self, answers: dict[str, str]) -> None:
        self.answers = answers
        self.chat = SimpleNamespace(completions=SimpleNamespace(create=self._create))

    def _create(self, *, model: str, messages: list[dict]):
        text = self.answers.get(messages[-1]["content"], "")
        return SimpleNamespace(choices=[SimpleNamespace(message=SimpleNamespace(content=text))])


def demo() -> str:
    client = OpenAI({"Extract the email from: a@b.example": "a@b.example"})
    reply = client.chat.completions.create(
        model="canned", messages=[{"role": "user", "content": "Extract the email from: a@b.example"}]
    )
    return reply.choices[0].message.content
