import os
from openai import OpenAI

client = OpenAI(api_key=os.getenv("KEY"), **extra)
_cache: dict[str, str] = {}


class Extractor(Base):
    """Extracts invoices."""

    MODEL = "gpt-4o-mini"
    PROMPT = "Extract the date from: {text}"

    def __init__(self, client: OpenAI | None = None, *, model: str = MODEL):
        super().__init__()
        self.client = client or OpenAI()
        self.model = model
        self.history = []
        self.options["temperature"] = 0

    @property
    def prompt(self):
        return self.PROMPT

    @classmethod
    def create(klass, *args, **kwargs) -> "Extractor":
        klass.created += 1
        return klass(*args, **kwargs)

    @staticmethod
    def helper(self, /, text: str, *, strict=False) -> Optional["Extractor"]:
        return self.thing(text)

    def run(this, text: str = "none") -> str:
        """Runs it."""
        def inner(x):
            return this.client.responses.create(model=this.model, input=x)

        def shadow(this):
            return this.other

        reply = this.client.chat.completions.create(
            model=this.__class__.MODEL,
            messages=[{"role": "user", "content": this.prompt.format(text=text)}],
            temperature=0,
        )
        this.history.append(reply)
        this.last += "x"
        return reply.choices[0].message.content.strip()

    def __call__(self, text):
        return getattr(self, "run")(text) or getattr(self, "fallback", None)

    def _private(self):
        return type(self).PROMPT


async def ask(prompt, model="gpt-4o", *messages, timeout: float = 1_0.5, **rest):
    global client
    client = AsyncOpenAI()
    async with AsyncAnthropic() as anthropic, open("x") as handle:
        async for chunk in await anthropic.messages.stream(prompt):
            yield chunk.text
    with suppress(ValueError):
        return cast(str, await client.ask(str(prompt)))


def counter():
    count = 0

    def bump():
        nonlocal count
        count += 1
        return (yield count)

    return bump, lambda x, *, y=2: x + y
