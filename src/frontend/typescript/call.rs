//! Calls, and the calls that are something else: joins, replacements, additions to a list.

use super::expression::{is_function, peel};
use super::{Lowering, field, kids};
use crate::ir::{Arg, BindingKind, Entry, ExprId, ExprKind, Extend};
use tree_sitter::Node;

/// Tags and functions that take the indentation away from a text.
const DEDENTS: &[&str] = &[
    "dedent",
    "outdent",
    "stripIndent",
    "stripIndents",
    "endent",
    "undent",
    "codeBlock",
    "oneLine",
];

/// Lower-case receivers whose `join` and `concat` are not those of a list.
const NOT_LISTS: &[&str] = &["path", "posix", "win32", "upath", "_", "lodash"];

/// Functions that give back the function that they are handed: a call of the one is a call of the
/// other.
const HANDED_BACK: &[&str] = &[
    "useCallback",
    "useEvent",
    "useEffectEvent",
    "useMemoizedFn",
    "useDebouncedCallback",
    "useThrottledCallback",
    "cache",
    "unstable_cache",
    "memoize",
    "memoizee",
    "pMemoize",
    "debounce",
    "throttle",
    "traceable",
    "observe",
    "wrapTraced",
];

impl<'t> Lowering<'t> {
    /// The function that a value is, be it handed through one that gives it back; what else is
    /// handed in is lowered.
    pub(super) fn function_of(&mut self, value: Node<'t>) -> Option<Node<'t>> {
        let inner = peel(value);
        if is_function(inner.kind()) {
            return Some(inner);
        }
        let called = field(inner, "function").filter(|_| inner.kind() == "call_expression")?;
        let name = self.source(called).rsplit('.').next()?;
        if !HANDED_BACK.contains(&name) {
            return None;
        }
        let given = kids(field(inner, "arguments")?);
        let function = peel(*given.first()?);
        if !is_function(function.kind()) {
            return None;
        }
        for other in &given[1..] {
            self.whatever(*other);
        }
        Some(function)
    }

    pub(super) fn call(&mut self, node: Node<'t>) -> ExprId {
        let (Some(function), Some(arguments)) = (field(node, "function"), field(node, "arguments"))
        else {
            return self.opaque(node);
        };
        if arguments.kind() == "template_string" {
            return self.tagged(node, function, arguments);
        }
        if let Some((module, None)) = self.required(node) {
            return self.imported_in_place(node, module);
        }
        let given = kids(arguments);
        let spread = given.iter().any(|arg| arg.kind() == "spread_element");
        if !spread && let Some(run) = self.run_by_another(node, function, &given) {
            return run;
        }
        let other = match function.kind() {
            "member_expression" if !spread => self.method(node, function, &given),
            "identifier" if !spread => self.plain_function(function, &given),
            _ => None,
        };
        if let Some(other) = other {
            return other;
        }
        let callee = self.callee(node, function);
        let args = self.args(given);
        let call = self.push(ExprKind::Call { callee, args }, node);
        self.additions(call, node);
        call
    }

    /// The callee, indexed by the type arguments where there are some.
    fn callee(&mut self, node: Node<'t>, function: Node<'t>) -> ExprId {
        let object = self.expr(function);
        let Some(arguments) = field(node, "type_arguments") else {
            return object;
        };
        let index = self.type_arguments(arguments);
        let span = self.b.span(function.start_byte(), arguments.end_byte());
        self.b.expr(ExprKind::Index { object, index }, span)
    }

    pub(super) fn args(&mut self, given: Vec<Node<'t>>) -> Vec<Arg> {
        given
            .into_iter()
            .map(|arg| Arg {
                name: None,
                spread: arg.kind() == "spread_element",
                value: self.unspread(arg),
            })
            .collect()
    }

    pub(super) fn new_object(&mut self, node: Node<'t>) -> ExprId {
        let Some(constructor) = field(node, "constructor") else {
            return self.opaque(node);
        };
        let given = field(node, "arguments").map(kids).unwrap_or_default();
        if self.source(constructor) == "Map"
            && let [pairs] = given[..]
            && let Some(map) = self.map_of_pairs(node, peel(pairs))
        {
            return map;
        }
        let callee = self.callee(node, constructor);
        let args = self.args(given);
        self.push(ExprKind::Call { callee, args }, node)
    }

    /// `new Map([["key", value], …])`
    fn map_of_pairs(&mut self, node: Node<'t>, pairs: Node<'t>) -> Option<ExprId> {
        if pairs.kind() != "array" {
            return None;
        }
        let pairs: Vec<Vec<Node<'t>>> = kids(pairs).into_iter().map(kids).collect();
        if !pairs.iter().all(|pair| pair.len() == 2) {
            return None;
        }
        let mut entries = Vec::new();
        for pair in pairs {
            let (key, value) = (self.expr(pair[0]), self.expr(pair[1]));
            entries.push(match &self.b.module()[key].kind {
                ExprKind::Text(text) => Entry::Field(text.value.clone(), value),
                _ => Entry::Computed(key, value),
            });
        }
        Some(self.push(ExprKind::Map { of: None, entries }, node))
    }

    fn tagged(&mut self, node: Node<'t>, tag: Node<'t>, template: Node<'t>) -> ExprId {
        match self.source(tag) {
            "String.raw" => return self.raw_template(template),
            name if DEDENTS.contains(&name) => return self.dedented(template),
            _ => {}
        }
        let callee = self.callee(node, tag);
        let value = self.template(template);
        let args = vec![Arg {
            name: None,
            value,
            spread: false,
        }];
        self.push(ExprKind::Call { callee, args }, node)
    }

    /// Functions that stand for what they are given.
    fn plain_function(&mut self, function: Node<'t>, given: &[Node<'t>]) -> Option<ExprId> {
        let [only] = given else { return None };
        match self.source(function) {
            "String" => Some(self.expr(*only)),
            name if DEDENTS.contains(&name) => {
                let text = peel(*only);
                let literal = matches!(text.kind(), "template_string" | "string");
                Some(if literal {
                    self.dedented(text)
                } else {
                    self.expr(text)
                })
            }
            _ => None,
        }
    }

    /// Methods that stand for their receiver, or have a kind of expression of their own.
    fn method(&mut self, node: Node<'t>, function: Node<'t>, given: &[Node<'t>]) -> Option<ExprId> {
        let object = field(function, "object")?;
        let name = self.source(field(function, "property")?);
        let receiver = self.source(object);
        match (name, given) {
            (
                "trim" | "trimStart" | "trimEnd" | "trimLeft" | "trimRight" | "toString"
                | "toLowerCase" | "toUpperCase",
                [],
            ) => Some(self.expr(object)),
            // The receiver that a function is bound to is not ours to follow.
            ("bind", [_]) if matches!(object.kind(), "identifier" | "member_expression") => {
                Some(self.expr(object))
            }
            ("bind", [_, _, ..]) => self.bound(node, "", node),
            ("toString", [encoding]) if self.is_utf8(*encoding) => Some(self.expr(object)),
            ("freeze" | "seal", [only]) if receiver == "Object" => Some(self.expr(*only)),
            // A promise is worth what it comes to.
            ("all" | "resolve", [only]) if receiver == "Promise" => Some(self.expr(*only)),
            ("assign", _) if receiver == "Object" => {
                self.exports_extended(given);
                None
            }
            ("replace" | "replaceAll", [from, to]) if self.is_pattern(*from) => {
                let subject = self.expr(object);
                let from = self.expr(*from);
                let to = self.expr(*to);
                Some(self.push(ExprKind::Replace { subject, from, to }, node))
            }
            ("join", [] | [_]) if !is_library(receiver) => {
                let items = self.expr(object);
                let separator = given.first().map(|separator| self.expr(*separator));
                Some(self.push(ExprKind::Join { separator, items }, node))
            }
            ("concat", [_, ..]) if !is_library(receiver) => {
                let mut parts = vec![self.expr(object)];
                for part in given {
                    parts.push(self.expr(*part));
                }
                Some(self.push(ExprKind::Concat(parts), node))
            }
            _ => None,
        }
    }

    /// Whether the first argument of `replace` says that it is a text's: a router has one as well.
    fn is_pattern(&self, node: Node<'t>) -> bool {
        match node.kind() {
            "string" | "template_string" | "identifier" | "member_expression" | "regex"
            | "binary_expression" => true,
            "new_expression" => self.source(node).starts_with("new RegExp"),
            _ => false,
        }
    }

    fn is_utf8(&self, encoding: Node<'t>) -> bool {
        let name = self.source(encoding).trim_matches(['"', '\'', '`']);
        matches!(name, "utf8" | "utf-8" | "UTF-8" | "UTF8")
    }

    /// Binds what a call of `push`, `unshift` or `Object.assign` adds to its target.
    fn additions(&mut self, call: ExprId, node: Node<'t>) {
        let ExprKind::Call { callee, args } = &self.b.module()[call].kind else {
            return;
        };
        let ExprKind::Member { object, name } = &self.b.module()[*callee].kind else {
            return;
        };
        let object = *object;
        let mut given: Vec<(ExprId, bool)> =
            args.iter().map(|arg| (arg.value, arg.spread)).collect();
        let (target, how) = match &**name {
            "push" => (object, Extend::Append),
            "unshift" => {
                given.reverse();
                (object, Extend::Prepend)
            }
            "assign" if self.is_name(object, "Object") && !given.is_empty() => {
                (given.remove(0).0, Extend::Merge)
            }
            _ => return,
        };
        for (value, spread) in given {
            let how = match how {
                Extend::Append if spread => Extend::Concat,
                how => how,
            };
            let kind = BindingKind::Extend { value, how };
            self.bind_place(target, kind, node.end_byte());
        }
    }

    fn is_name(&self, expr: ExprId, name: &str) -> bool {
        matches!(&self.b.module()[expr].kind, ExprKind::Name(found) if &**found == name)
    }

    /// Binds to the name or member that an expression reads.
    pub(super) fn bind_place(&mut self, place: ExprId, kind: BindingKind, from: usize) {
        let expr = &self.b.module()[place];
        let span = expr.span;
        match &expr.kind {
            ExprKind::Name(name) => {
                let name = name.clone();
                self.bind_assigned(&name, kind, span, from as u32);
            }
            ExprKind::Member { object, name } => {
                let (object, name) = (*object, name.clone());
                let start = (span.end as usize).saturating_sub(name.len());
                let span = match self.text.get(start..span.end as usize) {
                    Some(written) if *written == *name => self.b.span(start, span.end as usize),
                    _ => span,
                };
                self.b.bind_member(object, &name, kind, span, from as u32);
            }
            _ => {}
        }
    }
}

/// Whether a receiver is a module or class and no list: `path.join`, `Prisma.join`,
/// `Buffer.concat`; but `LABELS.join` is a list's.
pub(super) fn is_library(receiver: &str) -> bool {
    let is_class = receiver.starts_with(|first: char| first.is_ascii_uppercase())
        && receiver.contains(|letter: char| letter.is_ascii_lowercase())
        && receiver
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_');
    is_class || NOT_LISTS.contains(&receiver)
}
