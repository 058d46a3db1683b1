import importlib.resources
import json
import os
from pathlib import Path

import tomllib
import yaml
from openai import OpenAI

client = OpenAI()
ROOT = Path(__file__).resolve().parent.parent
PROMPTS = ROOT / "prompts"
ALL = yaml.safe_load((PROMPTS / "all.yaml").read_text())

with open(os.path.join(os.path.dirname(__file__), "..", "prompts", "all.json")) as file:
    TABLE = json.load(file)


def get_prompt(key: str) -> str:
    path = PROMPTS / (key.replace(".", "/") + ".txt")
    return path.read_text(encoding="utf-8").strip()


def load(name, **values):
    with open(f"{PROMPTS}/{name}.txt", "r", encoding="utf-8") as f:
        template = f.read()
    return template.format(**values)


def ask(prompt):
    return client.responses.create(model="gpt-4o", input=prompt)


def parse(text):
    return ask(get_prompt("recipes.parse") + "\n" + text)


def sort(words):
    return ask(load("sort", words=words))


def any_recipe(kind):
    return ask(get_prompt(f"recipes.{kind}"))


def extract(text):
    return client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": ALL["extract"]["system"]},
            {"role": "user", "content": ALL["extract"]["user"].format(text=text)},
        ],
    )


def translate(text, language):
    return ask(ALL["translate"][language].format(text=text))


def slug(title):
    return ask(TABLE["slug"].format(title=title))


def late():
    return client.chat.completions.create(model="gpt-4o", messages=TABLE["few"])


def currency(amount):
    with open("prompts/all.toml", "rb") as f:
        config = tomllib.load(f)
    return ask(config["prompts"]["currency"].format(amount=amount))


def packaged():
    return ask(importlib.resources.files("prompts").joinpath("sort.txt").read_text())


def up():
    return ask((Path(__file__).parents[1] / "prompts" / "sort").with_suffix(".txt").read_text())


class Reader:
    def __init__(self, folder: str = "prompts"):
        self.folder = folder

    def read(self, name):
        return open(os.path.join(self.folder, name + ".txt")).read()

    def run(self):
        return ask(self.read("sort"))


# A file that comes with the run: its text is data.
def summarise(path):
    return ask("Summarise this file:\n" + open(path).read())


def summarise_report():
    return ask("Summarise this report:\n" + open("out/report.txt").read())
