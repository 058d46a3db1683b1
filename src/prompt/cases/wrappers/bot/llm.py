"""Functions that send what their callers bring."""
from openai import OpenAI

client = OpenAI()


def ask(prompt: str, system: str = "You are a helpful assistant.", model="gpt-4o-mini", **options) -> str:
    messages = [{"role": "system", "content": system}, {"role": "user", "content": prompt}]
    response = client.chat.completions.create(model=model, messages=messages, **options)
    return response.choices[0].message.content


def ask_json(prompt, schema=None):
    return ask(f"{prompt}\n\nReturn JSON.", temperature=0)


def send(payload):
    return client.chat.completions.create(**payload)


def never_called(prompt):
    return client.responses.create(model="gpt-4o", input=prompt)


def _private(prompt):
    return client.responses.create(model="gpt-4o", input=prompt)


def work_of_its_own(text):
    return client.responses.create(model="gpt-4o", input=f"Extract the e-mail address from this text: {text}")


def again(prompt, tries=3):
    if tries:
        return again(prompt, tries - 1)
    return client.responses.create(model="gpt-4o", input=prompt)


class Agent:
    def __init__(self, instructions: str, name="agent"):
        self.instructions = instructions

    def run(self, text: str):
        return client.responses.create(model="gpt-4o", instructions=self.instructions, input=text).output_text


