"""Quiz night. thrown together in an afternoon, sorry"""
import random
import re

from openai import OpenAI

c = OpenAI(base_url="https://openrouter.ai/api/v1")
M = "mistralai/mistral-nemo"

JUDGE = """you are the quiz master. the right answer is given. decide if the answer of the team counts.
spelling does not matter, near enough counts if it is clear what they mean, half the name is ok for people.
reply with 1 or 0"""


def counts(right, given):
    r = c.chat.completions.create(model=M, messages=[{"role": "system", "content": JUDGE}, {"role": "user", "content": f"right: {right}\nteam: {given}"}], max_tokens=1)
    return r.choices[0].message.content == "1"


def question(topic, used):
    p = f"one quiz question about {topic} with a number as answer (a year, a count, a distance in km). json: question, answer, unit. "
    if used:
        p += "not one of these again: " + "; ".join(used)
    r = c.chat.completions.create(model=M, messages=[{"role": "user", "content": p}], temperature=1.1)
    return r.choices[0].message.content


def shuffle_names(names):
    r = c.chat.completions.create(model=M, messages=[{"role": "user", "content": "split these people into teams of four so that every team knows something about music AND sports. " + ", ".join(names)}])
    return r.choices[0].message.content


def ranking(scores):
    r = c.chat.completions.create(
        model=M,
        messages=[{"role": "user", "content": f"sort the teams by points, highest first, one per line as 'name: points'\n{scores}"}],
    )
    return re.findall(r"(.+): (\d+)", r.choices[0].message.content)


def usage():
    return "c.chat.completions.create(model=M, messages=[{'role': 'user', 'content': 'sort the teams'}])"


class Bell:
    def create(self, model, messages):
        print("\a" * len(messages))


def ring(times):
    bell = Bell()
    bell.create(model="brass", messages=["ding"] * times)
    # r = c.chat.completions.create(model=M, messages=[{"role": "user", "content": "count the teams"}])
    return times


def fallback():
    return random.choice(["Who painted it?", "How old is it?"])
