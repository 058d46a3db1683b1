"""The one place that talks to the model provider."""
from __future__ import annotations

import logging
from functools import lru_cache

import openai
from openai import AsyncOpenAI

from .config import settings

log = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def get_client() -> openai.OpenAI:
    return openai.OpenAI(timeout=20, max_retries=2)


def ask(prompt: str, *, system: str | None = None, model: str = settings.fast_model, max_tokens: int = 256) -> str:
    """Send one prompt, get the text back."""
    messages = []
    if system:
        messages.append({"role": "system", "content": system})
    messages.append({"role": "user", "content": prompt})
    log.debug("asking %s (%d characters)", model, len(prompt))
    response = get_client().chat.completions.create(
        model=model, messages=messages, max_tokens=max_tokens, temperature=0
    )
    return (response.choices[0].message.content or "").strip()


class Assistant:
    """Keeps a client and a model; used by the background jobs."""

    def __init__(self, model: str = settings.good_model) -> None:
        self.model = model
        self._client = AsyncOpenAI()

    async def complete(self, system: str, user: str) -> str:
        result = await self._client.chat.completions.create(
            model=self.model,
            messages=[
                {"role": "system", "content": system},
                {"role": "user", "content": user},
            ],
        )
        return result.choices[0].message.content or ""
