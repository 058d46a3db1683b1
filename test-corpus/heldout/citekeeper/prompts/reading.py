RELEVANCE = """You support a systematic review. The question of the review:
{question}

Sort the abstracts below by how much they contribute to answering it, the most relevant first.
Return a JSON array of the abstract numbers."""

STANCE_COUNT = (
    "Count how many of the following papers support the claim, how many contradict it and how many are neutral. "
    'Return JSON: {{"support": n, "contradict": n, "neutral": n}}.\n\nClaim: {claim}\n\nPapers:\n{papers}'
)

METHOD_CHECK = """Validate the methods section of the paper. Is the sample large enough for the claim, is the
statistical test the right one, are confounders dealt with? Answer VALID or INVALID and give one reason."""

SUMMARY = "Summarise the paper for a first-year student in exactly 150 words. Keep the year and the number of participants."
