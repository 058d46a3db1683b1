//! A last step that code does as well, after work that needs a model: 'then sort them by date'.

use super::cover::Cover;
use crate::task::{ActionClass, ClauseKind, Frame, FrameKind, Manner, Mark, Origin, Task};

/// The step that the prompt ends with, by the rule that covers it. Strict: 'then' or its like must open
/// it, what it does must be plain, and other instructions before it must need a model.
pub fn last_step<'a>(task: &'a Task<'a>, covers: &[Cover<'a>]) -> Option<Cover<'a>> {
    let work: Vec<&Frame> = task
        .frames
        .iter()
        .filter(|frame| is_work(frame, task))
        .collect();
    let steps = work
        .iter()
        .rev()
        .take_while(|frame| is_plain(frame))
        .count();
    let (before, steps) = work.split_at(work.len() - steps);
    let asks_model = before.iter().any(|frame| frame.kind == FrameKind::Open);
    let first = steps.iter().position(|frame| is_opened(frame, task))?;
    let is_step = |frame: &Frame| steps[first..].iter().any(|step| std::ptr::eq(*step, frame));
    let mut covering = covers
        .iter()
        .filter(|cover| asks_model && cover.frame.is_some_and(is_step));
    covering.next().copied()
}

/// Whether a frame is an instruction, in the order of the text.
fn is_work(frame: &Frame, task: &Task) -> bool {
    match frame.origin {
        Origin::Clause(clause) => {
            let kind = task.clauses[clause].kind;
            let instructs = matches!(kind, ClauseKind::Directive | ClauseKind::Label);
            instructs && !matches!(frame.kind, FrameKind::Reply | FrameKind::Vague)
        }
        Origin::Field | Origin::Name => false,
    }
}

/// Orders, counts or rewrites by rule, with an action that is said and nothing that asks for judgement.
fn is_plain(frame: &Frame) -> bool {
    let by_rule = match frame.class {
        ActionClass::Arrange | ActionClass::Transform => {
            matches!(frame.kind, FrameKind::Deterministic | FrameKind::Mixed)
        }
        ActionClass::Convert => frame.kind == FrameKind::Deterministic,
        _ => false,
    };
    by_rule && frame.action.is_some() && !frame.manners.contains(&Manner::Open)
}

/// Whether 'then' or its like stands before the verb.
fn is_opened(frame: &Frame, task: &Task) -> bool {
    let Origin::Clause(clause) = frame.origin else {
        return false;
    };
    let terms = &task.clauses[clause].terms;
    let start = terms.partition_point(|term| term.range.start < frame.range.start);
    // One word before the frame, or the first two of it.
    let near = &terms[start.saturating_sub(1)..terms.len().min(start + 2)];
    near.iter().any(|term| term.has(Mark::Afterwards))
}
