"""Functions that send what they are given."""
from openai import OpenAI

client = OpenAI()


def ask(prompt, temperature=0):
    return client.responses.create(model="gpt-4o", input=prompt, temperature=temperature).output_text


def ask_with(own, prompt):
    return own.responses.create(model="gpt-4o-mini", input=prompt).output_text
