import sys

sys.path.append("..")

from api.gpt import GPT

gpt = GPT()
gpt.client.chat.completions.create(messages=[])
