#!/usr/bin/env python3
"""Tags support tickets."""
import json
import logging
from enum import Enum
from pathlib import Path

from openai import AsyncOpenAI
from pydantic import BaseModel, Field

logger = logging.getLogger(__name__)
SYSTEM_PROMPT = (
    "You are a helpful assistant. "
    "Classify the ticket into one of: " + ", ".join(LABELS) + ".\n"
    "Reply with JSON: {\"label\": \"...\"}"
)
FEW_SHOT = [
    ("I was charged twice", "billing"),
    ("The app crashes", "bug"),
]


class Label(str, Enum):
    BILLING = "billing"
    BUG = "bug"


class Ticket(BaseModel):
    """A ticket as the model must return it."""

    label: Label = Field(description="The single best label")
    confidence: float = Field(0.5, ge=0, le=1)


class Tagger:
    def __init__(self, api_key: str | None = None, model="gpt-4o-mini") -> None:
        self._client = AsyncOpenAI(api_key=api_key)
        self.model = model
        self.template = Path(__file__).with_name("prompt.txt").read_text()

    def _messages(self, text: str, *, examples: bool = True) -> list[dict[str, str]]:
        messages = [{"role": "system", "content": SYSTEM_PROMPT}]
        if examples:
            for question, label in FEW_SHOT:
                messages.append({"role": "user", "content": question})
                messages += [{"role": "assistant", "content": label}]
        content = self.template.replace("{{ticket}}", text.strip())
        messages.append({"role": "user", "content": content})
        return messages

    async def tag(self, text: str, **options) -> Label | None:
        kwargs = dict(model=self.model, temperature=0, **options)
        kwargs["messages"] = self._messages(text)
        try:
            completion = await self._client.chat.completions.create(**kwargs)
            raw = completion.choices[0].message.content or ""
            data = json.loads(raw.strip().removeprefix("```json"))
        except (json.JSONDecodeError, KeyError) as error:
            logger.warning("bad reply: %s", error)
            return None
        label = data.get("label", "").lower()
        match label:
            case "billing" | "bug":
                return Label(label)
            case _:
                return None


async def summarise(client: AsyncOpenAI, rows: list[str], lang: str = "en") -> str:
    body = "\n".join(f"{i}. {row}" for i, row in enumerate(rows, start=1))
    response = await client.responses.create(
        model="gpt-4o",
        input=f"""Summarise in {lang}:
{body if len(body) < 4_000 else body[:4_000]}""",
    )
    score = int((await client.responses.create(model="gpt-4o", input=f"Rate: {response.output_text}")).output_text)
    return response.output_text if score > 3 else "n/a"
