"""Modules whose names are texts: by a literal name, a computed one, a path; handed to objects."""
import importlib
import os

from openai import OpenAI

from loader import load_module
from strings import en as english

client = OpenAI()


def send(prompt):
    return client.responses.create(model="gpt-4o", input=prompt).output_text


def literal(lines):
    strings = importlib.import_module("strings.de")
    return send(strings.SORT + lines)


def by_alias(lines):
    return send(english.SORT + lines)


def by_language(lines, language):
    strings = importlib.import_module(f"strings.{language}")
    return send(strings.SORT + lines)


def by_path(lines):
    here = os.path.dirname(os.path.abspath(__file__))
    return send(load_module(os.path.join(here, "strings", "de.py"), "de").COUNT + lines)


# Any module of any name: its texts are not known.
def unknown(lines, name):
    return send(importlib.import_module(name).SORT + lines)


class Worker:
    def __init__(self, strings):
        self.strings = strings

    def sort(self, lines):
        return client.responses.create(model="gpt-4o", input=self.strings.SORT + lines)


class CarefulWorker(Worker):
    def __init__(self, key, strings):
        super().__init__(strings)
        self.key = key

    def count(self, lines):
        return client.responses.create(model="gpt-4o", input=self.strings.COUNT + lines)
