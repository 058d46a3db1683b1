def initials(name: str) -> str:
    """Return the upper-case first letters of the words of a name."""
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words if word[0].isalpha()).upper()
