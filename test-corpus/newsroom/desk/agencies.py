"""Gemini does the agencies' material."""
from __future__ import annotations

import os

from google import genai
from google.genai import types
from pydantic import BaseModel, Field

client = genai.Client(api_key=os.environ.get("GEMINI_API_KEY"))
# Dépêches : le modèle le plus rapide suffit. / Für Meldungen reicht das kleinste Modell.
FLASH = "gemini-2.5-flash-lite"


class Meta(BaseModel):
    """Head of an agency message, written as `key=value; key=value`."""

    agency: str
    priority: int
    slugline: str = Field(description="value of the key slug")


class Angle(BaseModel):
    angle: str = Field(description="what makes this story matter to readers in our town")
    confidence: float


def meta(head: str) -> Meta:
    response = client.models.generate_content(
        model=FLASH,
        contents=f"Parse this line of key=value pairs separated by semicolons into JSON:\n{head}",
        config=types.GenerateContentConfig(response_mime_type="application/json", response_schema=Meta),
    )
    return response.parsed


def angle(story: str) -> Angle:
    response = client.models.generate_content(
        model="gemini-2.5-pro",
        contents=story,
        config=types.GenerateContentConfig(
            response_mime_type="application/json",
            response_schema=Angle,
            system_instruction="You are the desk chief of a local paper.",
        ),
    )
    return response.parsed


async def language(text: str) -> str:
    config = types.GenerateContentConfig(
        system_instruction="Detect the language of the text. Answer with its English name.",
        temperature=0,
    )
    response = await client.aio.models.generate_content(model=FLASH, contents=text, config=config)
    return response.text


def fixed(raw: str) -> str:
    contents = ["This JSON is malformed. Fix the syntax errors so that it parses, keep keys and values as they are.", raw]
    return client.models.generate_content(model=FLASH, contents=contents).text


def resume(texte: str, longueur: int = 80) -> str:
    response = client.models.generate_content(
        model=FLASH,
        contents=f"Résume cette dépêche en {longueur} mots au plus pour des lecteurs pressés, sans jargon.\n\n{texte}",
    )
    return response.text


def roman(number: str) -> int:
    response = client.models.generate_content(model=FLASH, contents="Convert this Roman numeral to an Arabic number, digits only: " + number)
    return int(response.text)


def size(text: str) -> int:
    return client.models.count_tokens(model=FLASH, contents=text).total_tokens


def vectors(texts: list[str]):
    return client.models.embed_content(model="text-embedding-004", contents=texts).embeddings
