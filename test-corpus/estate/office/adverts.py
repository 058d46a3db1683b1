from openai import OpenAI

openai_client = OpenAI()
TONE = "warm but factual"


def advert(facts, tone=TONE):
    r = openai_client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": f"You write adverts for flats. Tone: {tone}. Format the price as 1.234 €, list the rooms in the order of a walk through the flat."},
            {"role": "user", "content": "\n".join(facts)},
        ],
    )
    return r.choices[0].message.content


def plain(markdown):
    r = openai_client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "Strip all Markdown formatting from the text and return plain text. Link texts stay, link targets go."},
            {"role": "user", "content": markdown},
        ],
    )
    return r.choices[0].message.content


def for_portal(markdown):
    r = openai_client.responses.create(model="gpt-4.1-mini", input=f"Convert this Markdown to HTML, body content only, no explanation:\n\n{markdown}")
    return r.output_text


def escaped(text):
    r = openai_client.responses.create(model="gpt-4.1-nano", input="Escape the characters <, >, & and \" in the text as HTML entities. Text: " + text)
    return r.output_text


def headline_caps(headline):
    r = openai_client.responses.create(model="gpt-4.1-nano", input=f"Change to lower case except for the first letter: {headline}")
    return r.output_text


def better_headline(headline):
    r = openai_client.responses.create(model="gpt-4.1", input=f"Is this headline better in capitals or in lower case, and how would you put it? {headline}")
    return r.output_text


def merged_features(ours, theirs):
    lines = ["Merge the two lists into one without duplicates, ours first. One item per line.", "", "Ours:"]
    lines += ours
    lines.append("Theirs:")
    lines += theirs
    r = openai_client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": "\n".join(lines)}])
    return r.choices[0].message.content.splitlines()


def selling_points(ours, theirs):
    r = openai_client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": f"Which of our features would a family miss in the other flat? Top three.\nours: {ours}\nother: {theirs}"}],
    )
    return r.choices[0].message.content


def upload(path):
    return openai_client.files.create(file=open(path, "rb"), purpose="assistants")
