"""Requests whose parts are set in branches, and messages that are sorted into others."""
from openai import OpenAI

client = OpenAI()


def params(messages, instructions=None, text=None):
    body = {"model": "gpt-4o"}
    if messages:
        kept = []
        for message in messages:
            kept.append(message)
        body["input"] = kept
    elif text:
        body["input"] = text
    if instructions:
        body["instructions"] = instructions
    return body


def complete(messages=None, instructions=None, text=None):
    return client.responses.create(**params(messages, instructions, text))


def by_messages(mail):
    return complete([{"role": "user", "content": f"Extract the date of this mail: {mail}"}])


def by_text(mail):
    return complete(text=f"Extract the sender of this mail: {mail}", instructions="Answer in one line.")


def retried(mail, strict):
    request = {"model": "gpt-4o", "input": f"Extract the amount: {mail}"}
    if strict:
        request["input"] = f"Extract the amount as JSON: {mail}"
    return client.responses.create(**request)


def replaced(mail):
    request = {"model": "gpt-4o", "input": "Extract nothing."}
    request["input"] = f"Extract the city: {mail}"
    return client.responses.create(**request)


def sorted_out(messages):
    system, rest = None, []
    for message in messages:
        if message["role"] == "system":
            system = message["content"]
        else:
            rest.append(message)
    return client.responses.create(model="gpt-4o", instructions=system, input=rest)


def with_system(mail):
    return sorted_out(
        [
            {"role": "system", "content": "Answer with a date alone."},
            {"role": "user", "content": f"When was this mail sent? {mail}"},
        ]
    )
