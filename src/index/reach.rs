//! Which bindings of a name reach a use of it.

use crate::ir::{BindingId, BindingKind, BlockId, ClassKind, ExprId, Module, Owner, ScopeId};

/// The bindings of `name` that may give its value where `use_at` stands, in order, each with whether
/// it surely does. `None`: no scope around binds the name.
pub fn reaching(module: &Module, use_at: ExprId, name: &str) -> Option<Vec<(BindingId, bool)>> {
    let expr = &module[use_at];
    let mut scope = Some(expr.scope);
    let mut crossed = false;
    let mut inside_function = false;
    while let Some(id) = scope {
        let visible = match module[id].owner {
            Owner::Class(class) => !inside_function || module[class].kind == ClassKind::Namespace,
            _ => true,
        };
        if visible && let Some(bindings) = module[id].bindings.get(name) {
            let position = if crossed { u32::MAX } else { expr.span.start };
            let found = flow(module, bindings, expr.block, position, crossed);
            if !found.is_empty() {
                return Some(found);
            }
        }
        let is_function = matches!(module[id].owner, Owner::Function(_));
        inside_function |= is_function;
        crossed |= is_function && !is_comprehension(module, id);
        scope = module[id].parent;
    }
    None
}

/// The bindings of `name` at the end of a module's top level.
pub fn at_end(module: &Module, scope: ScopeId, name: &str) -> Vec<(BindingId, bool)> {
    let bindings = module[scope]
        .bindings
        .get(name)
        .map_or(&[] as &[BindingId], Vec::as_slice);
    flow(module, bindings, BlockId(0), u32::MAX, true)
}

/// A comprehension's scope belongs to the function it stands in: no name is deferred.
fn is_comprehension(module: &Module, scope: ScopeId) -> bool {
    match module[scope].owner {
        Owner::Function(function) => module[function].scope != scope,
        _ => false,
    }
}

fn flow(
    module: &Module,
    bindings: &[BindingId],
    block: BlockId,
    position: u32,
    deferred: bool,
) -> Vec<(BindingId, bool)> {
    let mut found: Vec<(BindingId, bool)> = Vec::new();
    for id in bindings {
        let binding = &module[*id];
        let always = matches!(
            binding.kind,
            BindingKind::Import(_)
                | BindingKind::Function(_)
                | BindingKind::Class(_)
                | BindingKind::Parameter(..)
        );
        let around = module.block_encloses(binding.block, block);
        if binding.block_scoped && !around && !deferred && !always {
            continue;
        }
        let before = binding.from <= position
            || always && matches!(binding.kind, BindingKind::Parameter(..));
        let hoisted = always && !matches!(binding.kind, BindingKind::Parameter(..));
        if !before && !hoisted && !same_loop(module, binding.block, block) {
            continue;
        }
        if !around && exclusive(module, binding.block, block) {
            continue;
        }
        // At the end of a module the statements of its own block are sure.
        let sure = around && before;
        match binding.kind {
            BindingKind::Extend { .. } => found.push((*id, sure)),
            BindingKind::Declared => {
                if found.is_empty() {
                    found.push((*id, sure));
                }
            }
            _ => {
                if sure && !hoisted
                    || found
                        .iter()
                        .all(|(known, _)| matches!(module[*known].kind, BindingKind::Declared))
                {
                    found.clear();
                }
                found.push((*id, sure));
            }
        }
    }
    found
}

/// Whether both blocks lie in one loop, so that the later of them may reach the earlier.
fn same_loop(module: &Module, a: BlockId, b: BlockId) -> bool {
    let mut next = Some(a);
    while let Some(id) = next {
        if module[id].is_loop && module.block_encloses(id, b) {
            return true;
        }
        next = module[id].parent;
    }
    false
}

/// Whether the blocks lie in different arms of one branch.
fn exclusive(module: &Module, a: BlockId, b: BlockId) -> bool {
    let mut next = Some(a);
    while let Some(id) = next {
        let mut other = Some(b);
        while let Some(candidate) = other {
            if candidate != id
                && module[candidate].group == module[id].group
                && module[id].group != 0
                && module[candidate].parent == module[id].parent
            {
                return true;
            }
            other = module[candidate].parent;
        }
        next = module[id].parent;
    }
    false
}
