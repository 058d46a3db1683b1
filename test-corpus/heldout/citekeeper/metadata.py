"""Metadata of a paper's first page, by instructor."""
from __future__ import annotations

from typing import Literal

import instructor
from openai import OpenAI
from pydantic import BaseModel, Field

client = instructor.from_openai(OpenAI())


class Identifiers(BaseModel):
    """Identifiers printed on the page."""

    doi: str | None = Field(default=None, description="the DOI as printed, starting with 10.")
    isbn: str | None = Field(default=None, description="the ISBN-13 or ISBN-10 as printed")


class Keywords(BaseModel):
    keywords: list[str] = Field(description="five keywords that occur in the abstract")


class Names(BaseModel):
    """Named entities of an acknowledgement."""

    persons: list[str]
    organisations: list[str]
    places: list[str]


class Field_(BaseModel):
    field: Literal["biology", "chemistry", "physics", "medicine", "economics", "other"]


class Contribution(BaseModel):
    novelty: str = Field(description="what is new compared with earlier work, one sentence")
    citations_needed: int = Field(description="number of statements that lack a source")
    year_of_data: str = Field(description="year in which the data were collected, if it can be told")


def identifiers(page: str) -> Identifiers:
    return client.chat.completions.create(
        model="gpt-4o-mini",
        response_model=Identifiers,
        messages=[{"role": "user", "content": page}],
    )


def keywords(abstract: str) -> list[str]:
    return client.chat.completions.create(
        model="gpt-4o-mini",
        response_model=Keywords,
        messages=[
            {"role": "system", "content": "Extract keywords."},
            {"role": "user", "content": abstract},
        ],
    ).keywords


def acknowledged(text: str) -> Names:
    return client.chat.completions.create(model="gpt-4o-mini", response_model=Names, messages=[{"role": "user", "content": text}])


def field(abstract: str) -> str:
    answer = client.chat.completions.create(
        model="gpt-4o-mini",
        response_model=Field_,
        messages=[{"role": "user", "content": f"Which field does this abstract belong to?\n\n{abstract}"}],
    )
    return answer.field


def contribution(paper: str) -> Contribution:
    return client.chat.completions.create(
        model="gpt-4o",
        response_model=Contribution,
        max_retries=2,
        messages=[{"role": "user", "content": paper}],
    )
