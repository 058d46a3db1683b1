from llm import ask, tell


def test_ask():
    assert ask("Say hello to the tester.")


def test_tell():
    assert tell("Say goodbye to the tester.")
