from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

# fmt: off
LABELS: dict[str, str] = {"positive": "positive", "negative": "negative", "neutral": "neutral"}  # slot: table
# fmt: on

_ANALYZER = SentimentIntensityAnalyzer()


def classify_sentiment(text: str) -> str:
    """Return the label of an English text's sentiment: positive, negative or neutral."""
    compound = _ANALYZER.polarity_scores(text)["compound"]
    if compound >= 0.05:
        return LABELS["positive"]
    if compound <= -0.05:
        return LABELS["negative"]
    return LABELS["neutral"]
