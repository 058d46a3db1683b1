from functools import partial

from graphs import Graph

from llm import ask, ask_with, client

run = partial(ask_with, client)
count = partial(ask, "Count the words of the text above.")
late = lambda prompt: ask(prompt, 1)


def node(own, state):
    return ask_with(own, state["messages"])


steps = Graph()
steps.add_node("node", partial(node, client))
