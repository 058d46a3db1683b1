//! The intermediate representation: what every frontend lowers a file to, and all that later rooms
//! see of it. Just enough to answer four questions: what package does this callee come from, what
//! are its named inputs, what text is this expression, how is its result used.
//!
//! This room must not know any language's syntax, any SDK or any prompt. One file becomes one
//! [`Module`]: an arena of expressions, the bindings that give names their values, the scopes and
//! blocks they hold in, and functions, classes, imports, exports and comments.
//!
//! ## What frontends promise
//! - Parentheses, `await`, `?`, `!`, casts, references, `.clone()`-like and whitespace-only calls
//!   (`.strip()`, `.trim()`, `dedent(…)`, `.to_string()`, `.into()`, `.unwrap()`, `.as_str()`) are
//!   **unsugared**: the inner expression stands for them. `dedent` and `trimIndent`-like calls on a
//!   literal dedent its text. What is unsugared is *never* a call that a later room needs.
//! - `a::b::C` and `a.b.C` are both [`ExprKind::Member`] chains over an [`ExprKind::Name`].
//! - An object, dict, struct literal and `json!` object are all [`ExprKind::Map`]; keyword arguments
//!   are [`Arg`]s with a name; builder setters stay method calls (`.model("x")`).
//! - Every call in the source is an [`ExprKind::Call`] somewhere in the arena, also inside code that
//!   is otherwise [`ExprKind::Opaque`].
//! - Statement order is arena order of bindings; spans are byte spans of the source.

mod builder;

pub use builder::{Builder, children};

use crate::source::{FileId, Language, Span};
use std::collections::HashMap;

/// A name as written in the source.
pub type Name = Box<str>;

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident => $what:ty, $field:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $id(pub u32);
        impl std::ops::Index<$id> for Module {
            type Output = $what;
            fn index(&self, id: $id) -> &$what {
                &self.$field[id.0 as usize]
            }
        }
    )*};
}

ids! {
    /// An expression of a module.
    ExprId => Expr, exprs;
    /// A binding of a module.
    BindingId => Binding, bindings;
    /// A scope of a module.
    ScopeId => Scope, scopes;
    /// A block of a module.
    BlockId => Block, blocks;
    /// A function of a module.
    FunctionId => Function, functions;
    /// A class of a module.
    ClassId => Class, classes;
    /// An import of a module.
    ImportId => Import, imports;
}

/// One lowered file.
#[derive(Debug)]
pub struct Module {
    /// The file it was lowered from.
    pub file: FileId,
    /// The language it is written in.
    pub language: Language,
    /// All imports, in source order.
    pub imports: Vec<Import>,
    /// All scopes; the first is the module's own.
    pub scopes: Vec<Scope>,
    /// All blocks; the first is the module's body.
    pub blocks: Vec<Block>,
    /// All functions, methods, lambdas and closures.
    pub functions: Vec<Function>,
    /// All classes, structs, enums, interfaces, type aliases and inline modules.
    pub classes: Vec<Class>,
    /// All bindings, in source order.
    pub bindings: Vec<Binding>,
    /// The arena of expressions; children come before parents.
    pub exprs: Vec<Expr>,
    /// All comments, in source order.
    pub comments: Vec<Comment>,
    /// What the module gives to others beyond its top-level names (TypeScript, JavaScript).
    pub exports: Vec<Export>,
    /// All [`ExprKind::Call`] expressions, in source order of their spans.
    pub calls: Vec<ExprId>,
    /// All [`ExprKind::Name`] expressions by name, for following a value forward.
    pub names: HashMap<Name, Vec<ExprId>>,
    /// Bindings that set or extend a member or an element (`self.x = …`, `d["k"] = …`,
    /// `o.list.push(…)`), in source order.
    pub member_bindings: Vec<BindingId>,
    /// Parts of the file that the parser could not read. The rest is lowered nevertheless.
    pub broken: Vec<Span>,
}

/// An expression with its place in the program.
#[derive(Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its bytes. For an unsugared expression (`await x`), those of what stands for it (`x`).
    pub span: Span,
    /// The scope it stands in.
    pub scope: ScopeId,
    /// The block it stands in.
    pub block: BlockId,
    /// What it is part of.
    pub parent: Parent,
}

/// What an expression is part of: the way to ask how its value is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parent {
    /// A statement of its own; the value is thrown away.
    Statement,
    /// Another expression.
    Expr(ExprId),
    /// The value of a binding (assignment, append, default, annotation).
    Binding(BindingId),
    /// Returned (or yielded) by a function.
    Return(FunctionId),
    /// The condition of an `if`, `while` or loop.
    Condition,
    /// Part of a declaration: a base class, a decorator, a type annotation.
    Declaration,
}

/// The kinds of expression.
#[derive(Debug)]
pub enum ExprKind {
    /// A string literal, decoded.
    Text(Text),
    /// A number literal.
    Number(f64),
    /// `true`, `False` …
    Bool(bool),
    /// `None`, `null`, `undefined`, `()`.
    Null,
    /// An f-string, template literal or `format!` with its arguments in place.
    Template(Vec<Part>),
    /// A template text filled by a method or an operator: `"…".format(…)`, `"…" % (…)`.
    Format {
        /// The template; often a name of a constant.
        template: ExprId,
        /// What fills it; for `%` the operands in order, or a single map.
        args: Vec<Arg>,
        /// Which placeholders it has.
        style: FormatStyle,
    },
    /// `+` over texts or lists (which of the two is known only when evaluated), flattened.
    Concat(Vec<ExprId>),
    /// `sep.join(items)`, `items.join(sep)`.
    Join {
        /// The separator, where one is given.
        separator: Option<ExprId>,
        /// The list.
        items: ExprId,
    },
    /// `subject.replace(from, to)` and `replaceAll`.
    Replace {
        /// The text it works on.
        subject: ExprId,
        /// What is replaced.
        from: ExprId,
        /// By what.
        to: ExprId,
    },
    /// A name.
    Name(Name),
    /// The receiver of the surrounding method: `self`, `this`, `cls`, `Self`.
    SelfRef,
    /// `super()`, `super`.
    SuperRef,
    /// `object.name`, `path::name`, `object?.name`, `object["name"]` with a literal key.
    Member {
        /// The object.
        object: ExprId,
        /// The member's name.
        name: Name,
    },
    /// `object[index]` with a computed or numeric index; also a generic type `List[T]`, `Vec<T>`.
    Index {
        /// The object.
        object: ExprId,
        /// The index; several for a generic type with several arguments.
        index: Vec<ExprId>,
    },
    /// A call, construction (`new X(…)`) or macro call.
    Call {
        /// What is called.
        callee: ExprId,
        /// The arguments in order.
        args: Vec<Arg>,
    },
    /// A list, tuple, set or array.
    List(Vec<Item>),
    /// An object, dict, struct literal.
    Map {
        /// The type of a struct literal, where there is one.
        of: Option<ExprId>,
        /// The entries in order.
        entries: Vec<Entry>,
    },
    /// One of several values: conditional expression, `or`, `||`, `??`, `match`/`switch`/`if`
    /// expression by its arms.
    Choice(Vec<ExprId>),
    /// Any other operator with two operands.
    Binary {
        /// The operator.
        op: BinaryOp,
        /// Left operand.
        left: ExprId,
        /// Right operand; for [`BinaryOp::Match`] the list of the arms' patterns.
        right: ExprId,
    },
    /// `not x`, `!x`, `-x`.
    Unary {
        /// Whether it is a logical negation.
        not: bool,
        /// The operand.
        operand: ExprId,
    },
    /// One element of what is iterated over, as a loop variable sees it.
    Element(ExprId),
    /// A comprehension or generator: one `item` for each element of the sources.
    Each {
        /// The item expression (its names are bound to [`ExprKind::Element`]s).
        item: ExprId,
        /// What is iterated over.
        over: Vec<ExprId>,
    },
    /// A lambda, arrow function or closure.
    Lambda(FunctionId),
    /// Anything else, with the expressions inside it.
    Opaque(Vec<ExprId>),
}

/// A decoded string literal that knows where each of its characters stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The value, escapes decoded.
    pub value: Box<str>,
    /// Where the value stands in the file: from byte `at` of the value on, bytes advance in step
    /// with the file from byte `source` on, until the next run. Sorted by `at`.
    pub runs: Vec<Run>,
}

/// A stretch of a text whose bytes stand one for one in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// First byte in the decoded value.
    pub at: u32,
    /// First byte in the file.
    pub source: u32,
}

/// A part of a template.
#[derive(Debug)]
pub enum Part {
    /// Literal text.
    Text(Text),
    /// An expression whose value is put in.
    Hole(ExprId),
}

/// The placeholders of a format call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatStyle {
    /// `{}`, `{0}`, `{name}`; `{{` stands for `{`.
    Brace,
    /// `%s`, `%(name)s`, `%d`; `%%` stands for `%`.
    Percent,
    /// `$name`, `${name}` (`string.Template`).
    Dollar,
}

/// An argument of a call.
#[derive(Debug)]
pub struct Arg {
    /// The keyword, for a keyword argument.
    pub name: Option<Name>,
    /// The value.
    pub value: ExprId,
    /// `*args`, `**kwargs`, `...args`.
    pub spread: bool,
}

/// An element of a list.
#[derive(Debug)]
pub struct Item {
    /// The value.
    pub value: ExprId,
    /// `*xs`, `...xs`: the elements of the value.
    pub spread: bool,
}

/// An entry of a map.
#[derive(Debug)]
pub enum Entry {
    /// `key: value` with a literal key (also `{ key }` shorthand).
    Field(Name, ExprId),
    /// `[computed]: value`.
    Computed(ExprId, ExprId),
    /// `**other`, `...other`, `..other`.
    Spread(ExprId),
}

/// The operators that later rooms ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `==`, `===`
    Equal,
    /// `!=`, `!==`
    NotEqual,
    /// `in`, `includes`-like operator forms
    In,
    /// `not in`
    NotIn,
    /// `<`, `<=`, `>`, `>=`
    Compare,
    /// `and`, `&&`
    And,
    /// `|`
    Pipe,
    /// `match`/`switch` on the left operand; the right is a list of the arms' literal patterns.
    Match,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`: a quotient, or a step down in a path.
    Divide,
    /// `//`
    Floor,
    /// `**`
    Power,
    /// `<<`
    Shift,
    /// All others.
    Other,
}

/// A region of names: a module, function, class body or comprehension.
#[derive(Debug)]
pub struct Scope {
    /// The scope around it.
    pub parent: Option<ScopeId>,
    /// What it belongs to.
    pub owner: Owner,
    /// Its bindings by name, in source order. Member bindings (`self.x = …`) are not here.
    pub bindings: HashMap<Name, Vec<BindingId>>,
}

/// What a scope belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The file.
    Module,
    /// A function's body.
    Function(FunctionId),
    /// A class's body (its names are not visible inside its methods).
    Class(ClassId),
}

/// A stretch of code that runs together: the body of a branch or a loop.
///
/// A binding in block B surely reaches a use in block U if B is U or around U; it may reach it
/// otherwise; it cannot if the two lie in different arms of one group.
#[derive(Debug)]
pub struct Block {
    /// The block around it.
    pub parent: Option<BlockId>,
    /// Arms of one `if`/`match`/`switch`/`try` share a group number.
    pub group: u32,
    /// Whether it is the body of a loop.
    pub is_loop: bool,
    /// What must hold for it to run, as far as it is a comparison with known values.
    pub when: Vec<When>,
}

/// A block runs only where the subject is one of the values.
#[derive(Debug)]
pub struct When {
    /// What is compared.
    pub subject: ExprId,
    /// Literal texts.
    pub texts: Vec<Box<str>>,
    /// Other values, most of them constants.
    pub values: Vec<ExprId>,
}

/// A name, member or element that is given a value.
#[derive(Debug)]
pub struct Binding {
    /// The name (for `self.x = …` the member's name, `x`).
    pub name: Name,
    /// For a member binding, the expression before the name: `self` in `self.x = …`.
    pub object: Option<ExprId>,
    /// What is bound.
    pub kind: BindingKind,
    /// The type annotation, lowered as an expression.
    pub annotation: Option<ExprId>,
    /// The attributes or decorators of a field or of an enum's member.
    pub decorators: Vec<ExprId>,
    /// The bytes of the name.
    pub span: Span,
    /// The scope that the name belongs to.
    pub scope: ScopeId,
    /// The block that the binding stands in.
    pub block: BlockId,
    /// Whether the name lives only in its block (`let`, `const`).
    pub block_scoped: bool,
    /// The binding holds from this byte on (the end of its statement).
    pub from: u32,
}

/// What a binding binds.
#[derive(Debug)]
pub enum BindingKind {
    /// The value replaces what was there.
    Set(ExprId),
    /// The value is added to what was there.
    Extend {
        /// What is added.
        value: ExprId,
        /// Where and how.
        how: Extend,
    },
    /// A parameter of a function, by its position in [`Function::params`].
    Parameter(FunctionId, u32),
    /// A function definition.
    Function(FunctionId),
    /// A class definition.
    Class(ClassId),
    /// An import.
    Import(ImportId),
    /// Declared without a value (`x: str`, a struct's field, an interface's member).
    Declared,
}

/// How a value is extended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extend {
    /// One item at the end: `append`, `push`.
    Append,
    /// One item at the front: `insert(0, …)`, `unshift`.
    Prepend,
    /// All of a list, or text at the end: `extend`, `+=`, `push_str`.
    Concat,
    /// Fields set on a map: `d.update({…})`, `Object.assign(d, {…})`.
    Merge,
}

/// An imported name.
#[derive(Debug)]
pub struct Import {
    /// The name in this module; empty for a star import.
    pub local: Name,
    /// The module as written: `openai`, `.prompts`, `./prompts.js`, `crate::prompts`. For Rust, all
    /// but the last segment of the path; `async_openai::types`.
    pub module: Name,
    /// The name inside the module. `None`: the module itself. `default` for a default import.
    pub name: Option<Name>,
    /// `from m import *`, `use m::*`.
    pub star: bool,
    /// Whether it only serves types (`import type`).
    pub type_only: bool,
    /// Whether it is re-exported (`pub use`).
    pub public: bool,
    /// Its bytes.
    pub span: Span,
    /// The scope it binds in.
    pub scope: ScopeId,
}

/// What a module exports (TypeScript, JavaScript).
#[derive(Debug)]
pub enum Export {
    /// `export { local as name }`, `export default local`, `export const name`.
    Local {
        /// The name outside; `default` for the default export.
        name: Name,
        /// The name inside.
        local: Name,
    },
    /// `export default <expression>`, `module.exports = <expression>` (name `default`),
    /// `exports.name = <expression>`.
    Value {
        /// The name outside.
        name: Name,
        /// The value.
        value: ExprId,
    },
    /// `export { name as as_name } from "module"`.
    From {
        /// The module as written.
        module: Name,
        /// The name there; `None` for `export * as name`.
        name: Option<Name>,
        /// The name outside.
        as_name: Name,
    },
    /// `export * from "module"`.
    All {
        /// The module as written.
        module: Name,
    },
}

/// A function, method, lambda or closure.
#[derive(Debug)]
pub struct Function {
    /// Its name; empty for a lambda.
    pub name: Name,
    /// The class it is a method of.
    pub class: Option<ClassId>,
    /// Its parameters, without the receiver.
    pub params: Vec<Param>,
    /// Whether it has a receiver (`self`, `&self`); false for static and class-less functions.
    pub has_receiver: bool,
    /// Whether its first parameter is the class (`@classmethod`).
    pub is_classmethod: bool,
    /// The scope of its body.
    pub scope: ScopeId,
    /// What it returns or yields, in source order.
    pub returns: Vec<ExprId>,
    /// The annotation of what it returns.
    pub return_type: Option<ExprId>,
    /// Its decorators and attributes.
    pub decorators: Vec<ExprId>,
    /// Its documentation text (docstring).
    pub doc: Option<ExprId>,
    /// Whether it can be reached from outside its file (exported, `pub`, no leading underscore).
    pub public: bool,
    /// The bytes of the whole definition.
    pub span: Span,
    /// The bytes of its name.
    pub name_span: Span,
}

/// A parameter of a function.
#[derive(Debug)]
pub struct Param {
    /// Its name; empty for a destructured parameter without a name.
    pub name: Name,
    /// Its type, lowered as an expression.
    pub annotation: Option<ExprId>,
    /// Its type as written, shortened to one line.
    pub type_text: Option<Box<str>>,
    /// Its default value.
    pub default: Option<ExprId>,
    /// How it takes arguments.
    pub kind: ParamKind,
    /// For a destructured object parameter `{ a, b: c = 1 }`, its fields: key, local name, default.
    pub fields: Vec<(Name, Name, Option<ExprId>)>,
    /// The bytes of the parameter.
    pub span: Span,
}

/// How a parameter takes arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamKind {
    /// By position (or by name where the language allows).
    Plain,
    /// By name alone.
    KeywordOnly,
    /// `*args`, `...rest`.
    Rest,
    /// `**kwargs`.
    KeywordRest,
}

/// A class, struct, enum, interface, type alias or inline module.
#[derive(Debug)]
pub struct Class {
    /// Its name.
    pub name: Name,
    /// What it is.
    pub kind: ClassKind,
    /// Base classes, implemented traits and interfaces.
    pub bases: Vec<ExprId>,
    /// The scope of its body; fields and class attributes are its bindings, in source order.
    pub scope: ScopeId,
    /// Its methods, also those of `impl` blocks in the same file.
    pub methods: Vec<FunctionId>,
    /// The aliased type of a type alias.
    pub alias: Option<ExprId>,
    /// Its decorators, derives and attributes.
    pub decorators: Vec<ExprId>,
    /// Its documentation text.
    pub doc: Option<ExprId>,
    /// Bindings of `self.x` in its methods, by name, in source order.
    pub attributes: HashMap<Name, Vec<BindingId>>,
    /// The bytes of the whole definition.
    pub span: Span,
}

/// The kinds of class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassKind {
    /// A class.
    Class,
    /// A struct.
    Struct,
    /// An enum: its members are `Set` bindings (with their value, or their name as text).
    Enum,
    /// An interface or trait.
    Interface,
    /// `type X = …`.
    Alias,
    /// An inline module or namespace.
    Namespace,
    /// An `impl` block of a type that is defined in another file.
    Extension,
}

/// A comment.
#[derive(Debug)]
pub struct Comment {
    /// Its bytes, with its marks.
    pub span: Span,
    /// Whether nothing but white space stands before it on its line.
    pub own_line: bool,
}

impl Module {
    /// The function that an expression stands in, not counting lambdas.
    pub fn function_around(&self, scope: ScopeId) -> Option<FunctionId> {
        let mut next = Some(scope);
        while let Some(id) = next {
            let scope = &self[id];
            if let Owner::Function(function) = scope.owner
                && !self[function].name.is_empty()
            {
                return Some(function);
            }
            next = scope.parent;
        }
        None
    }

    /// The class whose method a scope lies in.
    pub fn class_around(&self, scope: ScopeId) -> Option<ClassId> {
        let mut next = Some(scope);
        while let Some(id) = next {
            let scope = &self[id];
            match scope.owner {
                Owner::Function(function) if self[function].class.is_some() => {
                    return self[function].class;
                }
                Owner::Class(class) => return Some(class),
                _ => next = scope.parent,
            }
        }
        None
    }

    /// `Class.method`, or the function's name alone; `None` at module level.
    pub fn qualified_name(&self, scope: ScopeId) -> Option<String> {
        let function = &self[self.function_around(scope)?];
        Some(match function.class {
            Some(class) => format!("{}.{}", self[class].name, function.name),
            None => function.name.to_string(),
        })
    }

    /// Whether the block `outer` is `inner` or lies around it.
    pub fn block_encloses(&self, outer: BlockId, inner: BlockId) -> bool {
        let mut next = Some(inner);
        while let Some(block) = next {
            if block == outer {
                return true;
            }
            next = self[block].parent;
        }
        false
    }
}
