from jinja2 import DictLoader, Environment
from openai import OpenAI

client = OpenAI()
NAMES = "Find the names in {{ text }}"
engine = Environment(loader=DictLoader({"dates": "Find the dates in {{ text }}", "names": NAMES}))


def dates(text):
    return client.responses.create(model="gpt-4o", input=engine.get_template("dates").render(text=text))


def names(text):
    return client.responses.create(model="gpt-4o", input=engine.get_template("names").render(text=text))


def never_given(text):
    return client.responses.create(model="gpt-4o", input=engine.get_template("absent").render(text=text))
