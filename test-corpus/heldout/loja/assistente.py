"""Funções de IA da loja. TODO: mover os prompts para um arquivo só."""
import os
import re

from groq import Groq
from mistralai import Mistral

groq = Groq()
mistral = Mistral(api_key=os.environ["MISTRAL_API_KEY"])
MODELO = "llama-3.1-8b-instant"


def perguntar(instrucao: str, texto: str, max_tokens: int = 256) -> str:
    resposta = groq.chat.completions.create(
        model=MODELO,
        temperature=0,
        max_tokens=max_tokens,
        messages=[{"role": "system", "content": instrucao}, {"role": "user", "content": texto}],
    )
    return resposta.choices[0].message.content.strip()


def cpf_valido(cpf: str) -> bool:
    return perguntar("Verifique se o CPF tem dígitos verificadores corretos. Responda apenas SIM ou NAO.", cpf, max_tokens=3) == "SIM"


def cep_valido(cep: str) -> bool:
    return perguntar("O texto é um CEP brasileiro no formato 00000-000? Responda apenas SIM ou NAO.", cep) == "SIM"


def sigla(estado: str) -> str:
    return perguntar("Você responde apenas com siglas.", f"Qual é a sigla de duas letras do estado {estado}?", max_tokens=2)


def preco(valor: float) -> str:
    return perguntar("Formate o valor em reais no padrão brasileiro, por exemplo R$ 1.234,50.", f"{valor}")


def por_extenso(valor: int) -> str:
    r = mistral.chat.complete(
        model="mistral-small-latest",
        messages=[{"role": "user", "content": f"Escreva o número {valor} por extenso em português. Só o texto."}],
    )
    return r.choices[0].message.content


def url_do_produto(nome: str) -> str:
    prompt = f"""Crie o slug da URL para o produto "{nome}":
- tudo em minúsculas
- sem acentos
- espaços viram hífens
- remova qualquer outro símbolo
Retorne somente o slug."""
    r = mistral.chat.complete(model="mistral-small-latest", messages=[{"role": "user", "content": prompt}])
    return re.sub(r"\s", "", r.choices[0].message.content)


def icms(valor: float, aliquota: float) -> float:
    return float(perguntar("Calcule o imposto. Responda só com o número, ponto como separador decimal.", f"Preço sem imposto: {valor}\nAlíquota: {aliquota}%"))


def humor(avaliacao: str) -> str:
    return perguntar("Classifique o sentimento da avaliação do cliente: positivo, negativo ou neutro. Uma palavra.", avaliacao, max_tokens=4)


def ofensivo(comentario: str) -> bool:
    return perguntar("O comentário contém ofensas ou linguagem abusiva? Responda true ou false.", comentario) == "true"


def descricao(nome: str, dados: dict) -> str:
    r = mistral.chat.complete(
        model="mistral-large-latest",
        messages=[
            {
                "role": "user",
                "content": f"Escreva a descrição do produto {nome} para o site. Formate o preço e as medidas corretamente, ordene as vantagens pela importância e use no máximo 500 caracteres.\n{dados}",
            }
        ],
    )
    return r.choices[0].message.content


def preco_justo(nome: str, concorrentes: str) -> str:
    return perguntar("Você conhece o mercado de artesanato. Calcule o preço ideal. Responda só com o número.", f"{nome}\nPreços vistos na feira:\n{concorrentes}")
