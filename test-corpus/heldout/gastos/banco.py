# importa el extracto del banco y lo ordena
import base64
import json

import google.generativeai as genai

genai.configure()
flash = genai.GenerativeModel("gemini-1.5-flash")
con_reglas = genai.GenerativeModel(
    "gemini-1.5-flash",
    system_instruction="Eres el revisor de extractos. Tu tarea: sumar los importes de los movimientos que recibas y devolver solo el total, con dos decimales.",
)


def total(movimientos: list[str]) -> str:
    return con_reglas.generate_content("\n".join(movimientos)).text


def moneda(texto: str) -> str:
    r = flash.generate_content(f"Dame el código ISO 4217 de la moneda: {texto}. Solo las tres letras.")
    return r.text.strip()


def importe(linea: str) -> str:
    r = flash.generate_content(
        ["Extrae el importe que aparece en esta línea del extracto bancario, tal como está escrito. Sin explicaciones.", linea],
        generation_config={"temperature": 0, "max_output_tokens": 16},
    )
    return r.text


def ticket(foto: bytes) -> dict:
    imagen = {"mime_type": "image/jpeg", "data": base64.b64encode(foto).decode()}
    r = flash.generate_content(["Extrae de este ticket el importe total y la fecha (AAAA-MM-DD). Responde en JSON.", imagen])
    return json.loads(r.text)


def sospechoso(movimientos: list[str]) -> list[str]:
    instruccion = """Revisa los movimientos de la tarjeta.
Encuentra los duplicados: cargos que el comercio parece haber cobrado dos veces aunque el texto, la hora o el
importe no sean idénticos (propinas, cambio de moneda, ajustes). Devuelve solo esas líneas."""
    return flash.generate_content(instruccion + "\n\n" + "\n".join(movimientos)).text.splitlines()
