from string import Template

import jinja2
import pystache
from jinja2 import Environment, FileSystemLoader
from langchain.prompts import (
    ChatPromptTemplate,
    FewShotPromptTemplate,
    HumanMessagePromptTemplate,
    MessagesPlaceholder,
    PromptTemplate,
)
from langchain_openai import ChatOpenAI
from openai import OpenAI

client = OpenAI()
llm = ChatOpenAI(model="gpt-4o-mini")
env = Environment(loader=FileSystemLoader("templates"))


def ask(prompt):
    return client.responses.create(model="gpt-4o", input=prompt)


def from_file(items):
    return ask(env.get_template("sort.j2").render(items=items, kind="words", persona="Careful"))


def in_code(user):
    return ask(jinja2.Template("Greet {{ user.name }} in {{ user.language }}.").render(user=user))


def circular(words):
    return ask(env.get_template("loop.j2").render(words=words))


def mustache(title):
    return ask(pystache.render("Make a slug of {{title}}.", {"title": title}))


def dollar(text):
    return ask(Template("Which language is $text?").substitute(text=text))


EXAMPLE = PromptTemplate(input_variables=["q", "a"], template="Q: {q}\nA: {a}")
FEW = FewShotPromptTemplate(
    examples=[{"q": "two and two", "a": "4"}, {"q": "one and two", "a": "3"}],
    example_prompt=EXAMPLE,
    prefix="Add the numbers.",
    suffix="Q: {question}\nA:",
    input_variables=["question"],
)


def few_shot(question):
    return llm.predict(FEW.format(question=question))


def partial_variables(text):
    prompt = PromptTemplate(
        template="{rules}\nText: {text}",
        input_variables=["text"],
        partial_variables={"rules": "Extract every date."},
    )
    return llm.invoke(prompt.format_prompt(text=text).to_string())


def with_history(state):
    prompt = ChatPromptTemplate.from_messages(
        [
            ("system", "You answer questions about {product}."),
            MessagesPlaceholder(variable_name="history"),
            HumanMessagePromptTemplate(prompt=PromptTemplate.from_template("{question}")),
        ]
    )
    prompt = prompt.partial(product="bicycles")
    return (prompt | llm).invoke({"history": state["messages"], "question": state["question"]})
