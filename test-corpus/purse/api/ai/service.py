"""AI features of the budget app (FastAPI back end)."""
from __future__ import annotations

import json
import logging
from typing import Any, Optional

import requests

from ai.config import get_settings

logger = logging.getLogger(__name__)
settings = get_settings()


class AIService:
    """
    Wraps the chat endpoint of OpenRouter.

    Features:
    - category suggestion
    - message parsing
    - monthly insights
    """

    CATEGORY_RULES = """
    You are an expert in personal finance.

    AVAILABLE CATEGORIES:
    {categories}

    RULES:
    1. Pick exactly one category from the list above.
    2. Judge by the merchant first, then by the note.
    3. If nothing fits, answer "Uncategorized".

    OUTPUT: the category name only, no quotes, no explanation.
    """

    INSIGHT_SYSTEM = (
        "You are a friendly budget coach. Calculate how spending changed in percent, sort the categories by change, "
        "and explain in three short bullet points what the user could do differently. Use the currency sign."
    )

    def __init__(self, api_key: Optional[str] = None) -> None:
        self.base_url = "https://openrouter.ai/api/v1"
        self.model = "openai/gpt-4o-mini"
        self.headers = {"Authorization": f"Bearer {api_key or settings.openrouter_key}", "Content-Type": "application/json"}

    def _post(self, system: str, user: str, temperature: float = 0.1) -> str:
        payload: dict[str, Any] = {
            "model": self.model,
            "temperature": temperature,
            "messages": [
                {"role": "system", "content": system},
                {"role": "user", "content": user},
            ],
        }
        response = requests.post(f"{self.base_url}/chat/completions", headers=self.headers, json=payload, timeout=30)
        response.raise_for_status()
        return response.json()["choices"][0]["message"]["content"].strip()

    def suggest_category(self, merchant: str, note: str, categories: list[str]) -> str:
        system = self.CATEGORY_RULES.format(categories="\n    ".join(f"- {c}" for c in categories))
        category = self._post(system, f"Merchant: {merchant}\nNote: {note}")
        return category if category in categories else "Uncategorized"

    def parse_message(self, message: str, currency: str) -> dict[str, Any]:
        prompt = f"""Parse the expense message into JSON.

Keys: "amount" (number), "currency" (ISO code, default {currency}), "merchant" (string), "date" (YYYY-MM-DD or null).

Examples:
"12.50 lidl" -> {{"amount": 12.5, "currency": "{currency}", "merchant": "lidl", "date": null}}
"usd 40 uber 2025-01-03" -> {{"amount": 40, "currency": "USD", "merchant": "uber", "date": "2025-01-03"}}
"coffee 3" -> {{"amount": 3, "currency": "{currency}", "merchant": "coffee", "date": null}}
"""
        return json.loads(self._post(prompt, message))

    def insights(self, this_month: dict[str, float], last_month: dict[str, float]) -> str:
        return self._post(self.INSIGHT_SYSTEM, json.dumps({"this": this_month, "last": last_month}), temperature=0.7)

    def explain_charge(self, descriptor: str) -> str:
        return self._post("Extract the real merchant behind this card descriptor and say in one line what it probably was for.", descriptor)

    def subscription(self, transactions: list[str]) -> list[str]:
        reply = self._post("Find the repeated payments the user has most likely forgotten about. One per line.", "\n".join(transactions))
        return reply.splitlines()

    def receipt_fields(self, ocr_text: str) -> dict[str, Any]:
        return json.loads(
            self._post(
                "Extract from the OCR text of a receipt: merchant, date (ISO), line items with a short description each, total, tax and the best category. "
                "The text may be in any language and badly scanned. JSON only.",
                ocr_text,
            )
        )

    def to_home_currency(self, amount: float, rate: float) -> float:
        return float(self._post("Reply with a number only.", f"Convert {amount} at an exchange rate of {rate} and round to two decimals."))

    def over_budget(self, spent: float, budget: float) -> bool:
        return self._post("Answer yes or no.", f"Is {spent} greater than {budget}?").lower() == "yes"
