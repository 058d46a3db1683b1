const CASE: &str = "snake"; // slot: case

/// Returns a text in snake, kebab, camel, pascal, constant, title, sentence, upper or lower case.
pub fn change_case(text: &str) -> String {
    let words = || words(text).into_iter().map(|word| word.to_lowercase());
    match CASE {
        "upper" => text.to_uppercase(),
        "lower" => text.to_lowercase(),
        "sentence" => capital(text),
        "title" => text.split(' ').map(capital).collect::<Vec<_>>().join(" "),
        "kebab" => words().collect::<Vec<_>>().join("-"),
        "constant" => words().collect::<Vec<_>>().join("_").to_uppercase(),
        "pascal" => words().map(|word| capital(&word)).collect(),
        "camel" => words()
            .take(1)
            .chain(words().skip(1).map(|word| capital(&word)))
            .collect(),
        _ => words().collect::<Vec<_>>().join("_"),
    }
}

fn capital(word: &str) -> String {
    let mut rest = word.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest.as_str().to_lowercase().chars()).collect()
}

/// Splits at what is no letter or digit, and at the humps of camelCase and HTTPServer.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut previous = ' ';
    let mut rest = text.chars().filter(|c| !matches!(c, '\'' | '’')).peekable();
    while let Some(c) = rest.next() {
        let before_lower = rest.peek().is_some_and(|next| next.is_lowercase());
        let hump = c.is_uppercase() && (!previous.is_uppercase() || before_lower);
        if !c.is_alphanumeric() || hump {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphanumeric(), words.last_mut()) {
            word.push(c);
        }
        previous = c;
    }
    words.retain(|word| !word.is_empty());
    words
}
