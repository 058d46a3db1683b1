use std::collections::HashMap;

const STOP: &str = " a about after all also an and any are as at be because been but by can could did do does for \
from had has have he her his how i if in into is it its may more most no not of on one or \
other our out she should so some such than that the their them then there these they this \
those to up was we were what when which who will with would you your ";

/// Returns the phrases of an English text with the highest RAKE scores.
pub fn extract_keywords(text: &str, count: i64) -> Vec<String> {
    let runs = runs(&text.to_lowercase());
    let phrases: Vec<&Vec<String>> = runs
        .iter()
        .filter(|run| (1..=4).contains(&run.len()))
        .collect();
    let mut words: HashMap<&str, (f64, f64)> = HashMap::new();
    for phrase in &phrases {
        for word in *phrase {
            let (frequency, degree) = words.entry(word).or_default();
            *frequency += 1.0;
            *degree += phrase.len() as f64;
        }
    }
    let mut scores: Vec<(String, f64)> = Vec::new();
    for phrase in phrases {
        let ratios = phrase.iter().map(|word| words[word.as_str()]);
        let score = ratios.map(|(frequency, degree)| degree / frequency).sum();
        let name = phrase.join(" ");
        if !scores.iter().any(|(known, _)| *known == name) {
            scores.push((name, score));
        }
    }
    scores.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    scores.truncate(usize::try_from(count).unwrap_or(0));
    scores.into_iter().map(|(phrase, _)| phrase).collect()
}

/// The runs of words between stop words, numbers and punctuation.
fn runs(text: &str) -> Vec<Vec<String>> {
    let chars: Vec<char> = text.chars().collect();
    let mut runs = vec![Vec::new()];
    let mut word = String::new();
    for (at, &c) in chars.iter().chain(&['\n']).enumerate() {
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        let joins = matches!(c, '\'' | '’' | '-') && !word.is_empty() && next.is_alphanumeric();
        if c.is_alphanumeric() || joins {
            word.push(c);
            continue;
        }
        let ends = STOP.contains(&format!(" {word} ")) || word.chars().all(|c| c.is_ascii_digit());
        if !word.is_empty() && ends {
            runs.push(Vec::new());
        } else if !word.is_empty() {
            runs.last_mut().expect("never empty").push(word.clone());
        }
        word.clear();
        if ".,;:!?()\n".contains(c) {
            runs.push(Vec::new());
        }
    }
    runs
}
