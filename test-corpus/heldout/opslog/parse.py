#!/usr/bin/env python3
"""log helpers. quick + dirty, runs on the jump host against the local ollama"""
import json
import sys

import ollama
import requests

LOCAL = "http://localhost:11434/api/generate"
FIELDS = '''Parse this nginx access log line. Return JSON with keys ip, time, method, path, status, bytes.

example:
10.0.0.7 - - [02/Mar/2025:10:11:12 +0000] "GET /health HTTP/1.1" 200 2
{"ip": "10.0.0.7", "time": "02/Mar/2025:10:11:12 +0000", "method": "GET", "path": "/health", "status": 200, "bytes": 2}

line:
'''


def gen(prompt, model="llama3.1"):
    r = requests.post(LOCAL, json={"model": model, "prompt": prompt, "stream": False, "options": {"temperature": 0}})
    r.raise_for_status()
    return r.json()["response"]


def access(line):
    return json.loads(gen(FIELDS + line))


def top_frame(trace):
    return gen(f"from this python traceback give me only the file name and line number of the last frame as file:line\n{trace}")


def ips(text):
    r = ollama.generate(model="llama3.1", prompt=f"list all IPv4 addresses in the text, comma separated, nothing else:\n\n{text}")
    return [x.strip() for x in r["response"].split(",")]


def status_name(code):
    r = ollama.chat(model="llama3.1", messages=[{"role": "user", "content": f"what is the standard reason phrase for HTTP status {code}? phrase only"}])
    return r["message"]["content"]


def browser(ua):
    r = ollama.chat(
        model="llama3.1",
        format="json",
        messages=[
            {"role": "system", "content": 'You get a User-Agent header. Answer with JSON: {"browser": ..., "browser_version": ..., "os": ...}'},
            {"role": "user", "content": ua},
        ],
    )
    return json.loads(r["message"]["content"])


def why(log):
    return gen(f"here are the last 200 lines before the box died. extract the root cause, the time it started (ISO 8601) and how many services were hit:\n{log}", model="llama3.1:70b")


def explain_payload(blob):
    return gen("decode this base64 blob and tell me what the script inside does and if i should worry:\n" + blob)


def same_cause(incidents):
    r = ollama.chat(model="llama3.1:70b", messages=[{"role": "user", "content": "\n".join(["Count how many different underlying problems these alerts come from. Number only.", *incidents])}])
    return int(r["message"]["content"])


if __name__ == "__main__":
    for l in sys.stdin:
        print(access(l.rstrip()))
