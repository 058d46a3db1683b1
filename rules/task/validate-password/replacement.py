from collections.abc import Callable

# What a password must hold: lowercase, uppercase, digit, symbol.
CLASSES: list[str] = ["lowercase", "uppercase", "digit", "symbol"]  # slot: classes

_LEAST = 8


def validate_password(password: str) -> bool:
    """Return whether a password is long enough and has a character of each class."""
    tests: dict[str, Callable[[str], bool]] = {
        "lowercase": str.islower,
        "uppercase": str.isupper,
        "digit": lambda c: c in "0123456789",
        "symbol": lambda c: not c.isalpha() and not c.isnumeric(),
    }
    return len(password) >= _LEAST and all(
        any(map(tests[name], password)) for name in CLASSES
    )
