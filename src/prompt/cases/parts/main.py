"""Parts that are cut out of prompt files."""
import os
import re

from openai import OpenAI

client = OpenAI()


def load(name):
    with open(os.path.join("prompts", name), encoding="utf-8") as file:
        content = file.read()
    match = re.search(r"## Prompt\s*\n(.*)", content, re.DOTALL)
    if not match:
        raise ValueError(name)
    return match.group(1).strip()


def by_heading(mail):
    return client.responses.create(model="gpt-4o", instructions=load("mail.md"), input=mail)


def by_separator(mail):
    text = open("prompts/two.txt").read()
    system, user = text.split("\n===\n")[0], text.split("\n===\n")[-1]
    return client.responses.create(model="gpt-4o", instructions=system, input=user.format(mail=mail))


# No such part: nothing is claimed.
def beyond(mail):
    text = open("prompts/two.txt").read()
    return client.responses.create(model="gpt-4o", instructions=text.split("\n===\n")[7], input=mail)


def unknown(mail):
    return client.responses.create(model="gpt-4o", input="Sort: " + mail.split(",")[0])
