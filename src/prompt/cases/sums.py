"""Numbers that are added up are numbers, in a parameter and in a text."""
from openai import OpenAI

BASE = 8192
EXTRA = 4096
client = OpenAI()


def ask(text, more):
    client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=BASE + EXTRA,
        temperature=0.5 + more,
        messages=[{"role": "user", "content": f"Name {1 + 2} towns in {text}" + "!"}],
    )
