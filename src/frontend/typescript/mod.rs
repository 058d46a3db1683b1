//! Lowers TypeScript, TSX and JavaScript (with JSX) to the IR.
//!
//! This room reads tree-sitter's trees and nothing else: it must not know any SDK, any prompt or
//! any other file. What the parser could not read becomes [`Module::broken`]; whatever stands in
//! and around it is lowered nevertheless.
//!
//! Two conventions of its own. A destructured value that several names are taken from is held
//! under an invented name, `{offset}`, that no source can contain: `const { a, b } = f()` reads as
//! `{6} = f(); a = {6}.a; b = {6}.b`, so that values are followed by names alone; a `require("m")`
//! or `import("m")` inside an expression is an import under such a name. And a call's type arguments
//! stand as an index on its callee: `f<T>(x)` calls `f[T]`.

mod statement;

mod function;
mod handed;

mod class;

mod imports;

mod exports;

mod expression;

mod call;

mod component;

mod assignment;

mod pattern;

mod types;

mod text;

mod untyped;

#[cfg(test)]
mod tests;

pub use untyped::untyped;

use crate::ir::{
    BindingId, BindingKind, BlockId, Builder, ClassKind, Entry, Export, Expr, ExprId, ExprKind,
    FunctionId, Module, Name, Owner, Parent, ScopeId,
};
use crate::source::{FileId, Language, Span};
use std::collections::HashSet;
use tree_sitter::{Node, Parser, Tree};

/// Nesting beyond this is not followed: every level costs stack, and no person writes so deep.
const DEEPEST: u32 = 200;

/// Lowers a file.
pub fn lower(file: FileId, language: Language, text: &str) -> Module {
    if language == Language::Component {
        let (code, jsx) = component::code(text);
        let inside = if jsx {
            Language::Tsx
        } else {
            Language::TypeScript
        };
        return lower(file, inside, &code);
    }
    let tree = parse(language, text);
    let mut lowering = Lowering {
        b: Builder::new(file, language),
        text,
        depth: 0,
        functions: Vec::new(),
        unplaced: Vec::new(),
        inner: 0,
        runners: HashSet::new(),
    };
    match &tree {
        Some(tree) => {
            lowering.remarks(tree);
            lowering.statements(tree.root_node());
        }
        None => {
            let whole = lowering.b.span(0, text.len());
            lowering.b.broken(whole);
        }
    }
    lowering.finish()
}

fn parse(language: Language, text: &str) -> Option<Tree> {
    let tree = parse_as(language, text)?;
    if language != Language::JavaScript || !tree.root_node().has_error() {
        return Some(tree);
    }
    // Flow's annotations are near enough to TypeScript's for its grammar to read them.
    let flow = parse_as(Language::Tsx, text)?;
    Some(if errors(&flow) < errors(&tree) {
        flow
    } else {
        tree
    })
}

fn parse_as(language: Language, text: &str) -> Option<Tree> {
    let grammar = match language {
        Language::TypeScript => tree_sitter_typescript::LANGUAGE_TYPESCRIPT,
        Language::Tsx => tree_sitter_typescript::LANGUAGE_TSX,
        _ => tree_sitter_javascript::LANGUAGE,
    };
    let mut parser = Parser::new();
    parser.set_language(&grammar.into()).ok()?;
    parser.parse(text, None)
}

fn errors(tree: &Tree) -> usize {
    let mut bytes = 0;
    visit(tree, &mut |node| {
        if node.is_error() {
            bytes += node.byte_range().len().max(1);
        }
        node.has_error()
    });
    bytes
}

/// Calls `see` for nodes, parents first and without recursion; what it says no to is not entered.
fn visit<'t>(tree: &'t Tree, see: &mut impl FnMut(Node<'t>) -> bool) {
    let mut cursor = tree.walk();
    loop {
        if see(cursor.node()) && cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return;
            }
        }
    }
}

/// Where comments may begin: every `//` and `/*` of the text.
fn comment_marks(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'/', bytes)
        .filter(|at| matches!(bytes.get(at + 1), Some(b'/' | b'*')))
        .collect()
}

/// What is carried along while one file is walked.
struct Lowering<'t> {
    b: Builder,
    text: &'t str,
    depth: u32,
    /// The functions around, innermost last.
    functions: Vec<FunctionId>,
    /// Assignments to names whose declaration has not been seen yet.
    unplaced: Vec<(BindingId, ScopeId)>,
    /// How many namespaces are around: what those export, the module does not.
    inner: u32,
    /// The names and members, as written, of what runs the function that it is handed.
    runners: HashSet<Name>,
}

impl<'t> Lowering<'t> {
    /// Notes comments and errors, wherever they stand.
    fn remarks(&mut self, tree: &Tree) {
        let mut broken = Vec::new();
        let marks = comment_marks(self.text);
        visit(tree, &mut |node| {
            let range = node.byte_range();
            let next = marks.partition_point(|mark| *mark < range.start);
            let holds_mark = marks.get(next).is_some_and(|mark| *mark < range.end);
            if node.is_error() || node.is_missing() {
                broken.push(range);
            } else if holds_mark && node.kind() == "comment" {
                let before = &self.text[..range.start];
                let line = before.rfind('\n').map_or(before, |at| &before[at + 1..]);
                let span = self.span(node);
                self.b.comment(span, line.trim().is_empty());
            }
            holds_mark || node.has_error()
        });
        for range in broken {
            let span = self.b.span(range.start, range.end);
            self.b.broken(span);
        }
    }

    fn finish(mut self) -> Module {
        self.place_assignments();
        self.mark_exported();
        self.prefer_values();
        self.b.finish()
    }

    /// Moves assignments seen before the declaration they belong to (a function that sets a
    /// variable declared below it) from the module's scope, where what is nowhere declared lives,
    /// to the scope of that declaration.
    fn place_assignments(&mut self) {
        for (id, seen_in) in std::mem::take(&mut self.unplaced) {
            let binding = &self.b.module()[id];
            let (name, block) = (binding.name.clone(), binding.block);
            let module = self.b.module();
            let declared = declaring_scope(module, &name, seen_in, block, |other| other != id);
            let Some(to) = declared.filter(|to| *to != binding.scope) else {
                continue;
            };
            let from = binding.scope;
            let module = self.b.module_mut();
            module.bindings[id.0 as usize].scope = to;
            if let Some(list) = module.scopes[from.0 as usize].bindings.get_mut(&name) {
                list.retain(|other| *other != id);
            }
            let list = module.scopes[to.0 as usize]
                .bindings
                .entry(name)
                .or_default();
            list.insert(list.partition_point(|other| *other < id), id);
        }
    }

    /// Marks the functions that an export gives away.
    fn mark_exported(&mut self) {
        let module = self.b.module_mut();
        for export in &module.exports {
            let given = match export {
                Export::Local { local, .. } => {
                    let bindings = module.scopes[0].bindings.get(local);
                    let bindings = bindings.map_or(&[][..], |bindings| bindings);
                    bindings
                        .iter()
                        .filter_map(|id| match module.bindings[id.0 as usize].kind {
                            BindingKind::Function(function) => Some(function),
                            _ => None,
                        })
                        .collect()
                }
                Export::Value { value, .. } => lambdas(&module.exprs, *value),
                _ => Vec::new(),
            };
            for function in given {
                module.functions[function.0 as usize].public = true;
            }
        }
    }

    /// Where a name is a type and a value as well (`const Recipe = z.object(…)` beside
    /// `type Recipe = z.infer<typeof Recipe>`), a use of it finds the value.
    fn prefer_values(&mut self) {
        let module = self.b.module_mut();
        let (bindings, classes) = (&module.bindings, &module.classes);
        let is_type = |id: &BindingId| match bindings[id.0 as usize].kind {
            BindingKind::Class(class) => matches!(
                classes[class.0 as usize].kind,
                ClassKind::Alias | ClassKind::Interface | ClassKind::Namespace
            ),
            _ => false,
        };
        for scope in &mut module.scopes {
            for list in scope.bindings.values_mut() {
                if list.len() > 1 && !list.iter().all(is_type) {
                    list.retain(|id| !is_type(id));
                }
            }
        }
    }

    /// Lowers `node` with `lower`, unless it lies too deep.
    fn deeper<T>(&mut self, node: Node<'t>, lower: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth >= DEEPEST {
            let span = self.span(node);
            self.b.broken(span);
            return None;
        }
        self.depth += 1;
        let lowered = lower(self);
        self.depth -= 1;
        Some(lowered)
    }

    fn span(&self, node: Node<'t>) -> Span {
        self.b.span(node.start_byte(), node.end_byte())
    }

    fn source(&self, node: Node<'t>) -> &'t str {
        &self.text[node.byte_range()]
    }

    fn push(&mut self, kind: ExprKind, node: Node<'t>) -> ExprId {
        let span = self.span(node);
        self.b.expr(kind, span)
    }

    /// Lowers a declaration's part: a base class, a decorator, a type.
    fn declared(&mut self, expr: ExprId) -> ExprId {
        self.b.set_parent(expr, Parent::Declaration);
        expr
    }

    /// The scope that `var` declares in: that of the function around.
    fn function_scope(&self) -> ScopeId {
        let module = self.b.module();
        let mut scope = self.b.scope();
        while let (Owner::Class(class), Some(parent)) = (module[scope].owner, module[scope].parent)
        {
            if module[class].kind == ClassKind::Namespace {
                break;
            }
            scope = parent;
        }
        scope
    }

    /// Binds an assigned name where it was declared.
    fn bind_assigned(&mut self, name: &str, kind: BindingKind, span: Span, from: u32) -> BindingId {
        let (here, block) = (self.b.scope(), self.b.block());
        match declaring_scope(self.b.module(), name, here, block, |_| true) {
            Some(scope) => self.b.bind_in(scope, name, kind, span, from),
            None => {
                let id = self.b.bind_in(ScopeId(0), name, kind, span, from);
                self.unplaced.push((id, here));
                id
            }
        }
    }
}

/// The functions that a value is, or that are the entries of an object.
fn lambdas(exprs: &[Expr], value: ExprId) -> Vec<FunctionId> {
    match &exprs[value.0 as usize].kind {
        ExprKind::Lambda(function) => vec![*function],
        ExprKind::Map { entries, .. } => entries
            .iter()
            .filter_map(|entry| match entry {
                Entry::Field(_, value) => match exprs[value.0 as usize].kind {
                    ExprKind::Lambda(function) => Some(function),
                    _ => None,
                },
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The scope whose declaration of `name` is seen from `scope` and `block`.
fn declaring_scope(
    module: &Module,
    name: &str,
    scope: ScopeId,
    block: BlockId,
    counts: impl Fn(BindingId) -> bool,
) -> Option<ScopeId> {
    let mut next = Some(scope);
    while let Some(id) = next {
        let hidden = match module[id].owner {
            Owner::Class(class) => module[class].kind != ClassKind::Namespace,
            _ => false,
        };
        let seen = module[id].bindings.get(name).is_some_and(|list| {
            list.iter().any(|binding| {
                let declared = &module[*binding];
                counts(*binding)
                    && (!declared.block_scoped || module.block_encloses(declared.block, block))
            })
        });
        if seen && !hidden {
            return Some(id);
        }
        next = module[id].parent;
    }
    None
}

/// The named children, without comments.
fn kids(node: Node<'_>) -> Vec<Node<'_>> {
    node.named_children(&mut node.walk())
        .filter(|kid| !matches!(kid.kind(), "comment" | "html_comment"))
        .collect()
}

/// The first named child that is no comment.
fn kid(node: Node<'_>) -> Option<Node<'_>> {
    node.named_children(&mut node.walk())
        .find(|kid| !matches!(kid.kind(), "comment" | "html_comment"))
}

/// Whether one of the direct children is the keyword or mark `token`.
fn has_token(node: Node<'_>, token: &str) -> bool {
    node.children(&mut node.walk())
        .any(|child| !child.is_named() && child.kind() == token)
}

fn field<'t>(node: Node<'t>, name: &str) -> Option<Node<'t>> {
    node.child_by_field_name(name)
}
