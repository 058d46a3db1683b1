"""Labels that stand in a list, an enum or a type elsewhere."""

import json
from typing import get_args

import config
from config import LABELS, Kind, Mood
from openai import OpenAI

client = OpenAI()


def ask(prompt):
    return client.responses.create(model="gpt-4o", input=prompt)


def of_a_module(text):
    return ask(f"Classify {text} as one of " + ", ".join(config.LABELS))


def of_an_enum(text):
    return ask(f"Classify {text} as one of " + ", ".join(kind.value for kind in Kind))


def names(text):
    return ask(f"Classify {text} as one of " + ", ".join([kind.name for kind in Kind]))


def members(text):
    return ask(f"Classify {text} as one of " + "/".join(Kind.__members__))


def both(text):
    return ask(f"Classify {text} as one of " + "; ".join(f"{name}: {kind.value}" for name, kind in Kind.__members__.items()))


def numbered(text):
    return ask(f"Classify {text} as one of " + " ".join(f"{number}. {label}" for number, label in enumerate(LABELS)))


def of_a_type(text):
    return ask(f"Classify {text} as one of " + ", ".join(get_args(Mood)))


def mapped(text):
    return ask(f"Classify {text} as one of " + ", ".join(map(str, LABELS)))


def united(text):
    return ask(f"Classify {text} as one of " + "|".join(sorted(set(LABELS) | {"other"})))


def of_a_file(text):
    return ask(f"Classify {text} as one of " + ", ".join(json.load(open("labels.json"))["labels"]))


def of_the_run(text, kinds):
    return ask(f"Classify {text} as one of " + ", ".join(kind.name for kind in kinds))
