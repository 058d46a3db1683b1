"""DSPy: signatures as texts and classes, and what their fields are filled with."""

from typing import Literal, Optional

import dspy

dspy.configure(lm=dspy.LM("openai/gpt-4o-mini"))


class Emotion(dspy.Signature):
    """Classify the emotion of a sentence."""

    sentence: str = dspy.InputField(desc="one sentence")
    emotion: Literal["joy", "anger"] = dspy.OutputField()
    score: Optional[float] = dspy.OutputField(desc="from 0 to 1")


class WithRules(Emotion):
    """Classify the emotion by the rules."""

    rules = dspy.InputField(prefix="The rules:\n", format=str)
    reason = dspy.OutputField(prefix="Because: ", format=str)


class Reader(dspy.Module):
    def __init__(self, engine):
        super().__init__()
        self.engine = engine
        self.queries = dspy.Predict("topic, history: list[str] -> queries: list[str]")
        self.classify = dspy.ChainOfThought(WithRules)

    def forward(self, topic, rules):
        found = self.queries(topic=topic, history=[])
        with dspy.context(lm=self.engine):
            return self.classify(sentence=found.queries[0], rules=rules)


reader = Reader(dspy.LM(model="anthropic/claude-3-5-haiku-latest"))
reader(topic="tea", rules="none")
emotion = dspy.Predict(Emotion)
print(emotion(sentence="what a day").emotion)

toxic = dspy.Predict(
    dspy.Signature("comment -> toxic: bool", instructions="Mark insults as toxic.")
)
toxic(comment="you are beautiful")

agent = dspy.ReAct("question -> answer: Literal['yes', 'no'] | None", tools=[reader])
agent(question="Is it tea?")

# Data, a metric and a module that is only built.
example = dspy.Example(question="a", answer="b").with_inputs("question")
dspy.Evaluate(devset=[example], metric=lambda a, b: a == b)
dspy.ChainOfThought("question -> answer")
