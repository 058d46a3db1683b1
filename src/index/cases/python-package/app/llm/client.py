from openai import OpenAI

client = OpenAI()


class Base:
    @property
    def api(self):
        return self._api


class Service(Base):
    def __init__(self):
        self._api = OpenAI()
