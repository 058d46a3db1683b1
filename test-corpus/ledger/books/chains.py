"""LangChain pipelines of the bookkeeping service."""
from __future__ import annotations

import logging
from typing import Any

from langchain_anthropic import ChatAnthropic
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_core.output_parsers import JsonOutputParser, StrOutputParser
from langchain_core.prompts import ChatPromptTemplate, PromptTemplate
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

from .texts import CATEGORY, IBAN_QUESTION, JSON_FIX_SYSTEM, TAX_ADVICE

log = logging.getLogger(__name__)

llm = ChatOpenAI(model="gpt-4o-mini", temperature=0)
claude = ChatAnthropic(model="claude-3-5-haiku-latest", max_tokens=400)

category_prompt = PromptTemplate.from_template(CATEGORY)
category_chain = category_prompt | llm | StrOutputParser()


def category(counterparty: str, purpose: str) -> str:
    return category_chain.invoke({"counterparty": counterparty, "purpose": purpose}).strip()


def iban_ok(iban: str) -> bool:
    chain = ChatPromptTemplate.from_template(IBAN_QUESTION) | llm | StrOutputParser()
    return chain.invoke({"iban": iban}).strip().lower() == "true"


def repaired(broken: str) -> dict[str, Any]:
    prompt = ChatPromptTemplate.from_messages([("system", JSON_FIX_SYSTEM), ("human", "{broken}")])
    return (prompt | llm | JsonOutputParser()).invoke({"broken": broken})


def booking_date(text: str) -> str:
    reply = claude.invoke(
        [
            SystemMessage(content="Give the date back in ISO 8601 format (YYYY-MM-DD). German dates put the day first."),
            HumanMessage(content=text),
        ]
    )
    return reply.content


def deductible(expense: str, amount: float, date: str) -> str:
    prompt = PromptTemplate(template=TAX_ADVICE, input_variables=["expense", "amount", "date"])
    return (prompt | claude | StrOutputParser()).invoke({"expense": expense, "amount": amount, "date": date})


def months(statement: str) -> str:
    reply = llm.invoke(f"Compare the numbers of the two months and tell the owner what is going on in the business.\n\n{statement}")
    return reply.content


def weekday(date: str) -> str:
    return llm.invoke(f"Which day of the week is {date}? Just the day, in English.").content


class Embedder:
    def __init__(self) -> None:
        self.client = OpenAIEmbeddings(model="text-embedding-3-small")

    def vectors(self, texts: list[str]) -> list[list[float]]:
        return self.client.embed_documents(texts)


class Approval:
    """A chain of responsibility; has nothing to do with LangChain."""

    def __init__(self, *steps) -> None:
        self.steps = steps

    def invoke(self, invoice: dict) -> bool:
        return all(step(invoice) for step in self.steps)


def approve(invoice: dict) -> bool:
    chain = Approval(lambda i: i["amount"] < 1000, lambda i: bool(i["iban"]))
    return chain.invoke({"prompt": "approve", **invoice})
