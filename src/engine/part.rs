//! What kind of code a call stands in: by its file, and by the marks of the parts of the file around it.

use super::Knowledge;
use crate::index::Program;
use crate::ir::{Class, Function};
use crate::scope::Scope;
use crate::source::Span;

/// `below`: where in each file's path the part below the named root begins.
pub(super) fn scope_of(
    program: &Program,
    span: Span,
    knowledge: &Knowledge,
    below: &[usize],
) -> Scope {
    let file = span.file;
    let module = program.module(file);
    let around = |whole: Span| whole.start <= span.start && span.end <= whole.end;
    let classes = module
        .classes
        .iter()
        .filter(|known: &&Class| around(known.span));
    let functions = module
        .functions
        .iter()
        .filter(|known: &&Function| around(known.span));
    let marks = classes
        .flat_map(|known| &known.decorators)
        .chain(functions.flat_map(|known| &known.decorators));
    let text = &program.file(file).text;
    let marks = marks.filter_map(|mark| text.get(module[*mark].span.range()));
    if let Some(scope) = knowledge.scopes.marked(marks) {
        return scope;
    }
    let path = &program.file(file).path[below[file.0 as usize]..];
    let imports = module.imports.iter();
    knowledge
        .scopes
        .of(path, imports.map(|import| &*import.module))
}
