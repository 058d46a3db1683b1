/// Returns a text in lines of at most so many characters, as far as its words allow.
pub fn wrap_text(text: &str, width: i64) -> String {
    let width = usize::try_from(width).unwrap_or(0);
    let length = |text: &str| text.chars().count();
    let mut lines = Vec::new();
    for paragraph in text.replace("\r\n", "\n").split('\n') {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && length(&line) + 1 + length(word) > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines.join("\n")
}
