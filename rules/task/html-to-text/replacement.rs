use scraper::{ElementRef, Html};

const SKIPPED: &[&str] = &["script", "style", "template", "noscript", "title"];
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tr", "ul",
];

/// Returns the text that a reader of an HTML page sees, one line a block.
pub fn html_to_text(html: &str) -> String {
    let mut text = String::new();
    read(Html::parse_document(html).root_element(), &mut text);
    let lines = text
        .split('\0')
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn read(element: ElementRef, text: &mut String) {
    let tag = element.value().name();
    if SKIPPED.contains(&tag) {
        return;
    }
    let separator = match tag {
        _ if BLOCKS.contains(&tag) => "\0",
        "td" | "th" => " ",
        _ => "",
    };
    text.push_str(separator);
    for child in element.children() {
        if let Some(words) = child.value().as_text() {
            text.push_str(&words.replace('\0', ""));
        } else if let Some(inner) = ElementRef::wrap(child) {
            read(inner, text);
        }
    }
    text.push_str(separator);
}
