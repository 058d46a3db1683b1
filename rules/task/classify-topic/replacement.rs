/// Typical words of each topic; better: a classifier trained on your own labelled texts.
#[rustfmt::skip]
const TOPICS: &[(&str, &str)] = &[
    ("sport", "match team goal league coach player players season scored win cup tournament striker olympic race championship football tennis"),
    ("business", "market shares profit company investors bank stock sales revenue merger economy inflation trade quarter earnings startup"),
    ("technology", "software app computer data chip smartphone internet cloud ai robot developers cyber startup device algorithm browser"),
    ("politics", "government minister parliament election vote president party senate law policy campaign coalition treaty opposition bill"),
    ("health", "patients hospital doctor doctors disease virus vaccine treatment cancer medical drug symptoms health clinic therapy"),
    ("entertainment", "film movie actor actress album band concert singer series festival director premiere song oscar stage"),
];

/// Returns the topic most of whose typical words occur in an English text, or 'other'.
pub fn classify_topic(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_lowercase()).collect();
    let mut best = ("other", 0);
    for (topic, typical) in TOPICS {
        let known: Vec<&str> = typical.split(' ').collect();
        let score = words.iter().filter(|word| known.contains(word)).count();
        if score > best.1 {
            best = (topic, score);
        }
    }
    best.0.to_owned()
}
