"""Semantic Kernel: prompts in the folders of plugins."""

from semantic_kernel import Kernel
from semantic_kernel.connectors.ai.open_ai import OpenAIChatCompletion
from semantic_kernel.functions import KernelArguments

kernel = Kernel()
kernel.add_service(OpenAIChatCompletion(ai_model_id="gpt-4o-mini", service_id="chat"))
fun = kernel.add_plugin(parent_directory="plugins", plugin_name="Fun")


async def by_key(topic: str):
    return await kernel.invoke(fun["Joke"], KernelArguments(input=topic, style="a pirate"))


async def by_name(topic: str):
    return await kernel.invoke(plugin_name="Fun", function_name="Joke", arguments=KernelArguments(input=topic))


async def not_there():
    return await kernel.invoke(fun["Poem"])
