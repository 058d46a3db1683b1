"""Bot de Telegram para llevar los gastos de la casa."""
import json
import os
from datetime import date

import openai
from telegram import Update
from telegram.ext import ContextTypes

openai.api_key = os.getenv("OPENAI_API_KEY")

CATEGORIAS = ["supermercado", "transporte", "alquiler", "restaurantes", "salud", "ocio", "otros"]

PROMPT_GASTO = """Sos un asistente que registra gastos. El usuario te manda un mensaje corto, por ejemplo:

"super 12500" -> {"concepto": "super", "monto": 12500, "moneda": "ARS"}
"20 usd netflix" -> {"concepto": "netflix", "monto": 20, "moneda": "USD"}
"taxi 3.400" -> {"concepto": "taxi", "monto": 3400, "moneda": "ARS"}

Devolvé solamente el JSON. Si no hay moneda, es ARS.

Mensaje: """


def _chat(prompt, **kw):
    r = openai.ChatCompletion.create(
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": prompt}],
        **kw,
    )
    return r["choices"][0]["message"]["content"].strip()


def leer_gasto(mensaje):
    return json.loads(_chat(PROMPT_GASTO + mensaje, temperature=0))


def categoria(concepto):
    prompt = (
        f"Clasificá este gasto en una de estas categorías: {', '.join(CATEGORIAS)}.\n"
        f"Gasto: {concepto}\n"
        "Respondé solo con el nombre de la categoría."
    )
    cat = _chat(prompt, temperature=0, max_tokens=10).lower()
    return cat if cat in CATEGORIAS else "otros"


def dividir(total, personas):
    return _chat(f"Dividí una cuenta de {total} pesos en partes iguales entre {personas} personas. Decime cuánto paga cada una, solo el número con dos decimales.")


def a_pesos(monto, cotizacion):
    return float(_chat("Convertí {m} dólares a pesos argentinos. El dólar está a {c} pesos. Respondé solo con el número.".format(m=monto, c=cotizacion)))


def porcentaje(parte, total):
    return _chat(f"¿Qué porcentaje de {total} es {parte}? Solo el número, redondeado a un decimal, con el signo %.")


def resumen_mes(gastos):
    """Le da al usuario una idea de cómo viene."""
    lista = "\n".join(f"{g['fecha']} {g['concepto']} {g['monto']}" for g in gastos)
    return _chat(
        f"Estos son mis gastos de {date.today():%B}:\n{lista}\n\n"
        "Decime el total, en qué estoy gastando de más y tirame un consejo, con onda y con emojis."
    )


def prescindibles(gastos):
    return _chat(
        "Ordená estos gastos de mayor a menor según cuánto me costaría vivir sin ellos. Uno por línea.\n"
        + "\n".join(g["concepto"] for g in gastos)
    ).splitlines()


async def on_message(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    texto = update.message.text
    await update.message.reply_text("Un momento…")
    gasto = leer_gasto(texto)
    gasto["categoria"] = categoria(gasto["concepto"])
    context.chat_data.setdefault("gastos", []).append(gasto)
    await context.bot.send_message(chat_id=update.effective_chat.id, text=f"Anotado: {gasto}")
