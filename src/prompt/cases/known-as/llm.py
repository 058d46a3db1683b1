"""A function that others know by other names."""
from openai import OpenAI
c = OpenAI()
def _ask(p): return c.responses.create(model="m", input=p)
ask = _ask
complete = send = _ask
TABLE = {"a": _ask}
