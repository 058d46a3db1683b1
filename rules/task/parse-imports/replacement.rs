use std::sync::LazyLock;

use regex::Regex;

static IMPORT: LazyLock<Regex> = LazyLock::new(|| {
    let forms = [
        r"^[ \t]*from[ \t]+([\w.]+)[ \t]+import\b",
        concat!(
            r"^[ \t]*import[ \t]+(?:static[ \t]+)?([\w.]+(?:[ \t]+as[ \t]+\w+)?",
            r"(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?)*(?:\.\*)?)[ \t]*(?:;|#|$)",
        ),
        r#"^[ \t]*(?:import|export)\b[^;'"()]*\bfrom[ \t]*["']([^"'\n]+)["']"#,
        r#"^[ \t]*import[ \t]*["']([^"'\n]+)["']"#,
        r#"\b(?:require|import)\([ \t]*["']([^"'\n]+)["']"#,
        r"^[ \t]*(?:pub(?:\([a-z]+\))?[ \t]+)?use[ \t]+(?:::)?(\w+)(?:::|;|[ \t]+as\b)",
        r#"^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]"#,
    ];
    Regex::new(&format!("(?m){}", forms.join("|"))).expect("the pattern is valid")
});

/// Returns the modules that a source file imports, each once, in order.
pub fn parse_imports(source: &str) -> Vec<String> {
    let source = source.replace("\r\n", "\n");
    let mut modules: Vec<String> = Vec::new();
    for found in IMPORT.captures_iter(&source) {
        let several = found.get(2).is_some();
        let names = found.iter().skip(1).flatten().next();
        let names = names.map_or("", |names| names.as_str());
        for name in names.split(|c| several && c == ',') {
            let name = name.split_whitespace().next().unwrap_or_default();
            if !modules.iter().any(|known| known == name) {
                modules.push(name.to_owned());
            }
        }
    }
    modules
}
