"""Numbers that are added up are numbers, in a parameter and in a text."""
import os

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


KILO = 1024


def products(text):
    return client.responses.create(model="gpt-4o", max_output_tokens=8 * KILO, temperature=1 / 2, input="Count " + text)


def powers(text):
    return client.responses.create(model="gpt-4o", max_output_tokens=2**10, input=f"Count to {60 * 60}: " + text)


def shifted(text):
    return client.responses.create(model="gpt-4o", max_output_tokens=int(1 << 12) - 96, input="Count " + text)


def converted(text):
    return client.responses.create(model="gpt-4o", max_output_tokens=int(os.getenv("MOST", "500")), input="=" * 10 + text)


def not_known(text, factor):
    return client.responses.create(model="gpt-4o", max_output_tokens=8 * factor, input="Count " + text)
