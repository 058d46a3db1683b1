from openai import OpenAI

client = OpenAI()


# Only tests call it: it stays a site beside what they bring.
def ask(prompt: str) -> str:
    return client.responses.create(model="gpt-4o-mini", input=prompt).output_text


# The application calls it too: its callers are the sites.
def tell(prompt: str) -> str:
    return client.responses.create(model="gpt-4o", input=prompt).output_text
