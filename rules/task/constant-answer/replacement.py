ANSWER: str = "OK"  # slot: constant


def constant_answer() -> str:
    """Return the answer, which does not depend on any input."""
    return ANSWER
