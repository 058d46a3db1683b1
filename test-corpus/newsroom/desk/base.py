"""The desk: every editor is a class with its own instructions."""
from __future__ import annotations

import logging
from dataclasses import dataclass

import anthropic

log = logging.getLogger(__name__)

DEFAULT_MODEL = "claude-3-5-haiku-latest"


@dataclass
class Article:
    title: str
    body: str
    author: str
    received: str


class Editor:
    """Base class: holds the client and sends what the subclass has to say."""

    model = DEFAULT_MODEL
    max_tokens = 1024

    def __init__(self, client: anthropic.Anthropic | None = None) -> None:
        self.client = client if client is not None else anthropic.Anthropic()

    def run(self, instructions: str, text: str) -> str:
        message = self.client.messages.create(
            model=self.model,
            max_tokens=self.max_tokens,
            system=instructions,
            messages=[{"role": "user", "content": text}],
        )
        log.debug("%s used %d tokens", type(self).__name__, message.usage.output_tokens)
        return message.content[0].text
