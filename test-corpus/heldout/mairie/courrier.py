"""Tri du courrier électronique de la mairie."""
from __future__ import annotations

import json
import os
from pathlib import Path

import requests
from jinja2 import Environment, FileSystemLoader

API = "https://api.mistral.ai/v1/chat/completions"
env = Environment(loader=FileSystemLoader(Path(__file__).parent / "modeles"))


class Assistant:
    systeme = "Tu es un assistant."
    modele = "mistral-small-latest"

    def demander(self, texte: str) -> str:
        corps = {
            "model": self.modele,
            "temperature": 0,
            "messages": [{"role": "system", "content": self.systeme}, {"role": "user", "content": texte}],
        }
        entetes = {"Authorization": "Bearer " + os.environ["MISTRAL_API_KEY"]}
        reponse = requests.post(API, json=corps, headers=entetes, timeout=30)
        reponse.raise_for_status()
        return reponse.json()["choices"][0]["message"]["content"].strip()


class Adresse(Assistant):
    systeme = """Découpe l'adresse postale française en ses éléments.
Réponds en JSON : {"numero": "", "voie": "", "code_postal": "", "ville": ""}"""


class Redacteur(Assistant):
    modele = "mistral-large-latest"
    systeme = "Tu réponds aux habitants au nom de la mairie, avec courtoisie et en phrases courtes. Rappelle la date et le numéro du dossier."


def adresse(ligne: str) -> dict:
    return json.loads(Adresse().demander(ligne))


def reponse(courriel: str) -> str:
    return Redacteur().demander(courriel)


def service(objet: str) -> str:
    prompt = env.get_template("service.txt.j2").render(objet=objet)
    return Assistant().demander(prompt)


def date_de_l_acte(texte: str) -> str:
    return Assistant().demander("Trouve la date de l'acte dans le texte et donne-la au format AAAA-MM-JJ, sans rien d'autre.\n\n" + texte)


def langue(texte: str) -> str:
    return Assistant().demander(f"Dans quelle langue ce message est-il écrit ? Réponds par le code à deux lettres.\n\n{texte}")


def recevable(demande: str) -> bool:
    prompt = env.get_template("recevable.txt.j2").render(demande=demande)
    return Assistant().demander(prompt).lower() == "oui"


def compte(reclamations: list[str]) -> str:
    return Assistant().demander("\n".join(["Compte les réclamations qui parlent du même problème et classe les problèmes du plus fréquent au plus rare.", *reclamations]))
