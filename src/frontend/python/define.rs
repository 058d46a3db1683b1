//! Functions, lambdas, classes and type aliases.

use super::{FrameKind, Lowerer, body_parts, field, inner, misplaced, parts};
use crate::ir::{
    BindingKind, Class, ClassId, ClassKind, ExprId, ExprKind, Function, FunctionId, Name, Owner,
    Param, ParamKind, Parent,
};
use std::collections::HashMap;
use tree_sitter::Node;

/// The longest type that is kept as written.
const TYPE_TEXT: usize = 80;

/// What a definition's decorators, name and place say of it.
struct Heading {
    decorators: Vec<ExprId>,
    class: Option<ClassId>,
    has_receiver: bool,
    is_classmethod: bool,
    public: bool,
}

impl Lowerer<'_> {
    pub(super) fn decorated(&mut self, node: Node) {
        match field(node, "definition") {
            Some(definition) if definition.kind() == "class_definition" => {
                self.class_definition(definition, node);
            }
            Some(definition) => self.function_definition(definition, node),
            None => self.loose_parts(node),
        }
    }

    fn decorators(&mut self, whole: Node) -> Vec<ExprId> {
        let mut decorators = Vec::new();
        for part in parts(whole) {
            if part.kind() == "decorator"
                && let Some(inner) = inner(part)
            {
                let id = self.expr(inner);
                self.builder.set_parent(id, Parent::Declaration);
                decorators.push(id);
            }
        }
        decorators
    }

    /// A `def`; `whole` is the definition with its decorators.
    pub(super) fn function_definition(&mut self, node: Node, whole: Node) {
        let Some(name) = field(node, "name") else {
            return self.loose_parts(node);
        };
        let decorators = self.decorators(whole);
        let heading = self.heading(self.source(name), decorators);
        let all = field(node, "parameters").map(parts).unwrap_or_default();
        let receiver = match heading.has_receiver {
            true => all.first().and_then(|first| self.receiver_name(*first)),
            false => None,
        };
        let skipped = usize::from(receiver.is_some());
        let params = self.params(&all[skipped.min(all.len())..]);
        let return_type = field(node, "return_type").map(|annotation| {
            let id = self.annotation(annotation);
            self.builder.set_parent(id, Parent::Declaration);
            id
        });
        let id = self.builder.next_function();
        let (text, span) = (self.source(name), self.span(name));
        let from = node.end_byte() as u32;
        self.bind_name(text, BindingKind::Function(id), span, from);
        let function = Function {
            name: text.into(),
            class: heading.class,
            params: Vec::new(),
            has_receiver: receiver.is_some(),
            is_classmethod: heading.is_classmethod,
            scope: self.builder.scope(),
            returns: Vec::new(),
            return_type,
            decorators: heading.decorators,
            doc: None,
            public: heading.public,
            span: self.span(whole),
            name_span: span,
        };
        self.open_function(function, receiver, params);
        let (doc, body) = self.body(node);
        self.builder.module_mut().functions[id.0 as usize].doc = doc;
        for statement in body {
            self.statement(statement);
        }
        self.close_function();
    }

    /// The docstring of a definition, lowered, and the statements after it. While a body is being
    /// typed, the parser may have put its start aside.
    fn body<'n>(&mut self, node: Node<'n>) -> (Option<ExprId>, Vec<Node<'n>>) {
        let (doc, statements) = field(node, "body").map(body_parts).unwrap_or_default();
        let doc = doc.map(|doc| self.documentation(doc));
        (doc, [misplaced(node), statements].concat())
    }

    fn heading(&self, name: &str, decorators: Vec<ExprId>) -> Heading {
        let has = |wanted: &str| {
            decorators
                .iter()
                .any(|decorator| match self.kind(*decorator) {
                    ExprKind::Name(name) | ExprKind::Member { name, .. } => &**name == wanted,
                    _ => false,
                })
        };
        let class = match self.frames.last().map(|frame| frame.kind) {
            Some(FrameKind::Class { id, .. }) => Some(id),
            _ => None,
        };
        let takes_class = matches!(name, "__new__" | "__init_subclass__" | "__class_getitem__");
        let dunder = name.starts_with("__") && name.ends_with("__");
        let nested = self
            .frames
            .iter()
            .any(|frame| matches!(frame.kind, FrameKind::Function(_)));
        Heading {
            class,
            has_receiver: class.is_some() && !has("staticmethod"),
            is_classmethod: class.is_some() && (takes_class || has("classmethod")),
            public: !nested && (dunder || !name.starts_with('_')),
            decorators,
        }
    }

    /// The name of a method's first parameter, if it can take the receiver.
    fn receiver_name(&self, first: Node) -> Option<Name> {
        let name = match first.kind() {
            "identifier" => first,
            "typed_parameter" => inner(first).filter(|n| n.kind() == "identifier")?,
            "default_parameter" | "typed_default_parameter" => field(first, "name")?,
            _ => return None,
        };
        Some(self.source(name).into())
    }

    /// Enters a function's scope and block and binds its parameters.
    fn open_function(&mut self, function: Function, receiver: Option<Name>, params: Vec<Param>) {
        let class = function.class;
        let id = self.builder.next_function();
        let scope = self.builder.enter_scope(Owner::Function(id));
        self.builder.function(Function { scope, ..function });
        if let Some(class) = class {
            let classes = &mut self.builder.module_mut().classes;
            classes[class.0 as usize].methods.push(id);
        }
        self.enter(FrameKind::Function(id), scope);
        self.frame().receiver = receiver;
        let group = self.builder.new_group();
        self.builder.enter_block(group, false);
        self.bind_params(id, &params);
        self.builder.module_mut().functions[id.0 as usize].params = params;
    }

    fn close_function(&mut self) {
        self.builder.leave_block();
        self.leave();
    }

    fn bind_params(&mut self, function: FunctionId, params: &[Param]) {
        for (position, param) in params.iter().enumerate() {
            let kind = BindingKind::Parameter(function, position as u32);
            let (span, from) = (param.span, param.span.end);
            let bound = match param.name.is_empty() {
                true => continue,
                false => self.builder.bind(&param.name, kind, span, from),
            };
            if let Some(annotation) = param.annotation {
                self.builder.annotate(bound, annotation);
            }
            if let Some(default) = param.default {
                self.builder.set_parent(default, Parent::Binding(bound));
            }
        }
    }

    /// Lowers parameters; their defaults and types belong to the scope around the function.
    fn params(&mut self, nodes: &[Node]) -> Vec<Param> {
        let mut params = Vec::new();
        let mut keyword_only = false;
        for node in nodes {
            match node.kind() {
                "keyword_separator" => keyword_only = true,
                "positional_separator" => {}
                _ => {
                    if let Some(mut param) = self.param(*node) {
                        if keyword_only && param.kind == ParamKind::Plain {
                            param.kind = ParamKind::KeywordOnly;
                        }
                        keyword_only |= param.kind == ParamKind::Rest;
                        params.push(param);
                    }
                }
            }
        }
        params
    }

    fn param(&mut self, node: Node) -> Option<Param> {
        let name = match node.kind() {
            "identifier" | "list_splat_pattern" | "dictionary_splat_pattern" | "tuple_pattern" => {
                node
            }
            "typed_parameter" => inner(node)?,
            "default_parameter" | "typed_default_parameter" => field(node, "name")?,
            _ => {
                self.loose(node);
                return None;
            }
        };
        let (kind, name) = match name.kind() {
            "list_splat_pattern" => (ParamKind::Rest, inner(name)?),
            "dictionary_splat_pattern" => (ParamKind::KeywordRest, inner(name)?),
            _ => (ParamKind::Plain, name),
        };
        let name = match name.kind() {
            "identifier" => self.source(name),
            _ => "",
        };
        let annotation = field(node, "type");
        Some(Param {
            name: name.into(),
            type_text: annotation.map(|annotation| one_line(self.source(annotation))),
            annotation: annotation.map(|annotation| self.annotation(annotation)),
            default: field(node, "value").map(|value| self.expr(value)),
            kind,
            fields: Vec::new(),
            span: self.span(node),
        })
    }

    /// `lambda x: …`, a function that returns its body.
    pub(super) fn lambda(&mut self, node: Node, name: &str) -> ExprId {
        let all = field(node, "parameters").map(parts).unwrap_or_default();
        let params = self.params(&all);
        let id = self.open_lambda(node, name, params);
        if let Some(body) = field(node, "body") {
            let value = self.expr(body);
            self.returned(value);
        }
        self.close_lambda(id, node)
    }

    /// Opens a function that is a value.
    pub(super) fn open_lambda(&mut self, node: Node, name: &str, params: Vec<Param>) -> FunctionId {
        let id = self.builder.next_function();
        let function = Function {
            name: name.into(),
            class: None,
            params: Vec::new(),
            has_receiver: false,
            is_classmethod: false,
            scope: self.builder.scope(),
            returns: Vec::new(),
            return_type: None,
            decorators: Vec::new(),
            doc: None,
            public: false,
            span: self.span(node),
            name_span: self.builder.span(node.start_byte(), node.start_byte()),
        };
        self.open_function(function, None, params);
        id
    }

    pub(super) fn close_lambda(&mut self, id: FunctionId, node: Node) -> ExprId {
        self.close_function();
        let span = self.span(node);
        self.builder.expr(ExprKind::Lambda(id), span)
    }

    /// A `class`; `whole` is the definition with its decorators.
    pub(super) fn class_definition(&mut self, node: Node, whole: Node) {
        let Some(name) = field(node, "name") else {
            return self.loose_parts(node);
        };
        let decorators = self.decorators(whole);
        let bases = self.bases(node);
        let kind = self.class_kind(&bases);
        let id = ClassId(self.builder.module().classes.len() as u32);
        let (text, span) = (self.source(name), self.span(name));
        self.bind_name(text, BindingKind::Class(id), span, node.end_byte() as u32);
        let scope = self.builder.enter_scope(Owner::Class(id));
        self.builder.class(Class {
            name: text.into(),
            kind,
            bases,
            scope,
            methods: Vec::new(),
            alias: None,
            decorators,
            doc: None,
            attributes: HashMap::new(),
            span: self.span(whole),
        });
        let is_enum = kind == ClassKind::Enum;
        self.enter(FrameKind::Class { id, is_enum }, scope);
        let (doc, body) = self.body(node);
        self.builder.module_mut().classes[id.0 as usize].doc = doc;
        for statement in body {
            self.statement(statement);
        }
        self.leave();
    }

    fn bases(&mut self, node: Node) -> Vec<ExprId> {
        let mut bases = Vec::new();
        for base in field(node, "superclasses").map(parts).unwrap_or_default() {
            let keyword = base.kind() == "keyword_argument";
            let inner = match keyword {
                true => field(base, "value"),
                false => Some(base),
            };
            let Some(inner) = inner else {
                continue;
            };
            let id = self.expr(inner);
            self.builder.set_parent(id, Parent::Declaration);
            if !keyword {
                bases.push(id);
            }
        }
        bases
    }

    fn class_kind(&self, bases: &[ExprId]) -> ClassKind {
        let named = |wanted: fn(&str) -> bool| {
            bases.iter().any(|base| match self.kind(*base) {
                ExprKind::Name(name) | ExprKind::Member { name, .. } => wanted(name),
                ExprKind::Index { object, .. } => match self.kind(*object) {
                    ExprKind::Name(name) | ExprKind::Member { name, .. } => wanted(name),
                    _ => false,
                },
                _ => false,
            })
        };
        if named(|name| name.ends_with("Enum") || matches!(name, "Flag" | "IntFlag")) {
            ClassKind::Enum
        } else if named(|name| name == "Protocol") {
            ClassKind::Interface
        } else {
            ClassKind::Class
        }
    }

    /// `type Name[T] = …`.
    pub(super) fn type_alias(&mut self, node: Node) {
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else {
            return self.loose_parts(node);
        };
        let alias = self.annotation(right);
        self.builder.set_parent(alias, Parent::Declaration);
        let id = ClassId(self.builder.module().classes.len() as u32);
        let written = self.source(left);
        let length = written
            .find(|found: char| found == '[' || found.is_whitespace())
            .unwrap_or(written.len());
        let name = &written[..length];
        let span = self
            .builder
            .span(left.start_byte(), left.start_byte() + length);
        self.bind_name(name, BindingKind::Class(id), span, node.end_byte() as u32);
        let scope = self.builder.enter_scope(Owner::Class(id));
        self.builder.leave_scope();
        self.builder.class(Class {
            name: name.into(),
            kind: ClassKind::Alias,
            bases: Vec::new(),
            scope,
            methods: Vec::new(),
            alias: Some(alias),
            decorators: Vec::new(),
            doc: None,
            attributes: HashMap::new(),
            span: self.span(node),
        });
    }
}

/// A type on one line, shortened.
fn one_line(source: &str) -> Box<str> {
    let words: Vec<&str> = source.split_whitespace().collect();
    let mut line = words.join(" ");
    if let Some((end, _)) = line.char_indices().nth(TYPE_TEXT) {
        line.truncate(end);
        line.push('…');
    }
    line.into()
}
