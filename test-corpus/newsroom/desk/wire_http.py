"""Plain HTTP, from the days before the SDKs."""
from __future__ import annotations

import json
import os
import urllib.parse

import httpx
import requests

OPENAI_URL = "https://api.openai.com/v1/chat/completions"
HEADERS = {"Authorization": f"Bearer {os.environ.get('OPENAI_API_KEY', '')}", "Content-Type": "application/json"}


def press_contact(release: str) -> str:
    payload = {
        "model": "gpt-4o-mini",
        "messages": [
            {"role": "system", "content": "Return the email address of the press contact, nothing else."},
            {"role": "user", "content": release},
        ],
        "temperature": 0,
    }
    response = requests.post(OPENAI_URL, headers=HEADERS, json=payload, timeout=30)
    response.raise_for_status()
    return response.json()["choices"][0]["message"]["content"]


def source_count(text: str, name: str) -> int:
    body = json.dumps(
        {
            "model": "gpt-4o-mini",
            "messages": [{"role": "user", "content": "Count the number of times %s is mentioned by name in the following article. Number only.\n%s" % (name, text)}],
        }
    )
    response = requests.post("https://api.openai.com/v1/chat/completions", headers=HEADERS, data=body, timeout=30)
    return int(response.json()["choices"][0]["message"]["content"])


async def questions(minutes: str) -> list[str]:
    async with httpx.AsyncClient(timeout=60) as http:
        response = await http.post(
            "https://api.anthropic.com/v1/messages",
            headers={"x-api-key": os.environ["ANTHROPIC_API_KEY"], "anthropic-version": "2023-06-01"},
            json={
                "model": "claude-3-5-sonnet-latest",
                "max_tokens": 800,
                "messages": [
                    {
                        "role": "user",
                        "content": f"Here are the minutes of a council meeting. Write five questions a reporter should ask. "
                        f"Return a valid JSON array of strings.\n\n{minutes}",
                    }
                ],
            },
        )
    return json.loads(response.json()["content"][0]["text"])


def query_fields(url: str) -> dict:
    query = urllib.parse.urlsplit(url).query
    response = httpx.post(
        "https://api.mistral.ai/v1/chat/completions",
        headers={"Authorization": "Bearer " + os.environ["MISTRAL_API_KEY"]},
        json={
            "model": "mistral-small-latest",
            "messages": [{"role": "user", "content": f"Turn the query string into a JSON object, decode percent escapes: {query}"}],
        },
    )
    return json.loads(response.json()["choices"][0]["message"]["content"])


def publish(article: dict) -> None:
    requests.post("https://cms.tageblatt.example/api/v2/articles", json={"messages": [article]}, timeout=10)


def transcript(audio: bytes) -> str:
    response = requests.post("https://api.openai.com/v1/audio/transcriptions", headers=HEADERS, files={"file": audio}, timeout=120)
    return response.json()["text"]
