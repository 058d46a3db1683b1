"""Objects that stand for a model, where code says at one remove which one."""
import argparse
import configparser

from langchain.chains import LLMChain, SimpleSequentialChain
from langchain.chains.base import Chain
from langchain.llms import GPT4All, HuggingFacePipeline
from langchain.prompts import ChatPromptTemplate, PromptTemplate
from langchain_openai import ChatOpenAI
from openai import OpenAI
from pydantic import BaseModel, Field
from steps import STEPS
from transformers import AutoModelForCausalLM, pipeline

TOWN = PromptTemplate.from_template("Name a town in {land}.")


# A field that is only declared, as the class's makers fill it.
class Twice(Chain):
    town: LLMChain

    def _call(self, inputs):
        return self.town.run(inputs)


Twice(town=LLMChain(llm=ChatOpenAI(model="gpt-4o"), prompt=TOWN))


# A near miss: nobody makes one.
class Never(Chain):
    town: LLMChain

    def _call(self, inputs):
        return self.town.run(inputs)


# The model that callers give is only set up further.
def create(llm, tools):
    def node(state):
        prompt = ChatPromptTemplate.from_messages([("system", "Sum up the market of the day.")])
        return (prompt | llm.bind_tools(tools)).invoke(state["messages"])

    return node


create(ChatOpenAI(model="gpt-4.1"), [])


# The constructor says what the described field holds where it is given none.
class Client(BaseModel):
    model: str = Field(description="The model to use.")
    name: str = Field(description="The model to use.")

    def __init__(self, model: str = "gpt-4.1-mini", **options):
        super().__init__(model=model, **options)
        self._client = OpenAI()

    def land(self, text):
        messages = [{"role": "user", "content": f"Name the land of {text}."}]
        return self._client.chat.completions.create(model=self.model, messages=messages)

    # A near miss: only described.
    def town(self, text):
        messages = [{"role": "user", "content": f"Name the town of {text}."}]
        return self._client.chat.completions.create(model=self.name, messages=messages)


# One chain for each of what only the run knows.
def chain_for(step):
    return LLMChain(llm=ChatOpenAI(model="gpt-4o-mini"), prompt=step)


def in_sequence(text):
    return SimpleSequentialChain(chains=[chain_for(step) for step in STEPS]).run(text)


# A pipeline that is given its model; the task is none.
local = pipeline("text-generation", model=AutoModelForCausalLM.from_pretrained("../llama/llama-2-7b-chat-hf"))
unknown = pipeline("text-generation", model=STEPS.model)


def river(text):
    return HuggingFacePipeline(pipeline=local)(f"Name the river in {text}.")


def lake(text):
    return HuggingFacePipeline(pipeline=unknown)(f"Name the lake in {text}.")


# A file is called by its name; a folder of models names none.
def hill(text):
    return GPT4All(model="./models/ggml-gpt4all-j-v1.3-groovy.bin")(f"Name the hill in {text}.")


def cave(text):
    model = AutoModelForCausalLM.from_pretrained("./hub/models--google--flan-t5-large/snapshots/2d6503c")
    return HuggingFacePipeline(pipeline=pipeline("text-generation", model=model))(f"Name the cave in {text}.")


def peak(text):
    return GPT4All(model="./models")(f"Name the peak in {text}.")


# The options beside the rest of the line.
def parsed():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", default="gpt-4.1-nano")
    return parser.parse_known_args()


def sea(text):
    options, _ = parsed()
    return ChatOpenAI(model=options.model).invoke(f"Name the sea in {text}.")


# A section and a key are no model, a key and what holds without it name one.
config = configparser.ConfigParser()
settings = {}


def isle(text):
    return ChatOpenAI(model=config.get("openai", "chat_name")).invoke(f"Name the isle in {text}.")


def bay(text):
    return ChatOpenAI(model=settings.get("chat_name", "gpt-4o")).invoke(f"Name the bay in {text}.")


# Any of the settings is no model; any of a table of models is one of several.
SETTINGS = {"language": "de", "turns": 4, "api": {"model": ""}}
MODELS = {"small": "gpt-4o-mini", "large": "gpt-4o"}


def gulf(text, key):
    return ChatOpenAI(model=SETTINGS[key]).invoke(f"Name the gulf in {text}.")


def cape(text, key):
    return ChatOpenAI(model=MODELS[key]).invoke(f"Name the cape in {text}.")
