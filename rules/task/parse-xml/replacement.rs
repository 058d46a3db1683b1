use roxmltree::{Document, Node};
use serde_json::{Map, Value, json};

/// Returns an XML document as nested objects, or nothing if it is not well-formed.
pub fn parse_xml(text: &str) -> Option<Value> {
    let document = Document::parse(text.trim()).ok()?;
    let root = document.root_element();
    Some(json!({ root.tag_name().name(): value(root) }))
}

/// Returns an element's text, or an object of its attributes, children and text.
fn value(element: Node) -> Value {
    let mut object = Map::new();
    for attribute in element.attributes() {
        object.insert(format!("@{}", attribute.name()), attribute.value().into());
    }
    let mut text = String::new();
    for child in element.children() {
        if child.is_element() {
            let name = child.tag_name().name().to_owned();
            let all = object.entry(name).or_insert(Value::Array(Vec::new()));
            if let Value::Array(all) = all {
                all.push(value(child));
            }
        } else if child.is_text() {
            text.push_str(child.text().unwrap_or_default());
        }
    }
    for all in object.values_mut() {
        if let Value::Array(list) = all
            && list.len() == 1
        {
            *all = list.remove(0);
        }
    }
    if object.is_empty() {
        return text.trim().into();
    }
    if !text.trim().is_empty() {
        object.insert("#text".to_owned(), text.trim().into());
    }
    Value::Object(object)
}
