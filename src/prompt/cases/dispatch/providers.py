"""One module a provider: each turns the application's messages into its SDK's own."""
from copy import deepcopy

from anthropic import Anthropic
from openai import OpenAI


def to_openai(raw, supports_tools):
    messages = deepcopy(raw)
    out = []
    for message in reversed(messages):
        if message.extra.get("kind") == "tool":
            out.append({"role": "tool", "content": message.content})
            continue
        out.append({"role": message.role, "content": message.content})
    return list(reversed(out))


def openai_send(messages, model, schema=None):
    client = OpenAI()
    formatted = to_openai(messages, True)
    reply = client.chat.completions.create(model=model, messages=formatted)
    return reply.choices[0].message.content


def anthropic_send(messages, model, schema=None):
    client = Anthropic()
    formatted, system = split(messages)
    reply = client.messages.create(model=model, system=system, messages=formatted, max_tokens=500)
    return reply.content[0].text


def split(messages):
    system = [m.content for m in messages if m.role == "system"]
    rest = [{"role": m.role, "content": m.content} for m in messages if m.role != "system"]
    return rest, "\n".join(system)
