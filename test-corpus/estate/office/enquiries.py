"""Enquiries about flats."""
from __future__ import annotations

from .claude import fill, text

SPAM_SYSTEM = """You look after the inbox of an estate agency. Classify the enquiry as spam or ham.
Answer with one word."""

INTENT_SYSTEM = """Classify what the sender wants into exactly one of these categories:
- viewing: wants to see a flat
- documents: sends or asks for papers
- complaint: something is broken or wrong
- other

Return the category only, lowercase."""

TENANT_SYSTEM = """# Who you are
You help the landlord of a small house with six flats.

# What you get
The enquiry of somebody who would like to rent, and what we know about the house.

# What you do
1. Extract what the person says about income, pets, instruments and length of stay.
2. Check that nothing contradicts itself.
3. Decide how well they would fit in, from 1 to 10.

# What you never do
Never use origin, religion, age or health.

# Answer
{"fit": <1-10>, "because": "<one sentence>"}"""

CONTACT_TOOL = {
    "name": "record_contact",
    "description": "Records how to reach the sender of an enquiry.",
    "input_schema": {
        "type": "object",
        "properties": {
            "email": {"type": "string", "description": "the e-mail address in the text"},
            "phone": {"type": "string", "description": "the phone number in the text, digits only"},
        },
        "required": ["email", "phone"],
    },
}

WISH_TOOL = {
    "name": "record_wishes",
    "description": "Records what the sender would like.",
    "input_schema": {
        "type": "object",
        "properties": {
            "rooms": {"type": "integer", "description": "number of rooms they need, judged by who moves in"},
            "quiet": {"type": "boolean", "description": "whether they seem to need a quiet flat"},
            "summary": {"type": "string"},
        },
        "required": ["rooms", "quiet", "summary"],
    },
}


def is_spam(enquiry: str) -> bool:
    return text(SPAM_SYSTEM, enquiry, max_tokens=3).lower() == "spam"


def intent(enquiry: str) -> str:
    return text(INTENT_SYSTEM, enquiry, max_tokens=5)


def fit(enquiry: str, house: str) -> str:
    return text(TENANT_SYSTEM, f"Enquiry:\n{enquiry}\n\nHouse:\n{house}", model="claude-3-7-sonnet-latest")


def contact(enquiry: str) -> dict:
    return fill(CONTACT_TOOL, enquiry)


def wishes(enquiry: str) -> dict:
    return fill(WISH_TOOL, enquiry)


def listing_id(url: str) -> str:
    return text("Answer with the value only.", f"What is the value of the query parameter \"expose\" in this URL? {url}")


def reply(enquiry: str, slots: list[str]) -> str:
    return text(
        "You answer for the agency, short and friendly.",
        f"Offer these viewing times: {', '.join(slots)}.\n\n{enquiry}",
    )
