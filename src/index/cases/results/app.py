"""Clients in a tuple or list that a function returns."""
import asyncio

from openai import OpenAI
from litellm import Router


def clients(config):
    return Router(model_list=config), {"model": "gpt-4o"}, OpenAI()


async def first(config):
    router, settings = clients(config)[0], clients(config)[1]
    return await router.acompletion(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])


async def unpacked(config):
    router, settings, client = clients(config)
    client.chat.completions.create(model="gpt-4o", messages=[])
    return await router.acompletion(model="gpt-4o", messages=[])


# The second of them is no client.
def no_client(config):
    _, settings, _ = clients(config)
    return settings.chat.completions.create(model="gpt-4o", messages=[])


async def gathered(config):
    client, settings = await asyncio.gather(made(), read(config))
    settings.chat.completions.create(model="gpt-4o", messages=[])
    return client.chat.completions.create(model="gpt-4o", messages=[])


async def made():
    return OpenAI()


async def read(config):
    return {"model": "gpt-4o", **config}
