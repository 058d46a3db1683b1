import openai
from openai import AsyncOpenAI

openai.OpenAI().chat.completions.create(messages=[])
AsyncOpenAI().chat.completions.create(messages=[])
