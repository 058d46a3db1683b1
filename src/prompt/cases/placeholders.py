"""Placeholders that a loop over names and values fills; lists of rows with prompts in them."""

import re

from openai import OpenAI

client = OpenAI()
TEMPLATE = "Summarise this: {{text}} in {{language}}"


def fill(template, values):
    for name, value in values.items():
        template = template.replace("{{" + name + "}}", str(value))
    return template


def fill_named(template, **values):
    text = template
    for name, value in values.items():
        text = text.replace(f"{{{{{name}}}}}", value)
    return text


def known_names(text):
    return client.responses.create(model="gpt-4o", input=fill(TEMPLATE, {"text": text, "language": "German"}))


def names_of_the_run(text):
    return client.responses.create(model="gpt-4o", input=fill_named(TEMPLATE, text=text, language="German"))


def no_placeholder(values, words):
    text = "Sort the words of {{text}} by length."
    for word in words:
        text = text.replace(word, "")
    return client.responses.create(model="gpt-4o", input=text)


def bad_words():
    text = "Sort the good and the bad words."
    for word in ["good ", "bad "]:
        text = text.replace(word, "")
    return client.responses.create(model="gpt-4o", input=text)


def cleaned(text):
    return client.responses.create(model="gpt-4o", input=re.sub(r"\s+", " ", "Count the words  of: " + text))


PAIRS = [("words", "Count the words of {text}"), ("letters", "Count the letters of {text}")]
ROWS = [{"name": "words", "prompt": "Count the words of {text}"}, {"name": "letters", "prompt": "Count the letters of {text}"}]


def pairs(text):
    for name, prompt in PAIRS:
        client.responses.create(model="gpt-4o", input=prompt.format(text=text))


def rows(text):
    for row in ROWS:
        client.responses.create(model="gpt-4o", input=row["prompt"].format(text=text))


def items(text):
    for name, prompt in {"words": "Count the words of {text}", "letters": "Count the letters of {text}"}.items():
        client.responses.create(model="gpt-4o", input=prompt.format(text=text))


def words_alone_stay_open(text):
    for code, language in [("de", "German"), ("fr", "French")]:
        client.responses.create(model="gpt-4o", input=f"Translate to {language}: {text}")
