import re

_STOP = (
    " a about after all also an and any are as at be because been but by can could did do does for"
    " from had has have he her his how i if in into is it its may more most no not of on one or"
    " other our out she should so some such than that the their them then there these they this"
    " those to up was we were what when which who will with would you your "
)


def extract_keywords(text: str, count: int) -> list[str]:
    """Return the phrases of an English text with the highest RAKE scores."""
    phrases: list[list[str]] = [[]]
    for token in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*|[.,;:!?()\n]", text.lower()):
        if f" {token} " in _STOP or not re.match(r"\w", token) or token.isdigit():
            phrases.append([])
        else:
            phrases[-1].append(token)
    phrases = [phrase for phrase in phrases if 0 < len(phrase) <= 4]
    frequency: dict[str, int] = {}
    degree: dict[str, int] = {}
    for phrase in phrases:
        for word in phrase:
            frequency[word] = frequency.get(word, 0) + 1
            degree[word] = degree.get(word, 0) + len(phrase)
    scores: dict[str, float] = {}
    for phrase in phrases:
        scores[" ".join(phrase)] = sum(
            degree[word] / frequency[word] for word in phrase
        )
    return sorted(scores, key=lambda phrase: -scores[phrase])[: max(count, 0)]
