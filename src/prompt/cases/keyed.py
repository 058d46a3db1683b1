"""Prompts that a key chooses among branches."""

from openai import OpenAI

client = OpenAI()


def send(prompt):
    return client.responses.create(model="gpt-4o", input=prompt)


def prompt_of(kind):
    if kind == "words":
        return "Count the words."
    elif kind in ("letters", "signs"):
        return "Count the letters."
    return "Count the lines."


def first(text):
    return send(prompt_of("words"))


def second(text):
    return send(prompt_of("signs"))


def rest(text):
    return send(prompt_of("other"))


def any_of_them(kind):
    return send(prompt_of(kind))


def assigned(kind, strict):
    if strict:
        prompt = "Count the words strictly."
    elif kind == "words":
        prompt = "Count the words of it."
    else:
        prompt = "Count the lines of it."
    if kind == "lines":
        prompt += " Number them."
    return prompt


def unknown_before_known(strict):
    return send(assigned("words", strict))


def defaulted(kind="words"):
    if kind == "words":
        return send("Count the words here.")
    return send("Count the lines here.")


def by_default(kind="words"):
    return send(prompt_of(kind))
