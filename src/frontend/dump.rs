//! Writes a module so that a person can check it against its source, one binding or loose
//! expression a line, in source order.

use crate::ir::{
    BinaryOp, BindingId, BindingKind, BlockId, Class, Entry, Export, ExprId, ExprKind, Function,
    Module, Owner, Param, ParamKind, Parent, Part, ScopeId, Text,
};
use crate::source::{LineIndex, Span};
use std::fmt::Write;

/// The whole module.
pub(crate) fn dump(text: &str, module: &Module) -> String {
    let dump = Dump {
        text,
        module,
        lines: LineIndex::new(text),
    };
    let mut lines: Vec<(u32, usize, String)> = Vec::new();
    dump.bindings(&mut lines);
    dump.roots(&mut lines);
    for class in &module.classes {
        lines.push((class.span.start, 1, dump.class(class)));
    }
    for function in &module.functions {
        lines.push((function.span.start, 1, dump.function(function)));
    }
    for span in &module.broken {
        lines.push((span.start, 2, format!("broken {:?}", dump.source(*span))));
    }
    for comment in &module.comments {
        let own = if comment.own_line {
            "own line"
        } else {
            "trailing"
        };
        lines.push((comment.span.start, 2, format!("comment, {own}")));
    }
    lines.sort_by_key(|(start, rank, _)| (*start, *rank));
    let mut out = String::new();
    for (start, _, line) in lines {
        let _ = writeln!(out, "{:>3} {line}", dump.lines.line(start));
    }
    for export in &module.exports {
        let _ = writeln!(out, "  > {}", dump.export(export));
    }
    out
}

struct Dump<'m> {
    text: &'m str,
    module: &'m Module,
    lines: LineIndex,
}

impl Dump<'_> {
    fn export(&self, export: &Export) -> String {
        match export {
            Export::Local { name, local } => format!("export {name} = {local}"),
            Export::Value { name, value } => format!("export {name} = {}", self.expr(*value)),
            Export::From {
                module,
                name,
                as_name,
            } => {
                let name = name.as_deref().unwrap_or("(module)");
                format!("export {as_name} = {module} :: {name}")
            }
            Export::All { module } => format!("export * from {module}"),
        }
    }

    fn bindings(&self, lines: &mut Vec<(u32, usize, String)>) {
        for number in 0..self.module.bindings.len() {
            let binding = &self.module[BindingId(number as u32)];
            let value = match &binding.kind {
                BindingKind::Set(value) => format!("= {}", self.expr(*value)),
                BindingKind::Extend { value, how } => format!("{how:?} {}", self.expr(*value)),
                BindingKind::Parameter(..) | BindingKind::Function(_) | BindingKind::Class(_) => {
                    continue;
                }
                BindingKind::Import(import) => {
                    let import = &self.module[*import];
                    let name = import.name.as_deref().unwrap_or("(module)");
                    let types = if import.type_only { " types" } else { "" };
                    format!("import {} :: {name}{types}", import.module)
                }
                BindingKind::Declared => "declared".into(),
            };
            let object = binding
                .object
                .map_or(String::new(), |object| format!("{}.", self.expr(object)));
            let annotation = binding
                .annotation
                .map_or(String::new(), |id| format!(": {}", self.expr(id)));
            let place = self.place(binding.scope, binding.block);
            let mut line = format!("{place}{object}{}{annotation} {value}", binding.name);
            self.heading(&mut line, &binding.decorators, None);
            lines.push((binding.span.start, 2, line));
        }
        for import in self.module.imports.iter().filter(|import| import.star) {
            let line = format!("import {} :: *", import.module);
            lines.push((import.span.start, 2, line));
        }
    }

    /// Expressions that are no part of another and no value of a binding.
    fn roots(&self, lines: &mut Vec<(u32, usize, String)>) {
        for number in 0..self.module.exprs.len() {
            let id = ExprId(number as u32);
            let expr = &self.module[id];
            let kind = match expr.parent {
                Parent::Statement => "do",
                Parent::Condition => "if",
                Parent::Return(_) => "return",
                Parent::Expr(_) | Parent::Binding(_) | Parent::Declaration => continue,
            };
            let bare = matches!(expr.kind, ExprKind::SelfRef | ExprKind::Name(_));
            if bare && expr.parent == Parent::Statement {
                continue;
            }
            let place = self.place(expr.scope, expr.block);
            let line = format!("{place}{kind} {}", self.expr(id));
            lines.push((expr.span.start, 3, line));
        }
    }

    /// Scope as indentation, block by group and number.
    fn place(&self, scope: ScopeId, block: BlockId) -> String {
        let mut place = String::new();
        let mut next = Some(scope);
        while let Some(id) = next {
            next = self.module[id].parent;
            if next.is_some() {
                place.push_str("  ");
            }
        }
        let comprehension = self.module[scope]
            .parent
            .is_some_and(|parent| self.module[parent].owner == self.module[scope].owner);
        if comprehension {
            place.push_str("(each) ");
        }
        let mut blocks = Vec::new();
        let mut next = Some(block);
        while let Some(id) = next {
            let block = &self.module[id];
            next = block.parent;
            if next.is_some() && !self.is_body(id) {
                let mark = if block.is_loop { "loop" } else { "arm" };
                blocks.push(format!("{mark}{}#{}", block.group, id.0));
            }
        }
        if !blocks.is_empty() {
            blocks.reverse();
            let _ = write!(place, "[{}] ", blocks.join(" "));
        }
        place
    }

    /// Whether a block is a function's whole body (the only block of its group, in a scope of its
    /// own): not worth a mark.
    fn is_body(&self, id: BlockId) -> bool {
        let alone = self
            .module
            .blocks
            .iter()
            .filter(|block| block.group == self.module[id].group)
            .count()
            == 1;
        let parent = self.module[id].parent;
        let scope_of = |wanted: BlockId| {
            self.module
                .exprs
                .iter()
                .find(|expr| expr.block == wanted)
                .map(|expr| self.module[expr.scope].owner)
        };
        let own = scope_of(id);
        alone
            && !self.module[id].is_loop
            && matches!(own, Some(Owner::Function(_)))
            && parent.is_some_and(|parent| scope_of(parent) != own)
    }

    fn class(&self, class: &Class) -> String {
        let bases: Vec<String> = class.bases.iter().map(|base| self.expr(*base)).collect();
        let place = self.outer(class.scope);
        let mut line = format!(
            "{place}{:?} {}({})",
            class.kind,
            class.name,
            bases.join(", ")
        );
        if let Some(alias) = class.alias {
            let _ = write!(line, " = {}", self.expr(alias));
        }
        self.heading(&mut line, &class.decorators, class.doc);
        let mut attributes: Vec<&str> = class.attributes.keys().map(|name| &**name).collect();
        attributes.sort_unstable();
        let methods: Vec<&str> = class
            .methods
            .iter()
            .map(|method| &*self.module[*method].name)
            .collect();
        let _ = write!(
            line,
            " methods [{}] attributes [{}]",
            methods.join(", "),
            attributes.join(", ")
        );
        line
    }

    fn function(&self, function: &Function) -> String {
        let params: Vec<String> = function.params.iter().map(|p| self.param(p)).collect();
        let place = self.outer(function.scope);
        let mut line = format!("{place}def {}({})", function.name, params.join(", "));
        if let Some(annotation) = function.return_type {
            let _ = write!(line, " -> {}", self.expr(annotation));
        }
        for (mark, holds) in [
            ("method", function.class.is_some()),
            ("receiver", function.has_receiver),
            ("classmethod", function.is_classmethod),
            ("public", function.public),
        ] {
            if holds {
                let _ = write!(line, " {mark}");
            }
        }
        self.heading(&mut line, &function.decorators, function.doc);
        let _ = write!(line, " returns {}", function.returns.len());
        line
    }

    fn outer(&self, scope: ScopeId) -> String {
        let parent = self.module[scope].parent.unwrap_or(scope);
        self.place(parent, BlockId(0))
    }

    fn heading(&self, line: &mut String, decorators: &[ExprId], doc: Option<ExprId>) {
        for decorator in decorators {
            let _ = write!(line, " @{}", self.expr(*decorator));
        }
        if let Some(doc) = doc {
            let _ = write!(line, " doc {}", self.expr(doc));
        }
    }

    fn param(&self, param: &Param) -> String {
        let mark = match param.kind {
            ParamKind::Plain => "",
            ParamKind::KeywordOnly => "keyword ",
            ParamKind::Rest => "*",
            ParamKind::KeywordRest => "**",
        };
        let mut out = format!("{mark}{}", param.name);
        if let Some(annotation) = param.annotation {
            let written = param.type_text.as_deref().unwrap_or_default();
            let _ = write!(out, ": {} `{written}`", self.expr(annotation));
        }
        if let Some(default) = param.default {
            let _ = write!(out, " = {}", self.expr(default));
        }
        out
    }

    fn source(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    fn list(&self, ids: &[ExprId], between: &str) -> String {
        let all: Vec<String> = ids.iter().map(|id| self.expr(*id)).collect();
        all.join(between)
    }

    fn expr(&self, id: ExprId) -> String {
        match &self.module[id].kind {
            ExprKind::Text(text) => quoted(text),
            ExprKind::Number(number) => number.to_string(),
            ExprKind::Bool(value) => value.to_string(),
            ExprKind::Null => "null".into(),
            ExprKind::Template(parts) => {
                let parts: Vec<String> = parts
                    .iter()
                    .map(|part| match part {
                        Part::Text(text) => quoted(text),
                        Part::Hole(hole) => format!("{{{}}}", self.expr(*hole)),
                    })
                    .collect();
                format!("template<{}>", parts.join(" "))
            }
            ExprKind::Format {
                template,
                args,
                style,
            } => format!(
                "format{style:?}<{}>({})",
                self.expr(*template),
                self.args(args)
            ),
            ExprKind::Concat(values) => format!("({})", self.list(values, " + ")),
            ExprKind::Join { separator, items } => {
                let separator = separator.map_or("?".into(), |id| self.expr(id));
                format!("join<{separator}>({})", self.expr(*items))
            }
            ExprKind::Replace { subject, from, to } => format!(
                "replace<{}>({} => {})",
                self.expr(*subject),
                self.expr(*from),
                self.expr(*to)
            ),
            ExprKind::Name(name) => name.to_string(),
            ExprKind::SelfRef => "SELF".into(),
            ExprKind::SuperRef => "SUPER".into(),
            ExprKind::Member { object, name } => format!("{}.{name}", self.expr(*object)),
            ExprKind::Index { object, index } => {
                format!("{}[{}]", self.expr(*object), self.list(index, ", "))
            }
            ExprKind::Call { callee, args } => {
                format!("{}({})", self.expr(*callee), self.args(args))
            }
            ExprKind::List(items) => {
                let items: Vec<String> = items
                    .iter()
                    .map(|item| {
                        let spread = if item.spread { "*" } else { "" };
                        format!("{spread}{}", self.expr(item.value))
                    })
                    .collect();
                format!("[{}]", items.join(", "))
            }
            ExprKind::Map { of, entries } => {
                let entries: Vec<String> = entries.iter().map(|entry| self.entry(entry)).collect();
                let of = of.map_or(String::new(), |of| self.expr(of));
                format!("{of}{{{}}}", entries.join(", "))
            }
            ExprKind::Choice(values) => format!("choice<{}>", self.list(values, " | ")),
            ExprKind::Binary { op, left, right } => {
                let (left, right) = (self.expr(*left), self.expr(*right));
                format!("({left} {} {right})", operator(*op))
            }
            ExprKind::Unary { not, operand } => {
                let mark = if *not { "not " } else { "-" };
                format!("{mark}{}", self.expr(*operand))
            }
            ExprKind::Element(over) => format!("element<{}>", self.expr(*over)),
            ExprKind::Each { item, over } => {
                format!("each<{} over {}>", self.expr(*item), self.list(over, ", "))
            }
            ExprKind::Lambda(function) => {
                let returns = &self.module[*function].returns;
                format!("lambda<{}>", self.list(returns, ", "))
            }
            ExprKind::Opaque(inside) => format!("opaque<{}>", self.list(inside, ", ")),
        }
    }

    fn args(&self, args: &[crate::ir::Arg]) -> String {
        let args: Vec<String> = args
            .iter()
            .map(|arg| {
                let spread = if arg.spread { "*" } else { "" };
                let value = self.expr(arg.value);
                match &arg.name {
                    Some(name) => format!("{name}={value}"),
                    None => format!("{spread}{value}"),
                }
            })
            .collect();
        args.join(", ")
    }

    fn entry(&self, entry: &Entry) -> String {
        match entry {
            Entry::Field(name, value) => format!("{name}: {}", self.expr(*value)),
            Entry::Computed(key, value) => {
                format!("[{}]: {}", self.expr(*key), self.expr(*value))
            }
            Entry::Spread(value) => format!("*{}", self.expr(*value)),
        }
    }
}

fn operator(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Equal => "==",
        BinaryOp::NotEqual => "!=",
        BinaryOp::In => "in",
        BinaryOp::NotIn => "not in",
        BinaryOp::Compare => "<>",
        BinaryOp::And => "and",
        BinaryOp::Pipe => "|",
        BinaryOp::Match => "match",
        BinaryOp::Minus => "-",
        BinaryOp::Times => "*",
        BinaryOp::Divide => "/",
        BinaryOp::Floor => "//",
        BinaryOp::Power => "**",
        BinaryOp::Shift => "<<",
        BinaryOp::Other => "op",
    }
}

fn quoted(text: &Text) -> String {
    format!("{:?}", text.value)
}
