"""Compares the answers of two models. The judge is a model, and that is the point."""
import json
import pathlib

from anthropic import Anthropic

judge = Anthropic()

RUBRIC = """You compare two answers to the same mail. Validate each: is it correct, is it kind, does it help?
Reply A or B. Reply TIE if they are equally good."""


def verdict(mail: str, a: str, b: str) -> str:
    message = judge.messages.create(
        model="claude-3-7-sonnet-latest",
        max_tokens=3,
        system=RUBRIC,
        messages=[{"role": "user", "content": f"Mail:\n{mail}\n\nA:\n{a}\n\nB:\n{b}"}],
    )
    return message.content[0].text.strip()


if __name__ == "__main__":
    for line in pathlib.Path("answers.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        print(row["id"], verdict(row["mail"], row["a"], row["b"]))
