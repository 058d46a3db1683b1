import os

import boto3
import json

bedrock = boto3.client("bedrock-runtime", region_name=os.environ.get("AWS_REGION", "eu-central-1"))
MODEL_ID = "anthropic.claude-3-haiku-20240307-v1:0"


def per_host(lines: list[str]) -> dict:
    request = {
        "anthropic_version": "bedrock-2023-05-31",
        "max_tokens": 500,
        "system": "Count the log lines per host (the second column). Return a JSON object that maps each host to its number of lines.",
        "messages": [{"role": "user", "content": "\n".join(lines)}],
    }
    response = bedrock.invoke_model(modelId=MODEL_ID, body=json.dumps(request))
    return json.loads(json.loads(response["body"].read())["content"][0]["text"])


def seconds(text: str) -> int:
    response = bedrock.converse(
        modelId=MODEL_ID,
        messages=[{"role": "user", "content": [{"text": f"How many seconds is {text}? The input looks like 1h 20m 5s. Answer with the integer."}]}],
        inferenceConfig={"maxTokens": 8, "temperature": 0},
    )
    return int(response["output"]["message"]["content"][0]["text"])


def on_call_note(events: str) -> str:
    response = bedrock.converse(
        modelId=MODEL_ID,
        system=[{"text": "Write the handover for the next shift: what happened in order of time, how long each took, what is still open."}],
        messages=[{"role": "user", "content": [{"text": events}]}],
    )
    return response["output"]["message"]["content"][0]["text"]


def store(key: str, note: str) -> None:
    boto3.client("s3").put_object(Bucket="handover", Key=key, Body=note.encode())


def queue(prompt: str) -> None:
    boto3.client("lambda").invoke(FunctionName="digest", Payload=json.dumps({"prompt": prompt}))
