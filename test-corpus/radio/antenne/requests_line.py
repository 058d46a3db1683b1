"""Listeners write in; who wants what?"""
from enum import Enum
from typing import Optional

from pydantic import BaseModel, Field

from antenne.model import cheap, good, quick, talk


class Mood(str, Enum):
    positive = "positive"
    neutral = "neutral"
    negative = "negative"


class Listener(BaseModel):
    """A listener's message."""

    mood: Mood = Field(description="sentiment of the message")


class Request(BaseModel):
    """A wish for a song."""

    artist: Optional[str] = Field(None, description="who sings it, also if only hinted at")
    title: Optional[str] = Field(None, description="title of the song, found by what the listener hums or remembers")


class Price(BaseModel):
    answer: bool = Field(description="true if the message contains the word 'jackpot'")


def mood(message: str) -> str:
    return cheap.with_structured_output(Listener).invoke(message).mood.value


def wish(message: str) -> Request:
    return good.with_structured_output(Request).invoke(message)


def won(message: str) -> bool:
    return cheap.with_structured_output(Price).invoke(message).answer


def quoted(article: str) -> list[str]:
    return quick("List everything that stands between quotation marks in the text, one per line, without the marks.", article).splitlines()


def best_quote(article: str) -> str:
    return talk(good, "Extract the one quote from this interview that listeners will remember. Quote it exactly.", article)


def insult(message: str) -> bool:
    return quick("Is this message abusive, hateful or threatening? Answer yes or no.", message).lower() == "yes"


def on_air(message: str) -> bool:
    return talk(good, "Can we read this out on a Sunday morning with children listening? Answer yes or no.", message).lower().startswith("yes")


def topics(message: str) -> str:
    labels = ("music", "news", "traffic", "competition")
    return quick(f"Assign the message to one topic: {' / '.join(labels)}. Topic only.", message)
