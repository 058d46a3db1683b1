"""Functions that are handed over as values are called by the name that took them."""
from typing import Callable

from llm import ask, save


def retry(f, *args, **kwargs):
    for _ in range(3):
        try:
            return f(*args, **kwargs)
        except OSError:
            continue


def timed(function, argument):
    return function(argument)


def safely(function, *args):
    return retry(function, *args)


def handed_apart(text):
    return retry(ask, f"Count the words of: {text}")


def handed_by_name(text):
    return retry(ask, text=f"Count the lines of: {text}")


def handed_twice(text):
    return safely(ask, f"Count the letters of: {text}")


def one_argument(text):
    return timed(ask, f"Sort the lines of: {text}")


# Another function is handed to the same helpers.
def no_model(text):
    timed(save, f"Not sent to a model: {text}")
    return retry(save, f"Not sent to a model: {text}")


class Runner:
    def __init__(self, send: Callable[[str], str]):
        self.send = send

    def run(self, text):
        return self.send(f"Find the dates in: {text}")


class Keeper:
    def __init__(self, store):
        self.store = store

    def keep(self, text):
        return self.store(f"Not sent to a model: {text}")


Runner(ask).run("1 May")
Keeper(save).keep("1 May")


class Step:
    def __init__(self, send, prompt):
        self.send = send
        self.prompt = prompt

    def run(self, text):
        return self.send(self.prompt.format(text=text))


Step(ask, "Find the names in: {text}").run("Ada")


def pipeline(text, llm):
    return llm(f"Lowercase this: {text}")


pipeline("ADA", ask)
pipeline("ADA", llm=lambda prompt: ask(prompt))

HANDLERS = {"model": ask, "file": save}


def by_key(text, key):
    return HANDLERS[key](f"Reverse this: {text}")
