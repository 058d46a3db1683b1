from langchain_openai import ChatOpenAI


class Provider:
    def __init__(self, llm, verbose=True):
        self.llm = llm

    @classmethod
    def make(cls, **options):
        llm = ChatOpenAI(**options)
        return cls(llm)

    async def ask(self, messages):
        return await self.llm.ainvoke(messages)
