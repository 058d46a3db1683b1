"""Leftovers of the assistants API and of plain completions."""
import hashlib

from openai import OpenAI

client = OpenAI()

CODE_BLOCK = "Return the content of the first fenced code block in the message, without the fence."


def first_code(message):
    r = client.completions.create(model="gpt-3.5-turbo-instruct", prompt=f"{CODE_BLOCK}\n\nMessage:\n{message}\n\nContent:", max_tokens=400)
    return r.choices[0].text


def json_part(message):
    r = client.completions.create(
        model="gpt-3.5-turbo-instruct",
        prompt=f"The text below contains a JSON object between other words. Print the JSON object only.\n\n{message}\n",
        max_tokens=400,
    )
    return r.choices[0].text


def digest(text):
    r = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"Compute the MD5 hash of this string: {text}\nHash only."}])
    answer = r.choices[0].message.content
    return answer if answer == hashlib.md5(text.encode()).hexdigest() else None


def stinger(text):
    r = client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": "Encode as Base64, output only the result: " + text}])
    return r.choices[0].message.content


def table(html):
    r = client.chat.completions.create(
        model="gpt-4o-mini",
        response_format={"type": "json_object"},
        messages=[
            {"role": "system", "content": "Read the <table> in the HTML and return {\"rows\": [[...], ...]} with the cell texts, header row first."},
            {"role": "user", "content": html},
        ],
    )
    return r.choices[0].message.content


def charts(html):
    r = client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": "Read the table of the charts and say what it tells about the taste of our listeners. Mention the three biggest movers."},
            {"role": "user", "content": html},
        ],
    )
    return r.choices[0].message.content


def spoken(text, voice="alloy"):
    return client.audio.speech.create(model="tts-1", voice=voice, input=text)
