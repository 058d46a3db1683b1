import litellm
from litellm import acompletion, completion

MODEL = "groq/llama-3.1-8b-instant"

SEVERITY = """Decide the severity of the alert from the error rate:

| error rate | severity |
|------------|----------|
| 5% or more | critical |
| 1% to 5%   | warning  |
| under 1%   | ok       |

Error rate: {rate}%
Severity:"""

CRON = [
    {"role": "system", "content": "Translate the cron expression to the next five run times after the given moment. One ISO timestamp per line."},
]


def severity(rate: float) -> str:
    resp = completion(model=MODEL, messages=[{"role": "user", "content": SEVERITY.format(rate=rate)}], temperature=0, max_tokens=3)
    return resp.choices[0].message.content.strip()


def next_runs(expression: str, now: str) -> list[str]:
    resp = litellm.completion(model=MODEL, messages=CRON + [{"role": "user", "content": f"{expression} (now: {now})"}])
    return resp.choices[0].message.content.splitlines()


def newer(a: str, b: str) -> bool:
    msg = f"Compare the two semantic versions {a} and {b}. Is the first one greater than the second? Reply yes or no."
    resp = completion(model=MODEL, messages=[{"role": "user", "content": msg}])
    return resp.choices[0].message.content.strip().lower() == "yes"


async def version(banner: str) -> str:
    resp = await acompletion(
        model=MODEL,
        messages=[
            {"role": "system", "content": "Extract the version number (like 2.14.1) from the program's start-up banner. Print just the version."},
            {"role": "user", "content": banner},
        ],
    )
    return resp.choices[0].message.content


async def changelog(diff: str, since: str) -> str:
    system = "You write release notes. Use semantic versioning: say whether this is a major, minor or patch version, "
    system += "group the changes under Added, Changed and Fixed, and sort them by what users will notice most."
    resp = await acompletion(model="gpt-4o", messages=[{"role": "system", "content": system}, {"role": "user", "content": f"since {since}\n{diff}"}])
    return resp.choices[0].message.content


def breaking(old_spec: str, new_spec: str) -> bool:
    resp = completion(
        model="gpt-4o",
        messages=[{"role": "user", "content": f"Compare these two API descriptions. Would a client written for the first still work with the second? yes or no\n\nA:\n{old_spec}\n\nB:\n{new_spec}"}],
    )
    return "yes" not in resp.choices[0].message.content.lower()


def cost(resp) -> float:
    return litellm.completion_cost(completion_response=resp)
