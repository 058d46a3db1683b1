//! From drafts to the prompt that is shown, and to what is said of its missing parts.

use crate::prompt::flat::{MOST_VARIANTS, Open};
use crate::prompt::messages::{Draft, Drafts, whole};
use crate::prompt::{HoleReason, Message, Prompt, Role, Status};

/// How many words of the application's make instructions.
const LEAST_INSTRUCTION: usize = 4;

/// The messages of all alternatives as one prompt, and how much of it is known.
pub(super) fn assemble(variants: &[Drafts], has_form: bool, spent: bool) -> Prompt {
    let mut prompt = Prompt::default();
    let mut seen: Vec<Vec<(Role, String)>> = Vec::new();
    for drafts in variants.iter().take(MOST_VARIANTS) {
        let mut holes = prompt.holes.clone();
        let said = drafts.iter().filter(|draft| !draft.text.is_blank());
        let messages: Vec<Message> = said
            .map(|draft| draft.text.message(draft.role, &mut holes))
            .collect();
        let key = messages
            .iter()
            .map(|message| (message.role, message.text.clone()));
        let key: Vec<_> = key.collect();
        if !seen.contains(&key) {
            seen.push(key);
            prompt.holes = holes;
            prompt.variants.push(messages);
        }
    }
    if prompt.variants.is_empty() {
        prompt.variants.push(Vec::new());
    }
    judge(&mut prompt, variants, has_form);
    if spent {
        prompt.status = prompt.status.min(Status::Partial);
        prompt.reasons.push("too much to follow".to_string());
    }
    prompt
}

/// Says how much of the prompt is known, and why the rest is not.
fn judge(prompt: &mut Prompt, variants: &[Drafts], has_form: bool) {
    let asking = |draft: &&Draft| !matches!(draft.role, Role::Assistant | Role::Tool);
    let asking: Vec<&Draft> = variants.iter().flatten().filter(asking).collect();
    let known = asking.iter().any(|draft| draft.text.has_words());
    let mut missing = Vec::new();
    for draft in &asking {
        for open in draft.text.opens() {
            let alone = whole(draft).is_some();
            if draft.several && is_history(open, draft, &asking) {
                prompt.history = true;
                continue;
            }
            missing.extend(why(open, draft, alone, known || has_form));
        }
    }
    prompt.status = match (known || has_form && !asking.is_empty(), missing.is_empty()) {
        (false, _) => Status::Unresolved,
        (true, false) => Status::Partial,
        (true, true) => Status::Resolved,
    };
    if prompt.status == Status::Unresolved && missing.is_empty() {
        missing.push(match asking.is_empty() {
            true => "no prompt found in the call".to_string(),
            false => "only run-time values are sent".to_string(),
        });
    }
    for reason in missing {
        if !prompt.reasons.contains(&reason) {
            prompt.reasons.push(reason);
        }
    }
}

/// Whether messages that only the run time knows are the earlier turns of a conversation: then the
/// code shows the application's own instructions beside them, and takes them from its state.
fn is_history(open: &Open, draft: &Draft, asking: &[&Draft]) -> bool {
    let instructs =
        |other: &&&Draft| other.role == Role::System && other.text.words() >= LEAST_INSTRUCTION;
    draft.role != Role::System
        && open.origin.is_none()
        && open.hole.reason != HoleReason::Unresolved
        && asking.iter().any(|other| instructs(&other))
}

/// Why an open part may hide instructions; `None` where it is data.
fn why(open: &Open, draft: &Draft, alone: bool, known: bool) -> Option<String> {
    if open.hole.reason == HoleReason::Unresolved {
        return Some(match &open.why {
            Some(why) => why.clone(),
            None => format!("name not found: {}", open.hole.name),
        });
    }
    if draft.several {
        // What a call gives beside known instructions is what was said before.
        if known && open.origin.is_none() && open.hole.reason == HoleReason::CallResult {
            return None;
        }
        return Some(format!(
            "messages known only at run time: {}",
            open.hole.name
        ));
    }
    // A whole user message beside known instructions is what they work on.
    if !alone || draft.role == Role::User && known {
        return None;
    }
    Some(match open.hole.reason {
        HoleReason::Parameter => format!("parameter of a function: {}", open.hole.name),
        HoleReason::Environment => "value from the environment".to_string(),
        _ if open.origin.is_some() => format!("parameter of a function: {}", open.hole.name),
        _ => format!("computed at run time: {}", open.hole.name),
    })
}
