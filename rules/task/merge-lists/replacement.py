OPERATION: str = "union"  # slot: operation


def merge_lists(first: list[str], second: list[str]) -> list[str]:
    """Return the union, intersection or difference of two lists, each entry once."""
    others = {_key(item) for item in second}
    kept = {
        "union": first + second,
        "intersection": [item for item in first if _key(item) in others],
        "difference": [item for item in first if _key(item) not in others],
    }[OPERATION]
    unique: dict[str, str] = {}
    for item in kept:
        unique.setdefault(_key(item), item.strip())
    return list(unique.values())


def _key(item: str) -> str:
    return item.strip().lower()
