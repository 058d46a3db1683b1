"""What runs on the machine in the office, with Ollama."""
from __future__ import annotations

import argparse
import logging

import ollama
from ollama import AsyncClient, Client

from .chains import iban_ok

log = logging.getLogger(__name__)
client = Client(host="http://mac-mini.office:11434")

GREETING_SYSTEM = "Always answer with exactly this sentence: Ledger is ready."


def greeting() -> str:
    response = ollama.chat(
        model="llama3.2",
        messages=[
            {"role": "system", "content": GREETING_SYSTEM},
            {"role": "user", "content": "Hello"},
        ],
    )
    return response["message"]["content"]


def account_from(text: str) -> str:
    prompt = "In the text below there is one IBAN. " + "Check its checksum; return it without spaces if it is valid, else INVALID.\n\n" + text
    return client.generate(model="llama3.2", prompt=prompt)["response"]


async def country(name: str) -> str:
    response = await AsyncClient().chat(
        model="qwen2.5:3b",
        messages=[{"role": "user", "content": f"ISO 3166-1 alpha-3 code of the country {name}. Only the three letters."}],
    )
    return response.message.content


def phone(letterhead: str) -> str:
    template = "Return the telephone number that appears in this letterhead, digits only:\n{letterhead}"
    reply = ollama.generate(model="llama3.2", prompt=template.format(letterhead=letterhead))
    return reply["response"].strip()


def tone_of_dunning(letter: str) -> str:
    reply = client.chat(
        model="llama3.2",
        messages=[
            {"role": "system", "content": "Is the tone of the letter positive, neutral or negative? One word."},
            {"role": "user", "content": letter},
        ],
    )
    return reply.message.content


def rewrite(letter: str, amount: float, due: str) -> str:
    reply = ollama.generate(
        model="llama3.1:70b",
        prompt=f"Rewrite this dunning letter so that a good customer is not offended. Keep the amount ({amount}) and the due date ({due}).\n\n{letter}",
    )
    return reply["response"]


def similar(text: str) -> list[float]:
    return ollama.embeddings(model="nomic-embed-text", prompt=text)["embedding"]


def available() -> list[str]:
    return [m["model"] for m in ollama.list()["models"]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Checks accounts on the office machine.",
        epilog='The same from a shell: python -c "import ollama; ollama.chat(model=\'llama3.2\', messages=[])"',
    )
    parser.add_argument("iban")
    args = parser.parse_args()
    log.info("%s: %s", args.iban, iban_ok(args.iban))


if __name__ == "__main__":
    main()
