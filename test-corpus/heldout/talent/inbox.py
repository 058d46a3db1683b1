"""Applications arrive by mail; this sorts out what is what."""
from langchain.chains import LLMChain
from langchain.chat_models import ChatOpenAI
from langchain.prompts import PromptTemplate
from langchain.schema import HumanMessage, SystemMessage

llm = ChatOpenAI(model_name="gpt-3.5-turbo", temperature=0)

KIND = PromptTemplate(
    input_variables=["text"],
    template="""What kind of document is this? Choose one of: cv, cover letter, certificate, reference, other.

Document:
{text}

Kind:""",
)

ANSWERED = """A candidate was asked whether the interview slot suits them. Read the reply and
answer YES, NO or UNCLEAR.

Reply: {reply}"""

kind_chain = LLMChain(llm=llm, prompt=KIND)


def kind(text):
    return kind_chain.run(text=text).strip().lower()


def accepted(reply):
    return llm([HumanMessage(content=ANSWERED.format(reply=reply))]).content


def applicant_number(subject):
    return llm([
        SystemMessage(content="Return the application number in the subject line. It looks like A-123456. If there is none return an empty string."),
        HumanMessage(content=subject),
    ]).content


def reject(letter, reasons):
    return llm.predict("Use the letter below as a template for tone and write a kind refusal for these reasons. Date and names stay.\n" + letter + "\nReasons: " + reasons)
