import base64
import re

DIRECTION: str = "encode"  # slot: direction


def encode_base64(text: str) -> str | None:
    """Return a text in Base64, or decode it, or None if it is no Base64 of UTF-8 text."""
    if DIRECTION == "encode":
        return base64.b64encode(text.encode()).decode()
    plain = re.sub(r"\s", "", text).rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True).decode()
    except ValueError:
        return None
