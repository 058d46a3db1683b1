//! Names for what is known only at run time, so that a reader knows what is meant.

use crate::index::{At, Program};
use crate::ir::{BindingKind, ExprId, ExprKind, Module};

/// The source of an expression on one line, shortened.
pub(super) fn written(program: &Program, at: At) -> String {
    let span = program.expr(at).span;
    let source = program.text(at.file).get(span.range()).unwrap_or_default();
    let words: Vec<&str> = source.split_whitespace().take(20).collect();
    words.join(" ").chars().take(60).collect()
}

/// What to call an expression: `contact.body`, `items` for `len(items)`, the called function's
/// name; never empty.
pub(super) fn of(program: &Program, at: At) -> String {
    let found = path(program.module(at.file), at.expr, 0).filter(|name| !name.is_empty());
    found.unwrap_or_else(|| match written(program, at) {
        short if !short.is_empty() && short.len() <= 24 => short,
        _ => "value".to_string(),
    })
}

fn path(module: &Module, expr: ExprId, depth: usize) -> Option<String> {
    if depth > 12 {
        return None;
    }
    let inner = |expr| path(module, expr, depth + 1);
    match &module[expr].kind {
        // A name that a frontend made up for something unnamed.
        ExprKind::Name(name) if name.starts_with('{') => None,
        ExprKind::Name(name) => Some(name.to_string()),
        ExprKind::Member { object, name } => match &module[*object].kind {
            ExprKind::SelfRef | ExprKind::SuperRef => Some(name.to_string()),
            _ => match inner(*object) {
                Some(object) => Some(format!("{object}.{name}")),
                None => Some(name.to_string()),
            },
        },
        ExprKind::Index { object, .. } => inner(*object),
        ExprKind::Element(over) => inner(*over),
        ExprKind::Call { callee, args } => match &args[..] {
            // `state.get("email")`
            [key, ..] if is_get(module, *callee) => {
                let object = inner(*callee)?;
                let key = word(module, key.value)?;
                Some(format!("{}.{key}", object.trim_end_matches(".get")))
            }
            // `text.substring(0, 80)`
            [_, ..] if args.iter().all(|arg| is_number(module, arg.value)) => {
                match &module[*callee].kind {
                    ExprKind::Member { object, .. } => inner(*object),
                    _ => inner(*callee),
                }
            }
            [only] if is_lambda(module, only.value) => match &module[*callee].kind {
                // `items.map(…)`
                ExprKind::Member { object, .. } => inner(*object),
                _ => inner(*callee),
            },
            [only] if is_passed_on(module, *callee) => inner(only.value)
                .or_else(|| word(module, only.value))
                .or_else(|| inner(*callee)),
            _ => inner(*callee),
        },
        ExprKind::Join { items, .. } => inner(*items),
        ExprKind::Each { over, .. } => over.first().and_then(|over| inner(*over)),
        ExprKind::Replace { subject, .. } => inner(*subject),
        ExprKind::Choice(items) | ExprKind::Concat(items) | ExprKind::Opaque(items) => {
            items.iter().find_map(|item| inner(*item))
        }
        ExprKind::Unary { operand, .. } => inner(*operand),
        ExprKind::Binary { left, right, .. } => inner(*left).or_else(|| inner(*right)),
        _ => None,
    }
}

fn is_get(module: &Module, callee: ExprId) -> bool {
    matches!(&module[callee].kind, ExprKind::Member { name, .. } if &**name == "get")
}

fn is_number(module: &Module, expr: ExprId) -> bool {
    matches!(module[expr].kind, ExprKind::Number(_))
}

fn is_lambda(module: &Module, expr: ExprId) -> bool {
    matches!(module[expr].kind, ExprKind::Lambda(_))
}

/// A literal that is a name: `Placeholder("history")`.
fn word(module: &Module, expr: ExprId) -> Option<String> {
    match &module[expr].kind {
        ExprKind::Text(text) => {
            let fits = |letter: char| letter.is_alphanumeric() || letter == '_';
            let fit = text.value.len() < 30 && text.value.chars().all(fits);
            fit.then(|| text.value.to_string())
        }
        _ => None,
    }
}

/// Whether a callee is no function of this file: then what it is given has the better name
/// (`len(items)`, `json.dumps(items)`).
fn is_passed_on(module: &Module, callee: ExprId) -> bool {
    match &module[callee].kind {
        ExprKind::Name(name) => match module.scopes[0].bindings.get(name) {
            // A class from outside is named by what it is made of.
            Some(bindings) => {
                name.starts_with(char::is_uppercase)
                    && bindings
                        .iter()
                        .all(|binding| matches!(module[*binding].kind, BindingKind::Import(_)))
            }
            None => true,
        },
        ExprKind::Member { object, .. } => match &module[*object].kind {
            ExprKind::Name(name) => match module.scopes[0].bindings.get(name) {
                Some(bindings) => bindings
                    .iter()
                    .any(|binding| matches!(module[*binding].kind, BindingKind::Import(_))),
                None => name.starts_with(char::is_uppercase),
            },
            _ => false,
        },
        ExprKind::Index { object, .. } => is_passed_on(module, *object),
        _ => false,
    }
}
