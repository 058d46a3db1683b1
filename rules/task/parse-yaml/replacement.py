import re
from typing import Any

import yaml

# PyYAML knows YAML 1.1, where 'no' is false and a date is an object; these are the forms of 1.2.
_LOADER: Any = type("_Loader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
for _tag, _form, _first in [
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)(?:[eE][-+]?[0-9]+)?",
        "-+.0123456789",
    ),
]:
    _LOADER.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_form})$"), [*_first, ""]
    )


def parse_yaml(text: str) -> Any:
    """Return a YAML document, or the front matter of a text, or None if it is broken."""
    matter = re.match(
        r"---\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)", text.lstrip(), re.DOTALL
    )
    try:
        return yaml.load(matter[1] if matter else text, _LOADER)
    except yaml.YAMLError:
        return None
