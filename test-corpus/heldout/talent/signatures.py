"""DSPy signatures of the recruiting pipeline."""
from typing import Literal

import dspy

dspy.configure(lm=dspy.LM("openai/gpt-4o-mini", temperature=0))


class YearsBetween(dspy.Signature):
    """Compute the number of whole months between the start date and the end date."""

    start: str = dspy.InputField(desc="YYYY-MM")
    end: str = dspy.InputField(desc="YYYY-MM")
    months: int = dspy.OutputField()


class Period(dspy.Signature):
    """Split an employment period such as 'Mar 2019 – Jun 2021' into its start and end, each as YYYY-MM."""

    period: str = dspy.InputField()
    start: str = dspy.OutputField()
    end: str = dspy.OutputField(desc="'present' if the job is still held")


class Seniority(dspy.Signature):
    """Judge from the career so far how senior the candidate is."""

    career: str = dspy.InputField()
    level: Literal["junior", "mid", "senior", "principal"] = dspy.OutputField()
    years: int = dspy.OutputField(desc="years of relevant experience, leaving out what does not count for this role")


class Pitch(dspy.Signature):
    """Write the first message to a candidate."""

    profile: str = dspy.InputField()
    role: str = dspy.InputField()
    message: str = dspy.OutputField(desc="at most 80 words, first name, no buzzwords")


months_between = dspy.Predict(YearsBetween)
period = dspy.Predict(Period)
seniority = dspy.ChainOfThought(Seniority)


def months(start: str, end: str) -> int:
    return months_between(start=start, end=end).months


def span(text: str) -> tuple[str, str]:
    found = period(period=text)
    return found.start, found.end


def level(career: str) -> str:
    return seniority(career=career).level


def pitch(profile: str, role: str) -> str:
    write = dspy.Predict(Pitch)
    return write(profile=profile, role=role).message


def bio(profile: str) -> str:
    rewrite = dspy.Predict("profile -> short_bio")
    return rewrite(profile=profile).short_bio
