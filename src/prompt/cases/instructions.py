"""Instructions that functions make anew for each run."""
from agents import Agent as Made
from agents import Runner
from pydantic_ai import Agent, RunContext

agent = Agent("openai:gpt-4o", system_prompt="Be concise.")
other = Agent("openai:gpt-4o")


@agent.system_prompt
def sort(ctx: RunContext[str]) -> str:
    return f"Sort the lines of {ctx.deps}."


@other.instructions
async def extract() -> str:
    return "Extract the e-mail address."


@agent.tool
def today(ctx) -> str:
    """A tool of the agent gives no instructions."""
    return "It is Monday, the first of the month."


def both(text):
    return agent.run_sync(text), other.run_sync(text)


def translate(context, made):
    return f"Translate to {context.context.language}."


async def named(text):
    made = Made(name="a", instructions=translate, model="gpt-4o")
    return await Runner.run(made, text)


async def written_out(text):
    made = Made(name="b", instructions=lambda context, made: "Count the words.", model="gpt-4o")
    return await Runner.run(made, text)
