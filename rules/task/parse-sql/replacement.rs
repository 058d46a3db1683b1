use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

const PART: &str = r#"(?:"[^"]+"|`[^`]+`|\[[^\]]+\]|[\p{L}_][\p{L}\p{N}_$]*)"#;
static PARTS: LazyLock<Regex> = LazyLock::new(|| Regex::new(PART).expect("the pattern is valid"));
static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?s)--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|({PART}(?:\s*\.\s*{PART})*)|[(),;]"
    ))
    .expect("the pattern is valid")
});
const OPENERS: &[&str] = &["FROM", "JOIN", "INTO", "UPDATE", "TABLE", "USING"];
const SKIPPED: &[&str] = &["ONLY", "IF", "NOT", "EXISTS", "LATERAL"];
/// Functions with a FROM of their own: EXTRACT(YEAR FROM sold_at).
const FUNCTIONS: &[&str] = &["EXTRACT", "SUBSTRING", "TRIM", "OVERLAY", "POSITION"];
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "WHERE", "ON", "SET", "GROUP", "ORDER", "LEFT", "RIGHT", "INNER", "OUTER", "FULL", "CROSS",
    "NATURAL", "JOIN", "USING", "UNION", "VALUES", "SELECT", "LIMIT", "HAVING", "WHEN", "AS", "FROM",
];

/// What a scan expects: nothing, a table, or another one after a comma.
#[derive(PartialEq)]
enum State {
    Nothing,
    Table,
    Comma,
}

/// Returns the names of the tables that an SQL statement reads or writes.
pub fn parse_sql(sql: &str) -> Vec<String> {
    let found = TOKEN.captures_iter(sql);
    let kept = found.filter(|token| token.get(1).is_some() || "(),;".contains(&token[0]));
    let tokens: Vec<String> = kept.map(|token| token[0].to_owned()).collect();
    let words: Vec<String> = tokens.iter().map(|token| token.to_uppercase()).collect();
    let has = |word: &str| words.iter().any(|known| known == word);
    let mut tables: Vec<String> = Vec::new();
    let mut names = HashSet::new();
    let mut calls = Vec::new();
    let mut state = State::Nothing;
    for (at, word) in words.iter().map(String::as_str).enumerate() {
        let before = if at > 0 { words[at - 1].as_str() } else { "" };
        let known = WORDS.contains(&word);
        if word == "(" {
            calls.push(FUNCTIONS.contains(&before));
            state = State::Nothing;
        } else if word == ")" {
            calls.pop();
            state = State::Nothing;
        } else if word == "," {
            state = match state {
                State::Comma => State::Table,
                _ => State::Nothing,
            };
        } else if OPENERS.contains(&word) && !not_after(word).contains(&before) {
            let using = word == "USING" && !has("MERGE") && !has("DELETE");
            let closed = using || calls.last() == Some(&true);
            state = if closed { State::Nothing } else { State::Table };
        } else if state == State::Table && !SKIPPED.contains(&word) {
            let table = bare(&tokens[at]);
            if !known && !tables.contains(&table) {
                tables.push(table);
            }
            state = if known { State::Nothing } else { State::Comma };
        } else if known && word != "AS" {
            state = State::Nothing;
        } else if words[..at].iter().any(|word| word == "WITH")
            && matches!(&words[at + 1..], [a, b, ..] if a == "AS" && b == "(")
        {
            names.insert(bare(&tokens[at]).to_lowercase());
        }
    }
    tables.retain(|table| !names.contains(&table.to_lowercase()));
    tables
}

/// The words after which an opener opens nothing.
fn not_after(word: &str) -> &'static [&'static str] {
    match word {
        "UPDATE" => &["FOR", "KEY", "ON", "DO", "THEN"],
        "FROM" => &["DISTINCT"],
        "TABLE" => &["LOCK"],
        _ => &[],
    }
}

/// Drops the quotes around each part.
fn bare(name: &str) -> String {
    let quotes = ['"', '`', '[', ']'];
    let parts = PARTS.find_iter(name);
    let parts: Vec<&str> = parts
        .map(|part| part.as_str().trim_matches(quotes))
        .collect();
    parts.join(".")
}
