"""What a repository is made of. Talks to the gateway, which speaks OpenAI."""
from __future__ import annotations

import json
import os

import httpx

GATEWAY = os.environ.get("LLM_GATEWAY", "https://api.openai.com/v1") + "/chat/completions"


class Gateway:
    def __init__(self, model: str = "gpt-4o-mini") -> None:
        self.model = model
        self.http = httpx.Client(headers={"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"}, timeout=60)

    def complete(self, system: str, user: str, **options) -> str:
        body = {"model": self.model, "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}], **options}
        reply = self.http.post(GATEWAY, json=body)
        reply.raise_for_status()
        return reply.json()["choices"][0]["message"]["content"]


gateway = Gateway()

REVIEW = """You are a senior reviewer.

# What to look at
- correctness first, then names
- count the places where an error is swallowed
- validate that every date is handled in UTC

# Output
A JSON array of objects {"file": ..., "line": ..., "comment": ...}, sorted by severity."""


def changed_files(diff: str) -> list[str]:
    return gateway.complete("List the paths of the files changed in this unified diff, one per line.", diff).splitlines()


def imports(source: str) -> list[str]:
    return json.loads(gateway.complete("Return a JSON array with the names of all modules imported by this Python file.", source, temperature=0))


def tables(sql: str) -> list[str]:
    instruction = "Which tables does this SQL query read from or write to? Reply with the table names separated by commas."
    return gateway.complete(instruction, sql).split(", ")


def compose_services(text: str) -> dict:
    return json.loads(gateway.complete("Convert this docker-compose YAML to JSON. Output only the JSON.", text))


def is_json(text: str) -> bool:
    return gateway.complete("Is the following text syntactically valid JSON? Answer true or false.", text, max_tokens=2) == "true"


def review(diff: str) -> list[dict]:
    return json.loads(gateway.complete(REVIEW, diff))


def test_data(schema: str) -> str:
    return gateway.complete("Generate ten realistic rows for this table as valid YAML, with proper ISO dates and unique e-mail addresses.", schema)


def slow_reason(sql: str, plan: str) -> str:
    return gateway.complete("Look at the query and its plan. Extract the table that hurts most and explain which index would help.", f"{sql}\n\n{plan}")
