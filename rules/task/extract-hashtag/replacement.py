import re

SIGN: str = "#"  # slot: sign


def extract_hashtag(text: str) -> list[str]:
    """Return the hashtags of a text, each once and without the sign."""
    found = re.findall(rf"(?:^|[^\w&/{SIGN}]){SIGN}(\w+)", text.replace("＃", "#"))
    return list(dict.fromkeys(tag for tag in found if not tag.isdecimal()))
