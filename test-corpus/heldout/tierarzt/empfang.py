from __future__ import annotations

import datetime

from tierarzt.ki import frage, lade_text

NAME = """Zerlege den Namen des Tierhalters in seine Bestandteile.

Gib JSON zurück mit den Schlüsseln "anrede", "titel", "vorname" und "nachname".
Was fehlt, bleibt leer ("").

Beispiele:
Frau Dr. Anna Lehmann -> {"anrede": "Frau", "titel": "Dr.", "vorname": "Anna", "nachname": "Lehmann"}
Jens Ohlsen -> {"anrede": "", "titel": "", "vorname": "Jens", "nachname": "Ohlsen"}
"""

TELEFON = (
    "Bringe die Telefonnummer in die internationale Schreibweise, also +49 und dann die Nummer ohne führende Null, "
    "ohne Leerzeichen. Gib nur die Nummer aus."
)


def alter(geboren: datetime.date) -> int:
    heute = datetime.date.today()
    return int(frage(lade_text("alter"), f"Geburtsdatum: {geboren:%d.%m.%Y}\nHeute: {heute:%d.%m.%Y}"))


def halter(name: str) -> str:
    return frage(NAME, name)


def nummer(roh: str) -> str:
    return frage(TELEFON, roh)


def anliegen(nachricht: str) -> str:
    art = frage(lade_text("anliegen"), nachricht)
    return art if art in {"termin", "rezept", "rechnung", "sonstiges"} else "sonstiges"


def wartezimmer(wartende: list[str]) -> list[str]:
    return frage(lade_text("dringlichkeit"), "\n".join(wartende), modell="gpt-4o").splitlines()


def werktage(von: str, bis: str) -> int:
    anweisung = "Wie viele Werktage (Montag bis Freitag) liegen zwischen den beiden Daten, beide mitgezählt? Nur die Zahl."
    return int(frage(anweisung, f"{von} bis {bis}"))


def plausibel(tierart: str, impfung: str, termin: str) -> bool:
    urteil = frage(
        "Prüfe, ob das Datum der nächsten Impfung medizinisch sinnvoll ist. Antworte mit ja oder nein.",
        f"Tierart: {tierart}\nImpfung: {impfung}\nGeplant am: {termin}",
    )
    return urteil.lower().startswith("ja")
