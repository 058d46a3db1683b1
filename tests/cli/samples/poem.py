from openai import OpenAI

client = OpenAI()


def poem(topic: str) -> str:
    reply = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": f"Write a moving poem about {topic}."}],
    )
    return reply.choices[0].message.content
