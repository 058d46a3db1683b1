use std::sync::LazyLock;

use regex::Regex;

#[rustfmt::skip]
const SMALL: [&str; 20] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const GROUPS: [&str; 4] = ["thousand", "million", "billion", "trillion"];

static FIGURES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:-?[0-9]{1,3}(?:,[0-9]{3})+|-?[0-9]{1,15})$").expect("the pattern is valid")
});
static NUMERAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")
        .expect("the pattern is valid")
});

/// Returns the whole number that English words, a Roman numeral or figures mean.
pub fn words_to_number(text: &str) -> Option<i64> {
    let lower = text.trim().to_lowercase();
    if FIGURES.is_match(&lower) {
        return lower.replace(',', "").parse().ok();
    }
    if !lower.is_empty() && NUMERAL.is_match(&lower) {
        return Some(roman(&lower));
    }
    let split = |c: char| c.is_whitespace() || c == '-';
    let words: Vec<&str> = lower.split(split).filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        ["minus", rest @ ..] => read(rest).map(|number| -number),
        words => read(words),
    }
}

fn read(words: &[&str]) -> Option<i64> {
    let place = |list: &[&str], word: &str| list.iter().position(|known| *known == word);
    let (mut total, mut group, mut known) = (0, 0, false);
    for word in words {
        if *word == "and" && known {
            continue;
        }
        if let Some(at) = place(&SMALL, word) {
            group += at as i64;
        } else if matches!(*word, "a" | "an") && !known {
            group += 1;
        } else if let Some(at) = place(&TENS, word) {
            group += 20 + 10 * at as i64;
        } else if *word == "hundred" {
            group = group.max(1) * 100;
        } else {
            let at = place(&GROUPS, word)?;
            total += group.max(1) * 1000_i64.pow(at as u32 + 1);
            group = 0;
        }
        known = true;
    }
    known.then_some(total + group)
}

fn roman(numeral: &str) -> i64 {
    let value = |letter| match letter {
        'm' => 1000,
        'd' => 500,
        'c' => 100,
        'l' => 50,
        'x' => 10,
        'v' => 5,
        _ => 1,
    };
    let values: Vec<i64> = numeral.chars().map(value).collect();
    let after = values.iter().skip(1).chain([&0]);
    let pairs = values.iter().zip(after);
    pairs
        .map(|(value, after)| if value < after { -value } else { *value })
        .sum()
}
