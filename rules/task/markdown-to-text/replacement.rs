use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Returns the text of a Markdown document, one line a block.
pub fn markdown_to_text(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut lines = Vec::new();
    let mut line = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) | Event::Code(text) => line.push_str(&text),
            Event::SoftBreak => line.push(' '),
            Event::HardBreak => line.push('\n'),
            Event::End(TagEnd::TableCell) => line.push(' '),
            // A tight list has no paragraphs: what follows an item's text ends its line.
            Event::Start(Tag::List(_) | Tag::CodeBlock(_) | Tag::BlockQuote(_))
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableHead
                | TagEnd::TableRow,
            ) => lines.push(std::mem::take(&mut line).trim().to_owned()),
            Event::End(TagEnd::CodeBlock) => {
                lines.push(std::mem::take(&mut line).trim_end_matches('\n').to_owned());
            }
            _ => {}
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
