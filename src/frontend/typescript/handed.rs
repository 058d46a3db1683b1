//! Functions that are run by another one, which is handed them: `xs.map(ask)`, `limit(ask, text)`,
//! `ask.apply(null, [text])`; and those with arguments bound: `ask.bind(null, client)`.

use super::call::is_library;
use super::expression::{is_function, peel};
use super::{Lowering, field, kids};
use crate::ir::{Arg, BindingKind, ExprId, ExprKind, Owner, Param, ParamKind};
use tree_sitter::Node;

/// Packages whose function makes one that runs what it is handed: `const limit = pLimit(3)`.
const RUNNER_MAKERS: &[&str] = &["p-limit", "promise-limit", "plimit-lit", "yocto-queue"];
/// Packages whose function runs its second argument with each element of its first.
const FOR_EACH: &[&str] = &["p-map", "p-map-series", "p-each-series"];
/// The argument of a function that is made by binding others.
const REST: &str = "args";

/// How a function is run by the one that it is handed to.
enum Run<'t> {
    /// With the arguments after it.
    With(Vec<Node<'t>>),
    /// With what a promise comes to.
    Of(Node<'t>),
    /// With each element of something.
    Each(Node<'t>),
}

impl<'t> Lowering<'t> {
    /// The call of the function that a call is handed, if what is called does no more than run it.
    pub(super) fn run_by_another(
        &mut self,
        node: Node<'t>,
        function: Node<'t>,
        given: &[Node<'t>],
    ) -> Option<ExprId> {
        let (called, run) = self.handed(function, given)?;
        let is_with = matches!(run, Run::With(_));
        let subject = match &run {
            Run::With(_) => function,
            Run::Of(subject) | Run::Each(subject) => *subject,
        };
        let (over, args) = match run {
            Run::With(nodes) => (None, Ok(nodes)),
            Run::Of(value) => (None, Err(self.expr(value))),
            Run::Each(over) => {
                let over = self.expr(over);
                let element = self.push(ExprKind::Element(over), node);
                (Some(over), Err(element))
            }
        };
        let callee = self.expr(called);
        let args = match args {
            Ok(nodes) => self.args(nodes),
            Err(value) => vec![Arg {
                name: None,
                value,
                spread: false,
            }],
        };
        if !is_with {
            let holds = |part: &Node<'t>, inner: Node<'t>| {
                part.start_byte() <= inner.start_byte() && inner.end_byte() <= part.end_byte()
            };
            let others = given
                .iter()
                .filter(|part| !holds(part, called) && !holds(part, subject));
            for other in others {
                self.whatever(*other);
            }
        }
        let call = self.push(ExprKind::Call { callee, args }, node);
        Some(match over {
            Some(over) => {
                let (item, over) = (call, vec![over]);
                self.push(ExprKind::Each { item, over }, node)
            }
            None => call,
        })
    }

    /// The function that a call is handed, and how it is run.
    fn handed(&self, function: Node<'t>, given: &[Node<'t>]) -> Option<(Node<'t>, Run<'t>)> {
        if self.runs(function) {
            let (called, rest) = given.split_first()?;
            return Some((self.named_function(*called)?, Run::With(rest.to_vec())));
        }
        if function.kind() == "identifier" {
            let [over, called, ..] = given else {
                return None;
            };
            let known = self.comes_from(function, FOR_EACH);
            return known.then_some((self.named_function(*called)?, Run::Each(*over)));
        }
        let object = field(function, "object")?;
        let receiver = self.source(object);
        Some(match (self.source(field(function, "property")?), given) {
            // The receiver that a function is called on is not ours to follow.
            ("call", [this, rest @ ..]) if is_name(object) && is_no_receiver(*this) => {
                (object, Run::With(rest.to_vec()))
            }
            ("apply", [this, list]) if is_name(object) && is_no_receiver(*this) => {
                let list = peel(*list);
                (object, Run::With(kids_of_array(list)?))
            }
            ("then", [called, rest @ ..]) if rest.len() < 2 => {
                (self.named_function(*called)?, Run::Of(object))
            }
            ("map" | "flatMap" | "forEach", [called]) => {
                (self.named_function(*called)?, Run::Each(object))
            }
            ("map" | "mapSeries", [over, called, ..])
                if is_library(receiver) || receiver == "_" =>
            {
                (self.named_function(*called)?, Run::Each(*over))
            }
            ("from", [over, called]) if receiver == "Array" => {
                (self.named_function(*called)?, Run::Each(*over))
            }
            ("mapLimit", [over, _, called]) => (self.named_function(*called)?, Run::Each(*over)),
            _ => return None,
        })
    }

    /// The function that is handed over by its name or as a method, no type that converts (`Number`).
    fn named_function(&self, node: Node<'t>) -> Option<Node<'t>> {
        let node = peel(node);
        let named = match node.kind() {
            "identifier" | "member_expression" => node,
            // `this.ask.bind(this)`
            "call_expression" => {
                let (function, bound) = self.bind_of(node)?;
                if bound.len() > 1 {
                    return None;
                }
                function
            }
            _ => return None,
        };
        let name = self.source(named).rsplit('.').next()?;
        name.starts_with(|first: char| {
            first.is_ascii_lowercase() || matches!(first, '_' | '$' | '#')
        })
        .then_some(named)
    }

    /// The function and the arguments of `function.bind(receiver, argument)`.
    fn bind_of(&self, node: Node<'t>) -> Option<(Node<'t>, Vec<Node<'t>>)> {
        let method = field(node, "function").filter(|_| node.kind() == "call_expression")?;
        let object = field(method, "object").filter(|object| is_name(*object))?;
        let is_bind = self.source(field(method, "property")?) == "bind";
        let given = kids(field(node, "arguments")?);
        let whole = given.iter().all(|arg| arg.kind() != "spread_element");
        (is_bind && whole).then_some((object, given))
    }

    /// A function some of whose arguments are bound, as a function of its own.
    pub(super) fn bound(&mut self, node: Node<'t>, name: &str, at: Node<'t>) -> Option<ExprId> {
        let (function, given) = self.bind_of(node)?;
        let (_, bound) = given.split_first().filter(|(_, bound)| !bound.is_empty())?;
        // What is bound is worth what it is where it is bound.
        let callee = self.expr(function);
        let mut args = self.args(bound.to_vec());
        let id = self.new_function(node, name, at, None, false);
        let scope = self.b.enter_scope(Owner::Function(id));
        let group = self.b.new_group();
        self.b.enter_block(group, false);
        self.functions.push(id);
        let span = self.b.span(node.start_byte(), node.start_byte());
        let made = &mut self.b.module_mut().functions[id.0 as usize];
        made.scope = scope;
        made.params.push(Param {
            name: REST.into(),
            annotation: None,
            type_text: None,
            default: None,
            kind: ParamKind::Rest,
            fields: Vec::new(),
            span,
        });
        self.b
            .bind(REST, BindingKind::Parameter(id, 0), span, span.start);
        let value = self.push(ExprKind::Name(REST.into()), node);
        args.push(Arg {
            name: None,
            value,
            spread: true,
        });
        let call = self.push(ExprKind::Call { callee, args }, node);
        self.returned(call);
        self.functions.pop();
        self.b.leave_block();
        self.b.leave_scope();
        Some(self.push(ExprKind::Lambda(id), node))
    }

    /// Whether what is called runs the function that it is handed.
    fn runs(&self, called: Node<'t>) -> bool {
        match called.kind() {
            "call_expression" => {
                let maker = field(called, "function");
                maker.is_some_and(|maker| self.comes_from(maker, RUNNER_MAKERS))
            }
            _ => self.runners.contains(self.source(called)),
        }
    }

    /// Notes whether a name, or the member of the receiver, is one of what runs functions.
    pub(super) fn note_runner(&mut self, name: String, value: Node<'t>) {
        let value = peel(value);
        if value.kind() == "call_expression" && self.runs(value) {
            self.runners.insert(name.into());
        }
    }

    fn comes_from(&self, name: Node<'t>, packages: &[&str]) -> bool {
        let name = self.source(name);
        let mut imports = self.b.module().imports.iter();
        imports.any(|import| *import.local == *name && packages.contains(&&*import.module))
    }
}

/// Whether something may be a function by its look.
fn is_name(object: Node<'_>) -> bool {
    matches!(object.kind(), "identifier" | "member_expression")
}

fn is_no_receiver(node: Node<'_>) -> bool {
    matches!(node.kind(), "null" | "undefined" | "this")
}

fn kids_of_array(list: Node<'_>) -> Option<Vec<Node<'_>>> {
    let is_plain = list.kind() == "array"
        && kids(list)
            .iter()
            .all(|part| part.kind() != "spread_element" && !is_function(part.kind()));
    is_plain.then(|| kids(list))
}
