import json
import re
from typing import Any


def rename_json_keys(document: str) -> str | None:
    """Return a JSON document with its keys in snake_case, or None if it is no JSON."""
    try:
        value = json.loads(document)
    except ValueError:
        return None
    return json.dumps(_renamed(value), ensure_ascii=False, separators=(",", ":"))


def _renamed(value: Any) -> Any:
    if isinstance(value, dict):
        return {_snake(key): _renamed(item) for key, item in value.items()}
    return [_renamed(item) for item in value] if isinstance(value, list) else value


def _snake(key: str) -> str:
    parted = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", key)
    parted = re.sub(r"([A-Z])([A-Z][a-z])", r"\1_\2", parted)
    return re.sub(r"[\s-]+", "_", parted).lower()
