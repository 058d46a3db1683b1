"""Variables of templates that calls fill."""
from langchain_core.prompts import ChatPromptTemplate, PromptTemplate
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4o")
FORM = "Answer as a JSON array."
dates = PromptTemplate.from_template("Extract the dates. {form}\n{text}")
chat = ChatPromptTemplate.from_messages([("system", "Translate to {lang}. {rules}"), ("user", "{text}")])


def invoked(text):
    return (dates | llm).invoke({"form": FORM, "text": text})


def by_keyword(text):
    return (dates | llm).invoke(input={"form": FORM, "text": text})


def batch(texts):
    return (dates | llm).batch([{"form": FORM, "text": text} for text in texts])


def messages(text):
    return llm.invoke(chat.format_messages(lang="German", rules=FORM, text=text))


def value(text):
    filled = chat.invoke({"lang": "Dutch", "rules": FORM, "text": text})
    return llm.invoke(filled)


def partly(text):
    french = chat.partial(lang="French")
    return (french | llm).invoke({"rules": "Be brief.", "text": text})


def unknown(values):
    return (dates | llm).invoke(values)
