from . import llm
from .llm import Agent, again, ask as question, ask_json, send, work_of_its_own

UPPER = "Uppercase this: {}"


def upper(text):
    return question(UPPER.format(text))


def days(start, end):
    return int(question(f"How many days from {start} to {end}?", system="You count days.", model="gpt-4o", max_tokens=4))


def fields(mail: str):
    return ask_json("Extract the name and the phone number from: " + mail)


def sorted_lines(lines):
    return send({"model": "gpt-4.1", "messages": [{"role": "user", "content": "Sort:\n" + "\n".join(lines)}]})


def passes_on(prompt):
    return llm.ask(prompt)


def calls_it():
    return passes_on("Which year is it in Japan? Answer with the era.")


def email(text):
    return work_of_its_own(text)


def twice():
    return again("Reverse the word 'abc'.")


def slug(title):
    return Agent("Turn the title into a slug.").run(title)


