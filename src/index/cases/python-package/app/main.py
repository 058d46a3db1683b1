from app.llm import client, Service
from app import llm

client.chat.completions.create(messages=[])
llm.client.responses.create(input="")
Service().api.chat.completions.create(messages=[])
clients = {"a": client}
clients["a"].responses.create(input="")
for one in clients:
    pass
