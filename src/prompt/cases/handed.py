"""Functions that are bound to arguments, kept under another name or handed to what runs them."""
import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from openai import OpenAI

client = OpenAI()


def ask(prompt, model="gpt-4o"):
    return client.responses.create(model=model, input=prompt).output_text


def bound_model(text):
    mini = partial(ask, model="gpt-4o-mini")
    return mini(f"Count the words of this text: {text}")


def bound_prompt(text):
    go = functools.partial(ask, f"Count the lines of this text: {text}")
    return go()


def bound_method(text):
    create = partial(client.chat.completions.create, model="gpt-4o")
    return create(messages=[{"role": "user", "content": f"Sort the lines of: {text}"}])


class Bot:
    def __init__(self):
        self.ask = partial(ask, model="gpt-4.1")

    def dates(self, text):
        return self.ask(f"Find the dates in: {text}")


async def elsewhere(text):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, partial(ask, f"Find the names in: {text}"))


def renamed(text):
    send = ask
    return send(f"Uppercase this: {text}")


def mapped(texts):
    prompts = [f"Lowercase this: {text}" for text in texts]
    with ThreadPoolExecutor() as pool:
        return list(pool.map(ask, prompts))


def mapped_here(texts):
    return list(map(ask, [f"Reverse this: {text}" for text in texts]))


def each(texts):
    replies = []
    for prompt in [f"Strip the tags from: {text}" for text in texts]:
        replies.append(ask(prompt))
    return replies


def no_calls(rows, ask_all):
    """Conversions, a partial of something else, and a function that is only handed on."""
    width = partial(int, base=16)
    ask_all(ask)
    return [width(row) for row in map(str, rows)]
