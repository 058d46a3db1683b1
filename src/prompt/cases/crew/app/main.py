from app.crew import News, Plain


def run(topic: str):
    return News().crew().kickoff(inputs={"topic": topic, "year": "2024"})


def without_a_base():
    return Plain().crew().kickoff()
