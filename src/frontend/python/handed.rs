//! Functions that are run by another function, which is handed them with their arguments:
//! `pool.submit(ask, text)`, `map(ask, texts)`, `Retrying()(ask, text)`, `Thread(target=ask, args=(text,))`.

use super::{Lowerer, field, inner, parts};
use crate::ir::{Arg, BindingKind, ExprId, ExprKind};
use tree_sitter::Node;

/// Functions of the language that `map` is handed to convert values.
const CONVERSIONS: &[&str] = &[
    "str", "int", "float", "bool", "len", "repr", "list", "tuple", "set", "dict", "ord", "chr",
];

/// What makes a value that runs the function that it is handed: the module and its names.
const RUNNERS: &[(&str, &[&str])] = &[("tenacity", &["Retrying", "AsyncRetrying"])];

/// What gives back the function that it is handed, and what makes such a function.
const GIVING_BACK: &[(&str, &[&str])] = &[
    ("asgiref.sync", &["sync_to_async", "async_to_sync"]),
    ("channels.db", &["database_sync_to_async"]),
    ("functools", &["lru_cache", "cache", "wraps"]),
    ("tenacity", &["retry"]),
    ("backoff", &["on_exception", "on_predicate"]),
    ("retry", &["retry"]),
    ("retrying", &["retry"]),
    ("ratelimit", &["limits", "sleep_and_retry"]),
    ("langsmith", &["traceable"]),
    ("langsmith.run_helpers", &["traceable"]),
];

/// How a function is run by the one that it is handed to.
enum Run<'n> {
    /// With the arguments after it.
    After(usize),
    /// With each element of something.
    Each(Node<'n>),
    /// With the elements of each element of something.
    Unpacked(Node<'n>),
    /// With the elements of a tuple and the entries of a map.
    Packed(Option<Node<'n>>, Option<Node<'n>>),
}

impl Lowerer<'_> {
    /// The call of the function that a call is handed, if what is called does no more than run it.
    pub(super) fn run_by_another(
        &mut self,
        node: Node,
        function: Node,
        leading: &[Node],
    ) -> Option<ExprId> {
        if let [only] = leading
            && self.gives_back(function)
            && self.is_function(*only)
        {
            self.loose(function);
            return Some(self.expr(*only));
        }
        let (called, run) = self.handed(node, function, leading)?;
        let nodes = parts(field(node, "arguments")?);
        if !matches!(function.kind(), "identifier") {
            self.loose(function);
        }
        let (callee, mut args) = match run {
            Run::After(at) => {
                for other in &nodes[..at] {
                    self.loose(*other);
                }
                let (callee, mut args) = self.with_bound(called);
                args.extend(self.args(&nodes[at + 1..]));
                return Some(self.applied(callee, args, node));
            }
            Run::Packed(list, named) => {
                let (callee, mut args) = self.with_bound(called);
                args.extend(self.packed(list, named));
                return Some(self.applied(callee, args, node));
            }
            Run::Each(_) | Run::Unpacked(_) => self.with_bound(called),
        };
        let (over, given) = match run {
            Run::Each(over) => self.element(over, node),
            Run::Unpacked(over) => self.unpacked(over, node),
            Run::After(_) | Run::Packed(..) => return None,
        };
        args.extend(given);
        let item = self.applied(callee, args, node);
        let span = self.span(node);
        Some(self.builder.expr(ExprKind::Each { item, over }, span))
    }

    /// What is gone through, and one element of it as an argument.
    fn element(&mut self, over: Node, node: Node) -> (Vec<ExprId>, Vec<Arg>) {
        let span = self.span(node);
        let over = self.expr(over);
        let value = self.builder.expr(ExprKind::Element(over), span);
        (vec![over], vec![plain(value)])
    }

    /// What is gone through, and the elements of its elements as arguments: of `zip(a, b)` one of
    /// each, of a list of tuples as many as the first holds.
    fn unpacked(&mut self, over: Node, node: Node) -> (Vec<ExprId>, Vec<Arg>) {
        let span = self.span(node);
        let zipped = field(over, "function").filter(|function| self.source(*function) == "zip");
        if zipped.is_some() {
            let lists = field(over, "arguments").map(parts).unwrap_or_default();
            let each = lists.into_iter().map(|list| self.element(list, node));
            let (over, given): (Vec<_>, Vec<_>) = each.unzip();
            return (over.concat(), given.into_iter().flatten().collect());
        }
        let first = match over.kind() {
            "list" => inner(over),
            "list_comprehension" | "generator_expression" => field(over, "body"),
            _ => None,
        };
        let count = first.filter(|first| first.kind() == "tuple").map(parts);
        let over = self.expr(over);
        let value = self.builder.expr(ExprKind::Element(over), span);
        let Some(count) = count.map(|first| first.len()) else {
            return (vec![over], vec![spread(value)]);
        };
        let mut given = Vec::new();
        for place in 0..count {
            let object = self.builder.expr(ExprKind::Element(over), span);
            let place = self.builder.expr(ExprKind::Number(place as f64), span);
            let index = vec![place];
            let part = self.builder.expr(ExprKind::Index { object, index }, span);
            given.push(plain(part));
        }
        (vec![over], given)
    }

    /// The function that a call is handed, and how it is run.
    fn handed<'n>(
        &self,
        node: Node<'n>,
        function: Node<'n>,
        leading: &[Node<'n>],
    ) -> Option<(Node<'n>, Run<'n>)> {
        if self.runs(function) {
            let called = leading.first().filter(|_| leading.len() > 1)?;
            return Some((*called, Run::After(0)));
        }
        let (name, object) = match function.kind() {
            "identifier" => (self.original_name(function), None),
            "attribute" => (
                self.source(field(function, "attribute")?).into(),
                field(function, "object"),
            ),
            _ => return None,
        };
        let bare = object.is_none();
        let of = |wanted: &str| object.is_some_and(|object| self.source(object).ends_with(wanted));
        let named = |wanted: &str| self.keyword(node, wanted);
        Some(match (&*name, leading) {
            ("to_thread" | "submit" | "run_in_threadpool", [called, ..])
                if !matches!(called.kind(), "string" | "call") || self.is_partial(*called) =>
            {
                (*called, Run::After(0))
            }
            ("run_sync", [called, ..]) if of("to_thread") => (*called, Run::After(0)),
            ("add_task" | "call_soon" | "call_soon_threadsafe", [called, ..])
                if !bare && self.is_function(*called) =>
            {
                (*called, Run::After(0))
            }
            ("call", [called, _, ..]) if object.is_some_and(|object| self.runs(object)) => {
                (*called, Run::After(0))
            }
            ("run_in_executor", [_, called, ..])
                if called.kind() != "call" || self.is_partial(*called) =>
            {
                (*called, Run::After(1))
            }
            ("call_later", [_, called, ..]) if self.is_function(*called) => {
                (*called, Run::After(1))
            }
            (
                "map" | "imap" | "imap_unordered" | "map_async" | "thread_map" | "process_map",
                [called, over, ..],
            ) if self.is_mapped(*called, bare) => (*called, Run::Each(*over)),
            ("map" | "apply" | "progress_apply" | "parallel_apply", [called])
                if self.is_function(*called) && named("args").is_none() =>
            {
                (*called, Run::Each(object?))
            }
            ("starmap" | "starmap_async", [called, over, ..]) if self.is_mapped(*called, bare) => {
                (*called, Run::Unpacked(*over))
            }
            ("apply_async" | "apply", [called, rest @ ..])
                if !bare && self.is_function(*called) =>
            {
                let list = rest.first().copied().or_else(|| named("args"))?;
                (*called, Run::Packed(Some(list), named("kwds")))
            }
            ("Thread" | "Process", _) => {
                let called = named("target").filter(|called| self.is_function(*called))?;
                (called, Run::Packed(named("args"), named("kwargs")))
            }
            ("Timer", [_, called, ..]) if self.is_function(*called) => {
                (*called, Run::Packed(named("args"), named("kwargs")))
            }
            _ => return None,
        })
    }

    /// The arguments that a tuple and a map hold.
    fn packed(&mut self, list: Option<Node>, named: Option<Node>) -> Vec<Arg> {
        let mut args = Vec::new();
        match list {
            Some(list) if matches!(list.kind(), "tuple" | "list") => {
                args = self.args(&parts(list));
            }
            Some(list) => args.push(spread(self.expr(list))),
            None => {}
        }
        if let Some(named) = named {
            args.push(spread(self.expr(named)));
        }
        args
    }

    fn keyword<'n>(&self, call: Node<'n>, wanted: &str) -> Option<Node<'n>> {
        let given = parts(field(call, "arguments")?).into_iter();
        let mut named = given.filter(|arg| arg.kind() == "keyword_argument");
        let found = named
            .find(|arg| field(*arg, "name").is_some_and(|name| self.source(name) == wanted))?;
        field(found, "value")
    }

    /// Whether what `map` is handed is a function that may do more than convert a value.
    fn is_mapped(&self, called: Node, bare: bool) -> bool {
        match called.kind() {
            "identifier" => !bare || !CONVERSIONS.contains(&self.source(called)),
            "attribute" => !bare || inner(called).is_some(),
            _ => self.is_partial(called),
        }
    }

    /// Whether an expression is a function: one that the file defines or imports, a method, a partial.
    fn is_function(&self, node: Node) -> bool {
        match node.kind() {
            "identifier" => match self.binding_of(self.source(node)) {
                Some(binding) => matches!(
                    self.builder.module()[binding].kind,
                    BindingKind::Function(_) | BindingKind::Import(_)
                ),
                // What the file defines further down.
                None => !CONVERSIONS.contains(&self.source(node)),
            },
            "attribute" => true,
            _ => self.is_partial(node),
        }
    }

    /// Whether what is called runs the function that it is handed.
    fn runs(&self, called: Node) -> bool {
        match called.kind() {
            "call" => field(called, "function").is_some_and(|maker| self.is_one_of(maker, RUNNERS)),
            _ => self.runners.contains(self.source(called)),
        }
    }

    /// Notes whether a name is one of what runs functions.
    pub(super) fn note_runner(&mut self, target: Node, value: Node) {
        if value.kind() == "call" && self.runs(value) {
            self.runners.insert(self.source(target).into());
        }
    }

    /// Whether what is called gives back the function that it is handed.
    fn gives_back(&self, called: Node) -> bool {
        match called.kind() {
            "call" => {
                field(called, "function").is_some_and(|maker| self.is_one_of(maker, GIVING_BACK))
            }
            _ => self.is_one_of(called, GIVING_BACK),
        }
    }

    fn is_one_of(&self, node: Node, known: &[(&str, &[&str])]) -> bool {
        let Some((from, what)) = self.imported(node) else {
            return false;
        };
        let mut all = known.iter();
        all.any(|(module, names)| *module == from && names.contains(&what))
    }
}

fn plain(value: ExprId) -> Arg {
    Arg {
        name: None,
        value,
        spread: false,
    }
}

fn spread(value: ExprId) -> Arg {
    Arg {
        name: None,
        value,
        spread: true,
    }
}
