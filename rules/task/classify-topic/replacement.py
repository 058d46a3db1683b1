import re

# Typical words of each topic; better: a classifier trained on your own labelled texts.
TOPICS = {
    "sport": "match team goal league coach player players season scored win cup tournament striker olympic race championship football tennis",
    "business": "market shares profit company investors bank stock sales revenue merger economy inflation trade quarter earnings startup",
    "technology": "software app computer data chip smartphone internet cloud ai robot developers cyber startup device algorithm browser",
    "politics": "government minister parliament election vote president party senate law policy campaign coalition treaty opposition bill",
    "health": "patients hospital doctor doctors disease virus vaccine treatment cancer medical drug symptoms health clinic therapy",
    "entertainment": "film movie actor actress album band concert singer series festival director premiere song oscar stage",
}  # fmt: skip


def classify_topic(text: str) -> str:
    """Return the topic most of whose typical words occur in an English text, or 'other'."""
    words = re.findall(r"[a-z]+", text.lower())
    scores = {
        topic: sum(word in typical.split() for word in words)
        for topic, typical in TOPICS.items()
    }
    best = max(scores, key=lambda topic: scores[topic])
    return best if scores[best] else "other"
