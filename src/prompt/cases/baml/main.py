"""Functions that BAML files define, called through the generated client."""

from baml_client import b
from baml_client.async_client import b as client


def sync(text: str):
    return b.ReadInvoice(text, "3 May 2024")


async def by_name(doc):
    return await client.NameIt(text=doc.title)


async def with_another_model(doc):
    return await client.with_options(client="openai/gpt-4o").Pick(doc)


def only_prepared():
    return b.with_options(client="openai/gpt-4o")


def not_defined(text: str):
    return b.Gone(text)
