"""Reviews: what people say about what they bought."""
from __future__ import annotations

import os
from typing import Literal

from openai import AzureOpenAI
from pydantic import BaseModel

from .config import settings


def azure() -> AzureOpenAI:
    return AzureOpenAI(
        azure_endpoint=settings.azure_endpoint,
        api_key=os.environ["AZURE_OPENAI_API_KEY"],
        api_version="2024-10-21",
    )


class Mood(BaseModel):
    sentiment: Literal["positive", "neutral", "negative"]


def mood(review: str) -> str:
    client = azure()
    completion = client.beta.chat.completions.parse(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "Classify the sentiment of the product review."},
            {"role": "user", "content": review},
        ],
        response_format=Mood,
    )
    return completion.choices[0].message.parsed.sentiment


def average_stars(stars: list[int]) -> float:
    client = azure()
    completion = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": "Calculate the average of these ratings, rounded to one decimal: " + str(stars)}],
        temperature=0,
    )
    return float(completion.choices[0].message.content)


def mentions(reviews: list[str], word: str) -> int:
    client = azure()
    joined = "\n---\n".join(reviews)
    completion = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "You count words. Answer with a number."},
            {"role": "user", "content": f"How many times does the word '{word}' occur in this text?\n\n{joined}"},
        ],
    )
    return int(completion.choices[0].message.content)


def main_ideas(reviews: list[str]) -> str:
    client = azure()
    response = client.responses.create(
        model="gpt-4o",
        input=[
            {"role": "system", "content": "Extract the three main ideas that buyers express about this product. One line each."},
            {"role": "user", "content": "\n\n".join(reviews)},
        ],
    )
    return response.output_text


def is_fake(review: str, stars: int) -> bool:
    client = azure()
    completion = client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {
                "role": "user",
                "content": f"Validate this {stars}-star review: does it sound like a real buyer who held the product in their hands? Answer only yes or no.\n\n{review}",
            }
        ],
    )
    return completion.choices[0].message.content.strip().lower() == "yes"
