import re

_ABBREVIATIONS = " mr mrs ms dr prof st no vs etc fig vol inc ltd jr sr e.g i.e z.b d.h bzw usw ca nr str "
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[」』”]?")


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, with line breaks as blanks."""
    line = " ".join(text.split())
    sentences, start = [], 0
    for end in _END.finditer(line):
        before = line[start : end.start()].split(" ")[-1].lstrip("(\"'")
        is_short = f" {before.lower()} " in _ABBREVIATIONS or re.fullmatch(
            r"[A-Z]", before
        )
        if end[0] == "." and is_short and end.end() < len(line):
            continue
        sentences.append(line[start : end.end()].strip())
        start = end.end()
    return [*sentences, *filter(None, [line[start:].strip()])]
