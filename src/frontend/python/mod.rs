//! Lowers one Python file: from tree-sitter's concrete tree to the IR.
//!
//! Python's own shapes end here: f-strings, `%` and `.format`, implicit concatenation, unpacking,
//! comprehensions, `global`, receivers by position. This room must not know any SDK or any prompt,
//! and nothing outside of it sees a syntax node.

mod assign;
mod call;
mod define;
mod expr;
mod handed;
mod import;
mod operator;
mod partial;
mod stmt;
mod string;
#[cfg(test)]
mod tests;
mod text;
mod types;

use crate::ir::{
    BindingId, BindingKind, Builder, ClassId, ExprId, ExprKind, FunctionId, Import, Module, Name,
    Parent, ScopeId,
};
use crate::source::{FileId, Language, Span};
use std::collections::{HashMap, HashSet};
use tree_sitter::{Node, Parser};

/// How deep expressions and statements may nest; what lies deeper is opaque. People stay below fifty,
/// and a debug build still fits into the two megabytes of a worker's stack.
const DEEPEST: usize = 200;

/// Lowers `text`. What the parser cannot read is listed as broken, the rest is lowered.
pub fn lower(file: FileId, text: &str) -> Module {
    let mut lowerer = Lowerer {
        text,
        builder: Builder::new(file, Language::Python),
        frames: vec![Frame::new(FrameKind::Module, ScopeId(0))],
        depth: 0,
        type_checking: false,
        errors: HashSet::new(),
        runners: HashSet::new(),
    };
    if let Some(tree) = parser().parse(text, None) {
        lowerer.module(tree.root_node());
    }
    lowerer.builder.finish()
}

fn parser() -> Parser {
    let mut parser = Parser::new();
    parser
        .set_language(&tree_sitter_python::LANGUAGE.into())
        .expect("the grammar is built for the ABI of the linked tree-sitter");
    parser
}

/// Walks the tree and pushes into the builder.
struct Lowerer<'t> {
    text: &'t str,
    builder: Builder,
    /// The scopes that are open, with what Python knows of them; innermost last.
    frames: Vec<Frame>,
    depth: usize,
    /// Whether the walk is inside `if TYPE_CHECKING:`.
    type_checking: bool,
    /// The error nodes whose insides are lowered.
    errors: HashSet<usize>,
    /// The names and members, as written, of what runs the function that it is handed.
    runners: HashSet<Name>,
}

/// An open scope as Python's rules of names see it.
struct Frame {
    kind: FrameKind,
    scope: ScopeId,
    /// The name of a method's first parameter.
    receiver: Option<Name>,
    /// Names that `global` and `nonlocal` send to another scope.
    elsewhere: HashMap<Name, ScopeId>,
}

#[derive(Clone, Copy, PartialEq)]
enum FrameKind {
    Module,
    Function(FunctionId),
    Class { id: ClassId, is_enum: bool },
    Comprehension,
}

impl Frame {
    fn new(kind: FrameKind, scope: ScopeId) -> Frame {
        Frame {
            kind,
            scope,
            receiver: None,
            elsewhere: HashMap::new(),
        }
    }
}

impl<'t> Lowerer<'t> {
    fn module(&mut self, root: Node) {
        self.comments(root);
        let (doc, body) = body_parts(root);
        if let Some(doc) = doc {
            let text = self.documentation(doc);
            let span = self.builder.module()[text].span;
            self.builder
                .bind("__doc__", BindingKind::Set(text), span, span.end);
        }
        for statement in body {
            self.loose(statement);
        }
        if root.has_error() {
            self.errors.insert(root.id());
            self.errors(root);
        }
    }

    /// Comments are found by their mark, not by a walk over the whole tree, which would cost as much
    /// as the lowering itself.
    fn comments(&mut self, root: Node) {
        let mut done = 0;
        for at in memchr::memchr_iter(b'#', self.text.as_bytes()) {
            if at < done {
                continue;
            }
            let Some(node) = root.descendant_for_byte_range(at, at + 1) else {
                continue;
            };
            if node.kind() == "comment" {
                done = node.end_byte();
                let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
                let own_line = self.text[line..at].trim().is_empty();
                self.builder.comment(self.span(node), own_line);
            }
        }
    }

    /// Lists the outermost error nodes and the missing tokens, and lowers what no statement around
    /// them has claimed: a call that the parser still made out is not lost.
    fn errors(&mut self, root: Node) {
        let mut cursor = root.walk();
        let mut listed = 0;
        loop {
            let node = cursor.node();
            if node.is_error() && !self.errors.contains(&node.id()) {
                self.loose(node);
            }
            if node.is_missing() || node.is_error() && node.start_byte() >= listed {
                self.builder.broken(self.span(node));
                listed = node.end_byte();
            }
            if node.has_error() && cursor.goto_first_child() {
                continue;
            }
            while !cursor.goto_next_sibling() {
                if !cursor.goto_parent() {
                    return;
                }
            }
        }
    }

    fn span(&self, node: Node) -> Span {
        self.builder.span(node.start_byte(), node.end_byte())
    }

    fn source(&self, node: Node) -> &'t str {
        self.text.get(node.byte_range()).unwrap_or_default()
    }

    /// Runs `lower` one level deeper, or gives up on `node` where the tree is too deep.
    fn deeper<T>(&mut self, node: Node, lower: impl FnOnce(&mut Self, Node) -> T) -> Option<T> {
        if self.depth >= DEEPEST {
            let span = self.span(node);
            self.builder.broken(span);
            return None;
        }
        self.depth += 1;
        let lowered = lower(self, node);
        self.depth -= 1;
        Some(lowered)
    }

    /// Adds an expression, but leaves those of its children that already have a place where they
    /// are: the value of `a, b = f()` is one call, of which two indexes are taken.
    fn expr_over(&mut self, kind: ExprKind, span: Span) -> ExprId {
        let placed: Vec<(ExprId, Parent)> = crate::ir::children(&kind)
            .into_iter()
            .map(|child| (child, self.builder.module()[child].parent))
            .filter(|(_, parent)| *parent != Parent::Statement)
            .collect();
        let id = self.builder.expr(kind, span);
        for (child, parent) in placed {
            self.builder.set_parent(child, parent);
        }
        id
    }

    /// The expression once more for a second use: a plain chain of names is copied, so that each
    /// use is found by its name; anything else is shared, so that no call counts twice.
    fn again(&mut self, id: ExprId) -> ExprId {
        let span = self.builder.module()[id].span;
        let kind = match &self.builder.module()[id].kind {
            ExprKind::Name(name) => ExprKind::Name(name.clone()),
            ExprKind::SelfRef => ExprKind::SelfRef,
            ExprKind::Text(text) => ExprKind::Text(text.clone()),
            ExprKind::Number(number) => ExprKind::Number(*number),
            ExprKind::Bool(value) => ExprKind::Bool(*value),
            ExprKind::Null => ExprKind::Null,
            ExprKind::Member { object, name } => {
                let (object, name) = (*object, name.clone());
                let copy = self.again(object);
                if copy == object {
                    return id;
                }
                ExprKind::Member { object: copy, name }
            }
            ExprKind::Element(over) => {
                let over = *over;
                let copy = self.again(over);
                if copy == over {
                    return id;
                }
                ExprKind::Element(copy)
            }
            _ => return id,
        };
        self.builder.expr(kind, span)
    }

    /// An expression that says nothing but that something stands there.
    fn unknown(&mut self, span: Span) -> ExprId {
        self.builder.expr(ExprKind::Opaque(Vec::new()), span)
    }

    fn kind(&self, id: ExprId) -> &ExprKind {
        &self.builder.module()[id].kind
    }

    fn enter(&mut self, kind: FrameKind, scope: ScopeId) {
        self.frames.push(Frame::new(kind, scope));
    }

    fn leave(&mut self) {
        self.frames.pop();
        self.builder.leave_scope();
    }

    fn frame(&mut self) -> &mut Frame {
        self.frames
            .last_mut()
            .expect("the module's frame is never left")
    }

    /// The function whose body is being lowered, if the innermost named region is one.
    fn function(&self) -> Option<FunctionId> {
        self.frames
            .iter()
            .rev()
            .find_map(|frame| match frame.kind {
                FrameKind::Function(id) => Some(Some(id)),
                FrameKind::Class { .. } | FrameKind::Module => Some(None),
                FrameKind::Comprehension => None,
            })
            .flatten()
    }

    /// Binds a plain name where Python binds it: comprehensions keep only their own loop variables,
    /// and `global` or `nonlocal` names live elsewhere.
    /// A name that the parser only supposes is none.
    fn bind_name(
        &mut self,
        name: &str,
        kind: BindingKind,
        span: Span,
        from: u32,
    ) -> Option<BindingId> {
        if name.is_empty() {
            return None;
        }
        let own = self
            .frames
            .iter()
            .rev()
            .find(|frame| frame.kind != FrameKind::Comprehension)
            .unwrap_or(&self.frames[0]);
        let scope = own.elsewhere.get(name).copied().unwrap_or(own.scope);
        Some(self.builder.bind_in(scope, name, kind, span, from))
    }

    /// The innermost open scope that has the name; class bodies are seen only from themselves.
    fn scope_of(&self, name: &str) -> Option<ScopeId> {
        let mut inner = true;
        for frame in self.frames.iter().rev() {
            if let Some(scope) = frame.elsewhere.get(name) {
                return Some(*scope);
            }
            let hidden = matches!(frame.kind, FrameKind::Class { .. }) && !inner;
            let scope = &self.builder.module()[frame.scope];
            if !hidden && scope.bindings.contains_key(name) {
                return Some(frame.scope);
            }
            inner &= frame.kind == FrameKind::Comprehension;
        }
        None
    }

    /// The last binding of a name so far, as seen from here.
    fn binding_of(&self, name: &str) -> Option<BindingId> {
        let scope = self.scope_of(name)?;
        let bindings = &self.builder.module()[scope].bindings;
        bindings.get(name)?.last().copied()
    }

    /// The import that a name comes from, as far as has been read.
    fn import_of(&self, name: &str) -> Option<&Import> {
        let module = self.builder.module();
        match module[self.binding_of(name)?].kind {
            BindingKind::Import(import) => Some(&module[import]),
            _ => None,
        }
    }

    /// Whether a node is the plain name of an imported module: `os`, `textwrap`.
    fn is_module(&self, node: Node) -> bool {
        node.kind() == "identifier"
            && self
                .import_of(self.source(node))
                .is_some_and(|import| import.name.is_none())
    }

    /// Whether a name means the receiver of a surrounding method.
    fn is_receiver(&self, name: &str) -> bool {
        for frame in self.frames.iter().rev() {
            if self.builder.module()[frame.scope]
                .bindings
                .contains_key(name)
            {
                return false;
            }
            if frame.receiver.as_deref() == Some(name) {
                return true;
            }
        }
        false
    }
}

/// The named children that are code, without what the parser could not place: for nodes whose
/// children mean something by their position.
fn parts(node: Node) -> Vec<Node> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor)
        .filter(|child| !child.is_extra() && !child.is_error())
        .collect()
}

/// The named children that are code, errors among them.
fn all_parts(node: Node) -> Vec<Node> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor)
        .filter(|child| !child.is_extra() || child.is_error())
        .collect()
}

/// The children that the parser could not place.
fn misplaced(node: Node) -> Vec<Node> {
    if !node.has_error() {
        return Vec::new();
    }
    let mut cursor = node.walk();
    node.children(&mut cursor).filter(Node::is_error).collect()
}

/// The first child that is code: what a splat, a decorator or a guard is about.
fn inner(node: Node) -> Option<Node> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor)
        .find(|child| !child.is_extra() && !child.is_error())
}

/// The child that a field names.
fn field<'n>(node: Node<'n>, name: &str) -> Option<Node<'n>> {
    node.child_by_field_name(name)
}

/// All children that a field names, without the commas between them.
fn fields<'n>(node: Node<'n>, name: &str) -> Vec<Node<'n>> {
    let mut cursor = node.walk();
    node.children_by_field_name(name, &mut cursor)
        .filter(|child| child.is_named())
        .collect()
}

/// The docstring that opens a body, and the statements after it.
fn body_parts(body: Node) -> (Option<Node>, Vec<Node>) {
    let mut statements = all_parts(body);
    let doc = statements.first().and_then(|first| docstring(*first));
    if doc.is_some() {
        statements.remove(0);
    }
    (doc, statements)
}

/// The string of a statement that is nothing but a string.
fn docstring(statement: Node) -> Option<Node> {
    if statement.kind() != "expression_statement" || statement.named_child_count() != 1 {
        return None;
    }
    statement
        .named_child(0)
        .filter(|child| matches!(child.kind(), "string" | "concatenated_string"))
}
