//! Data is read as it is written, and every text stands where it says.

#![allow(clippy::unwrap_used)]

use super::lower;
use crate::ir::{Entry, ExprId, ExprKind, Module};
use crate::source::{FileId, TextFormat};

fn shown(module: &Module, id: ExprId) -> String {
    match &module[id].kind {
        ExprKind::Text(text) => format!("{:?}", text.value),
        ExprKind::Number(number) => number.to_string(),
        ExprKind::Bool(known) => known.to_string(),
        ExprKind::List(items) => {
            let items: Vec<_> = items.iter().map(|item| shown(module, item.value)).collect();
            format!("[{}]", items.join(", "))
        }
        ExprKind::Map { entries, .. } => {
            let entries: Vec<_> = entries
                .iter()
                .map(|entry| match entry {
                    Entry::Field(name, value) => format!("{name}: {}", shown(module, *value)),
                    other => format!("{other:?}"),
                })
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
        _ => "null".into(),
    }
}

fn check_places(text: &str, module: &Module) {
    for expr in &module.exprs {
        let ExprKind::Text(found) = &expr.kind else {
            continue;
        };
        for (number, run) in found.runs.iter().enumerate() {
            let first = found.value[run.at as usize..].chars().next();
            assert_eq!(text[run.source as usize..].chars().next(), first, "{text}");
            assert!(number == 0 || found.runs[number - 1].at < run.at, "{text}");
        }
        let words = found.value.chars().filter(|letter| letter.is_alphabetic());
        assert!(words.count() == 0 || !found.runs.is_empty(), "{text}");
    }
}

#[test]
fn data_is_read() {
    use TextFormat::{Baml, Json, Plain, Toml, Yaml};
    for (format, text, expected) in [
        (Plain, "---\nmodel: x\n---\nSort {a}.\n", "{model: \"x\"}"),
        (Plain, "Sort {a}.\n", "\"Sort {a}.\\n\""),
        (
            Baml,
            "// c\nenum E { A B @skip }\nfunction F(a: string[]) -> E? { client Q prompt #\"\n  One\n    {{ a }}\n\"# }\n",
            "{E: {enum: [\"A\"]}, F: {args: {a: null}, returns: null, client: null, prompt: \"One\\n  {{ a }}\"}}",
        ),
        (Baml, "function F( -> ) { prompt #\"x", "{}"),
        (Plain, "---\nno end", "\"---\\nno end\""),
        (
            Json,
            "{\"a\": {\"b\": [1, true, \"é\\n\\u00e9\\ud83d\\ude00 x\"]}, // c\n \"d\": null,}",
            "{a: {b: [1, true, \"é\\né😀 x\"]}, d: null}",
        ),
        (Json, "{\"a\": ", "\"{\\\"a\\\": \""),
        (
            Yaml,
            "a: 1\nb:\n  c: |\n    One {x}\n      two\n\n    three\n  d: >-\n    folded\n    text\n\n    end\ne: plain\n",
            "{a: 1, b: {c: \"One {x}\\n  two\\n\\nthree\\n\", d: \"folded text\\nend\"}, e: \"plain\"}",
        ),
        (
            Yaml,
            "# c\n- role: system\n  content: 'It''s so'\n- role: user\n  content: \"a\\n\n    b\"\n- [x, \"y\"]\n",
            "[{role: \"system\", content: \"It's so\"}, {role: \"user\", content: \"a\\n b\"}, [\"x\", \"y\"]]",
        ),
        (
            Yaml,
            "k: one\n  two # c\nlist:\n- a\n- b: 2\nempty:\n",
            "{k: \"one two\", list: [\"a\", {b: 2}], empty: null}",
        ),
        (Yaml, "a: &x 1\n", "\"a: &x 1\\n\""),
        (
            Yaml,
            "key: value\n  nested: wrong\n",
            "{key: \"value nested: wrong\"}",
        ),
        (
            Toml,
            "[b]\nt = \"\"\"\nTwo\nlines\"\"\"\n[a]\nn = 3\n",
            "{b: {t: \"Two\\nlines\"}, a: {n: 3}}",
        ),
    ] {
        let module = lower(FileId(0), format, text);
        let last = ExprId(module.exprs.len() as u32 - 1);
        assert_eq!(shown(&module, last), expected, "{text}");
        check_places(text, &module);
    }
}

#[test]
fn deep_data_ends() {
    for text in [
        "[".repeat(100_000),
        "- ".repeat(100_000),
        "a:\n ".repeat(10_000),
        "class A { a ((((".repeat(10_000),
        "client<llm> A { a { ".repeat(10_000),
    ] {
        for format in [
            TextFormat::Json,
            TextFormat::Yaml,
            TextFormat::Toml,
            TextFormat::Baml,
        ] {
            lower(FileId(0), format, &text);
        }
    }
}
