use indoc::{formatdoc, indoc};
use std::fmt::Write as _;

const RAW: &str = r#"Reply with {"ok": true}
and nothing else"#;
const GLUED: &str = concat!("Say \"yes\" ", "or \u{201c}no\u{201d}\t—", " now");
const DEDENTED: &str = indoc! {"
    Extract the date.
      - ISO 8601
    "};
static FILE: &str = include_str!("../prompts/date.md");

fn prompts(name: &str, items: &[String], width: usize) -> String {
    let plain = format!("no holes {{kept}}");
    let inline = format!("Hello {name}, {0:>width$} and {0} {:.*}", items.len(), 2, 1.5);
    let doc = formatdoc!(
        "
        Summarise {name}:
          {}
        ",
        items.join("\n- ")
    );
    let from_const = format!(concat!("a {} ", "b"), name);
    let sum = "Translate: ".to_owned() + &name.trim() + "\n" + &inline;
    let replaced = RAW.replace("{\"ok\"", name);
    let joined = [plain.as_str(), &doc].concat();
    let list = vec![plain.clone(), doc];
    let all = list.iter().map(|s| format!("- {s}")).collect::<Vec<_>>().join("\n");
    let mut grown = String::new();
    grown.push_str("You are terse.\n");
    grown += &sum;
    grown.push('\n');
    for (i, item) in items.iter().enumerate() {
        grown.push_str(&format!("{i}. {item}\n"));
    }
    write!(grown, "Total: {}", items.len()).unwrap();
    writeln!(&mut grown, "done {replaced} {joined} {all} {from_const}")?;
    if width > 3 {
        grown.push_str("Be wide.");
    } else if let Some(first) = items.first() && first.len() > 2 {
        grown.push_str(first);
    } else {
        grown.clear();
    }
    let é = "é → ß";
    grown
}
