"""Which model a call is sent to."""

import argparse
import os

import click
import streamlit as st
from langchain.chains import LLMChain
from langchain.chains.base import Chain
from langchain.chat_models import AzureChatOpenAI, ChatOpenAI
from langchain.llms import OpenAI
from langchain.llms.base import LLM
from langchain.prompts import PromptTemplate
from openai import OpenAI as Client
from pydantic import Field
from pydantic_settings import BaseSettings

PROMPT = PromptTemplate.from_template("Name the capital of {country}")
client = Client()


def default_of_the_sdk(country: str):
    return LLMChain(llm=ChatOpenAI(temperature=0), prompt=PROMPT).run(country)


def a_deployment_has_no_default(country: str):
    return LLMChain(llm=AzureChatOpenAI(), prompt=PROMPT).run(country)


def options_may_name_it(country: str, **options):
    return LLMChain(llm=ChatOpenAI(**options), prompt=PROMPT).run(country)


def the_tools_model_is_another(country: str, llm):
    chain = LLMChain(llm=llm, prompt=PROMPT, tools=[ChatOpenAI(model="gpt-4")])
    return chain.run(country)


def given_by_the_caller(lm, country: str):
    return LLMChain(llm=lm, prompt=PROMPT).run(country)


def between(lm, country: str):
    return given_by_the_caller(lm, country)


between(ChatOpenAI(model_name="gpt-4"), "France")


class Sql:
    def __init__(self, conf):
        self.llm: object = OpenAI(openai_api_key=conf["key"])

    def ask(self, text: str):
        return self.llm("Write SQL for " + text)


def from_the_environment(text: str):
    model = os.getenv("MODEL", "gpt-4o")
    return client.chat.completions.create(
        model=model, messages=[{"role": "user", "content": "Slugify: " + text}]
    )


def from_the_environment_or(text: str):
    model = os.environ.get("MODEL") or "gpt-4o-mini"
    return client.chat.completions.create(
        model=model, messages=[{"role": "user", "content": "Slugify: " + text}]
    )


class Settings(BaseSettings):
    model: str = "gpt-4.1"
    small: str = Field(default="gpt-4.1-mini", alias="SMALL")


settings = Settings()


def from_settings(text: str):
    return client.chat.completions.create(
        model=settings.model, messages=[{"role": "user", "content": "Slugify: " + text}]
    )


def from_a_field(text: str):
    return client.chat.completions.create(
        model=settings.small, messages=[{"role": "user", "content": "Slugify: " + text}]
    )


def from_arguments(text: str):
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=str, default="gpt-3.5-turbo")
    parser.add_argument("-n", "--top-k", dest="top", default=3)
    args = parser.parse_args()
    return client.chat.completions.create(
        model=args.model, messages=[{"role": "user", "content": "Slugify: " + text}]
    )


@click.command()
@click.option("--model", default="gpt-4-turbo")
@click.argument("text")
def from_options(model: str, text: str):
    return client.chat.completions.create(
        model=model, messages=[{"role": "user", "content": "Slugify: " + text}]
    )


def from_a_default(text: str, model: str = "o4-mini"):
    return client.chat.completions.create(
        model=model, messages=[{"role": "user", "content": "Slugify: " + text}]
    )


def keeps(session, country: str):
    session.set("chain", LLMChain(llm=ChatOpenAI(model="gpt-4o"), prompt=PROMPT))
    session.set("other", LLMChain(llm=ChatOpenAI(model="gpt-3.5-turbo"), prompt=PROMPT))


def asks(session, country: str):
    chain = session.get("chain")
    return chain.run(country)


MODELS = ["gpt-4", "gpt-3.5-turbo"]


def shown_by_a_form(country: str):
    model = st.selectbox("Model", MODELS, index=1)
    return LLMChain(llm=ChatOpenAI(model=model), prompt=PROMPT).run(country)


def typed_into_a_form(country: str):
    model = st.text_input("Model", value="gpt-4o")
    return LLMChain(llm=ChatOpenAI(model=model), prompt=PROMPT).run(country)


def a_question_is_no_answer(country: str):
    model = st.text_input("Model")
    return LLMChain(llm=ChatOpenAI(model=model), prompt=PROMPT).run(country)


def a_key_is_no_model(country: str, config):
    model = config.get("model_name")
    return LLMChain(llm=ChatOpenAI(model=model), prompt=PROMPT).run(country)


class Local(LLM):
    model_name: str = "chatglm-6b"

    def rename(self, model_name: str):
        self.model_name = model_name

    def _call(self, prompt, stop=None):
        return client.chat.completions.create(
            model=self.model_name, messages=[{"role": "user", "content": "Slugify: " + prompt}]
        )


def own_class(country: str):
    return LLMChain(llm=Local(), prompt=PROMPT).run(country)


class Own(LLM):
    def __init__(self, model="vicuna"):
        super().__init__()
        self.model = model


def own_constructor(country: str):
    return LLMChain(llm=Own(), prompt=PROMPT).run(country)


class Secret(ChatOpenAI):
    def __init__(self):
        super().__init__(model=secret())


def own_constructor_that_is_not_followed(country: str):
    return LLMChain(llm=Secret(), prompt=PROMPT).run(country)


class Capital(LLMChain):
    @classmethod
    def from_llm(cls, llm):
        return cls(llm=llm, prompt=PROMPT)

    def find(self, country: str):
        return self.run(country)


Capital.from_llm(ChatOpenAI(model="gpt-4.1-nano")).find("France")


def run(chain: LLMChain, country: str):
    return chain.run(country)


def run_second(chain: LLMChain, country: str):
    return chain.run(country)


class Guide(Chain):
    capital: Capital
    second: Capital = Field(...)

    def _call(self, inputs):
        return run(self.capital, inputs["country"])

    def again(self, inputs):
        return run_second(self.second, inputs["country"])

    @classmethod
    def from_llm(cls, llm, **options):
        return cls(capital=Capital.from_llm(llm), second=Capital.from_llm(llm), **options)


guide = Guide.from_llm(OpenAI(model="gpt-3.5-turbo-instruct"))


def each_in_turn(text: str):
    for model in ["gpt-4.1", "gpt-4o"]:
        client.chat.completions.create(
            model=model, messages=[{"role": "user", "content": "Slugify: " + text}]
        )


def unknown_in_turn(text: str, names):
    for model in names:
        client.chat.completions.create(
            model=model, messages=[{"role": "user", "content": "Slugify: " + text}]
        )
