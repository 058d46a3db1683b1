use serde_json::Value;

/// Returns a YAML document, or the front matter of a text.
pub fn parse_yaml(text: &str) -> Option<Value> {
    let matter = front_matter(text.trim_start());
    serde_yaml_ng::from_str(matter.as_deref().unwrap_or(text)).ok()
}

/// Returns the lines between the first two lines of dashes.
fn front_matter(text: &str) -> Option<String> {
    let mut lines = text.lines();
    lines.next().filter(|line| *line == "---")?;
    let mut matter = Vec::new();
    for line in lines {
        if line.trim_end() == "---" {
            return Some(matter.join("\n"));
        }
        matter.push(line);
    }
    None
}
