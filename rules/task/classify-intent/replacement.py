import math
import re
from collections import Counter

# Examples of each intent: replace them by ten or more of your own for each.
_EXAMPLES = {
    "where is my order": "order_status",
    "track my parcel delivery status": "order_status",
    "cancel my order please": "cancel_order",
    "i do not want the order any more, stop it": "cancel_order",
    "i want my money back refund": "refund",
    "return the item and get a refund": "refund",
    "talk to a human agent": "talk_to_human",
    "can i speak with a person from support": "talk_to_human",
}
_STOP = " a an and can do from get i is it me my not of please the to want with you "
_UNSURE = 0.35


def classify_intent(message: str) -> str:
    """Return the intent of the most similar example, or 'unknown'."""
    words = _words(message)
    scores = [
        (_cosine(words, _words(text)), intent) for text, intent in _EXAMPLES.items()
    ]
    score, intent = max(scores, key=lambda row: row[0])
    return intent if score >= _UNSURE else "unknown"


def _words(text: str) -> Counter[str]:
    return Counter(
        word for word in re.findall(r"[a-z]+", text.lower()) if f" {word} " not in _STOP
    )


def _cosine(a: Counter[str], b: Counter[str]) -> float:
    common = sum(count * b[word] for word, count in a.items())
    lengths = [sum(count * count for count in words.values()) for words in (a, b)]
    return common / math.sqrt(lengths[0] * lengths[1]) if common else 0.0
