"""A very small ORM; the table names follow the old CRM."""
from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace


@dataclass
class Customer:
    email: str
    phone: str
    postcode: str | None = None


class Table:
    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list = []

    def create(self, *args, **fields):
        self.rows.append(args[0] if args else fields)
        return self.rows[-1]


class Database:
    def __init__(self) -> None:
        self.customers = Table("customers")
        self.chat = SimpleNamespace(completions=Table("finished_chats"))
        self.messages = Table("messages")

    def close_chat(self, chat_id: int) -> None:
        self.chat.completions.create(model="chat", id=chat_id, state="closed")
        self.messages.create(model="note", messages=[f"Chat {chat_id} was closed."])
