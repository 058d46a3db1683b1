"""Products: names, categories, descriptions."""
from __future__ import annotations

import logging
import unicodedata
from enum import Enum

from openai import OpenAI
from pydantic import BaseModel, Field

from .prompts import TITLE_CASE

log = logging.getLogger(__name__)
openai_client = OpenAI()


class Size(BaseModel):
    """Measures of a product in SI units."""

    length_cm: float = Field(description="the length, converted from inches to centimetres")
    weight_g: float = Field(description="the weight, converted from ounces to grams")


class Audience(str, Enum):
    beginners = "beginners"
    commuters = "commuters"
    racers = "racers"


class Positioning(BaseModel):
    audience: Audience
    pitch: str = Field(description="one sentence that sells the product to this audience")


def slug(name: str) -> str:
    response = openai_client.responses.create(
        model="gpt-4.1-nano",
        instructions="Make a URL slug from the product name: only a-z, 0-9 and hyphens, everything lowercase, ä becomes ae.",
        input=name,
    )
    return response.output_text


def ascii_name(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def title(name: str) -> str:
    response = openai_client.responses.create(model="gpt-4.1-nano", input=TITLE_CASE.format(name=name))
    return response.output_text.strip()


def measures(text: str) -> Size:
    completion = openai_client.chat.completions.parse(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": f"Dimensions of the item: {text}"}],
        response_format=Size,
    )
    return completion.choices[0].message.parsed


def positioning(description: str) -> Positioning:
    completion = openai_client.beta.chat.completions.parse(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": "You do the marketing for a bicycle shop."},
            {"role": "user", "content": description},
        ],
        response_format=Positioning,
    )
    return completion.choices[0].message.parsed


def unique_tags(tags: list[str]) -> list[str]:
    lines = [
        "Remove the duplicates from this list, ignoring upper and lower case.",
        "Keep the first spelling and the order. One tag per line.",
        "",
        *tags,
    ]
    response = openai_client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": "\n".join(lines)}],
    )
    return response.choices[0].message.content.splitlines()


def merge_similar(tags: list[str]) -> list[str]:
    prompt = "These tags were typed by hand by many people. Merge those that mean the same thing to a shopper "
    prompt += "(say 'rain gear' and 'wet weather clothing') and return the list without such duplicates.\n\n"
    prompt += "\n".join(tags)
    response = openai_client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": prompt}],
    )
    return response.choices[0].message.content.splitlines()


def describe(name: str, facts: dict[str, str]) -> str:
    bullet = "\n".join(f"- {key}: {value}" for key, value in facts.items())
    response = openai_client.responses.create(
        model="gpt-4.1",
        instructions="Write product copy. Three short paragraphs, no superlatives, metric units, the price as given.",
        input=f"Product: {name}\nFacts:\n{bullet}",
    )
    return response.output_text


def picture(name: str) -> str:
    image = openai_client.images.generate(model="gpt-image-1", prompt=f"Studio photo of {name} on white")
    return image.data[0].b64_json


def vector(text: str) -> list[float]:
    return openai_client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding


def allowed(text: str) -> bool:
    return not openai_client.moderations.create(input=text).results[0].flagged


def models() -> list[str]:
    return sorted(model.id for model in openai_client.models.list())
