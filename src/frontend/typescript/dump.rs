//! Writes a module so that a person can read it: one line for each thing, expressions inline.

use crate::ir::*;
use std::fmt::Write;

/// The dump of a module lowered from `text`.
pub fn dump(module: &Module, text: &str) -> String {
    let dump = Dump { module, text };
    let mut out = String::new();
    dump.imports_and_exports(&mut out);
    dump.classes(&mut out);
    dump.functions(&mut out);
    dump.bindings(&mut out);
    dump.loose(&mut out);
    dump.calls(&mut out);
    dump.rest(&mut out);
    out
}

struct Dump<'m> {
    module: &'m Module,
    text: &'m str,
}

macro_rules! line {
    ($out:expr, $($format:tt)*) => { writeln!($out, $($format)*).expect("writing to a string") };
}

impl Dump<'_> {
    fn line(&self, at: u32) -> usize {
        self.text[..at as usize].matches('\n').count() + 1
    }

    fn imports_and_exports(&self, out: &mut String) {
        for import in &self.module.imports {
            let name = import.name.as_deref().unwrap_or("*");
            let kind = if import.type_only { " (type)" } else { "" };
            let scope = import.scope.0;
            line!(
                out,
                "import {} = {:?} {name}{kind} in scope {scope}",
                import.local,
                import.module
            );
        }
        for export in &self.module.exports {
            match export {
                Export::Local { name, local } => line!(out, "export {name} = {local}"),
                Export::Value { name, value } => {
                    line!(out, "export {name} = value {}", self.of(*value))
                }
                Export::From {
                    module,
                    name,
                    as_name,
                } => line!(
                    out,
                    "export {as_name} = {module:?} {}",
                    name.as_deref().unwrap_or("*")
                ),
                Export::All { module } => line!(out, "export * from {module:?}"),
            }
        }
    }

    fn classes(&self, out: &mut String) {
        for (id, class) in self.module.classes.iter().enumerate() {
            let bases = self.list(&class.bases);
            line!(
                out,
                "class {id} {:?} {} ({bases}) scope {}{}",
                class.kind,
                class.name,
                class.scope.0,
                self.decorators(&class.decorators)
            );
            if let Some(alias) = class.alias {
                line!(out, "  alias {}", self.of(alias));
            }
            for method in &class.methods {
                line!(out, "  method {} {}", method.0, self.module[*method].name);
            }
            let mut attributes: Vec<_> = class.attributes.iter().collect();
            attributes.sort();
            for (name, bindings) in attributes {
                for binding in bindings {
                    line!(out, "  .{name}: {}", self.binding(*binding));
                }
            }
        }
    }

    fn decorators(&self, decorators: &[ExprId]) -> String {
        decorators
            .iter()
            .map(|decorator| format!(" @{}", self.of(*decorator)))
            .collect()
    }

    fn functions(&self, out: &mut String) {
        for (id, function) in self.module.functions.iter().enumerate() {
            let name = if function.name.is_empty() {
                "-"
            } else {
                &function.name
            };
            let of = function
                .class
                .map(|class| format!("{}.", self.module[class].name))
                .unwrap_or_default();
            let public = if function.public { " public" } else { "" };
            let receiver = if function.has_receiver {
                " receiver"
            } else {
                ""
            };
            line!(
                out,
                "fn {id} {of}{name}{public}{receiver} scope {} named at {:?}{}",
                function.scope.0,
                &self.text[function.name_span.range()]
                    .lines()
                    .next()
                    .unwrap_or(""),
                self.decorators(&function.decorators)
            );
            for param in &function.params {
                line!(out, "  param {}", self.param(param));
            }
            if let Some(of) = function.return_type {
                line!(out, "  -> {}", self.of(of));
            }
            for value in &function.returns {
                line!(out, "  return {}", self.of(*value));
            }
        }
    }

    fn param(&self, param: &Param) -> String {
        let mut out = format!("{:?} {}", param.kind, param.name);
        if let Some(annotation) = param.annotation {
            out += &format!(
                ": {} {:?}",
                self.of(annotation),
                param.type_text.as_deref().unwrap_or("")
            );
        }
        if let Some(default) = param.default {
            out += &format!(" = {}", self.of(default));
        }
        for (key, local, default) in &param.fields {
            out += &format!(" [{key} as {local}");
            if let Some(default) = default {
                out += &format!(" = {}", self.of(*default));
            }
            out += "]";
        }
        out
    }

    fn bindings(&self, out: &mut String) {
        for id in 0..self.module.bindings.len() {
            let id = BindingId(id as u32);
            let binding = &self.module[id];
            if matches!(binding.kind, BindingKind::Import(_)) {
                continue;
            }
            let listed = self.module[binding.scope].bindings.get(&binding.name);
            let hidden = match listed {
                Some(listed) if listed.contains(&id) => "",
                _ if binding.object.is_some() => "",
                _ => " hidden",
            };
            let scoped = if binding.block_scoped { " let" } else { "" };
            let block = &self.module[binding.block];
            let is_loop = if block.is_loop { " loop" } else { "" };
            line!(
                out,
                "{}:s{}b{}g{}{is_loop}{scoped}{hidden} {}",
                self.line(binding.span.start),
                binding.scope.0,
                binding.block.0,
                block.group,
                self.binding(id)
            );
        }
    }

    fn binding(&self, id: BindingId) -> String {
        let binding = &self.module[id];
        let mut out = String::new();
        if let Some(object) = binding.object {
            out += &format!("{}.", self.of(object));
        }
        out += &binding.name;
        if let Some(annotation) = binding.annotation {
            out += &format!(": {}", self.of(annotation));
        }
        match &binding.kind {
            BindingKind::Set(value) => out += &format!(" = {}", self.of(*value)),
            BindingKind::Extend { value, how } => out += &format!(" {how:?} {}", self.of(*value)),
            BindingKind::Parameter(function, at) => {
                out += &format!(" param {at} of fn {}", function.0)
            }
            BindingKind::Function(function) => out += &format!(" = fn {}", function.0),
            BindingKind::Class(class) => out += &format!(" = class {}", class.0),
            BindingKind::Import(import) => out += &format!(" = import {}", import.0),
            BindingKind::Declared => out += " declared",
        }
        out
    }

    /// Expressions that are neither parts of others nor values of bindings.
    fn loose(&self, out: &mut String) {
        for (id, expr) in self.module.exprs.iter().enumerate() {
            let what = match expr.parent {
                Parent::Statement if matches!(expr.kind, ExprKind::Name(_) | ExprKind::SelfRef) => {
                    continue;
                }
                Parent::Statement => "do",
                Parent::Condition => "if",
                _ => continue,
            };
            let line = self.line(expr.span.start);
            line!(out, "{line}: {what} {}", self.of(ExprId(id as u32)));
        }
    }

    /// Calls, with what becomes of their values.
    fn calls(&self, out: &mut String) {
        for call in &self.module.calls {
            let ExprKind::Call { callee, .. } = &self.module[*call].kind else {
                continue;
            };
            let line = self.line(self.module[*call].span.start);
            let used = match self.module[*call].parent {
                Parent::Expr(parent) => self.kind(parent).to_owned(),
                Parent::Binding(binding) => format!("{} =", self.module[binding].name),
                Parent::Return(function) => format!("return of fn {}", function.0),
                other => format!("{other:?}"),
            };
            line!(out, "{line}: call {} -> {used}", self.of(*callee));
        }
    }

    fn kind(&self, id: ExprId) -> String {
        let kind = format!("{:?}", self.module[id].kind);
        kind.split([' ', '(']).next().unwrap_or("").to_owned()
    }

    fn rest(&self, out: &mut String) {
        for comment in &self.module.comments {
            let own = if comment.own_line { " own line" } else { "" };
            line!(out, "comment{own} {:?}", &self.text[comment.span.range()]);
        }
        for broken in &self.module.broken {
            line!(out, "broken {:?}", &self.text[broken.range()]);
        }
    }

    fn list(&self, items: &[ExprId]) -> String {
        let items: Vec<_> = items.iter().map(|item| self.of(*item)).collect();
        items.join(", ")
    }

    fn args(&self, args: &[Arg]) -> String {
        let args: Vec<_> = args
            .iter()
            .map(|arg| format!("{}{}", dots(arg.spread), self.of(arg.value)))
            .collect();
        args.join(", ")
    }

    fn of(&self, id: ExprId) -> String {
        match &self.module[id].kind {
            ExprKind::Text(text) => format!("{:?}", text.value),
            ExprKind::Number(number) => number.to_string(),
            ExprKind::Bool(value) => value.to_string(),
            ExprKind::Null => "null".into(),
            ExprKind::Template(parts) => self.template(parts),
            ExprKind::Format { template, args, .. } => {
                format!("format({}; {})", self.of(*template), self.args(args))
            }
            ExprKind::Concat(items) => format!("concat({})", self.list(items)),
            ExprKind::Join { separator, items } => {
                let separator = separator.map_or("-".into(), |separator| self.of(separator));
                format!("join({}; {separator})", self.of(*items))
            }
            ExprKind::Replace { subject, from, to } => {
                format!("replace({})", self.list(&[*subject, *from, *to]))
            }
            ExprKind::Name(name) => name.to_string(),
            ExprKind::SelfRef => "SELF".into(),
            ExprKind::SuperRef => "SUPER".into(),
            ExprKind::Member { object, name } => format!("{}.{name}", self.of(*object)),
            ExprKind::Index { object, index } => {
                format!("{}[{}]", self.of(*object), self.list(index))
            }
            ExprKind::Call { callee, args } => {
                format!("{}({})", self.of(*callee), self.args(args))
            }
            ExprKind::List(items) => self.items(items),
            ExprKind::Map { entries, .. } => self.map(entries),
            ExprKind::Choice(items) => format!("either({})", self.list(items)),
            ExprKind::Binary { op, left, right } => {
                format!("{op:?}({})", self.list(&[*left, *right]))
            }
            ExprKind::Unary { not, operand } => {
                format!(
                    "{}({})",
                    if *not { "not" } else { "unary" },
                    self.of(*operand)
                )
            }
            ExprKind::Element(over) => format!("element({})", self.of(*over)),
            ExprKind::Each { item, over } => {
                format!("each({}; {})", self.of(*item), self.list(over))
            }
            ExprKind::Lambda(function) => format!("lambda({})", function.0),
            ExprKind::Opaque(inside) => format!("opaque({})", self.list(inside)),
        }
    }

    fn template(&self, parts: &[Part]) -> String {
        let parts: Vec<_> = parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => format!("{:?}", text.value),
                Part::Hole(hole) => format!("{{{}}}", self.of(*hole)),
            })
            .collect();
        format!("template({})", parts.join(" "))
    }

    fn items(&self, items: &[Item]) -> String {
        let items: Vec<_> = items
            .iter()
            .map(|item| format!("{}{}", dots(item.spread), self.of(item.value)))
            .collect();
        format!("[{}]", items.join(", "))
    }

    fn map(&self, entries: &[Entry]) -> String {
        let entries: Vec<_> = entries
            .iter()
            .map(|entry| match entry {
                Entry::Field(name, value) => format!("{name}: {}", self.of(*value)),
                Entry::Computed(key, value) => format!("[{}]: {}", self.of(*key), self.of(*value)),
                Entry::Spread(value) => format!("...{}", self.of(*value)),
            })
            .collect();
        format!("{{{}}}", entries.join(", "))
    }
}

fn dots(spread: bool) -> &'static str {
    if spread { "..." } else { "" }
}
