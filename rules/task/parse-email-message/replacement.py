import re

_HEADER = re.compile(r"([A-Za-z][A-Za-z-]*):[ \t]*(.*)")
# Where the new text of a reply ends.
_END = re.compile(
    r"(?:^|\n)(?:-- ?"
    r"|On [^\n]+(?:\n[^\n]+)?wrote:|Am [^\n]+ schrieb[^\n]*:|Le [^\n]+ a écrit ?:|El [^\n]+ escribió:"
    r"|-{2,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht)[^\n]*"
    r"|_{10,}|(?:From|Von|De): [^\n]*@[^\n]*)[ \t]*(?=\n|$)"
)


def parse_email_message(message: str) -> dict[str, str]:
    """Return from, to, subject, date and the new text of an e-mail message."""
    text = message.replace("\r\n", "\n").lstrip("\n")
    fields = {"from": "", "to": "", "subject": "", "date": ""}
    if _HEADER.match(text):
        head, _, text = text.partition("\n\n")
        for line in re.sub(r"\n[ \t]+", " ", head).split("\n"):
            header = _HEADER.fullmatch(line)
            if header and header[1].lower() in fields:
                fields[header[1].lower()] = header[2].strip()
    return fields | {"body": _new_text(text)}


def _new_text(body: str) -> str:
    end = _END.search(body)
    lines = (body[: end.start()] if end else body).split("\n")
    return "\n".join(line for line in lines if not line.startswith(">")).strip()
