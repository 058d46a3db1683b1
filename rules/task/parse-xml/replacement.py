import xml.etree.ElementTree as ET
from typing import Any


def parse_xml(text: str) -> dict[str, Any] | None:
    """Return an XML document as nested objects, or None if it is not well-formed."""
    try:
        root = ET.fromstring(text.strip())
    except ET.ParseError:
        return None
    return {_local(root.tag): _value(root)}


def _value(element: ET.Element) -> Any:
    """Return an element's text, or an object of its attributes, children and text."""
    value: dict[str, Any] = {f"@{_local(k)}": v for k, v in element.attrib.items()}
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name = _local(child.tag)
        value.setdefault(name, []).append(_value(child))
    value = {
        k: v[0] if isinstance(v, list) and len(v) == 1 else v for k, v in value.items()
    }
    text = (
        (element.text or "") + "".join(child.tail or "" for child in element)
    ).strip()
    if not value:
        return text
    return value | {"#text": text} if text else value


def _local(name: str) -> str:
    return name.rpartition("}")[2]
