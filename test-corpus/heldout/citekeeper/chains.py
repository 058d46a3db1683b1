from __future__ import annotations

from langchain_core.output_parsers import JsonOutputParser, StrOutputParser
from langchain_core.prompts import ChatPromptTemplate, PromptTemplate
from langchain_openai import ChatOpenAI

from citekeeper import prompts

llm = ChatOpenAI(model="gpt-4o-mini", temperature=0)
strong = ChatOpenAI(model="gpt-4o")

bibtex_chain = PromptTemplate.from_template(prompts.BIBTEX) | llm | JsonOutputParser()
citation_chain = PromptTemplate.from_template(prompts.CITATION) | llm | StrOutputParser()
relevance_chain = (
    ChatPromptTemplate.from_messages([("system", prompts.RELEVANCE), ("human", "{abstracts}")]) | strong | JsonOutputParser()
)
method_chain = ChatPromptTemplate.from_messages([("system", prompts.METHOD_CHECK), ("human", "{methods}")]) | strong | StrOutputParser()


def entry(bibtex: str) -> dict:
    return bibtex_chain.invoke({"entry": bibtex})


def citation(fields: dict[str, str]) -> str:
    return citation_chain.invoke(fields)


def by_relevance(question: str, abstracts: list[str]) -> list[int]:
    numbered = "\n\n".join(f"[{n}] {text}" for n, text in enumerate(abstracts, 1))
    return relevance_chain.invoke({"question": question, "abstracts": numbered})


async def method_ok(methods: str) -> bool:
    verdict = await method_chain.ainvoke({"methods": methods})
    return verdict.startswith("VALID")


def sorted_references(references: list[str]) -> list[str]:
    prompt = PromptTemplate(template=prompts.SORT_REFERENCES, input_variables=["references"])
    chain = prompt | llm | StrOutputParser()
    return chain.invoke({"references": "\n".join(references)}).splitlines()


def unique_dois(dois: list[str]) -> list[str]:
    return llm.invoke(prompts.DEDUPE.format(dois="\n".join(dois))).content.splitlines()


def stance(claim: str, papers: list[str]) -> dict:
    chain = ChatPromptTemplate.from_template(prompts.STANCE_COUNT) | strong | JsonOutputParser()
    return chain.invoke({"claim": claim, "papers": "\n---\n".join(papers)})
