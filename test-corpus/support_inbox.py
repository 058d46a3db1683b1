"""Read one customer mail and file it.

    python support_inbox.py mail.txt
"""
import json
import sys

from openai import OpenAI

client = OpenAI()

REPLY_STYLE = """You are part of the customer care team of a small bicycle shop.
Write a warm, honest answer to the message below. Apologise where we made a mistake,
offer a next step that fits what happened, and keep it under 120 words."""


def customer_address(mail: str) -> str:
    response = client.chat.completions.create(
        model="gpt-4o-mini",
        temperature=0,
        messages=[
            {"role": "system", "content": "Extract the customer's email address from the message. Reply with the address only."},
            {"role": "user", "content": f"Message:\n{mail}"},
        ],
    )
    return response.choices[0].message.content.strip()


def order_number(mail: str) -> str | None:
    prompt = (
        "Find the order number in the text. Order numbers look like BK-2024-00017: "
        "the letters BK, the year, and five digits.\n"
        "Return NONE if there is no order number.\n\n"
        "Text: " + mail
    )
    response = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": prompt}],
        max_tokens=20,
    )
    found = response.choices[0].message.content.strip()
    return None if found == "NONE" else found


def language(mail: str) -> str:
    response = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {
                "role": "user",
                "content": "What language is this text written in? "
                f"Answer with the ISO 639-1 code, nothing else.\n\n{mail}",
            }
        ],
        max_tokens=3,
    )
    return response.choices[0].message.content.strip().lower()


def draft_reply(mail: str, lang: str) -> str:
    response = client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": REPLY_STYLE},
            {"role": "user", "content": f"Write in {lang}.\n\n{mail}"},
        ],
    )
    return response.choices[0].message.content


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as f:
        mail = f.read()
    lang = language(mail)
    ticket = {
        "from": customer_address(mail),
        "order": order_number(mail),
        "language": lang,
        "draft": draft_reply(mail, lang),
    }
    print(json.dumps(ticket, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
