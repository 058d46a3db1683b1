const FORM: &str = "words"; // slot: form

#[rustfmt::skip]
const ONES: [&str; 20] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const GROUPS: [&str; 5] = ["", " thousand", " million", " billion", " trillion"];
const IRREGULAR: &[(&str, &str)] = &[
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
];
#[rustfmt::skip]
const ROMAN: [(&str, usize); 13] = [
    ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50),
    ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
];

/// Returns a whole number in English words, as an ordinal or a Roman numeral.
pub fn number_words(number: i64) -> Option<String> {
    if FORM == "roman" {
        let fits = (1..=3999).contains(&number);
        return fits.then(|| roman(number as usize));
    }
    let size = usize::try_from(number.unsigned_abs()).ok()?;
    (size < 1_000_000_000_000_000).then_some(())?;
    let sign = if number < 0 { "minus " } else { "" };
    let text = format!("{sign}{}", words(size));
    Some(if FORM == "ordinal" {
        ordinal(&text)
    } else {
        text
    })
}

fn words(mut number: usize) -> String {
    if number == 0 {
        return ONES[0].to_owned();
    }
    let mut parts = Vec::new();
    for name in GROUPS {
        if number % 1000 > 0 {
            parts.insert(0, below_thousand(number % 1000) + name);
        }
        number /= 1000;
    }
    parts.join(" ")
}

fn below_thousand(number: usize) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let mut parts = Vec::new();
    if hundreds > 0 {
        parts.push(format!("{} hundred", ONES[hundreds]));
    }
    match (rest / 10, rest % 10) {
        (0, 0) => {}
        (0 | 1, _) => parts.push(ONES[rest].to_owned()),
        (tens, 0) => parts.push(TENS[tens - 2].to_owned()),
        (tens, ones) => parts.push(format!("{}-{}", TENS[tens - 2], ONES[ones])),
    }
    parts.join(" ")
}

fn ordinal(words: &str) -> String {
    let at = words.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (head, last) = words.split_at(at);
    match IRREGULAR.iter().find(|(plain, _)| *plain == last) {
        Some((_, irregular)) => format!("{head}{irregular}"),
        None => match words.strip_suffix('y') {
            Some(stem) => format!("{stem}ieth"),
            None => format!("{words}th"),
        },
    }
}

fn roman(mut number: usize) -> String {
    let mut numeral = String::new();
    for (sign, value) in ROMAN {
        numeral.push_str(&sign.repeat(number / value));
        number %= value;
    }
    numeral
}
