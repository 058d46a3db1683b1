"""A dispatcher that picks a provider by settings."""
import prompts
from langchain_core.messages import ChatMessage
from providers import anthropic_send, openai_send
from settings import active


def build(query, system=None, notes="", history=[]):
    messages = []
    if system:
        messages.append(ChatMessage(role="system", content=system))
    if notes:
        messages.append(ChatMessage(role="user", content=prompts.notes.format(notes=notes)))
    messages.append(ChatMessage(role="user", content=query))
    return messages


async def send(query, system=None, notes="", kind="text", schema=None):
    settings = active()
    messages = build(query, system, notes)
    if settings.provider == "openai":
        return openai_send(messages=messages, model=settings.model, schema=schema)
    elif settings.provider == "anthropic":
        return anthropic_send(messages=messages, model=settings.model, schema=schema)
    raise ValueError(settings.provider)


async def title(text):
    return await send(prompts.title.format(text=text), kind="text")


async def plan(question):
    return await send("", system=prompts.plan.format(question=question))


async def relay(question):
    return await answer(question)


async def answer(question):
    """Brings nothing but what a user says, so that its callers' words count."""
    return await send(question)


async def greeting():
    return await relay("Write a greeting for a new member of the team.")
