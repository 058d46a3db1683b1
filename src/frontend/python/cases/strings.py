from textwrap import dedent
import textwrap, inspect

plain = 'it\'s "here"\n\ttab \x41\u00e9\U0001F600\101\0 \N{EM DASH} \q é'
continued = "one \
two"
raw = r"\d+\n"
data = b"bytes \xff"
joined = (
    "Classify the text.\n"  # a comment between
    'Answer with "yes" or "no".\n'
    f"Text: {text!r:>{width}}\n"
    "Braces {stay}"
)
template = f"""Hello {user.name.title()}, {{not a hole}} {price:.2f} {", ".join(f'{x}' for x in items)} {total = }"""
nested = f"{d["key"]} and {f"{inner} text"}"
raw_template = rf"\d{{2}}{suffix}\n"
only_text = f"no holes {{here}}"
empty = ""
folded = dedent("""\
    First line
      indented

    last {name}
    """)
folded_template = textwrap.dedent(f"""
    Text: {text}
      {indented}
    {flush}
""").strip()
cleaned = inspect.cleandoc("""Title

        Body
          more
        end

    """)
windows = """a\r\nb"""
cased = str(plain.upper()).lower().strip("`").rstrip()


def documented():
    """Summary.

        Deeper é.
    Done.
    """


def documented_once():
    "Only this."
    return None
