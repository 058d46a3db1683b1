from collections import Counter


def find_near_duplicates(first: str, second: str) -> float:
    """Return how much the letter trigrams of two texts overlap, from 0 to 1."""
    a, b = _trigrams(first), _trigrams(second)
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 1.0


def _trigrams(text: str) -> Counter[str]:
    plain = "".join(c if c.isalnum() else " " for c in text.lower())
    words = "  " + " ".join(plain.split()) + " "
    return Counter(words[i : i + 3] for i in range(len(words) - 2) if words.strip())
