from __future__ import annotations

import json
import logging
import os

from google import genai
from google.genai import types

log = logging.getLogger("talent.screening")

SCREENING_SYSTEM = """\
# ROLE
You are an experienced technical recruiter at a mid-sized software company in Vienna.

# TASK
Compare the CV with the job description and score the match from 0 to 100.

# RULES
* Extract the must-have skills from the job description first.
* Count how many of them the candidate has shown in practice; a skill that is merely listed counts half.
* Validate the dates: gaps of more than 12 months need an explanation in the letter.
* Do not let age, gender or origin play any part.

# OUTPUT
Return ONLY valid JSON:
{
  "score": <integer 0-100>,
  "must_haves_met": <integer>,
  "comment": "<one sentence for the hiring manager>"
}
"""

SKILLS = "Extract all technical skills from the CV. Merge spellings of the same skill, skip soft skills. Return a JSON array of strings."


class Screener:
    """One conversation-free call per question."""

    MODEL = "gemini-2.0-flash"
    ANONYMISE = (
        "Mask personal data in the text: replace e-mail addresses with [EMAIL], phone numbers with [PHONE] "
        "and personal names with [NAME]. Leave everything else as it is."
    )

    def __init__(self, api_key: str | None = None) -> None:
        self._client = genai.Client(api_key=api_key or os.environ["GEMINI_API_KEY"])

    def _ask(self, system: str, text: str, as_json: bool = False) -> str:
        config = types.GenerateContentConfig(
            system_instruction=system,
            temperature=0.0,
            response_mime_type="application/json" if as_json else "text/plain",
        )
        response = self._client.models.generate_content(model=self.MODEL, contents=text, config=config)
        return response.text or ""

    def score(self, cv: str, job: str) -> dict:
        return json.loads(self._ask(SCREENING_SYSTEM, f"<cv>{cv}</cv>\n<job>{job}</job>", as_json=True))

    def skills(self, cv: str) -> list[str]:
        return json.loads(self._ask(SKILLS, cv, as_json=True))

    def anonymous(self, text: str) -> str:
        return self._ask(self.ANONYMISE, text)

    def salutation(self, first_name: str) -> str:
        answer = self._ask("You know first names from all over Europe.", f"Is the first name '{first_name}' usually male or female? Reply with male, female or unknown.")
        return {"male": "Herr", "female": "Frau"}.get(answer.strip().lower(), "")

    def portfolio(self, cv: str) -> list[str]:
        return self._ask("List all web addresses (URLs) in the document, one per line. If there are none, return nothing.", cv).splitlines()

    def red_flags(self, cv: str) -> str:
        return self._ask("Check the dates in this CV for inconsistencies that a recruiter should ask about. Give at most three questions.", cv)

    def years(self, phrase: str) -> int:
        return int(self._ask("Convert the number written in words to digits. Output digits only.", phrase))
