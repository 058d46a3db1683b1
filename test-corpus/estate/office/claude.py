"""Everything that goes to Claude passes through here."""
from __future__ import annotations

import os
from typing import Any

from anthropic import Anthropic

_client = Anthropic(api_key=os.environ.get("ANTHROPIC_API_KEY"))


def text(system: str, user: str, *, model: str = "claude-3-5-haiku-latest", max_tokens: int = 500) -> str:
    message = _client.messages.create(
        model=model,
        max_tokens=max_tokens,
        temperature=0,
        system=system,
        messages=[{"role": "user", "content": user}],
    )
    return message.content[0].text.strip()


def fill(tool: dict[str, Any], user: str) -> dict[str, Any]:
    """Forces the tool and returns its arguments."""
    message = _client.messages.create(
        model="claude-3-5-haiku-latest",
        max_tokens=800,
        tools=[tool],
        tool_choice={"type": "tool", "name": tool["name"]},
        messages=[{"role": "user", "content": user}],
    )
    return next(block.input for block in message.content if block.type == "tool_use")
