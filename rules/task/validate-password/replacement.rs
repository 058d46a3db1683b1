/// What a password must hold: lowercase, uppercase, digit, symbol.
const CLASSES: &[&str] = &["lowercase", "uppercase", "digit", "symbol"]; // slot: classes

const LEAST: usize = 8;

/// Returns whether a password is long enough and has a character of each class.
pub fn validate_password(password: &str) -> bool {
    let holds = |class: &str| {
        password.chars().any(|c| match class {
            "lowercase" => c.is_lowercase(),
            "uppercase" => c.is_uppercase(),
            "digit" => c.is_ascii_digit(),
            _ => !c.is_alphanumeric(),
        })
    };
    password.chars().count() >= LEAST && CLASSES.iter().all(|class| holds(class))
}
