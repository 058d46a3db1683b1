"""Prompts and settings that are fields: declared with a default, given where the object is made."""

import os
from dataclasses import dataclass, field

import attr
import typer
from openai import OpenAI
from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings

client = OpenAI()


class Config(BaseModel):
    model: str = Field(default="gpt-4o-mini", description="the model")
    prompt: str = Field("Extract the date from the text.")
    plain: str = "Extract the time from the text."
    made: str = Field(default_factory=lambda: "Find the name in the text.")
    temperature: float = Field(default=0.2)


config = Config()


def of_an_object(text):
    return client.responses.create(model=config.model, temperature=config.temperature, instructions=config.prompt, input=config.made + text)


def of_a_parameter(text, cfg: Config):
    return client.responses.create(model=cfg.model, instructions=cfg.plain, input=text)


def given_where_it_is_made(text):
    cfg = Config(prompt="Extract the phone number.")
    return client.responses.create(model=cfg.model, instructions=cfg.prompt, input=text)


def set_later(text):
    cfg = Config(prompt="Extract the phone number.")
    cfg.prompt = "Extract the fax number."
    return client.responses.create(model=cfg.model, instructions=cfg.prompt, input=text)


@dataclass
class Agent:
    system: str = field(default="Count the words of the text.")
    rest: str = "Count the lines."

    def run(self, text):
        return client.responses.create(model="gpt-4o", instructions=self.system, input=text)

    def rest_of(self, text):
        return client.responses.create(model="gpt-4o", instructions=self.rest, input=text)


def by_place(text):
    return client.responses.create(model="gpt-4o", instructions=Agent("Count the letters.").system, input=text)


Agent("Count the vowels.").run("hello")
Agent(system="Count the consonants.").run("hello")


@dataclass
class Named:
    name: str
    system: str

    def run(self, text):
        return client.responses.create(model="gpt-4o", instructions=self.system, input=text)


Named("words", "Count the words.").run("hello")
Named(name="lines", system="Count the lines.").run("hello")


@attr.s
class Attributes:
    system = attr.ib(default="Repair the JSON of the text.")

    def run(self, text):
        return client.responses.create(model="gpt-4o", instructions=self.system, input=text)


class Own:
    prompt = "Sort the words of the text."

    def __init__(self, prompt):
        self.kept = prompt


def a_constructor_is_asked_itself(text):
    return client.responses.create(model="gpt-4o", instructions=Own(prompt="Not this.").prompt, input=text)


class Empty(BaseSettings):
    url: str = os.getenv("PROMPT", "")
    required: str = Field(..., description="what the run says")


empty = Empty()


def nothing_is_declared(text):
    return client.responses.create(model="gpt-4o", instructions=empty.required + empty.url, input=text)


def command(model: str = typer.Option("gpt-4.1", "--model")):
    return client.responses.create(model=model, input="Count to ten.")
