import streamlit as st
from typing import Optional
from dataclasses import dataclass
from langchain.chains import LLMChain
from langchain_openai import ChatOpenAI
from pydantic_ai import Agent, RunContext

agent = Agent("openai:gpt-4o")


@dataclass
class Deps:
    llm: ChatOpenAI
    name: str
    small: Optional[ChatOpenAI] = None


@agent.tool
async def refine(ctx: RunContext[Deps], text: str):
    return await ctx.deps.llm.ainvoke(f"Refine: {text}")


@agent.tool
async def near_miss(ctx: RunContext[Deps], text: str):
    return ctx.deps.name.invoke(text)


def start():
    st.session_state.llm = ChatOpenAI()
    st.session_state["chain"] = LLMChain(llm=ChatOpenAI(), prompt=None)


def main(text: str):
    st.session_state.llm.invoke(text)
    st.session_state.chain.run(text)
    st.session_state.get("chain").run(text)
    st.session_state.other.run(text)
    user = st.store
    user.get("llm")(text)


chains = {"cover": LLMChain(llm=ChatOpenAI(), prompt=None), "note": str}


def by_name(name: str, text: str):
    chain = chains.get(name)
    return chain.run(text)


class Session:
    pass


def remember(cl):
    cl.user.session.set("chain", LLMChain(llm=ChatOpenAI(), prompt=None))


def recall(cl, text):
    chain = cl.user.session.get("chain")
    return chain(text)


def handed_on(pool, deps: Deps, texts: list[str]):
    jobs = [pool.submit(deps.small.invoke, text) for text in texts]
    return [job.result() for job in jobs]


def mapped(pool, deps: Deps, texts: list[str]):
    return list(pool.map(deps.small.invoke, texts)) + list(map(str, texts))
