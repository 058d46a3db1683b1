use jiff::civil::Date;

const FORM: &str = "YYYY-MM-DD"; // slot: form

/// Returns whether a text is, as a whole, a calendar date in the form asked for.
pub fn validate_date(text: &str) -> bool {
    let fits = FORM.chars().zip(text.chars()).all(|(wanted, c)| {
        if "YMD".contains(wanted) {
            c.is_ascii_digit()
        } else {
            c == wanted
        }
    });
    let figures = |name: char| -> Option<i16> {
        let pairs = FORM.chars().zip(text.chars());
        let own = pairs.filter(|(wanted, _)| *wanted == name);
        own.map(|(_, c)| c).collect::<String>().parse().ok()
    };
    let date = || {
        let (month, day) = (
            figures('M')?.try_into().ok()?,
            figures('D')?.try_into().ok()?,
        );
        Date::new(figures('Y').filter(|year| *year > 0)?, month, day).ok()
    };
    fits && text.chars().count() == FORM.chars().count() && date().is_some()
}
