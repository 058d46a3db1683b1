//! TypeScript without its types: the code of a replacement for a project in JavaScript.

use super::parse_as;
use crate::source::Language;
use std::ops::Range;
use tree_sitter::Node;

/// `code` without annotations, interfaces, casts and imports of types. What has no meaning without its
/// types (enums, namespaces) stays as it is.
pub fn untyped(code: &str) -> String {
    let Some(tree) = parse_as(Language::TypeScript, code) else {
        return code.to_string();
    };
    let mut cuts = Vec::new();
    collect(tree.root_node(), code, &mut cuts);
    cuts.sort_by_key(|cut| cut.start);
    let mut out = String::with_capacity(code.len());
    let mut at = 0;
    for cut in cuts {
        if cut.start >= at {
            out.push_str(&code[at..cut.start]);
            at = cut.end;
        }
    }
    out.push_str(&code[at..]);
    out
}

fn collect(node: Node, code: &str, cuts: &mut Vec<Range<usize>>) {
    match node.kind() {
        "type_annotation"
        | "type_predicate_annotation"
        | "asserts_annotation"
        | "type_parameters"
        | "type_arguments"
        | "accessibility_modifier"
        | "override_modifier" => cuts.push(with_blanks_before(node, code)),
        "interface_declaration" | "type_alias_declaration" => cuts.push(statement(node, code)),
        "import_statement" if child(node, "type").is_some() => cuts.push(statement(node, code)),
        "import_specifier" if child(node, "type").is_some() => cuts.push(with_comma(node, code)),
        "as_expression" | "satisfies_expression" => {
            if let Some(inner) = node.named_child(0) {
                collect(inner, code, cuts);
                cuts.push(inner.end_byte()..node.end_byte());
            }
        }
        kind => {
            let mark = match kind {
                "optional_parameter" => child(node, "?"),
                "non_null_expression" => child(node, "!"),
                _ => None,
            };
            cuts.extend(mark.map(|mark| mark.byte_range()));
            let mut cursor = node.walk();
            for inner in node.children(&mut cursor) {
                collect(inner, code, cuts);
            }
        }
    }
}

fn child<'t>(node: Node<'t>, kind: &str) -> Option<Node<'t>> {
    let mut cursor = node.walk();
    node.children(&mut cursor)
        .find(|child| child.kind() == kind)
}

fn with_blanks_before(node: Node, code: &str) -> Range<usize> {
    code[..node.start_byte()]
        .trim_end_matches([' ', '\t'])
        .len()..node.end_byte()
}

/// A statement with its `export`, the documentation above it and the blank line after it.
fn statement(node: Node, code: &str) -> Range<usize> {
    let whole = match node.parent() {
        Some(parent) if parent.kind() == "export_statement" => parent,
        _ => node,
    };
    let mut start = whole.start_byte();
    let mut before = whole.prev_sibling();
    while let Some(comment) = before.filter(|comment| comment.kind() == "comment") {
        if code[comment.end_byte()..start].matches('\n').count() > 1 {
            break;
        }
        start = comment.start_byte();
        before = comment.prev_sibling();
    }
    let rest = &code[whole.end_byte()..];
    let end = rest.len() - rest.trim_start_matches([';', ' ', '\n']).len();
    start..whole.end_byte() + end
}

/// An item of a list with the comma and the blanks after it, or with those before the last one.
fn with_comma(node: Node, code: &str) -> Range<usize> {
    let rest = &code[node.end_byte()..];
    match rest.strip_prefix(',') {
        Some(after) => node.start_byte()..code.len() - after.trim_start().len(),
        None => with_blanks_before(node, code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_taken_out() {
        for (typed, plain) in [
            ("const a: string = f(x as Y);", "const a = f(x);"),
            (
                "/** Doc. */\nexport function f(a: string, b?: number): string | null {}",
                "/** Doc. */\nexport function f(a, b) {}",
            ),
            ("const m = new Map<string, T>();", "const m = new Map();"),
            ("const f = (x: A): x is B => x!.y;", "const f = (x) => x.y;"),
            (
                "import { a, type B } from \"m\";\nimport type C from \"c\";\nlet x;",
                "import { a, } from \"m\";\nlet x;",
            ),
            (
                "// A row.\nexport interface Row { a: string }\n\nconst rows: Row[] = [];",
                "const rows = [];",
            ),
            ("const a = { b: c ? d : e };", "const a = { b: c ? d : e };"),
        ] {
            assert_eq!(untyped(typed), plain);
        }
    }

    #[test]
    fn every_replacement_is_javascript_without_its_types() {
        let files = crate::knowledge::FILES.iter();
        let mut count = 0;
        for (path, code) in files.filter(|(path, _)| path.ends_with("replacement.ts")) {
            let plain = untyped(code);
            let tree = parse_as(Language::JavaScript, &plain).expect("a tree");
            assert!(!tree.root_node().has_error(), "{path}:\n{plain}");
            count += 1;
        }
        assert!(count > 20);
    }
}
