"""Without an SDK."""
import json
import requests

URL = "https://api.openai.com/v1/chat/completions"


def posted(text):
    payload = {"model": "gpt-4o-mini", "messages": [], "temperature": 0}
    payload["messages"] = [{"role": "user", "content": f"Uppercase {text}"}]
    return requests.post(URL, json=payload, timeout=30).json()


def dumped(text):
    body = json.dumps({"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Lowercase %s" % text}]})
    return requests.post(URL, data=body).json()


def elsewhere(text):
    return requests.post("https://api.example.com/v1/orders", json={"messages": [{"role": "user", "content": text}]})
