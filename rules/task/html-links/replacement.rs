use scraper::{Html, Selector};
use serde_json::{Value, json};

/// Returns text and address of every link of an HTML page, as JSON.
pub fn html_links(html: &str) -> Vec<Value> {
    let page = Html::parse_document(html);
    let selector = Selector::parse("a[href]").expect("the selector is valid");
    let links = page.select(&selector).filter_map(|link| {
        let url = link.attr("href")?.trim();
        let lower = url.to_lowercase();
        let text: String = link.text().collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let elsewhere =
            !url.is_empty() && !lower.starts_with('#') && !lower.starts_with("javascript:");
        elsewhere.then(|| json!({ "text": text, "url": url }))
    });
    links.collect()
}
