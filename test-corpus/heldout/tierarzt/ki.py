"""Anbindung an das Sprachmodell. Alle Texte liegen unter texte/."""
from __future__ import annotations

import logging
from pathlib import Path

from openai import OpenAI

log = logging.getLogger(__name__)

ORDNER = Path(__file__).parent / "texte"
client = OpenAI()


def lade_text(name: str) -> str:
    return (ORDNER / f"{name}.txt").read_text(encoding="utf-8")


def frage(anweisung: str, inhalt: str, modell: str = "gpt-4o-mini") -> str:
    """Schickt Anweisung und Inhalt ans Modell und gibt den Text der Antwort zurück."""
    antwort = client.chat.completions.create(
        model=modell,
        temperature=0,
        messages=[
            {"role": "system", "content": anweisung},
            {"role": "user", "content": inhalt},
        ],
    )
    text = antwort.choices[0].message.content or ""
    log.debug("%d Zeichen Antwort", len(text))
    return text.strip()
