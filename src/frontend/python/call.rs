//! Calls, and the calls that stand for something simpler.

use super::text::Indentation;
use super::{Lowerer, all_parts, field, inner};
use crate::ir::{Arg, Entry, ExprId, ExprKind, FormatStyle, Item, Name, Parent};
use crate::source::Span;
use tree_sitter::Node;

/// The arguments of a call before they are lowered.
struct Arguments<'n> {
    nodes: Vec<Node<'n>>,
    /// Whether they are all by position, without `*`.
    plain: bool,
}

impl<'n> Arguments<'n> {
    fn of(call: Node<'n>) -> Arguments<'n> {
        let nodes = match field(call, "arguments") {
            Some(node) if node.kind() == "generator_expression" => vec![node],
            Some(node) => all_parts(node),
            None => Vec::new(),
        };
        let plain = nodes.iter().all(|node| {
            !matches!(
                node.kind(),
                "keyword_argument" | "list_splat" | "dictionary_splat" | "ERROR"
            )
        });
        Arguments { nodes, plain }
    }

    /// Those by position before any other.
    fn leading(&self) -> &[Node<'n>] {
        let is_other = |node: &Node| {
            matches!(
                node.kind(),
                "keyword_argument" | "list_splat" | "dictionary_splat" | "ERROR"
            )
        };
        let end = self.nodes.iter().position(is_other);
        &self.nodes[..end.unwrap_or(self.nodes.len())]
    }

    /// All of them, if they are by position.
    fn positional(&self) -> &[Node<'n>] {
        match self.plain {
            true => &self.nodes,
            false => &[],
        }
    }
}

impl Lowerer<'_> {
    pub(super) fn call(&mut self, node: Node) -> ExprId {
        let Some(function) = field(node, "function") else {
            self.loose_parts(node);
            let span = self.span(node);
            return self.unknown(span);
        };
        if self.is_partial(node) {
            return self.partial(node, "");
        }
        let arguments = Arguments::of(node);
        if let Some(run) = self.run_by_another(node, function, arguments.leading()) {
            return run;
        }
        let simpler = match function.kind() {
            "identifier" => self.known_function(node, function, &arguments),
            "attribute" => self
                .known_function(node, function, &arguments)
                .or_else(|| self.known_method(node, function, &arguments)),
            _ => None,
        };
        simpler.unwrap_or_else(|| {
            let callee = self.expr(function);
            let args = self.args(&arguments.nodes);
            self.applied(callee, args, node)
        })
    }

    pub(super) fn applied(&mut self, callee: ExprId, args: Vec<Arg>, node: Node) -> ExprId {
        let span = self.span(node);
        let call = self.builder.expr(ExprKind::Call { callee, args }, span);
        self.extension(call);
        call
    }

    pub(super) fn args(&mut self, nodes: &[Node]) -> Vec<Arg> {
        let mut args = Vec::new();
        for node in nodes {
            args.extend(self.arg(*node));
        }
        args
    }

    fn arg(&mut self, node: Node) -> Option<Arg> {
        let (name, spread, value) = match node.kind() {
            "keyword_argument" => {
                let name = field(node, "name").map(|name| self.source(name).into());
                (name, false, field(node, "value")?)
            }
            "list_splat" | "dictionary_splat" => (None, true, inner(node)?),
            "ERROR" => {
                self.loose(node);
                return None;
            }
            _ => (None, false, node),
        };
        let value = self.expr(value);
        Some(Arg {
            name,
            value,
            spread,
        })
    }

    /// Functions that only pass a value on, by name alone or by the last name of a dotted path.
    fn known_function(
        &mut self,
        node: Node,
        function: Node,
        arguments: &Arguments,
    ) -> Option<ExprId> {
        let span = self.span(node);
        let bare = function.kind() == "identifier";
        let name = match bare {
            true => self.original_name(function),
            false => self.source(field(function, "attribute")?).into(),
        };
        match (&*name, arguments.positional()) {
            ("super", _) if bare => {
                for argument in &arguments.nodes {
                    self.loose(*argument);
                }
                Some(self.builder.expr(ExprKind::SuperRef, span))
            }
            ("str", [inner]) if bare => Some(self.expr(*inner)),
            ("type", [inner]) if bare && self.is_receiver(self.source(*inner)) => {
                Some(self.expr(*inner))
            }
            ("getattr", [object, key, rest @ ..]) if bare => {
                self.getattr(node, *object, *key, rest)
            }
            ("gather", _) if self.comes_from(function, "asyncio", "gather") => {
                Some(self.gathered(arguments, span))
            }
            ("run" | "wait_for" | "shield" | "create_task" | "ensure_future", _)
                if self.comes_from(function, "asyncio", &name) =>
            {
                let awaited = *arguments.leading().first()?;
                let value = self.expr(awaited);
                for other in &arguments.nodes[1..] {
                    self.loose(*other);
                }
                Some(value)
            }
            ("dict", positional) if bare && (!arguments.plain || positional.is_empty()) => {
                self.dict(node, arguments)
            }
            ("cast", [annotation, inner]) if self.is_cast(function) => {
                let annotation = self.annotation(*annotation);
                self.builder.set_parent(annotation, Parent::Declaration);
                Some(self.expr(*inner))
            }
            ("dedent", [inner]) => Some(self.unindented(*inner, Indentation::Dedent)),
            ("cleandoc", [inner]) => Some(self.unindented(*inner, Indentation::Clean)),
            ("Template", [inner]) if self.comes_from(function, "string", "Template") => {
                Some(self.expr(*inner))
            }
            _ => None,
        }
    }

    /// `asyncio.gather(first, *others)`: the list of what they come to.
    fn gathered(&mut self, arguments: &Arguments, span: Span) -> ExprId {
        let mut items = Vec::new();
        for arg in self.args(&arguments.nodes) {
            if arg.name.is_none() {
                let Arg { value, spread, .. } = arg;
                items.push(Item { value, spread });
            }
        }
        self.builder.expr(ExprKind::List(items), span)
    }

    /// The name that a function had where it was imported from.
    pub(super) fn original_name(&self, function: Node) -> Name {
        let name = self.source(function);
        let import = self.import_of(name);
        match import.and_then(|import| import.name.clone()) {
            Some(original) => original,
            None => name.into(),
        }
    }

    fn is_cast(&self, function: Node) -> bool {
        match field(function, "object") {
            Some(object) => matches!(self.source(object), "typing" | "t" | "typing_extensions"),
            None => true,
        }
    }

    fn unindented(&mut self, inner: Node, how: Indentation) -> ExprId {
        let id = self.expr(inner);
        self.unindent(id, how);
        id
    }

    /// `getattr(object, "name")` is a member, with its default another value it may have.
    fn getattr(&mut self, node: Node, object: Node, key: Node, default: &[Node]) -> Option<ExprId> {
        if default.len() > 1 {
            return None;
        }
        let name = self.literal(key)?;
        let span = self.span(node);
        let object = self.expr(object);
        let member = self.builder.expr(ExprKind::Member { object, name }, span);
        let Some(default) = default.first() else {
            return Some(member);
        };
        let default = self.expr(*default);
        let kind = ExprKind::Choice(vec![member, default]);
        Some(self.builder.expr(kind, span))
    }

    /// `dict(a=1, **rest)`.
    fn dict(&mut self, node: Node, arguments: &Arguments) -> Option<ExprId> {
        if self.scope_of("dict").is_some() {
            return None;
        }
        let args = self.args(&arguments.nodes);
        let entries = args
            .into_iter()
            .map(|arg| match arg.name {
                Some(name) => Entry::Field(name, arg.value),
                None => Entry::Spread(arg.value),
            })
            .collect();
        let span = self.span(node);
        let kind = ExprKind::Map { of: None, entries };
        Some(self.builder.expr(kind, span))
    }

    /// Methods of text.
    fn known_method(
        &mut self,
        node: Node,
        function: Node,
        arguments: &Arguments,
    ) -> Option<ExprId> {
        let object = field(function, "object")?;
        let name = self.source(field(function, "attribute")?);
        let span = self.span(node);
        match (name, arguments.positional()) {
            _ if self.is_module(object) => None,
            ("strip" | "lstrip" | "rstrip", [] | [_]) if arguments.plain => {
                for argument in &arguments.nodes {
                    if argument.kind() != "string" {
                        self.loose(*argument);
                    }
                }
                Some(self.expr(object))
            }
            ("lower" | "upper" | "casefold", []) if arguments.plain => Some(self.expr(object)),
            ("format", _) => {
                let args = FormatStyle::Brace;
                Some(self.format(node, object, &arguments.nodes, args))
            }
            ("format_map", [_]) => {
                let id = self.format(node, object, &arguments.nodes, FormatStyle::Brace);
                self.spread_args(id);
                Some(id)
            }
            ("substitute" | "safe_substitute", _) => {
                let style = FormatStyle::Dollar;
                let id = self.format(node, object, &arguments.nodes, style);
                self.spread_args(id);
                Some(id)
            }
            ("join", [items]) if !is_path(self.source(object)) && items.kind() != "integer" => {
                let separator = Some(self.expr(object));
                let items = self.expr(*items);
                let kind = ExprKind::Join { separator, items };
                Some(self.builder.expr(kind, span))
            }
            ("replace", [from, to, rest @ ..]) if rest.len() <= 1 => {
                for count in rest {
                    self.loose(*count);
                }
                let subject = self.expr(object);
                let from = self.expr(*from);
                let to = self.expr(*to);
                let kind = ExprKind::Replace { subject, from, to };
                Some(self.builder.expr(kind, span))
            }
            _ => None,
        }
    }

    fn format(
        &mut self,
        node: Node,
        template: Node,
        arguments: &[Node],
        style: FormatStyle,
    ) -> ExprId {
        let template = self.expr(template);
        let args = self.args(arguments);
        let kind = ExprKind::Format {
            template,
            args,
            style,
        };
        let span = self.span(node);
        self.builder.expr(kind, span)
    }

    /// A mapping given by position fills the placeholders by name.
    fn spread_args(&mut self, id: ExprId) {
        let kind = &mut self.builder.module_mut().exprs[id.0 as usize].kind;
        if let ExprKind::Format { args, .. } = kind {
            for arg in args {
                arg.spread |= arg.name.is_none();
            }
        }
    }
}

/// Whether the object of a `join` is `os.path`.
fn is_path(object: &str) -> bool {
    object == "path" || object.ends_with(".path")
}
