use scraper::{ElementRef, Html, Node, Selector};

/// Returns the rows of the first table of an HTML page as texts of cells.
pub fn html_table(html: &str) -> Vec<Vec<String>> {
    let page = Html::parse_document(html);
    let selector = |css: &str| Selector::parse(css).expect("the selector is valid");
    let Some(table) = page.select(&selector("table")).next() else {
        return Vec::new();
    };
    let (row, cell) = (selector("tr"), selector("td, th"));
    let rows = table.select(&row);
    rows.map(|row| row.select(&cell).map(text).collect())
        .filter(|row: &Vec<String>| !row.is_empty())
        .collect()
}

fn text(cell: ElementRef) -> String {
    let pieces = cell.descendants().map(|node| match node.value() {
        Node::Text(text) => text.to_string(),
        Node::Element(element) if element.name() == "br" => " ".to_owned(),
        _ => String::new(),
    });
    let text: String = pieces.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
