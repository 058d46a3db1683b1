from llm import ask, complete, send as s, TABLE
import llm
def a(x): return ask(f"Find the dates in: {x}")
def b(x): return complete(f"Find the dates in: {x}")
def c(x): return s(f"Find the dates in: {x}")
def d(x): return TABLE["a"](f"Find the dates in: {x}")
def e(x): return llm.send(f"Find the dates in: {x}")


# Near misses: other things of these names.
class Mail:
    def send(self, text):
        return text


def near_misses(x):
    return Mail().send(f"Not sent: {x}"), complete_later(f"Not sent: {x}")


def complete_later(text):
    return text
