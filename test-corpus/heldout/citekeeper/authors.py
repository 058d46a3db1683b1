"""Small helpers about author names and titles. Each is an agent of its own, for historical reasons."""
from pydantic_ai import Agent

from .prompts import SUMMARY

initials_agent = Agent(
    "openai:gpt-4o-mini",
    system_prompt="You get the full name of an author. Return the initials, each followed by a full stop, without spaces.",
)
plain_agent = Agent("openai:gpt-4o-mini", instructions="Replace accented letters by the plain letter (é becomes e, ö becomes o). Return the text otherwise unchanged.")
same_agent = Agent(
    "openai:gpt-4o-mini",
    output_type=bool,
    system_prompt="Are the two titles the same work with only small differences in spelling, punctuation or subtitle? Answer true or false.",
)
case_agent = Agent(
    "openai:gpt-4o",
    system_prompt=(
        "You are the copy editor of a journal. Advise the author on the title: is title case right here, "
        "is it too long, does it promise too much? Two sentences."
    ),
)
student_agent = Agent("anthropic:claude-3-5-sonnet-latest", system_prompt=SUMMARY)


def initials(name: str) -> str:
    return initials_agent.run_sync(name).output


async def plain(text: str) -> str:
    result = await plain_agent.run(text)
    return result.output


def same_work(a: str, b: str) -> bool:
    return same_agent.run_sync(f"1: {a}\n2: {b}").output


def advice(title: str) -> str:
    return case_agent.run_sync(title).output


async def for_students(paper: str) -> str:
    return (await student_agent.run(paper)).output
