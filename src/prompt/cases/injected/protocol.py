"""What a parameter's protocol only promises is what the makers hand in."""
from typing import Protocol

from openai import OpenAI


class Llm(Protocol):
    def complete(self, prompt: str) -> str: ...


class Store(Protocol):
    def complete(self, prompt: str) -> str: ...


class Remote:
    def __init__(self):
        self.client = OpenAI()

    def complete(self, prompt):
        return self.client.responses.create(model="gpt-4o", input=prompt).output_text


class Files:
    def complete(self, prompt):
        return open(prompt)


class Service:
    def __init__(self, llm: Llm, store: Store):
        self.llm = llm
        self.store = store

    def run(self, text):
        self.store.complete(f"Not sent to a model: {text}")
        return self.llm.complete(f"Find the mail address in: {text}")


def work(llm: Llm, text):
    return llm.complete(f"Find the phone number in: {text}")


Service(Remote(), Files())
work(Remote(), "call me")
