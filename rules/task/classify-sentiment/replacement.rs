use std::sync::LazyLock;

use vader_sentimental::SentimentIntensityAnalyzer;

#[rustfmt::skip]
const LABELS: &[(&str, &str)] = &[("positive", "positive"), ("negative", "negative"), ("neutral", "neutral")]; // slot: table

static ANALYZER: LazyLock<SentimentIntensityAnalyzer<'static>> =
    LazyLock::new(SentimentIntensityAnalyzer::new);

/// Returns the label of an English text's sentiment: positive, negative or neutral.
pub fn classify_sentiment(text: &str) -> Option<String> {
    let score = |text: &str| ANALYZER.polarity_scores(text).compound;
    // The crate counts the exclamation marks of a neutral text as negative.
    let neutral = score(&text.replace(['!', '?'], " ")) == 0.0;
    let polarity = match score(text) {
        _ if neutral => "neutral",
        compound if compound >= 0.05 => "positive",
        compound if compound <= -0.05 => "negative",
        _ => "neutral",
    };
    let label = LABELS.iter().find(|(name, _)| *name == polarity);
    label.map(|(_, label)| (*label).to_owned())
}
