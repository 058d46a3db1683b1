from openai import OpenAI

client = OpenAI()


def ask(text):
    return client.responses.create(model="gpt-4o", input=text).output_text


def save(text):
    return text.upper()
