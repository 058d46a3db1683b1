from functools import partial

from llm import ask, ask_with, client

run = partial(ask_with, client)
count = partial(ask, "Count the words of the text above.")
late = lambda prompt: ask(prompt, 1)
