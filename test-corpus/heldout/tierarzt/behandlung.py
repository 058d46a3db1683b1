"""Alles, was im Behandlungsraum gebraucht wird."""
from dataclasses import dataclass

from .ki import client, frage, lade_text


@dataclass
class Patient:
    name: str
    tierart: str
    gewicht: str
    notizen: str = ""


MENGE = """Berechne die Gesamtdosis.
Rechenweg: Dosis je Kilogramm mal Körpergewicht, auf eine Nachkommastelle gerundet.
Ausgabe: nur die Zahl in Milligramm.

Dosis je Kilogramm: {dosis} mg
Körpergewicht: {kilo} kg"""


def kilo(patient: Patient) -> float:
    return float(frage("Rechne das Gewicht von Pfund (500 g) in Kilogramm um. Nur die Zahl, Punkt als Dezimaltrenner.", patient.gewicht))


def menge(dosis: float, kilogramm: float) -> float:
    antwort = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": MENGE.format(dosis=dosis, kilo=kilogramm)}],
    )
    return float(antwort.choices[0].message.content)


def dosis_vorschlag(patient: Patient, wirkstoff: str) -> str:
    zeilen = [
        "Du bist Fachtierarzt für Pharmakologie.",
        f"Berechne für {wirkstoff} die Dosis, die zu diesem Tier und seiner Vorgeschichte passt.",
        "Berücksichtige Nieren- und Leberwerte, soweit sie in den Notizen stehen.",
        "",
        f"Tierart: {patient.tierart}",
        f"Gewicht: {patient.gewicht}",
        f"Notizen: {patient.notizen}",
    ]
    antwort = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "\n".join(zeilen)}])
    return antwort.choices[0].message.content


def befund_fuer_halter(befund: str) -> str:
    return frage(lade_text("befund"), befund, modell="gpt-4o")


def auffaellige(laborwerte: str) -> list[str]:
    return frage(
        "Filtere die Laborwerte: behalte nur die, die für dieses Tier ungewöhnlich sind. Eine Zeile je Wert, unverändert.",
        laborwerte,
    ).splitlines()


def kontrolle(satz: str, heute: str) -> str:
    antwort = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {
                "role": "user",
                "content": f"Heute ist der {heute}. Welches Datum ist mit „{satz}“ gemeint? Antworte im Format JJJJ-MM-TT.",
            }
        ],
        max_tokens=12,
    )
    return antwort.choices[0].message.content
