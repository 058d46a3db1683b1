def make_node(llm):
    def node(state):
        return llm.invoke("hello")
    return node


class Judge:
    def __init__(self, llm):
        self.llm = llm

    def run(self, other):
        other.invoke("nothing")
        return self.llm.invoke("hello")
