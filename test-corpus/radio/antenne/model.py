# -*- coding: utf-8 -*-
"""Small radio station, big ideas. Uses whatever is cheap this month."""
from functools import partial

from langchain_anthropic import ChatAnthropic
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_openai import ChatOpenAI

cheap = ChatOpenAI(model="gpt-4o-mini", temperature=0)
good = ChatAnthropic(model="claude-3-5-sonnet-latest")


def talk(llm, system: str, text: str) -> str:
    return llm.invoke([SystemMessage(content=system), HumanMessage(content=text)]).content


quick = partial(talk, cheap)
