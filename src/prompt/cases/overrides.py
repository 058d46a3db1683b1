"""Prompts that subclasses bring."""
from abc import ABC, abstractmethod
from dataclasses import dataclass

from openai import OpenAI

client = OpenAI()


class Task:
    prompt = ""

    def run(self, text):
        return client.responses.create(model="gpt-4o", input=self.prompt + text)


class Lower(Task):
    prompt = "Lowercase the text that follows: "


class Upper(Task):
    prompt = "Uppercase the text that follows: "


class Step(ABC):
    @abstractmethod
    def build(self, text: str) -> str:
        """The prompt."""

    def run(self, text):
        return client.responses.create(model="gpt-4o", input=self.build(text))


class Count(Step):
    def build(self, text):
        return f"Count the words of {text}"


@dataclass
class Job:
    instructions: str
    model: str = "gpt-4.1"

    def run(self, text):
        return client.responses.create(model=self.model, instructions=self.instructions, input=text)


def dates(text):
    job = Job(instructions="Find the dates.")
    return job.run(text)


class Reviewer:
    def __init__(self, style):
        self.style = style
        self.system = f"Review in a {style} way."

    def review(self, text):
        return self._send(f"Review this text: {text}")

    def _send(self, prompt):
        return client.responses.create(model="gpt-4o", instructions=self.system, input=prompt)
