//! Where a value came from, followed through names, members, calls, annotations and files.

use super::memo::{Callers, Origins, Trace};
use super::{At, ClassRef, FnRef, Program, Target, reach};
use crate::ir::{
    Arg, BinaryOp, BindingId, BindingKind, ClassKind, Entry, ExprId, ExprKind, Extend, Owner,
};
use crate::source::{FileId, Language};

/// Functions without arguments that derives of command lines give a type, and that make one of it.
const DERIVED: &[&str] = &["parse", "try_parse", "from_args", "from_env"];
/// How many origins of one value are kept.
const MOST: usize = 64;
/// How many returned values of a function are followed.
const MOST_RETURNS: usize = 48;
/// How many callers of a function are followed.
const MOST_CALLERS: usize = 40;
/// How long an access path may grow.
const LONGEST_PATH: usize = 200;

/// The base of types that only say what their values can do.
const PROTOCOL: &str = "Protocol";
/// Stands for what a type's other name means, where members of classes stand for themselves.
const ALIAS: &str = "=";

/// Origins in the order found, each once.
#[derive(Default)]
struct Found(Vec<Target>);

impl Found {
    fn add(&mut self, target: Target) {
        if self.0.len() < MOST && !self.0.contains(&target) {
            self.0.push(target);
        }
    }

    fn all(&mut self, targets: &[Target]) {
        targets.iter().for_each(|target| self.add(target.clone()));
    }
}

/// Which elements of a value are meant.
#[derive(Clone, Copy)]
enum Which {
    /// Any of those that are iterated over.
    Any,
    /// The one at an index, where that is known.
    Index(Option<usize>),
}

impl Program {
    /// Where a value came from: never a [`Target::Value`] of a name or member, but possibly one of a
    /// literal.
    pub fn origins(&self, at: At) -> Vec<Target> {
        let find = |trace: &mut Trace| self.origins_in(at, trace);
        self.memo.whole(at, Callers::Unfollowed, find).to_vec()
    }

    /// The same, with parameters of unknown type followed to what the project's calls hand in.
    pub fn origins_through_callers(&self, at: At) -> Vec<Target> {
        let find = |trace: &mut Trace| self.origins_in(at, trace);
        self.memo.whole(at, Callers::All, find).to_vec()
    }

    pub(super) fn origins_in(&self, at: At, trace: &mut Trace) -> Origins {
        self.memo.part(at, trace, |trace| {
            let mut found = Found::default();
            self.find_origins(at, trace, &mut found);
            found.0
        })
    }

    fn find_origins(&self, at: At, trace: &mut Trace, found: &mut Found) {
        match self.kind(at) {
            ExprKind::Name(name) => self.of_name(at, name, trace, found),
            ExprKind::Member { .. } | ExprKind::SelfRef | ExprKind::SuperRef => {
                for target in self.resolve_in(at, trace) {
                    if let Some(of) = self.unit_variant(&target) {
                        found.add(Target::Instance(of));
                    }
                    self.follow(target, at, trace, found);
                }
            }
            ExprKind::Call { callee, args } => {
                if let Some(made) = self.made_variant(at.with(*callee), trace) {
                    return found.add(Target::Instance(made));
                }
                let callees = self.origins_in(at.with(*callee), trace);
                for target in callees.iter() {
                    match self.joined_part(at, target, args, trace) {
                        Some(part) => found.add(part),
                        None => self.call_result(target, Some((at, args)), trace, found),
                    }
                }
                for value in self.asked_for(at.with(*callee), args, trace) {
                    found.all(&self.origins_in(value, trace));
                }
                if callees.is_empty() && args.is_empty() {
                    self.of_derived_default(at.with(*callee), trace, found);
                }
            }
            ExprKind::Index { object, index } => {
                let which = Which::Index(self.number(at, index));
                self.of_element(at.with(*object), which, trace, found);
            }
            ExprKind::Element(over) => self.of_element(at.with(*over), Which::Any, trace, found),
            ExprKind::Choice(arms) => {
                for arm in arms {
                    found.all(&self.origins_in(at.with(*arm), trace));
                }
            }
            ExprKind::Binary {
                op: BinaryOp::Pipe,
                left,
                right,
            } => {
                let (left, right) = (at.with(*left), at.with(*right));
                self.of_pipe(left, right, trace, found);
            }
            ExprKind::Map { of: Some(of), .. } => {
                if let Some(made) = self.made_variant(at.with(*of), trace) {
                    found.add(Target::Instance(made));
                }
                for target in self.origins_in(at.with(*of), trace).iter() {
                    match target {
                        // `Self { … }` where there is no receiver.
                        Target::Instance(_) => found.add(target.clone()),
                        _ => self.call_result(target, None, trace, found),
                    }
                }
                found.add(Target::value(at, true));
            }
            ExprKind::Lambda(function) => found.add(Target::Function(FnRef {
                file: at.file,
                function: *function,
            })),
            _ => found.add(Target::value(at, true)),
        }
    }

    /// The enum that `Backend::Remote(client)` makes one of.
    fn made_variant(&self, callee: At, trace: &mut Trace) -> Option<ClassRef> {
        let ExprKind::Member { name, .. } = self.kind(callee) else {
            return None;
        };
        if !name.starts_with(char::is_uppercase)
            || self.file(callee.file).language != Language::Rust
        {
            return None;
        }
        self.resolve_in(callee, trace)
            .into_iter()
            .find_map(|target| {
                let Target::Declared { file, binding } = target else {
                    return None;
                };
                let module = self.module(file);
                let Owner::Class(class) = module[module[binding].scope].owner else {
                    return None;
                };
                let is_enum = module[class].kind == ClassKind::Enum;
                is_enum.then_some(ClassRef { file, class })
            })
    }

    /// The enum that a variant without fields is a value of: `Kind::Short`.
    fn unit_variant(&self, target: &Target) -> Option<ClassRef> {
        let Target::Value { at, .. } = target else {
            return None;
        };
        let module = self.module(at.file);
        let Owner::Class(class) = module[module[at.expr].scope].owner else {
            return None;
        };
        let is_enum = module[class].kind == ClassKind::Enum && module.language == Language::Rust;
        is_enum.then_some(ClassRef {
            file: at.file,
            class,
        })
    }

    /// `Client::default()`, `Options::parse()` of a type that derives it.
    fn of_derived_default(&self, callee: At, trace: &mut Trace, found: &mut Found) {
        let is_rust = self.file(callee.file).language == Language::Rust;
        if let ExprKind::Member { object, name } = self.kind(callee)
            && (**name == *"default" || is_rust && DERIVED.contains(&&**name))
        {
            for target in self.origins_in(callee.with(*object), trace).iter() {
                if let Target::Class(class) | Target::Instance(class) = target {
                    found.add(Target::Instance(*class));
                }
            }
        }
    }

    fn of_name(&self, at: At, name: &str, trace: &mut Trace, found: &mut Found) {
        for target in self.resolve_in(at, trace) {
            self.follow(target, at, trace, found);
        }
        // A field of a destructured parameter has a type and callers' values of its own.
        let module = self.module(at.file);
        for (id, _) in reach::reaching(module, at.expr, name).unwrap_or_default() {
            self.of_field(at.file, id, trace, found);
        }
    }

    fn of_field(&self, file: FileId, id: BindingId, trace: &mut Trace, found: &mut Found) {
        let module = self.module(file);
        let binding = &module[id];
        let BindingKind::Parameter(function, index) = binding.kind else {
            return;
        };
        let Some(param) = module[function].params.get(index as usize) else {
            return;
        };
        let mut fields = param.fields.iter();
        let Some((key, _, default)) = fields.find(|(_, local, _)| *local == binding.name) else {
            return;
        };
        if let Some(annotation) = binding.annotation {
            self.instances(
                At {
                    file,
                    expr: annotation,
                },
                trace,
                found,
            );
        } else if let Some(whole) = param.annotation {
            let mut types = Found::default();
            self.instances(At { file, expr: whole }, trace, &mut types);
            self.members_of(&types.0, key, trace, found);
        }
        if let Some(default) = default {
            found.all(&self.origins_in(
                At {
                    file,
                    expr: *default,
                },
                trace,
            ));
        }
        if trace.callers != Callers::Unfollowed {
            let function = FnRef { file, function };
            let given = self.given(function, index, trace);
            self.members_of(&given, key, trace, found);
        }
    }

    fn members_of(&self, of: &[Target], name: &str, trace: &mut Trace, found: &mut Found) {
        for target in of {
            let members = match target {
                Target::Instance(class) | Target::Class(class) => {
                    self.class_member_in(*class, name, trace)
                }
                Target::External(path) => vec![self.external(path, &format!(".{name}"))],
                Target::Value { at, .. } => self.entry(*at, name),
                _ => Vec::new(),
            };
            for member in members {
                match member {
                    Target::Value { at, .. } => found.all(&self.origins_in(at, trace)),
                    other => self.follow_declared(other, trace, found),
                }
            }
        }
    }

    fn follow_declared(&self, target: Target, trace: &mut Trace, found: &mut Found) {
        match target {
            Target::Declared { file, binding } => self.declared(file, binding, trace, found),
            other => found.add(other),
        }
    }

    /// What is known of a value that `from` refers to.
    fn follow(&self, target: Target, from: At, trace: &mut Trace, found: &mut Found) {
        match target {
            Target::Value {
                at, extend: None, ..
            } if at != from => found.all(&self.origins_in(at, trace)),
            Target::Value { .. } => {}
            Target::Parameter { function, index } => {
                self.of_parameter(function, index, trace, found);
                found.add(Target::Parameter { function, index });
            }
            Target::Declared { file, binding } => self.declared(file, binding, trace, found),
            Target::Class(class) => {
                if let Some(alias) = self.alias(class) {
                    found.all(&self.origins_in(alias, trace));
                }
                found.add(Target::Class(class));
            }
            Target::Function(function) => {
                self.decorated_as(function, trace, found);
                found.add(Target::Function(function));
            }
            other => found.add(other),
        }
    }

    /// What decorators of the catalogue make of a function: `@prompt("…") def f(…)`.
    fn decorated_as(&self, function: FnRef, trace: &mut Trace, found: &mut Found) {
        let decorators = &self.module(function.file)[function.function].decorators;
        for decorator in decorators {
            let at = At {
                file: function.file,
                expr: *decorator,
            };
            for target in self.origins_in(at, trace).iter() {
                if let Target::External(path) = target
                    && path.len() < LONGEST_PATH
                    && let Target::External(made) = self.external(path, "()")
                    && self.types.is_known(&made)
                    && made != format!("{path}()")
                {
                    found.add(Target::External(made));
                }
            }
        }
    }

    fn alias(&self, class: ClassRef) -> Option<At> {
        let known = &self.module(class.file)[class.class];
        let is_name = known.kind == ClassKind::Alias;
        let alias = known.alias.filter(|_| is_name)?;
        let at = At {
            file: class.file,
            expr: alias,
        };
        let names = matches!(
            self.kind(at),
            ExprKind::Name(_) | ExprKind::Member { .. } | ExprKind::Index { .. }
        );
        names.then_some(at)
    }

    fn of_parameter(&self, function: FnRef, index: u32, trace: &mut Trace, found: &mut Found) {
        let known = &self.module(function.file)[function.function];
        let Some(param) = known.params.get(index as usize) else {
            return;
        };
        let here = |expr: ExprId| At {
            file: function.file,
            expr,
        };
        if !param.fields.is_empty() {
            return;
        }
        if let Some(annotation) = param.annotation {
            self.instances(here(annotation), trace, found);
        }
        if let Some(default) = param.default {
            found.all(&self.origins_in(here(default), trace));
        }
        if trace.callers != Callers::Unfollowed
            && found
                .0
                .iter()
                .all(|target| self.is_left_open(target, trace))
        {
            found.all(&self.given(function, index, trace));
        }
    }

    /// Whether a type only says what its values can do, so that those who give them say what they are.
    fn is_left_open(&self, target: &Target, trace: &mut Trace) -> bool {
        let Target::Instance(class) = target else {
            return false;
        };
        let known = &self.module(class.file)[class.class];
        let is_protocol =
            |base: &Target| matches!(base, Target::External(path) if path.ends_with(PROTOCOL));
        match known.kind {
            ClassKind::Interface | ClassKind::Alias => true,
            ClassKind::Class => self.bases_in(*class, trace).iter().any(is_protocol),
            _ => false,
        }
    }

    /// Where the arguments come from that the project's calls give for a parameter.
    fn given(&self, function: FnRef, index: u32, trace: &mut Trace) -> Vec<Target> {
        let mut found = Found::default();
        let callers = self.callers_in(function, trace);
        for call in callers.iter().take(MOST_CALLERS) {
            if let Some(argument) = self.argument(*call, function, index) {
                found.all(&self.origins_in(argument, trace));
            }
        }
        found.0
    }

    fn declared(&self, file: FileId, binding: BindingId, trace: &mut Trace, found: &mut Found) {
        let before = found.0.len();
        if let Some(annotation) = self.module(file)[binding].annotation {
            self.instances(
                At {
                    file,
                    expr: annotation,
                },
                trace,
                found,
            );
        }
        if found.0.len() == before {
            found.add(Target::Declared { file, binding });
        }
    }

    /// The index, if it is a number that is written out.
    fn number(&self, at: At, index: &[ExprId]) -> Option<usize> {
        match index {
            [only] => match self.kind(at.with(*only)) {
                ExprKind::Number(number) if *number >= 0.0 => Some(*number as usize),
                _ => None,
            },
            _ => None,
        }
    }

    /// The elements of a list, map or value from outside; of a generic type that is indexed, itself.
    fn of_element(&self, object: At, which: Which, trace: &mut Trace, found: &mut Found) {
        let is_index = matches!(which, Which::Index(_));
        for target in self.origins_in(object, trace).iter() {
            match target {
                // A type with arguments, or a generic function, is the type or function.
                Target::External(path) if is_index && !path.ends_with(')') => {
                    found.add(target.clone());
                }
                Target::External(path) if path.len() < LONGEST_PATH => {
                    found.add(self.external(path, "[]"));
                }
                Target::Class(_) | Target::Function(_) if is_index => found.add(target.clone()),
                Target::Value { at, .. } => {
                    let put = self.all_put_into(*at);
                    for element in self.elements_at(*at, which).into_iter().chain(put) {
                        found.all(&self.origins_in(element, trace));
                    }
                }
                _ => {}
            }
        }
        for element in self.added_elements(object, trace) {
            found.all(&self.origins_in(element, trace));
        }
    }

    /// What statements add to a list or table under its name: `registry["a"] = A`, `all.append(x)`.
    fn added_elements(&self, object: At, trace: &mut Trace) -> Vec<At> {
        if !matches!(
            self.kind(object),
            ExprKind::Name(_) | ExprKind::Member { .. }
        ) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for target in self.resolve_in(object, trace) {
            let Target::Value {
                at,
                extend: Some(how),
                ..
            } = target
            else {
                continue;
            };
            match how {
                Extend::Append | Extend::Prepend => found.push(at),
                Extend::Concat | Extend::Merge => found.extend(self.elements(at)),
            }
        }
        found.truncate(MOST);
        found
    }

    /// The element of a list that is meant, if its place is known and nothing unknown is before it.
    fn elements_at(&self, of: At, which: Which) -> Vec<At> {
        if let (ExprKind::List(items), Which::Index(Some(number))) = (self.kind(of), which)
            && let Some(item) = items.get(number)
            && !items[..=number].iter().any(|item| item.spread)
        {
            return vec![of.with(item.value)];
        }
        self.elements(of)
    }

    pub(super) fn elements(&self, of: At) -> Vec<At> {
        match self.kind(of) {
            ExprKind::List(items) => {
                let items = items.iter().filter(|item| !item.spread).take(MOST);
                items.map(|item| of.with(item.value)).collect()
            }
            ExprKind::Map { entries, .. } => {
                let entries = entries.iter().take(MOST);
                let value = |entry: &Entry| match entry {
                    Entry::Field(_, value) | Entry::Computed(_, value) => Some(of.with(*value)),
                    Entry::Spread(_) => None,
                };
                entries.filter_map(value).collect()
            }
            ExprKind::Each { item, .. } => vec![of.with(*item)],
            _ => Vec::new(),
        }
    }

    fn of_pipe(&self, left: At, right: At, trace: &mut Trace, found: &mut Found) {
        let (left, right) = (self.paths(left, trace), self.paths(right, trace));
        for path in self.types.piped(&left, &right) {
            found.add(Target::External(path));
        }
    }

    /// The access paths of what a value may be.
    fn paths(&self, at: At, trace: &mut Trace) -> Vec<String> {
        let targets = self.origins_in(at, trace);
        let path = |target: &Target| match target {
            Target::External(path) => Some(path.clone()),
            _ => None,
        };
        targets.iter().filter_map(path).collect()
    }

    /// The part of a pipe that stays what it is because a method joins nothing to it but a value
    /// that passes: `prompt.pipe(parser)`.
    fn joined_part(
        &self,
        at: At,
        callee: &Target,
        args: &[Arg],
        trace: &mut Trace,
    ) -> Option<Target> {
        let (Target::External(path), [arg]) = (callee, args) else {
            return None;
        };
        let part = self.types.part_of(path)?;
        let given = self.paths(at.with(arg.value), trace);
        self.types.pass(&given).then_some(Target::External(part))
    }

    /// The member of a parameter whose type is written out: `(deps: { client: Client })`.
    pub(super) fn typed_field(
        &self,
        function: FnRef,
        index: u32,
        name: &str,
        trace: &mut Trace,
    ) -> Vec<Target> {
        let params = &self.module(function.file)[function.function].params;
        let annotation = params
            .get(index as usize)
            .and_then(|param| param.annotation);
        let written = annotation.map(|expr| At {
            file: function.file,
            expr,
        });
        self.written_field(written, name, trace)
    }

    /// A field of a type that is written out where it is used: `{ client: Client }`.
    pub(super) fn written_field(
        &self,
        ty: Option<At>,
        name: &str,
        trace: &mut Trace,
    ) -> Vec<Target> {
        let mut found = Found::default();
        for target in ty.map_or_else(Vec::new, |ty| self.entry(ty, name)) {
            if let Target::Value { at, .. } = target {
                self.instances(at, trace, &mut found);
            }
        }
        found.0
    }

    /// Values of an annotated type: the instance of a class, `T()` of a type from outside.
    fn instances(&self, annotation: At, trace: &mut Trace, found: &mut Found) {
        match self.kind(annotation) {
            // `Optional[T]`, `Arc<T>`, `Promise<T>`: a `T`, unless the whole is known itself.
            ExprKind::Index { object, index } => {
                let mut inner = Found::default();
                for argument in index {
                    self.instances(annotation.with(*argument), trace, &mut inner);
                }
                let mut outer = Found::default();
                self.instances(annotation.with(*object), trace, &mut outer);
                let is_known = |target: &Target| match target {
                    Target::External(path) => inner.0.is_empty() || self.types.is_known(path),
                    _ => true,
                };
                outer.0.retain(is_known);
                found.all(&outer.0);
                found.all(&inner.0);
            }
            ExprKind::Choice(arms) => {
                for arm in arms {
                    self.instances(annotation.with(*arm), trace, found);
                }
            }
            ExprKind::Binary { left, right, .. } => {
                for side in [*left, *right] {
                    self.instances(annotation.with(side), trace, found);
                }
            }
            ExprKind::Name(_) | ExprKind::Member { .. } | ExprKind::SelfRef => {
                for target in self.origins_in(annotation, trace).iter() {
                    self.instance(target, trace, found);
                }
            }
            _ => {}
        }
    }

    fn instance(&self, of: &Target, trace: &mut Trace, found: &mut Found) {
        match of {
            Target::Class(class) => match self.alias(*class) {
                // A type may name itself: `type Tree = Record<string, Tree>`.
                Some(alias) => {
                    let inside = trace.in_class(*class, ALIAS, |trace| {
                        let mut inner = Found::default();
                        self.instances(alias, trace, &mut inner);
                        inner.0
                    });
                    found.all(&inside);
                }
                None => found.add(Target::Instance(*class)),
            },
            Target::External(path) if path.contains(['.', '#']) => {
                if let Some(instance) = self.external_instance(path) {
                    found.add(instance);
                }
            }
            Target::Instance(_) => found.add(of.clone()),
            _ => {}
        }
    }

    fn call_result(
        &self,
        callee: &Target,
        call: Option<(At, &[Arg])>,
        trace: &mut Trace,
        found: &mut Found,
    ) {
        match callee {
            Target::External(path) if path.len() < LONGEST_PATH => {
                found.add(self.external(path, "()"));
            }
            Target::Class(class) => {
                found.add(Target::Instance(*class));
                // What comes from outside with a constructor of its own is made there.
                for base in self.bases_in(*class, trace) {
                    if let Target::External(path) = base
                        && let Some(instance) = self.external_instance(&path)
                    {
                        found.add(instance);
                    }
                }
            }
            // `Self(…)` of a tuple struct.
            Target::Instance(class) if self.file(class.file).language == Language::Rust => {
                found.add(callee.clone());
            }
            Target::Instance(class) => {
                for target in self.class_member_in(*class, "__call__", trace) {
                    if let Target::Function(function) = target {
                        self.returned(function, call, trace, found);
                    }
                }
            }
            Target::Function(function) => self.returned(*function, call, trace, found),
            Target::Module(file) => {
                for target in self.whole_of(*file, trace) {
                    self.call_result(&target, call, trace, found);
                }
            }
            _ => {}
        }
    }

    /// Where the values that a function returns come from.
    fn returned(
        &self,
        function: FnRef,
        call: Option<(At, &[Arg])>,
        trace: &mut Trace,
        found: &mut Found,
    ) {
        let known = &self.module(function.file)[function.function];
        let here = |expr: ExprId| At {
            file: function.file,
            expr,
        };
        let before = found.0.len();
        for value in known.returns.iter().take(MOST_RETURNS) {
            for target in self.origins_in(here(*value), trace).iter() {
                match target {
                    Target::Value { at, .. }
                        if matches!(self.kind(*at), ExprKind::Map { .. } | ExprKind::List(_)) =>
                    {
                        found.add(target.clone());
                    }
                    Target::Value { .. } => {}
                    Target::Parameter {
                        function: of,
                        index,
                    } => {
                        let own = call.filter(|_| *of == function);
                        let given = own.and_then(|(at, _)| self.argument(at, function, *index));
                        if let Some(given) = given {
                            found.all(&self.origins_in(given, trace));
                        }
                    }
                    other => found.add(other.clone()),
                }
            }
        }
        let Some(annotation) = known.return_type else {
            return;
        };
        if found.0.len() == before {
            self.instances(here(annotation), trace, found);
        } else if found.0[before..].iter().all(is_function) {
            // A factory: what it makes is of the type of a function from outside (`typeof f`).
            let types = self.origins_in(here(annotation), trace);
            let outside = |target: &&Target| matches!(target, Target::External(_));
            types
                .iter()
                .filter(outside)
                .for_each(|target| found.add(target.clone()));
        }
    }
}

fn is_function(target: &Target) -> bool {
    matches!(target, Target::Function(_))
}
