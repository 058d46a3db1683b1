import html
import json
import shlex

TARGET: str = "html"  # slot: target


def escape_text(text: str) -> str:
    """Return a text escaped for HTML, for a JSON string or as a word of the shell."""
    if TARGET == "json":
        return json.dumps(text, ensure_ascii=False)[1:-1]
    if TARGET == "shell":
        return shlex.quote(text)
    return html.escape(text).replace("&#x27;", "&#39;")
