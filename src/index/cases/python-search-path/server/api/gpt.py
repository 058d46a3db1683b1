import openai


class GPT:
    def __init__(self):
        self.client = openai.OpenAI()
