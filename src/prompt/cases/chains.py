"""LangChain."""
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate, MessagesPlaceholder, PromptTemplate
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4o-mini", temperature=0)
SLUG = PromptTemplate.from_template("Slugify {title}. Use {{hyphens}} in {style}.")
PROMPT = ChatPromptTemplate.from_messages(
    [
        ("system", "Return the {unit} as JSON {{\"unit\": 1}}."),
        MessagesPlaceholder("history"),
        ("human", "{text}"),
    ]
)


def dated(text):
    chain = PROMPT | llm | StrOutputParser()
    return chain.invoke({"text": text, "unit": "date"})


def slug(title):
    return (SLUG | llm).invoke({"title": title, "style": "ascii"})


def formatted(title):
    return llm.invoke(SLUG.format(title=title, style="ascii"))


def messages(text):
    reply = llm.invoke([SystemMessage(content="Which language is it?"), HumanMessage(content=text)])
    return reply.content


def bare(text):
    return llm.invoke(f"Translate to French: {text}").content
