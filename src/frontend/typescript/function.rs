//! Functions, methods and arrows, with their parameters.

use super::pattern::{Target, invented};
use super::{Lowering, field, has_token, kid, kids};
use crate::ir::{
    BindingKind, ClassId, Entry, ExprId, ExprKind, Function, FunctionId, Owner, Param, ParamKind,
    Parent,
};
use tree_sitter::Node;

/// The nodes of one parameter, the same for TypeScript and JavaScript.
struct Written<'t> {
    whole: Node<'t>,
    pattern: Node<'t>,
    annotation: Option<Node<'t>>,
    default: Option<Node<'t>>,
    kind: ParamKind,
    /// Whether it also declares a member of the class (`private x: T`).
    is_property: bool,
}

impl<'t> Lowering<'t> {
    pub(super) fn function_declaration(&mut self, node: Node<'t>) {
        let Some(name) = field(node, "name") else {
            self.inside(node);
            return;
        };
        let written = self.source(name);
        let function = self.new_function(node, written, name, None, false);
        // A function holds in the whole of its scope, whatever stands before it.
        let kind = BindingKind::Function(function);
        self.b.bind(written, kind, self.span(name), 0);
        self.function_inside(function, node);
    }

    /// A function as a value; it may have a name of its own.
    pub(super) fn lambda(&mut self, node: Node<'t>) -> ExprId {
        let name = field(node, "name").and_then(|name| Some((self.key(name)?, name)));
        match name {
            Some((written, name)) => self.named_lambda(node, &written, name),
            None => self.named_lambda(node, "", node),
        }
    }

    /// A function as a value, named after where it is put.
    pub(super) fn named_lambda(&mut self, node: Node<'t>, name: &str, at: Node<'t>) -> ExprId {
        let function = self.new_function(node, name, at, None, false);
        self.function_inside(function, node);
        self.push(ExprKind::Lambda(function), node)
    }

    /// Reserves a function, so that what is declared inside it comes after it.
    pub(super) fn new_function(
        &mut self,
        node: Node<'t>,
        name: &str,
        at: Node<'t>,
        class: Option<ClassId>,
        has_receiver: bool,
    ) -> FunctionId {
        let span = self.span(node);
        let name_span = if name.is_empty() || at == node {
            self.b.span(node.start_byte(), node.start_byte())
        } else {
            self.span(at)
        };
        self.b.function(Function {
            name: name.into(),
            class,
            params: Vec::new(),
            has_receiver: has_receiver && class.is_some(),
            is_classmethod: false,
            scope: self.b.scope(),
            returns: Vec::new(),
            return_type: None,
            decorators: Vec::new(),
            doc: None,
            public: false,
            span,
            name_span,
        })
    }

    /// Lowers parameters and body of a reserved function.
    pub(super) fn function_inside(&mut self, function: FunctionId, node: Node<'t>) {
        let scope = self.b.enter_scope(Owner::Function(function));
        self.b.module_mut().functions[function.0 as usize].scope = scope;
        let group = self.b.new_group();
        self.b.enter_block(group, false);
        self.functions.push(function);
        self.parameters(function, node);
        let return_type = self.annotation_field(node, "return_type");
        self.b.module_mut().functions[function.0 as usize].return_type = return_type;
        if let Some(body) = field(node, "body") {
            self.function_body(body);
        }
        self.functions.pop();
        self.b.leave_block();
        self.b.leave_scope();
    }

    fn function_body(&mut self, body: Node<'t>) {
        if body.kind() == "statement_block" {
            self.statements(body);
        } else {
            let value = self.expr(body);
            self.returned(value);
        }
    }

    fn parameters(&mut self, function: FunctionId, node: Node<'t>) {
        let written: Vec<Written<'t>> = match field(node, "parameter") {
            Some(only) => written(only).into_iter().collect(),
            None => field(node, "parameters")
                .map(|list| kids(list).into_iter().filter_map(written).collect())
                .unwrap_or_default(),
        };
        for parameter in written {
            self.decorators_of(parameter.whole);
            self.parameter(function, parameter);
        }
    }

    fn parameter(&mut self, function: FunctionId, written: Written<'t>) {
        let position = self.b.module()[function].params.len() as u32;
        let annotation = written.annotation.and_then(|node| self.annotation(node));
        let type_text = written.annotation.and_then(|node| self.type_text(node));
        let default = written.default.map(|node| self.expr(node));
        let is_name = written.pattern.kind() == "identifier";
        let name = if is_name {
            self.source(written.pattern)
        } else {
            ""
        };
        let span = self.span(written.whole);
        self.b.module_mut().functions[function.0 as usize]
            .params
            .push(Param {
                name: name.into(),
                annotation,
                type_text,
                default,
                kind: written.kind,
                fields: Vec::new(),
                span,
            });
        if is_name {
            self.bind_parameter(function, position, name, &written);
            if written.is_property {
                self.parameter_property(name, &written, annotation);
            }
        } else {
            self.destructured(function, position, &written);
        }
    }

    fn bind_parameter(
        &mut self,
        function: FunctionId,
        position: u32,
        name: &str,
        written: &Written<'t>,
    ) {
        let kind = BindingKind::Parameter(function, position);
        let span = self.span(written.pattern);
        // From its own start on, for what is taken out of it right there.
        let id = self
            .b
            .bind(name, kind, span, written.whole.start_byte() as u32);
        let parameter = &self.b.module()[function].params[position as usize];
        let (annotation, default) = (parameter.annotation, parameter.default);
        if let Some(annotation) = annotation {
            self.b.annotate(id, annotation);
        }
        if let Some(default) = default {
            self.b.set_parent(default, Parent::Binding(id));
        }
    }

    /// `constructor(private client: OpenAI)` also sets `this.client`.
    fn parameter_property(
        &mut self,
        name: &str,
        written: &Written<'t>,
        annotation: Option<ExprId>,
    ) {
        let object = self.push(ExprKind::SelfRef, written.pattern);
        let value = self.push(ExprKind::Name(name.into()), written.pattern);
        let span = self.span(written.pattern);
        let from = written.whole.start_byte() as u32;
        let kind = BindingKind::Set(value);
        let id = self.b.bind_member(object, name, kind, span, from);
        if let Some(annotation) = annotation {
            self.b.annotate(id, annotation);
        }
    }

    /// A parameter that is a pattern. What is taken directly by its key is a field; what lies
    /// deeper is taken from an invented name.
    fn destructured(&mut self, function: FunctionId, position: u32, written: &Written<'t>) {
        let pattern = written.pattern;
        let span = self.span(pattern);
        let from = written.whole.start_byte();
        let target = Target::Declare {
            scope: self.b.scope(),
            block_scoped: false,
            from,
        };
        let direct = pattern.kind() == "object_pattern"
            && kids(pattern)
                .iter()
                .all(|part| !matches!(part.kind(), "rest_pattern" | "ERROR"));
        if direct {
            for part in kids(pattern) {
                self.parameter_field(function, position, part, &target);
            }
            return;
        }
        let name = invented(span);
        self.bind_parameter(function, position, &name, written);
        if pattern.kind() == "object_pattern" {
            for part in kids(pattern) {
                self.note_field(function, position, part);
            }
        }
        let whole = self.push(ExprKind::Name(name.into()), pattern);
        self.bind_pattern(pattern, whole, &target);
    }

    /// Notes a field of a parameter whose names are bound otherwise.
    fn note_field(&mut self, function: FunctionId, position: u32, part: Node<'t>) {
        let Some((key, local, _)) = field_of(part) else {
            return;
        };
        let Some(key) = self.key(key) else { return };
        if local.kind().ends_with("pattern") && !local.kind().starts_with("shorthand") {
            return;
        }
        let local = self.source(local).into();
        self.b.module_mut().functions[function.0 as usize].params[position as usize]
            .fields
            .push((key, local, None));
    }

    /// `key`, `key: local`, `key: local = default`, `key: { deeper }`
    fn parameter_field(
        &mut self,
        function: FunctionId,
        position: u32,
        part: Node<'t>,
        target: &Target,
    ) {
        let Some((key, local, default)) = field_of(part) else {
            return;
        };
        let Some(key) = self.key(key) else { return };
        let default = default.map(|default| self.expr(default));
        let deep = matches!(local.kind(), "object_pattern" | "array_pattern");
        let span = self.span(local);
        let name = if deep {
            invented(span)
        } else {
            self.source(local).to_owned()
        };
        let kind = BindingKind::Parameter(function, position);
        let id = self.b.bind(&name, kind, span, target.from() as u32);
        if let Some(default) = default {
            self.b.set_parent(default, Parent::Binding(id));
        }
        let annotation = self.field_annotation(function, position, &key);
        self.b.module_mut().bindings[id.0 as usize].annotation = annotation;
        self.b.module_mut().functions[function.0 as usize].params[position as usize]
            .fields
            .push((key, name.as_str().into(), default));
        if deep {
            let value = self.push(ExprKind::Name(name.into()), local);
            self.bind_pattern(local, value, target);
        }
    }

    /// The type of a field, where the parameter's type is written out: `{ a }: { a: string }`.
    fn field_annotation(&self, function: FunctionId, position: u32, key: &str) -> Option<ExprId> {
        let parameter = &self.b.module()[function].params[position as usize];
        let ExprKind::Map { entries, .. } = &self.b.module()[parameter.annotation?].kind else {
            return None;
        };
        entries.iter().find_map(|entry| match entry {
            Entry::Field(name, value) if **name == *key => Some(*value),
            _ => None,
        })
    }

    /// The decorators of a declaration, as parts of it.
    pub(super) fn decorators_of(&mut self, node: Node<'t>) -> Vec<ExprId> {
        let decorators: Vec<_> = kids(node)
            .into_iter()
            .filter(|kid| kid.kind() == "decorator")
            .collect();
        self.decorators(&decorators)
    }

    pub(super) fn decorators(&mut self, nodes: &[Node<'t>]) -> Vec<ExprId> {
        nodes
            .iter()
            .map(|node| {
                let lowered = self.expr(*node);
                self.declared(lowered)
            })
            .collect()
    }
}

/// Reads the parts of one parameter; `None` for `this`, which takes no argument.
fn written(node: Node<'_>) -> Option<Written<'_>> {
    let (pattern, default) = match node.kind() {
        "required_parameter" | "optional_parameter" => (
            field(node, "pattern").or_else(|| field(node, "name"))?,
            field(node, "value"),
        ),
        "assignment_pattern" => (field(node, "left")?, field(node, "right")),
        _ => (node, None),
    };
    let rest = pattern.kind() == "rest_pattern";
    let pattern = if rest { kid(pattern)? } else { pattern };
    let known = matches!(
        pattern.kind(),
        "identifier" | "object_pattern" | "array_pattern"
    );
    known.then_some(Written {
        whole: node,
        pattern,
        annotation: field(node, "type"),
        default,
        kind: if rest {
            ParamKind::Rest
        } else {
            ParamKind::Plain
        },
        is_property: has_token(node, "readonly")
            || kids(node)
                .iter()
                .any(|kid| matches!(kid.kind(), "accessibility_modifier" | "override_modifier")),
    })
}

/// Key, local name or pattern, and default of one part of an object pattern.
fn field_of(part: Node<'_>) -> Option<(Node<'_>, Node<'_>, Option<Node<'_>>)> {
    let (key, local) = match part.kind() {
        "pair_pattern" => (field(part, "key")?, field(part, "value")?),
        "object_assignment_pattern" => {
            let left = field(part, "left")?;
            return Some((left, left, field(part, "right")));
        }
        "shorthand_property_identifier_pattern" => (part, part),
        _ => return None,
    };
    Some(match local.kind() {
        "assignment_pattern" => (key, field(local, "left")?, field(local, "right")),
        _ => (key, local, None),
    })
}
