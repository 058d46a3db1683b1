from langchain_openai import ChatOpenAI
from nodes import make_node, Judge

llm = ChatOpenAI()
node = make_node(llm)
judge = Judge(llm=llm)
