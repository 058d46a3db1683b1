"""Adapters of providers behind an abstract class, made by a registry."""
from abc import ABC, abstractmethod

from openai import AsyncOpenAI


class Base(ABC):
    system = "You are a helpful assistant."

    @abstractmethod
    async def complete(self, messages, timeout=30):
        """Implemented by each provider."""

    async def ask(self, message, timeout=30):
        messages = [{"role": "system", "content": self.system}, {"role": "user", "content": message}]
        return await self.complete(messages, timeout)


REGISTRY = {}


def register(kind):
    def add(cls):
        REGISTRY[kind] = cls
        return cls

    return add


@register("openai")
class OpenAIAdapter(Base):
    def __init__(self):
        self.client = AsyncOpenAI()

    async def complete(self, messages, timeout=30):
        return await self.client.chat.completions.create(**self.arguments(messages, timeout))

    def arguments(self, messages, timeout):
        return {"model": "gpt-4o", "messages": messages, "timeout": timeout}


def make(kind) -> Base:
    return REGISTRY[kind]()


class Role:
    def __init__(self, llm: Base = None):
        self.llm = llm or make("openai")

    async def review(self, code):
        return await self.llm.ask(f"Review this code: {code}")
