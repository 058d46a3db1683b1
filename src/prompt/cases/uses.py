"""What becomes of a reply."""
import json
from datetime import datetime
from enum import Enum

from openai import OpenAI

client = OpenAI()
TOPICS = {"delivery", "returns"}


def call(prompt="Say it."):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Say it now."}])


def number():
    reply = client.responses.create(model="gpt-4o", input="Count the a's.")
    return int(reply.output_text.strip())


def yes():
    reply = client.responses.create(model="gpt-4o", input="Is it? yes or no")
    answer = reply.output_text.strip().lower()
    if answer == "yes" or answer == "y":
        return True
    return "no" in answer


def topic():
    answer = client.responses.create(model="gpt-4o", input="Which topic?").output_text
    if answer not in TOPICS:
        raise ValueError(answer)
    return answer


def matched():
    match client.responses.create(model="gpt-4o", input="Colour?").output_text:
        case "red" | "green":
            return 1
        case _:
            return 2


def parsed():
    data = json.loads(client.responses.create(model="gpt-4o", input="As JSON.").output_text)
    return data["name"]


def lines():
    for line in client.responses.create(model="gpt-4o", input="One per line.").output_text.splitlines():
        print(line)


def day():
    return datetime.strptime(client.responses.create(model="gpt-4o", input="ISO date.").output_text, "%Y-%m-%d")


def shown():
    print(client.responses.create(model="gpt-4o", input="Tell a joke.").output_text)


def ignored():
    client.responses.create(model="gpt-4o", input="ping")


def chained():
    first = client.responses.create(model="gpt-4o", input="Draft a poem.").output_text
    return client.responses.create(model="gpt-4o", input=f"Improve this poem: {first}").output_text


def handed_on(db):
    db.save(client.responses.create(model="gpt-4o", input="A tag, please.").output_text)


class Queue(str, Enum):
    BILLING = "billing"
    BUG = "bug"


def made_an_enum(mail):
    return Queue(client.responses.create(model="gpt-4o", input=f"Which queue is {mail} for: billing or bug?").output_text)


def looked_up(mail):
    name = client.responses.create(model="gpt-4o", input=f"Which team is {mail} for: red or blue?").output_text
    return TEAMS.get(name) or TEAMS[name]


def looked_up_elsewhere(mail, teams):
    return teams.get(client.responses.create(model="gpt-4o", input=f"Which team is {mail} for?").output_text)


TEAMS = {"red": 1, "blue": 2}
