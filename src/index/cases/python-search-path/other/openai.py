class OpenAI:
    """A module of the project that only has the package's name."""
