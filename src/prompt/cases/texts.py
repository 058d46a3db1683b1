"""How texts are put together."""
import json
import os
from string import Template
from textwrap import dedent

from openai import OpenAI

client = OpenAI()
LABELS = ["billing", "bug", "other"]
EXAMPLES = {"Berlin": "DE", "Paris": "FR"}
FORMAT = "Convert {amount:.2f} {currency!r} to {{target}}: {target}.\nAnswer with a number."
PERCENT = "Count the %(word)s in %(text)s, 100%% exactly."
DOLLAR = Template("Translate $text to ${language}. It costs $$5.")
HEADER = "Be \"exact\".\n\tNo prose\u2014ever. "
TABLE = {"de": "Fasse zusammen: {text}", "en": "Summarise: {text}"}
INDENTED = dedent("""
    Extract the date.
      - as ISO
    é {text}
""")


def ask(prompt, **rest):
    return client.responses.create(model="gpt-4o-mini", input=prompt, **rest).output_text


def literal():
    return client.responses.create(model="gpt-4o-mini", input="Say hello.", temperature=0, max_output_tokens=5)


def fstring(mail):
    return client.responses.create(model="gpt-4o", input=f"Extract the {{e-mail}} of {mail.sender.name} from:\n{mail.body[:200]}\n{len(mail.parts)} parts")


def brace(amount, currency):
    return client.responses.create(model="gpt-4o", input=FORMAT.format(amount=amount, currency=currency, target="EUR"))


def spread(data):
    return client.responses.create(model="gpt-4o", input="Convert {a} and {b}.".format(**{"a": "one", **data}))


def percent(word, text):
    return client.responses.create(model="gpt-4o", input="Count the %s in %s, 100%% exactly." % (word, text))


def percent_map(text):
    return client.responses.create(model="gpt-4o", input=PERCENT % {"text": text, "word": "nouns"})


def dollar(text):
    return client.responses.create(model="gpt-4o", input=DOLLAR.substitute(text=text, language="French"))


def concat(text):
    prompt = HEADER + "Sort these lines: " + text
    prompt += "\nOne per line."
    return client.responses.create(model="gpt-4o", input=prompt)


def joined(text):
    lines = ["Classify as one of:"]
    lines.extend(f"- {label}" for label in LABELS)
    lines.append(text)
    return client.responses.create(model="gpt-4o", input="\n".join(lines))


def examples(city):
    shots = "\n".join(f"{name} -> {code}" for name, code in EXAMPLES.items())
    return client.responses.create(model="gpt-4o", input=f"Country codes.\n{shots}\n{city} ->")


def printed(text):
    return client.responses.create(model="gpt-4o", input=f"Pick from {LABELS} or {json.dumps(EXAMPLES)}: {text}")


def replaced(language):
    return client.responses.create(model="gpt-4o", input="Translate to LANG, yes LANG.".replace("LANG", language))


def chosen(short, text):
    instructions = "Summarise in a word." if short else "Summarise in a page."
    return client.responses.create(model="gpt-4o", instructions=instructions, input=text)


def branched(kind, text):
    if kind == "a":
        prompt = "Lowercase: " + text
    elif kind == "b":
        prompt = "Uppercase: " + text
    else:
        prompt = None
    return client.responses.create(model="gpt-4o", input=prompt)


def looked_up(lang, text):
    return client.responses.create(model="gpt-4o", input=TABLE[lang].format(text=text))


def got(text):
    return client.responses.create(model="gpt-4o", input=TABLE.get("de", "x").format(text=text))


def indented(text):
    return client.responses.create(model="gpt-4o", input=INDENTED.format(text=text))


def environment(text):
    return client.responses.create(
        model=os.getenv("MODEL", "gpt-4.1"), instructions=os.environ["SYSTEM"], input=f"Say {text}"
    )


def built(text):
    def header(name, style="plain"):
        return f"Write {name} in {style} style."

    return client.responses.create(model="gpt-4o", input=header("a note") + "\n" + text)


def grown(items):
    prompt = "Dedupe:\n"
    for item in items:
        prompt += f"* {item}\n"
    return client.responses.create(model="gpt-4o", input=prompt)


def grown_of_known(text):
    prompt = "Classify as:\n"
    for label in LABELS:
        prompt += f"* {label}\n"
    prompt += text
    return client.responses.create(model="gpt-4o", input=prompt)


def circular(n):
    text = "x"
    for _ in range(n):
        text = text + text
    return client.responses.create(model="gpt-4o", input=text)


def missing(text):
    return client.responses.create(model="gpt-4o", input=f"{UNKNOWN_PROMPT}\n\n{text}")


def defaults(state, config):
    model = config["configurable"].get("model", "gpt-4o")
    return client.responses.create(model=model, input=f"Reply to {state['mail'].get('sender')} {state.get('tone', 'kindly')}")
