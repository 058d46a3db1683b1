from textwrap import dedent as unindented
from string import Template as Fill
from openai import OpenAI

client = None
TEMPLATES = {"de": "Übersetze: {text}", "en": "Translate: {text}"}
Aliases = list["Later"]


def connect():
    global client, made
    client = OpenAI()
    made = True
    if (n := len(TEMPLATES)) > 1:
        TEMPLATES["fr"] = unindented("""
            Traduis:
              {text}
        """)
    return Fill("Hi $name").substitute({"name": n})


class Outer:
    labels = ["a", "b"]
    upper = [label.upper() for label in labels]
    if DEBUG:
        level = 1
    else:
        level = 2

    class Inner:
        def __new__(cls, value):
            cls.made = value
            return super().__new__(cls)

        def show(self):
            self = self.parent
            return [self.x for self in self.children]

    def later(self, key=lambda item: item.rank, *, names=[n for n in range(3)]):
        def helper(self):
            return self.name

        async def deeper():
            nonlocal helper
            helper = None
            self.done = [self.run(x) for x in names]

        try:
            from fast import parse
        except (ImportError, OSError):
            parse = None
        return helper, deeper, parse

    @property
    def text(self): return self._text

    @text.setter
    def text(self, value): self._text = value


def retry(prompt):
    while True:
        try:
            answer = client.ask(prompt)
        except Exception as e:
            prompt = f"{prompt}\nThat failed: {e}"
            continue
        if answer in ("yes", "no"):
            return answer == "yes"
        prompt += "\nAnswer only yes or no."


del client
import a.b.c, d.e as f
lambda: (yield)
