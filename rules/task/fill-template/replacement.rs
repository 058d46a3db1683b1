use std::sync::LazyLock;

use regex::{Captures, Regex};

const TEMPLATE: &str = "Hello {name}, your order {order} is on its way."; // slot: template

static HOLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\{([A-Za-z_][A-Za-z0-9_]*)\}").expect("the pattern is valid"));

/// Returns the template with its holes filled, or nothing if a value is missing.
pub fn fill_template(values: &[(&str, &str)]) -> Option<String> {
    let value = |hole: &Captures| {
        let known = values.iter().find(|(name, _)| *name == &hole[1]);
        known.map(|(_, value)| (*value).to_owned())
    };
    let complete = HOLE
        .captures_iter(TEMPLATE)
        .all(|hole| value(&hole).is_some());
    complete.then(|| {
        let fill = |hole: &Captures| value(hole).unwrap_or_default();
        HOLE.replace_all(TEMPLATE, fill).into_owned()
    })
}
