use pulldown_cmark::{Parser, html};

/// Returns Markdown as an HTML fragment.
pub fn convert_markup(markdown: &str) -> String {
    let mut out = String::new();
    html::push_html(&mut out, Parser::new(markdown));
    out
}
