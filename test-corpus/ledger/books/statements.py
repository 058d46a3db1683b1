"""Bank statements: reading, cleaning, checking. Goes through LiteLLM so that the model can be swapped."""
from __future__ import annotations

import asyncio
import json
import os
import sqlite3

import litellm
from litellm import acompletion, completion

from . import texts

MODEL = os.getenv("LEDGER_MODEL", "openai/gpt-4o-mini")


def statement_rows(raw: str) -> list[dict]:
    """CSV with a header line → one dictionary per row."""
    response = completion(
        model=MODEL,
        messages=[
            {
                "role": "user",
                "content": """Convert the semicolon-separated CSV below to a JSON array of objects.
Use the header line for the keys. Keep all values as strings.

"""
                + raw,
            }
        ],
        temperature=0,
    )
    return json.loads(response.choices[0].message.content)


def card_number_ok(number: str) -> bool:
    response = litellm.completion(
        model=MODEL,
        messages=[
            {"role": "system", "content": "You verify credit card numbers. Apply the Luhn check and answer 1 if the number passes, 0 if it does not."},
            {"role": "user", "content": f"Number: {number}"},
        ],
        max_tokens=1,
    )
    return response["choices"][0]["message"]["content"] == "1"


def unique_payees(names: list[str]) -> list[str]:
    messages = [{"role": "system", "content": "Deduplicate the list of names. Two names are the same if they are equal after trimming spaces. Return a JSON array."}]
    for name in names:
        messages.append({"role": "user", "content": name})
    response = completion(model=MODEL, messages=messages)
    return json.loads(response.choices[0].message.content)


async def in_euro(amount: float, currency: str, rates: dict[str, float]) -> float:
    prompt = "Exchange rates, one euro in each currency:\n"
    prompt += "\n".join(f"{code}: {rate}" for code, rate in rates.items())
    prompt += f"\n\nConvert {amount} {currency} to EUR using these rates. Answer with the number."
    response = await acompletion(model=MODEL, messages=[{"role": "user", "content": prompt}])
    return float(response.choices[0].message.content)


def reminder(customer: str, invoice: str, date: str) -> str:
    content = texts.PAYMENT_REMINDER % ("<customer>", "<invoice>", "<date>")
    content = content.format(customer=customer, invoice=invoice, date=date)
    response = completion(model=MODEL, messages=[{"content": content, "role": "user"}])
    return response.choices[0].message.content


def suspicious(rows: list[dict], hint: str = "Look for patterns that a clerk would find odd.") -> str:
    response = completion(
        model="anthropic/claude-3-5-sonnet-latest",
        messages=[
            {"role": "system", "content": hint},
            {"role": "user", "content": "Sort out the payments that deserve a second look and say why.\n" + json.dumps(rows)},
        ],
    )
    return response.choices[0].message.content


def masked(card: str) -> str:
    response = completion(
        model=MODEL,
        messages=[{"role": "user", "content": f"Replace every digit of this card number except the last four with an asterisk: {card}"}],
    )
    return response.choices[0].message.content


def tokens(text: str) -> int:
    return litellm.token_counter(model=MODEL, messages=[{"role": "user", "content": text}])


def completion_rate(db: sqlite3.Connection) -> float:
    done = completion_count(db, messages="%")
    return done / max(1, db.execute("select count(*) from bookings").fetchone()[0])


def completion_count(db: sqlite3.Connection, messages: str) -> int:
    return db.execute("select count(*) from bookings where state = 'done' and text like ?", (messages,)).fetchone()[0]


if __name__ == "__main__":
    print(asyncio.run(in_euro(100, "CHF", {"CHF": 0.94, "USD": 1.08})))
