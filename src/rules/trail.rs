//! The reading of a call as lines, for `explain --call`.

use super::Trail;
use crate::task::{Notions, Origin, Task, Zone};

/// The reading itself, for the trail.
pub fn reading(task: &Task, notions: &Notions) -> Trail {
    let mut trail = Trail::default();
    let segments = task
        .clauses
        .iter()
        .map(|clause| {
            let text = &task.messages[clause.message].text[clause.range.clone()];
            format!("{:<10}  {}", clause.kind.name(), one_line(text))
        })
        .collect();
    trail.sections.push(("Segments", segments));
    let mut frames = Vec::new();
    let mut left = Vec::new();
    for frame in &task.frames {
        let action = frame.action.map_or("(implied)", |action| {
            notions.actions[action as usize].0.as_str()
        });
        let objects: Vec<String> = frame
            .objects
            .iter()
            .map(|(object, zone)| {
                let name = &notions.objects[*object as usize].0;
                match zone {
                    Zone::Target => name.clone(),
                    Zone::To => format!("to {name}"),
                    Zone::From => format!("from {name}"),
                }
            })
            .collect();
        let manners: Vec<&str> = frame.manners.iter().map(|manner| manner.name()).collect();
        let origin = match frame.origin {
            Origin::Clause(_) => "",
            Origin::Field => " [field]",
            Origin::Name => " [function's name]",
        };
        let manner = if manners.is_empty() {
            String::new()
        } else {
            format!(" ({})", manners.join(", "))
        };
        frames.push(format!(
            "{:<11}  {action} × {}{manner}{origin}",
            frame.kind.name(),
            objects.join(" + ")
        ));
        if let Origin::Clause(_) = frame.origin {
            let text = &task.messages[frame.message].text;
            left.extend(
                frame
                    .unknown
                    .iter()
                    .map(|range| text[range.clone()].to_string()),
            );
        }
    }
    trail.sections.push(("Frames", frames));
    left.dedup();
    if !left.is_empty() {
        trail.sections.push(("Left over", vec![left.join(", ")]));
    }
    trail
}

fn one_line(text: &str) -> String {
    let mut line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = line.char_indices().nth(110) {
        line.truncate(cut);
        line.push('…');
    }
    line
}
