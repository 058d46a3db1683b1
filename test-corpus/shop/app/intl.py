"""Customers abroad: languages, currencies, dates as people write them.

# Заметка для коллег: даты всегда в ISO, валюты всегда по ISO 4217.
# メモ：翻訳は人が確認してから送信すること。
"""
from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from openai import AsyncOpenAI

from .config import settings

DEFAULT_VOICE = "Translate for a bicycle shop: cheerful, plain, and the way people really talk in that country."


@dataclass
class Parcel:
    number: str
    ready: dt.datetime


class Abroad:
    TOPICS = ("delivery", "payment", "product", "returns")

    def __init__(self) -> None:
        self.llm = AsyncOpenAI()

    async def _send(self, instructions: str, text: str) -> str:
        response = await self.llm.responses.create(model=settings.fast_model, instructions=instructions, input=text)
        return response.output_text.strip()

    async def currency(self, text: str) -> str:
        # "Złoty", "Quid", "Schweizer Franken", "円" …
        return await self._send("Give the ISO 4217 code of the currency that is named here.", text)

    async def wanted_day(self, phrase: str, today: dt.date) -> dt.date:
        answer = await self._send(
            f"Today is {today:%Y-%m-%d}. Convert the phrase to a calendar date in the form YYYY-MM-DD.", phrase
        )
        return dt.date.fromisoformat(answer)

    async def topic(self, text: str) -> str:
        return await self._send("Classify the message into one of these topics: " + ", ".join(self.TOPICS), text)

    async def links(self, text: str) -> list[str]:
        found = await self._send(
            """Return all web addresses in the message.
            One on each line, as they are written, no duplicates.""",
            text,
        )
        return found.splitlines()

    async def translated(self, text: str, language: str, voice: str | None = None) -> str:
        response = await self.llm.responses.create(
            model=settings.good_model,
            instructions=voice or DEFAULT_VOICE,
            input=f"Into {language}:\n{text}",
        )
        return response.output_text

    async def polite(self, parcel: Parcel, letter: str) -> bool:
        """¿Suena amable? 丁寧ですか？"""
        answer = await self._send(
            f"Check that this letter about parcel {parcel.number} (ready {parcel.ready}) is polite enough for a customer in Japan. true or false.",
            letter,
        )
        return answer == "true"
