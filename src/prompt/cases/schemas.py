"""Tasks that only the form of the reply tells."""
from enum import Enum
from typing import Annotated, Literal, Optional

import instructor
from openai import OpenAI
from pydantic import BaseModel, EmailStr, Field

client = OpenAI()


class Queue(str, Enum):
    BILLING = "billing"
    BUG = "bug"


class Base(BaseModel):
    language: str = Field(description="ISO 639-1 code of the language")


class Ticket(Base):
    """A ticket."""

    queue: Queue
    email: Optional[EmailStr] = Field(None, description="e-mail address of the sender")
    stars: int = Field(ge=1, le=5)
    tone: Literal["positive", "negative"]
    tags: list[str] = []
    zip: Annotated[str, Field(description="postal code", pattern=r"^\d{5}$")]


def parsed(mail: str) -> Ticket:
    completion = client.beta.chat.completions.parse(
        model="gpt-4o-mini", messages=[{"role": "user", "content": mail}], response_format=Ticket
    )
    return completion.choices[0].message.parsed


SCHEMA = {
    "type": "object",
    "properties": {
        "sentiment": {"type": "string", "enum": ["positive", "neutral"], "description": "the mood"},
        "amounts": {"type": "array", "items": {"type": "number"}},
        "ok": {"type": "boolean"},
        "count": {"type": "integer", "minimum": 0, "maximum": 9},
        "day": {"type": "string", "format": "date"},
    },
}


def json_schema(text):
    return client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": f"Look at this: {text}"}],
        response_format={"type": "json_schema", "json_schema": {"name": "x", "schema": SCHEMA, "strict": True}},
    )


def any_json(text):
    return client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": f"As JSON: {text}"}],
        response_format={"type": "json_object"},
    )
