"""Orders: amounts, dates, tracking."""
from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

from .llm import ask
from .prompts import PRIORITY, SHIPPING_NOTICE

RATE_PROMPT = "1 EUR = {rate} {currency}. How much is {amount} EUR in {currency}? Give the result with two decimals and no currency sign."


def total_in(amount: Decimal, currency: str, rate: float) -> Decimal:
    answer = ask(RATE_PROMPT.format(rate=rate, currency=currency, amount=amount))
    return Decimal(answer)


def invoice_total(lines: list[dict]) -> Decimal:
    listing = "\n".join(f"{line['qty']} x {line['price']}" for line in lines)
    answer = ask(
        f"Add up the order lines (quantity x unit price), then add 19 % VAT to the sum.\n{listing}\nOnly the final amount:",
        max_tokens=16,
    )
    return Decimal(answer.replace(",", "."))


def days_late(promised: dt.date, delivered: dt.date) -> int:
    return int(ask(f"How many days are there between {promised} and {delivered}? Number only.", max_tokens=5))


def tracking_number(mail: str) -> str:
    return ask(
        "Mail from the carrier:\n" + mail,
        system="Extract the tracking number. It starts with 1Z and has 18 characters in all. Output just the number.",
    )


def shipping_notice(name: str, tracking: str, date: dt.date) -> str:
    return ask(SHIPPING_NOTICE.format(name=name, tracking=tracking, date=date.isoformat()))


def most_important(tickets: list[dict]) -> list[str]:
    answer = ask(PRIORITY.format(tickets=json.dumps(tickets, indent=1)), max_tokens=500)
    return [line.strip() for line in answer.splitlines() if line.strip()]


def by_amount(orders: list[dict]) -> list[dict]:
    answer = ask(f"Sort this JSON array of orders by the field 'amount' in descending order. Return the sorted array only.\n{json.dumps(orders)}")
    return json.loads(answer)


def delay_excuse(order_id: str, reason: str, days: int) -> str:
    return ask(f"Order {order_id} is {days} days late because {reason}. Explain this to the customer in a way that keeps them with us.")


def gross_weight(parcel: str) -> float:
    reply = ask(f"Convert {parcel} pounds to kilograms. Respond with a decimal number.")
    return float(reply)
