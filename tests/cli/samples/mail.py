from openai import OpenAI
client = OpenAI()
def find(body: str) -> str:
    reply = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "Extract the email address from the message. Return only the email address."},
            {"role": "user", "content": body},
        ],
        temperature=0,
    )
    return reply.choices[0].message.content
