from llm import tell


def subject(mail: str) -> str:
    return tell(f"Summarise this mail in one line: {mail}")
