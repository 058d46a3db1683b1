pub mod checks;

pub const DEDUPE: &str =
    "Remove repeated lines from the list. Keep the first of each and the order of the rest.";

pub const SUMMARY: &str =
    "Summarise the note for someone who has not been there. Valid Markdown, at most five bullets, \
the important first.";

pub fn uppercase(text: &str) -> String {
    format!("Change the following text to upper case. Leave everything else alone.\n\n{text}")
}
