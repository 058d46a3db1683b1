"""Imports contact-form messages into the customer table."""
from __future__ import annotations

import csv
import json
import logging
import re
from pathlib import Path

from openai import OpenAI as Client

from . import prompts
from .config import settings
from .prompts import EMAIL_PROMPT, PHONE_PROMPT
from .store.orm import Customer, Database

log = logging.getLogger(__name__)

POSTCODE = re.compile(r"\b\d{5}\b")


class ContactImporter:
    SYSTEM = "Reply with the requested value only, without quotes and without a sentence around it."

    def __init__(self, db: Database, client: Client | None = None) -> None:
        self.db = db
        self.client = client or Client()

    def import_file(self, path: Path) -> int:
        imported = 0
        with path.open(newline="", encoding="utf-8") as f:
            for row in csv.DictReader(f):
                customer = Customer(
                    email=self.find_email(row["message"]),
                    phone=self.find_phone(row["message"]),
                    postcode=self.find_postcode(row["address"]),
                )
                self.db.customers.create(customer)
                imported += 1
        log.info("imported %d contacts from %s", imported, path)
        return imported

    def find_email(self, body: str) -> str:
        reply = self.client.chat.completions.create(
            model=settings.fast_model,
            messages=[
                {"role": "system", "content": self.SYSTEM},
                {"role": "user", "content": EMAIL_PROMPT.format(body=body)},
            ],
            max_tokens=50,
        )
        return reply.choices[0].message.content or ""

    def find_phone(self, note: str) -> str:
        reply = self.client.chat.completions.create(
            model=settings.fast_model,
            messages=[{"role": "user", "content": PHONE_PROMPT % note}],
            temperature=0,
        )
        return reply.choices[0].message.content.strip()

    def find_postcode(self, address: str) -> str | None:
        # No model needed here: client.chat.completions.create(...) was removed in March.
        found = POSTCODE.search(address)
        return found.group() if found else None

    def is_address(self, candidate: str) -> bool:
        question = f'Is "{candidate}" a syntactically valid email address? Answer with yes or no.'
        reply = self.client.chat.completions.create(
            model=settings.fast_model,
            messages=[{"role": "user", "content": question}],
        )
        return reply.choices[0].message.content.strip().lower().startswith("yes")

    def wants_a_call_back(self, message: str) -> bool:
        reply = self.client.chat.completions.create(
            model=settings.fast_model,
            messages=[
                {
                    "role": "user",
                    "content": f"""Read the message and judge whether this person would rather be phoned
than get a written answer, even if they do not say so. Answer yes or no.

{message}""",
                }
            ],
            max_tokens=1,
        )
        return "yes" in reply.choices[0].message.content.lower()

    def groups(self, complaints: list[str]) -> str:
        text = prompts.COMPLAINT_GROUPS.format(count=len(complaints), complaints="\n".join(complaints))
        reply = self.client.chat.completions.create(
            model=settings.good_model,
            messages=[{"role": "user", "content": text}],
        )
        return reply.choices[0].message.content

    def signature_fields(self, signature: str) -> dict:
        reply = self.client.chat.completions.create(
            model=settings.good_model,
            response_format={"type": "json_object"},
            messages=[
                {"role": "system", "content": """From an e-mail signature, estimate how senior the person is,
whether they decide about purchases, and what would interest them about our catalogue.
Return valid JSON with the keys "seniority", "decides" and "interests"."""},
                {"role": "user", "content": signature},
            ],
        )
        return json.loads(reply.choices[0].message.content)
