//! Calls, and the calls that stand for something simpler: conversions, wrappers, fallbacks.

use super::text::{Indentation, dedented};
use super::types::tail;
use super::{Lowerer, plain};
use crate::ir::{Arg, Entry, ExprId, ExprKind, Item, Text};
use crate::source::Span;
use syn::{Expr, ExprCall, ExprMethodCall};

/// Methods without arguments whose receiver stands for their result.
const TRANSPARENT: &[&str] = &[
    "as_bytes",
    "as_deref",
    "as_deref_mut",
    "as_mut",
    "as_ref",
    "as_slice",
    "as_str",
    "as_string",
    "borrow",
    "borrow_mut",
    "boxed",
    "by_ref",
    "clone",
    "cloned",
    "copied",
    "deref",
    "err_into",
    "get",
    "get_mut",
    "into",
    "into_boxed_str",
    "into_bytes",
    "into_inner",
    "into_iter",
    "into_owned",
    "into_string",
    "iter",
    "iter_mut",
    "leak",
    "lock",
    "ok",
    "read",
    "to_ascii_lowercase",
    "to_ascii_uppercase",
    "to_lowercase",
    "to_owned",
    "to_str",
    "to_string",
    "to_string_lossy",
    "to_uppercase",
    "to_vec",
    "trim",
    "trim_end",
    "trim_left",
    "trim_right",
    "trim_start",
    "try_into",
    "unwrap",
    "unwrap_or_default",
    "write",
];

/// Methods whose receiver stands for their result, whatever the arguments.
const ANNOTATING: &[&str] = &[
    "change_context",
    "collect",
    "context",
    "expect",
    "inspect_err",
    "map_err",
    "ok_or",
    "ok_or_else",
    "trim_end_matches",
    "trim_matches",
    "trim_start_matches",
    "with_context",
    "wrap_err",
    "wrap_err_with",
];

/// Functions of one argument that it stands for.
const WRAPPERS: &[(&str, &str)] = &[
    ("Arc", "clone"),
    ("Arc", "from"),
    ("Arc", "new"),
    ("AsRef", "as_ref"),
    ("Box", "from"),
    ("Box", "new"),
    ("Box", "pin"),
    ("BTreeSet", "from"),
    ("Cell", "new"),
    ("Clone", "clone"),
    ("Cow", "Borrowed"),
    ("Cow", "Owned"),
    ("Cow", "from"),
    ("HashSet", "from"),
    ("Into", "into"),
    ("Mutex", "new"),
    ("Pin", "new"),
    ("Rc", "clone"),
    ("Rc", "from"),
    ("Rc", "new"),
    ("RefCell", "new"),
    ("RwLock", "new"),
    ("String", "from"),
    ("String", "from_utf8"),
    ("String", "from_utf8_lossy"),
    ("ToOwned", "to_owned"),
    ("ToString", "to_string"),
    ("Value", "String"),
    ("Value", "from"),
    ("Vec", "from"),
    ("VecDeque", "from"),
    ("mem", "take"),
    ("str", "from_utf8"),
];

/// Methods that call the function that they are handed with each element of the receiver.
const FOR_EACH: &[&str] = &[
    "map",
    "flat_map",
    "filter_map",
    "for_each",
    "then",
    "and_then",
    "try_for_each",
];

/// Methods and functions that make an iterator or a stream.
const ITERATORS: &[&str] = &[
    "iter",
    "into_iter",
    "iter_mut",
    "drain",
    "lines",
    "split",
    "chunks",
    "keys",
    "values",
    "into_values",
    "into_keys",
    "par_iter",
    "into_par_iter",
    "split_whitespace",
];

const LAZY: &[&str] = &["Lazy", "LazyCell", "LazyLock"];
const LISTS: &[&str] = &["Vec", "VecDeque", "HashSet", "BTreeSet", "IndexSet"];
const MAPS: &[&str] = &["HashMap", "BTreeMap", "IndexMap", "Map"];

impl Lowerer<'_> {
    pub(super) fn call(&mut self, call: &ExprCall) -> ExprId {
        let span = self.span_of_call(call);
        if let Expr::Path(path) = &*call.func
            && let Some(simpler) = self.known_function(&path.path, call, span)
        {
            return simpler;
        }
        let callee = self.expr(&call.func);
        let args = self.args(&call.args);
        self.builder.expr(ExprKind::Call { callee, args }, span)
    }

    fn span_of_call(&self, call: &ExprCall) -> Span {
        self.range(
            super::span::first(&call.func),
            call.paren_token.span.close(),
        )
    }

    pub(super) fn args<'a>(&mut self, args: impl IntoIterator<Item = &'a Expr>) -> Vec<Arg> {
        args.into_iter()
            .map(|arg| {
                let value = self.expr(arg);
                argument(value)
            })
            .collect()
    }

    /// Constructors and conversions that only pass a value on, or make an empty one.
    fn known_function(&mut self, path: &syn::Path, call: &ExprCall, span: Span) -> Option<ExprId> {
        let (of, name) = tail(path);
        let mut args = call.args.iter();
        let only = match (args.next(), args.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        };
        if let Some(empty) = empty(&of, &name)
            && call.args.len() <= 1
        {
            only.into_iter().for_each(|size| self.loose(size));
            return Some(self.builder.expr(empty, span));
        }
        let only = only?;
        let pair = (&*of, &*name);
        if matches!(name.as_str(), "Some" | "Ok") || WRAPPERS.contains(&pair) {
            return Some(self.expr(only));
        }
        if LAZY.contains(&&*of) && matches!(&*name, "new" | "from") {
            return Some(self.deferred(only));
        }
        if MAPS.contains(&&*of) && matches!(&*name, "from" | "from_iter") {
            return self.map_of_pairs(only, span);
        }
        match &*name {
            "dedent" => Some(self.dedented(only, Indentation::Dedent)),
            "unindent" => Some(self.dedented(only, Indentation::Indoc)),
            _ => None,
        }
    }

    fn dedented(&mut self, expr: &Expr, how: Indentation) -> ExprId {
        let id = self.expr(expr);
        self.unindented(id, how)
    }

    /// `HashMap::from([("key", value), …])`
    fn map_of_pairs(&mut self, pairs: &Expr, span: Span) -> Option<ExprId> {
        let Expr::Array(array) = pairs else {
            return None;
        };
        let mut entries = Vec::new();
        for pair in &array.elems {
            let (Some(key), Some(value)) = (component(pair, 0), component(pair, 1)) else {
                let pair = self.expr(pair);
                entries.push(Entry::Spread(pair));
                continue;
            };
            entries.push(self.pair(key, value));
        }
        Some(self.builder.expr(ExprKind::Map { of: None, entries }, span))
    }

    /// An entry whose key may be a literal.
    pub(super) fn pair(&mut self, key: &Expr, value: &Expr) -> Entry {
        if let Some(name) = super::expr::key(key) {
            return Entry::Field(name.into(), self.expr(value));
        }
        let key = self.expr(key);
        let value = self.expr(value);
        match self.kind(key) {
            ExprKind::Text(text) => Entry::Field(text.value.clone(), value),
            _ => Entry::Computed(key, value),
        }
    }

    /// What a function given as an argument makes: the result of a closure, or a call of a name.
    pub(super) fn deferred(&mut self, function: &Expr) -> ExprId {
        let span = self.span_of(function);
        match function {
            Expr::Closure(closure) => {
                let value = self.framed(span, |lowerer| {
                    lowerer.enter_own_block();
                    for input in &closure.inputs {
                        lowerer.bind(input, super::pattern::Matched::Unknown, span.start);
                    }
                    let value = lowerer.body_value(&closure.body);
                    lowerer.builder.leave_block();
                    value
                });
                value.unwrap_or_else(|| self.builder.expr(ExprKind::Null, span))
            }
            Expr::Path(path) => {
                let (of, name) = tail(&path.path);
                if let Some(empty) = empty(&of, &name) {
                    return self.builder.expr(empty, span);
                }
                let callee = self.expr(function);
                let args = Vec::new();
                self.builder.expr(ExprKind::Call { callee, args }, span)
            }
            other => self.expr(other),
        }
    }

    pub(super) fn method_call(&mut self, call: &ExprMethodCall) -> ExprId {
        let receiver = self.expr(&call.receiver);
        let name = plain(&call.method);
        let span = self.range(
            super::span::first(&call.receiver),
            call.paren_token.span.close(),
        );
        let args: Vec<&Expr> = call.args.iter().collect();
        if let [called] = args[..]
            && FOR_EACH.contains(&&*name)
            && is_function_name(called)
        {
            return self.mapped(receiver, called, goes_through(&call.receiver), span);
        }
        if call.method == "collect" && is_of_text(call.turbofish.as_ref()) {
            let kind = self.concatenated(receiver);
            return self.builder.expr(kind, span);
        }
        if let Some(simpler) = self.known_method(receiver, &name, &args, span) {
            return simpler;
        }
        let callee = self.method_callee(receiver, &name, call);
        let args = self.args(args);
        let id = self.builder.expr(ExprKind::Call { callee, args }, span);
        self.extension(receiver, &name, id);
        id
    }

    /// `receiver.name`, with the types of `.parse::<f64>`.
    fn method_callee(&mut self, object: ExprId, name: &str, call: &ExprMethodCall) -> ExprId {
        let start = super::span::first(&call.receiver);
        let span = self.range(start, call.method.span());
        let name = name.into();
        let object = self.builder.expr(ExprKind::Member { object, name }, span);
        let Some(turbofish) = &call.turbofish else {
            return object;
        };
        let index = self.type_arguments(&turbofish.args);
        if index.is_empty() {
            return object;
        }
        let span = self.range(start, turbofish.gt_token.span);
        self.builder.expr(ExprKind::Index { object, index }, span)
    }

    fn known_method(
        &mut self,
        receiver: ExprId,
        name: &str,
        args: &[&Expr],
        span: Span,
    ) -> Option<ExprId> {
        if args.is_empty() && TRANSPARENT.contains(&name) {
            return Some(receiver);
        }
        if ANNOTATING.contains(&name) {
            args.iter().for_each(|arg| self.loose(arg));
            return Some(receiver);
        }
        let kind = match (name, args) {
            ("unwrap_or" | "or", [other]) => {
                let other = self.expr(other);
                ExprKind::Choice(vec![receiver, other])
            }
            ("unwrap_or_else" | "or_else", [other]) => {
                let other = self.deferred(other);
                ExprKind::Choice(vec![receiver, other])
            }
            ("get_or_init" | "get_or_try_init" | "get_or_insert_with", [make]) => {
                let value = self.deferred(make);
                let kind = crate::ir::BindingKind::Set(value);
                self.assign(receiver, kind, span.end);
                return Some(value);
            }
            ("unindent", []) => return Some(self.unindented(receiver, Indentation::Indoc)),
            ("join", [separator]) => {
                let separator = Some(self.expr(separator));
                let items = receiver;
                ExprKind::Join { separator, items }
            }
            ("concat", []) => self.concatenated(receiver),
            ("replace", [from, to]) | ("replacen", [from, to, _]) => {
                let (from, to) = (self.expr(from), self.expr(to));
                let subject = receiver;
                ExprKind::Replace { subject, from, to }
            }
            _ => return None,
        };
        Some(self.builder.expr(kind, span))
    }

    /// `texts.iter().map(ask)`: a call of `ask` for each of the texts, or for the one that there is.
    fn mapped(&mut self, over: ExprId, called: &Expr, each: bool, span: Span) -> ExprId {
        let value = match each {
            true => self.builder.expr(ExprKind::Element(over), span),
            false => over,
        };
        let callee = self.expr(called);
        let args = vec![argument(value)];
        let item = self.builder.expr(ExprKind::Call { callee, args }, span);
        if !each {
            return item;
        }
        let over = vec![over];
        self.builder.expr(ExprKind::Each { item, over }, span)
    }

    fn unindented(&mut self, id: ExprId, how: Indentation) -> ExprId {
        if let ExprKind::Text(text) = self.kind(id) {
            let text = dedented(text, how);
            self.builder.module_mut().exprs[id.0 as usize].kind = ExprKind::Text(text);
        }
        id
    }

    /// `[a, b].concat()`
    pub(super) fn concatenated(&self, receiver: ExprId) -> ExprKind {
        match self.kind(receiver) {
            ExprKind::List(items) => {
                ExprKind::Concat(items.iter().map(|item| item.value).collect())
            }
            _ => ExprKind::Join {
                separator: None,
                items: receiver,
            },
        }
    }
}

/// A positional argument.
pub(super) fn argument(value: ExprId) -> Arg {
    Arg {
        name: None,
        value,
        spread: false,
    }
}

/// Whether what a method is handed is a function by its name (`ask`, `Self::ask`), no type that
/// converts (`Some`, `String::from`).
fn is_function_name(called: &Expr) -> bool {
    let Expr::Path(path) = called else {
        return false;
    };
    let (of, name) = tail(&path.path);
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && !WRAPPERS.contains(&(&*of, &*name))
        && !TRANSPARENT.contains(&&*name)
}

/// Whether a chain of calls goes through the elements of something, and is no single value.
fn goes_through(mut chain: &Expr) -> bool {
    loop {
        match chain {
            Expr::MethodCall(call) if ITERATORS.contains(&&*plain(&call.method)) => return true,
            Expr::MethodCall(call) => chain = &call.receiver,
            Expr::Await(inner) => chain = &inner.base,
            Expr::Try(inner) => chain = &inner.expr,
            Expr::Call(call) => {
                return matches!(&*call.func, Expr::Path(path)
                    if ITERATORS.contains(&&*tail(&path.path).1));
            }
            _ => return false,
        }
    }
}

/// `::<String>`: what is collected becomes one text.
fn is_of_text(turbofish: Option<&syn::AngleBracketedGenericArguments>) -> bool {
    let only = turbofish.and_then(|turbofish| turbofish.args.first());
    matches!(only, Some(syn::GenericArgument::Type(ty)) if is_text_type(ty))
}

/// Whether a type is `String`.
pub(super) fn is_text_type(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Path(path) if path.path.is_ident("String"))
}

fn component(pair: &Expr, number: usize) -> Option<&Expr> {
    match pair {
        Expr::Tuple(tuple) if tuple.elems.len() == 2 => tuple.elems.iter().nth(number),
        _ => None,
    }
}

/// What `String::new()` and its like make.
fn empty(of: &str, name: &str) -> Option<ExprKind> {
    if !matches!(name, "new" | "with_capacity" | "default") {
        return None;
    }
    match of {
        "String" => Some(ExprKind::Text(Text::default())),
        of if LISTS.contains(&of) => Some(ExprKind::List(Vec::<Item>::new())),
        of if MAPS.contains(&of) => Some(ExprKind::Map {
            of: None,
            entries: Vec::new(),
        }),
        _ => None,
    }
}
