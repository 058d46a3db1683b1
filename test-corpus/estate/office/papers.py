"""Leases, statements, and the arithmetic around them."""
from __future__ import annotations

import json

import litellm
from pydantic import BaseModel, Field

from office.claude import text


class Extent(BaseModel):
    """Living space."""

    square_metres: float = Field(description="the area, converted from square feet to square metres")


class Clause(BaseModel):
    number: int = Field(description="number of the clause")
    risk: str = Field(description="what could go wrong for the landlord")


class Clauses(BaseModel):
    clauses: list[Clause]


RENT_SHARE = "Rent: {rent} euro. Income: {income} euro. What percentage of the income is the rent? Round to one decimal, number only."

HANDOVER = """Read the value that follows the label in this handover protocol and return it unchanged.

Label: {label}

Protocol:
{protocol}
"""


def area(listing: str) -> float:
    response = litellm.completion(
        model="openai/gpt-4o-mini",
        messages=[{"role": "user", "content": f"Area: {listing}"}],
        response_format=Extent,
    )
    return json.loads(response.choices[0].message.content)["square_metres"]


def risky(lease: str) -> list[dict]:
    response = litellm.completion(
        model="openai/gpt-4o",
        messages=[{"role": "system", "content": "You are a lawyer for tenancy law."}, {"role": "user", "content": lease}],
        response_format=Clauses,
    )
    return json.loads(response.choices[0].message.content)["clauses"]


def rent_share(rent: int, income: int) -> float:
    return float(text("You calculate.", RENT_SHARE.format(rent=rent, income=income), max_tokens=8))


def meter(label: str, protocol: str) -> str:
    return text("You copy values exactly.", HANDOVER.format(label=label, protocol=protocol))


def deposit(rent: float) -> str:
    return text("Answer with a number.", f"The deposit is three times the monthly rent. The rent is {rent} euro. How much is the deposit?")


def notice(letter: str) -> bool:
    return text("Is this notice of termination valid? Check the date, the signature and the reason against German law. yes or no", letter) == "yes"


def ancillary(statement: str, flats: int) -> str:
    return text(
        "You explain the yearly statement of costs to tenants who are suspicious of it.",
        f"Explain how the costs are divided among {flats} flats and why they rose.\n\n{statement}",
    )


def paper_kind(page: str) -> str:
    kinds = ["lease", "payslip", "id", "reference", "invoice"]
    prompt = "Which type of document is the page below?\n" + "\n".join(f"* {kind}" for kind in kinds)
    response = litellm.completion(
        model="openai/gpt-4o-mini",
        temperature=0,
        messages=[{"role": "system", "content": prompt + "\nReturn one word."}, {"role": "user", "content": page}],
    )
    return response.choices[0].message.content


def rooms_on_plan(image_url: str) -> int:
    response = litellm.completion(
        model="openai/gpt-4o",
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "Count the rooms on this floor plan. Reply with the number."},
                    {"type": "image_url", "image_url": {"url": image_url}},
                ],
            }
        ],
    )
    return int(response.choices[0].message.content)
