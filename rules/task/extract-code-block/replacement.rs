/// The language that the block must name; when empty, any.
const LANGUAGE: &str = ""; // slot: language

/// Returns the code of the first fenced block in a Markdown text.
pub fn extract_code_block(text: &str) -> Option<String> {
    let mut fence = "";
    let mut wanted = false;
    let mut code = Vec::new();
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if fence.is_empty() {
            if let Some((opened, language)) = opens(line) {
                fence = opened;
                wanted = LANGUAGE.is_empty() || LANGUAGE.eq_ignore_ascii_case(language);
            }
        } else if closes(line, fence) {
            if wanted {
                break;
            }
            fence = "";
        } else if wanted {
            code.push(line);
        }
    }
    wanted.then(|| code.join("\n"))
}

/// The fence that a line opens, and the language it names.
fn opens(line: &str) -> Option<(&str, &str)> {
    let bare = line.trim_start_matches(' ');
    let mark = bare.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = bare.trim_start_matches(mark);
    let fence = &bare[..bare.len() - info.len()];
    let good = fence.len() >= 3 && line.len() - bare.len() < 4 && !info.contains('`');
    good.then(|| (fence, info.split_whitespace().next().unwrap_or_default()))
}

fn closes(line: &str, fence: &str) -> bool {
    let end = line.trim();
    end.len() >= fence.len() && end.chars().all(|c| fence.starts_with(c))
}
