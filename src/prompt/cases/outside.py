"""What the run is handed from outside, and what says that nothing is."""

import sys

import anthropic
import flask
from anthropic import NOT_GIVEN, omit

client = anthropic.Anthropic()


def argument():
    return client.messages.create(model="claude-3-5-haiku-latest", max_tokens=9, messages=[{"role": "user", "content": "Sort these words: " + sys.argv[1]}])


def form():
    return client.messages.create(model="claude-3-5-haiku-latest", max_tokens=9, messages=[{"role": "user", "content": f"Sort these words: {flask.request.json['text']}"}])


def no_instructions(text, system=None):
    return client.messages.create(model="claude-3-5-haiku-latest", max_tokens=9, system=system or omit, messages=[{"role": "user", "content": "Count the words: " + text}])


def not_given(text):
    return client.messages.create(model="claude-3-5-haiku-latest", max_tokens=9, system=NOT_GIVEN, messages=[{"role": "user", "content": "Count the lines: " + text}])
