//! Builds a [`Module`]: keeps the current scope and block, links expressions to their parents and
//! makes the look-up tables at the end, so that the three frontends agree on all of it.

use super::*;

/// Collects one module. Frontends walk their tree and push; [`Builder::finish`] makes the tables.
#[derive(Debug)]
pub struct Builder {
    module: Module,
    scope: Vec<ScopeId>,
    block: Vec<BlockId>,
    groups: u32,
}

impl Builder {
    /// An empty module with its scope and body block open.
    pub fn new(file: FileId, language: Language) -> Builder {
        let module = Module {
            file,
            language,
            imports: Vec::new(),
            scopes: vec![Scope {
                parent: None,
                owner: Owner::Module,
                bindings: HashMap::new(),
            }],
            blocks: vec![Block {
                parent: None,
                group: 0,
                is_loop: false,
                when: Vec::new(),
            }],
            functions: Vec::new(),
            classes: Vec::new(),
            bindings: Vec::new(),
            exprs: Vec::new(),
            comments: Vec::new(),
            exports: Vec::new(),
            calls: Vec::new(),
            names: HashMap::new(),
            member_bindings: Vec::new(),
            broken: Vec::new(),
        };
        Builder {
            module,
            scope: vec![ScopeId(0)],
            block: vec![BlockId(0)],
            groups: 0,
        }
    }

    /// What has been collected so far.
    pub fn module(&self) -> &Module {
        &self.module
    }

    /// For setting what only the end of a construct tells (a function's parameters, a class's bases).
    pub fn module_mut(&mut self) -> &mut Module {
        &mut self.module
    }

    /// The span `start..end` in this file.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.module.file, start as u32, end as u32)
    }

    /// The open scope.
    pub fn scope(&self) -> ScopeId {
        self.scope[self.scope.len() - 1]
    }

    /// The open block.
    pub fn block(&self) -> BlockId {
        self.block[self.block.len() - 1]
    }

    /// Opens a scope; what is bound from here on belongs to it.
    pub fn enter_scope(&mut self, owner: Owner) -> ScopeId {
        let id = ScopeId(self.module.scopes.len() as u32);
        self.module.scopes.push(Scope {
            parent: Some(self.scope()),
            owner,
            bindings: HashMap::new(),
        });
        self.scope.push(id);
        id
    }

    /// Opens an existing scope again (another `impl` block of a struct).
    pub fn reenter_scope(&mut self, scope: ScopeId) {
        self.scope.push(scope);
    }

    /// Closes the scope opened last.
    pub fn leave_scope(&mut self) {
        debug_assert!(
            self.scope.len() > 1,
            "leave_scope closes a scope that was entered"
        );
        self.scope.pop();
    }

    /// A number for a new `if`/`match`/`try`, to be shared by its arms' blocks.
    pub fn new_group(&mut self) -> u32 {
        self.groups += 1;
        self.groups
    }

    /// Opens the block of one arm of `group`, or the body of a loop or function (its own group).
    pub fn enter_block(&mut self, group: u32, is_loop: bool) -> BlockId {
        let id = BlockId(self.module.blocks.len() as u32);
        self.module.blocks.push(Block {
            parent: Some(self.block()),
            group,
            is_loop,
            when: Vec::new(),
        });
        self.block.push(id);
        id
    }

    /// Notes what must hold for a block to run.
    pub fn when(&mut self, block: BlockId, when: When) {
        self.module.blocks[block.0 as usize].when.push(when);
    }

    /// Notes that a block runs only where a condition holds, if that is a comparison with known
    /// values: `kind == "a"`, `kind in ("a", "b")`.
    pub fn guard(&mut self, block: BlockId, condition: ExprId) {
        let kind = |id: ExprId| &self.module.exprs[id.0 as usize].kind;
        let ExprKind::Binary { op, left, right } = kind(condition) else {
            return;
        };
        let (op, left, right) = (*op, *left, *right);
        let (subject, values) = match (op, kind(left), kind(right)) {
            (BinaryOp::Equal, ExprKind::Text(_), _) => (right, vec![left]),
            (BinaryOp::Equal, ..) => (left, vec![right]),
            (BinaryOp::In, _, ExprKind::List(items)) => {
                (left, items.iter().map(|item| item.value).collect())
            }
            _ => return,
        };
        if matches!(kind(subject), ExprKind::Name(_)) {
            let texts = Vec::new();
            self.when(
                block,
                When {
                    subject,
                    texts,
                    values,
                },
            );
        }
    }

    /// Closes the block opened last.
    pub fn leave_block(&mut self) {
        debug_assert!(
            self.block.len() > 1,
            "leave_block closes a block that was entered"
        );
        self.block.pop();
    }

    /// Adds an expression and makes it the parent of its children.
    pub fn expr(&mut self, kind: ExprKind, span: Span) -> ExprId {
        let id = ExprId(self.module.exprs.len() as u32);
        for child in children(&kind) {
            self.module.exprs[child.0 as usize].parent = Parent::Expr(id);
        }
        match &kind {
            ExprKind::Call { .. } => self.module.calls.push(id),
            ExprKind::Name(name) => match self.module.names.get_mut(name) {
                Some(uses) => uses.push(id),
                None => {
                    self.module.names.insert(name.clone(), vec![id]);
                }
            },
            _ => {}
        }
        let (scope, block) = (self.scope(), self.block());
        self.module.exprs.push(Expr {
            kind,
            span,
            scope,
            block,
            parent: Parent::Statement,
        });
        id
    }

    /// Says what an expression without a parent expression is part of.
    pub fn set_parent(&mut self, expr: ExprId, parent: Parent) {
        self.module.exprs[expr.0 as usize].parent = parent;
    }

    /// Adds a binding of a plain name in the open scope, holding from byte `from` on.
    pub fn bind(&mut self, name: &str, kind: BindingKind, span: Span, from: u32) -> BindingId {
        let scope = self.scope();
        self.bind_in(scope, name, kind, span, from)
    }

    /// Adds a binding of a plain name in a given scope (`global`, `var`, a walrus).
    pub fn bind_in(
        &mut self,
        scope: ScopeId,
        name: &str,
        kind: BindingKind,
        span: Span,
        from: u32,
    ) -> BindingId {
        let id = self.push_binding(scope, None, name, kind, span, from);
        let bindings = &mut self.module.scopes[scope.0 as usize].bindings;
        match bindings.get_mut(name) {
            Some(list) => list.push(id),
            None => {
                bindings.insert(name.into(), vec![id]);
            }
        }
        id
    }

    /// Adds a binding of a member: `object.name = …`.
    pub fn bind_member(
        &mut self,
        object: ExprId,
        name: &str,
        kind: BindingKind,
        span: Span,
        from: u32,
    ) -> BindingId {
        let scope = self.scope();
        let id = self.push_binding(scope, Some(object), name, kind, span, from);
        self.module.member_bindings.push(id);
        id
    }

    fn push_binding(
        &mut self,
        scope: ScopeId,
        object: Option<ExprId>,
        name: &str,
        kind: BindingKind,
        span: Span,
        from: u32,
    ) -> BindingId {
        let id = BindingId(self.module.bindings.len() as u32);
        if let BindingKind::Set(value) | BindingKind::Extend { value, .. } = kind {
            let parent = &mut self.module.exprs[value.0 as usize].parent;
            if *parent == Parent::Statement {
                *parent = Parent::Binding(id);
            }
        }
        let block = self.block();
        self.module.bindings.push(Binding {
            name: name.into(),
            object,
            kind,
            annotation: None,
            decorators: Vec::new(),
            span,
            scope,
            block,
            block_scoped: false,
            from,
        });
        id
    }

    /// Marks a binding as living only in its block (`let`, `const`).
    pub fn block_scoped(&mut self, binding: BindingId) {
        self.module.bindings[binding.0 as usize].block_scoped = true;
    }

    /// Gives a binding its type annotation.
    pub fn annotate(&mut self, binding: BindingId, annotation: ExprId) {
        self.set_parent(annotation, Parent::Declaration);
        self.module.bindings[binding.0 as usize].annotation = Some(annotation);
    }

    /// Gives a binding its attributes.
    pub fn decorate(&mut self, binding: BindingId, decorators: Vec<ExprId>) {
        self.module.bindings[binding.0 as usize].decorators = decorators;
    }

    /// Adds an import and binds its local name (unless it is a star import).
    pub fn import(&mut self, import: Import) -> ImportId {
        let id = ImportId(self.module.imports.len() as u32);
        let (local, span, star) = (import.local.clone(), import.span, import.star);
        self.module.imports.push(import);
        if !star {
            // An import holds in the whole of its scope, whatever stands before it.
            self.bind(&local, BindingKind::Import(id), span, 0);
        }
        id
    }

    /// Adds a function; its name is bound by the caller where it has one.
    pub fn function(&mut self, function: Function) -> FunctionId {
        let id = FunctionId(self.module.functions.len() as u32);
        self.module.functions.push(function);
        id
    }

    /// The number the next function gets: its scope is entered before the function is complete.
    pub fn next_function(&self) -> FunctionId {
        FunctionId(self.module.functions.len() as u32)
    }

    /// Adds a class; its name is bound by the caller.
    pub fn class(&mut self, class: Class) -> ClassId {
        let id = ClassId(self.module.classes.len() as u32);
        self.module.classes.push(class);
        id
    }

    /// Adds a comment.
    pub fn comment(&mut self, span: Span, own_line: bool) {
        self.module.comments.push(Comment { span, own_line });
    }

    /// Adds an export.
    pub fn export(&mut self, export: Export) {
        self.module.exports.push(export);
    }

    /// Notes a part of the file that the parser could not read.
    pub fn broken(&mut self, span: Span) {
        self.module.broken.push(span);
    }

    /// Sorts and links what only the whole file tells.
    pub fn finish(mut self) -> Module {
        let module = &mut self.module;
        module.comments.sort_by_key(|comment| comment.span.start);
        let exprs = &module.exprs;
        module.calls.sort_by_key(|call| {
            let span = exprs[call.0 as usize].span;
            (span.start, std::cmp::Reverse(span.end))
        });
        for at in 0..module.member_bindings.len() {
            let id = module.member_bindings[at];
            let Some(object) = module[id].object else {
                continue;
            };
            if !matches!(module[object].kind, ExprKind::SelfRef) {
                continue;
            }
            if let Some(class) = module.class_around(module[object].scope) {
                let name = module[id].name.clone();
                module.classes[class.0 as usize]
                    .attributes
                    .entry(name)
                    .or_default()
                    .push(id);
            }
        }
        self.module
    }
}

/// The direct children of an expression, in source order.
pub fn children(kind: &ExprKind) -> Vec<ExprId> {
    match kind {
        ExprKind::Text(_)
        | ExprKind::Number(_)
        | ExprKind::Bool(_)
        | ExprKind::Null
        | ExprKind::Name(_)
        | ExprKind::SelfRef
        | ExprKind::SuperRef
        | ExprKind::Lambda(_) => Vec::new(),
        ExprKind::Template(parts) => parts
            .iter()
            .filter_map(|part| match part {
                Part::Hole(expr) => Some(*expr),
                Part::Text(_) => None,
            })
            .collect(),
        ExprKind::Format { template, args, .. } => std::iter::once(*template)
            .chain(args.iter().map(|arg| arg.value))
            .collect(),
        ExprKind::Concat(items) | ExprKind::Choice(items) | ExprKind::Opaque(items) => {
            items.clone()
        }
        ExprKind::Join { separator, items } => separator
            .iter()
            .copied()
            .chain(std::iter::once(*items))
            .collect(),
        ExprKind::Replace { subject, from, to } => vec![*subject, *from, *to],
        ExprKind::Member { object, .. } => vec![*object],
        ExprKind::Index { object, index } => std::iter::once(*object)
            .chain(index.iter().copied())
            .collect(),
        ExprKind::Call { callee, args } => std::iter::once(*callee)
            .chain(args.iter().map(|arg| arg.value))
            .collect(),
        ExprKind::List(items) => items.iter().map(|item| item.value).collect(),
        ExprKind::Map { of, entries } => of
            .iter()
            .copied()
            .chain(entries.iter().flat_map(|entry| match entry {
                Entry::Field(_, value) | Entry::Spread(value) => vec![*value],
                Entry::Computed(key, value) => vec![*key, *value],
            }))
            .collect(),
        ExprKind::Binary { left, right, .. } => vec![*left, *right],
        ExprKind::Unary { operand, .. } => vec![*operand],
        ExprKind::Element(over) => vec![*over],
        ExprKind::Each { item, over } => {
            std::iter::once(*item).chain(over.iter().copied()).collect()
        }
    }
}
