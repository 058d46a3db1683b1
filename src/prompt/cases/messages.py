"""How lists of messages are put together."""
from openai import OpenAI

client = OpenAI()
SYSTEM = "You extract dates."
DEFAULTS = {"model": "gpt-4o-mini", "temperature": 0.2, "stop": ["\n", "END"]}


def plain(question: str):
    return client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": question}],
    )


def appended(question, history, examples):
    messages = [{"role": "developer", "content": SYSTEM}]
    for example in examples:
        messages.append({"role": "user", "content": example.input})
        messages.append({"role": "assistant", "content": example.output})
    messages += history
    messages.append(dict(role="user", content=f"Date in: {question}"))
    return client.chat.completions.create(model="gpt-4o", messages=messages)


def few_shot(text):
    messages = [{"role": "system", "content": "Slugify."}]
    shots = [("A b", "a-b"), ("C, d!", "c-d")]
    for title, slug in shots:
        messages.extend([{"role": "user", "content": title}, {"role": "assistant", "content": slug}])
    return client.chat.completions.create(model="gpt-4o", messages=[*messages, {"role": "user", "content": text}])


def optional(text, context=None):
    messages = [{"role": "user", "content": f"Lowercase {text}"}]
    if context:
        messages.insert(0, {"role": "system", "content": f"Context: {context}"})
    return client.chat.completions.create(model="gpt-4o", messages=messages)


def parts(url, sound):
    return client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "Read the numbers."},
                    {"type": "image_url", "image_url": {"url": url}},
                    {"type": "text", "text": "Only digits."},
                ],
            }
        ],
    )


def request_in_variable(text):
    payload = {**DEFAULTS, "messages": []}
    payload["messages"].append({"role": "user", "content": f"Sort: {text}"})
    payload["max_tokens"] = 7
    return client.chat.completions.create(**payload)


def history_only(messages: list[dict]):
    return client.chat.completions.create(model="gpt-4o", messages=messages)


def mapped(turns):
    return client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "system", "content": SYSTEM}] + [{"role": t.role, "content": t.text} for t in turns],
    )


class Chat:
    PROMPT = "Count the words. Answer with a number."
    model = "gpt-4o-mini"

    def __init__(self, client: OpenAI, temperature: float = 0):
        self.client = client
        self.messages = [{"role": "system", "content": self.PROMPT}]
        self.options = {"temperature": temperature}

    def say(self, text):
        self.messages.append({"role": "user", "content": text})
        reply = self.client.chat.completions.create(model=self.model, messages=self.messages, **self.options)
        return int(reply.choices[0].message.content)
