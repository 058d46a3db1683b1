CASE: str = "snake"  # slot: case


def change_case(text: str) -> str:
    """Return a text in snake, kebab, camel, pascal, constant, title, sentence, upper or lower case."""
    match CASE:
        case "upper":
            return text.upper()
        case "lower":
            return text.lower()
        case "sentence":
            return _capital(text)
        case "title":
            return " ".join(map(_capital, text.split(" ")))
    words = [word.lower() for word in _words(text)]
    match CASE:
        case "kebab":
            return "-".join(words)
        case "constant":
            return "_".join(words).upper()
        case "pascal":
            return "".join(map(_capital, words))
        case "camel":
            return "".join(words[:1] + [_capital(word) for word in words[1:]])
    return "_".join(words)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:].lower()


def _words(text: str) -> list[str]:
    """Split at what is no letter or digit, and at the humps of camelCase and HTTPServer."""
    words = [""]
    previous = ""
    for c, following in zip(text, [*text[1:], ""]):
        if c in "'’":
            continue
        hump = c.isupper() and (not previous.isupper() or following.islower())
        if not c.isalnum() or hump:
            words.append("")
        if c.isalnum():
            words[-1] += c
        previous = c
    return [word for word in words if word]
