//! Lowers one Rust file: from syn's tree to the IR.
//!
//! Rust's own shapes end here: `use` trees, `impl` blocks, patterns, blocks with values, `?` and
//! `.await`, conversions that change no text, macros. This room must not know any SDK or any
//! prompt, and nothing outside of it sees a syntax node.

mod attribute;
mod block;
mod branch;
mod call;
mod define;
mod expr;
mod extend;
mod format;
mod given;
mod item;
mod json;
mod macros;
mod pattern;
mod prepare;
mod recover;
mod scan;
mod span;
#[cfg(test)]
mod tests;
mod text;
mod types;

use crate::ir::{
    BindingKind, Builder, ClassId, ExprId, ExprKind, FunctionId, Module, Name, Parent, ScopeId,
};
use crate::source::{FileId, Language, Span};
use prepare::{Lines, Source};
use std::collections::HashMap;

/// How deep expressions may nest; what lies deeper is opaque.
const DEEPEST: usize = 200;
/// Recursion that fits a worker's stack of two megabytes; beyond, the file gets a stack of its own.
const LIGHT: usize = 150;
/// Room for the heaviest file that is let through. Only touched pages cost memory.
const BIG_STACK: usize = 128 << 20;

/// Lowers `text`. What the parser cannot read is listed as broken, the rest is lowered.
pub fn lower(file: FileId, text: &str) -> Module {
    let source = prepare::source(text);
    if source.weight <= LIGHT {
        return lower_source(file, text, source);
    }
    std::thread::scope(|scope| {
        let worker = std::thread::Builder::new()
            .stack_size(BIG_STACK)
            .spawn_scoped(scope, || lower_source(file, text, source));
        match worker.map(|worker| worker.join()) {
            Ok(Ok(module)) => module,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(_) => unread(file, text),
        }
    })
}

/// A module of which nothing could be read.
fn unread(file: FileId, text: &str) -> Module {
    let mut builder = Builder::new(file, Language::Rust);
    let span = builder.span(0, text.len());
    builder.broken(span);
    builder.finish()
}

fn lower_source(file: FileId, text: &str, mut source: Source) -> Module {
    // The parser keeps every text of its thread for its spans; those of earlier files are not
    // needed any more.
    proc_macro2::extra::invalidate_current_thread_spans();
    let tree = source.parse();
    let mut lowerer = Lowerer {
        text,
        lines: source.lines(),
        builder: Builder::new(file, Language::Rust),
        depth: 0,
        frames: Vec::new(),
        classes: HashMap::new(),
        generics: Vec::new(),
    };
    lowerer.lexical(&source);
    if let Some(tree) = &tree {
        lowerer.items(&tree.items);
    }
    drop(tree);
    proc_macro2::extra::invalidate_current_thread_spans();
    lowerer.builder.finish()
}

/// Walks the tree and pushes into the builder.
struct Lowerer<'t> {
    text: &'t str,
    lines: Lines,
    builder: Builder,
    depth: usize,
    /// What takes the values of `return` and `break`; innermost last.
    frames: Vec<Frame>,
    /// Classes by the scope that their name is known in.
    classes: HashMap<(ScopeId, Name), ClassId>,
    /// Type parameters with the first trait that bounds them: an argument of type `M` where
    /// `M: Model` is a `Model`.
    generics: Vec<(String, syn::Path)>,
}

/// What `return` and `break` leave.
enum Frame {
    /// A function or closure.
    Function(FunctionId),
    /// An `async` block, or a closure whose result stands for its call.
    Value(Vec<ExprId>),
    /// A `loop` or labelled block.
    Loop(Vec<ExprId>),
}

impl Lowerer<'_> {
    /// Comments, and what could not be read.
    fn lexical(&mut self, source: &Source) {
        for range in &source.broken {
            let span = self.builder.span(range.start, range.end);
            self.builder.broken(span);
        }
        for range in &source.comments {
            let before = &self.text[..range.start];
            let line = before.rfind('\n').map_or(0, |end| end + 1);
            let own_line = before[line..].trim().is_empty();
            let span = self.builder.span(range.start, range.end);
            self.builder.comment(span, own_line);
        }
    }

    /// The bytes from one token to another.
    fn range(&self, first: proc_macro2::Span, last: proc_macro2::Span) -> Span {
        let start = self.lines.byte(first.start());
        let end = self.lines.byte(last.end());
        self.builder.span(start, end.max(start))
    }

    fn token(&self, token: proc_macro2::Span) -> Span {
        self.range(token, token)
    }

    fn span_of(&self, expr: &syn::Expr) -> Span {
        self.range(span::first(expr), span::last(expr))
    }

    fn span_of_macro(&self, mac: &syn::Macro) -> Span {
        let (_, close) = span::delimiter(&mac.delimiter);
        self.range(span::first_of_path(&mac.path), close)
    }

    fn written(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    fn kind(&self, id: ExprId) -> &ExprKind {
        &self.builder.module()[id].kind
    }

    fn span(&self, id: ExprId) -> Span {
        self.builder.module()[id].span
    }

    fn name(&mut self, name: &str, span: Span) -> ExprId {
        self.builder.expr(ExprKind::Name(name.into()), span)
    }

    /// Says what an expression is part of, unless that is known.
    fn part_of(&mut self, id: ExprId, parent: Parent) {
        if self.builder.module()[id].parent == Parent::Statement {
            self.builder.set_parent(id, parent);
        }
    }

    /// The scope that binds `name`, seen from here.
    fn scope_of(&self, name: &str) -> Option<ScopeId> {
        let module = self.builder.module();
        let mut next = Some(self.builder.scope());
        while let Some(id) = next {
            if module[id].bindings.contains_key(name) {
                return Some(id);
            }
            next = module[id].parent;
        }
        None
    }

    /// The class called `name` in this file, seen from here.
    fn class_of(&self, name: &str) -> Option<ClassId> {
        let module = self.builder.module();
        let mut next = Some(self.builder.scope());
        while let Some(id) = next {
            if let Some(class) = self.classes.get(&(id, Name::from(name))) {
                return Some(*class);
            }
            next = module[id].parent;
        }
        None
    }

    /// Gives a place a value or adds to it: a name where it is bound, or a member.
    fn assign(&mut self, place: ExprId, kind: BindingKind, from: u32) {
        let span = self.span(place);
        match self.kind(place) {
            ExprKind::Name(name) => {
                let name = name.clone();
                self.set_name(&name, kind, span, from);
            }
            ExprKind::Member { object, name } => {
                let (object, name) = (*object, name.clone());
                let start = match self.written(span).ends_with(&*name) {
                    true => span.end as usize - name.len(),
                    false => span.start as usize,
                };
                let span = self.builder.span(start, span.end as usize);
                self.builder.bind_member(object, &name, kind, span, from);
            }
            _ => {}
        }
    }

    fn set_name(&mut self, name: &str, kind: BindingKind, span: Span, from: u32) {
        let scope = self.scope_of(name).unwrap_or(self.builder.scope());
        self.builder.bind_in(scope, name, kind, span, from);
    }
}

/// An identifier without `r#`.
fn plain(ident: &syn::Ident) -> String {
    let written = ident.to_string();
    match written.strip_prefix("r#") {
        Some(plain) => plain.to_string(),
        None => written,
    }
}
