"""Clients that are looked up in a table by a name that only the run knows."""
from anthropic import Anthropic
from openai import OpenAI

CLIENTS = {}
CLIENTS["openai"] = OpenAI

MADE = {}


def register(name, client):
    MADE[name] = client


register("anthropic", Anthropic())


def of_table(name):
    return CLIENTS[name]().chat.completions.create(model="gpt-4o", messages=[])


def registered(name):
    return MADE[name].messages.create(model="claude-3-haiku", max_tokens=9, messages=[])


# A table of the function's own, of the same name as nothing else.
def near_miss(name):
    rows = {}
    rows["chat"] = name
    return rows[name].messages.create(row=name)
