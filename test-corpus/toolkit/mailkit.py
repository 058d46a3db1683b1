"""What the files around it exercise."""
from openai import OpenAI


def domain_of(client: OpenAI, address: str, system: str = "Reply with one word.") -> str:
    reply = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": system},
            {"role": "user", "content": f"What is the domain of the e-mail address {address}?"},
        ],
    )
    return reply.choices[0].message.content


def forwarded(client: OpenAI, prompt: str) -> str:
    reply = client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": prompt}])
    return reply.choices[0].message.content
