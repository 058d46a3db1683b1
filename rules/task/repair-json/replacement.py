import re
from typing import Any

import json_repair


def repair_json(text: str) -> Any:
    """Return the JSON object or array in a broken text, or None if there is none."""
    start = re.search(r"[{\[]", text)
    if not start:
        return None
    body = text[start.start() :]
    # Prose or a code fence may follow a value that is complete.
    if len(re.findall(r"[{\[]", body)) <= len(re.findall(r"[}\]]", body)):
        body = body[: max(body.rfind("}"), body.rfind("]")) + 1]
    return json_repair.loads(body)
