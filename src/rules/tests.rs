//! Reads every prompt in `cases/` and compares its trail with the snapshot beside it.
//!
//! A case is a text file: `role:` starts a message, `{name: type}` is a hole, `@temperature 0` sets a
//! parameter of the call, `@function name` names the function around it; `@model`, `@handed-to`, `@tools`,
//! `@history`, `@media` and `@by-shape` say what stands around it.

use super::{Rules, judge};
use crate::prompt::{Hole, HoleReason, Message, Prompt, Request, Role, Status, Use, Used};
use crate::source::{FileId, Span};
use std::collections::BTreeMap;
use std::path::Path;

fn request(case: &str) -> Request {
    let nowhere = Span::new(FileId(0), 0, 0);
    let mut request = Request {
        span: nowhere,
        sdk: "openai".into(),
        provider: None,
        model_assumed: None,
        model: Some("gpt-4o-mini".into()),
        via: None,
        function: None,
        prompt: Prompt {
            status: Status::Resolved,
            ..Prompt::default()
        },
        parameters: BTreeMap::new(),
        schema: None,
        schema_span: None,
        tools: false,
        uses: Vec::new(),
        by_shape: false,
    };
    let mut media = false;
    let mut texts: Vec<(Role, String)> = Vec::new();
    for line in case.lines() {
        if let Some(rest) = line.strip_prefix('@') {
            let (name, value) = rest.split_once(' ').unwrap_or((rest, ""));
            let passed = |how| Used { how, span: nowhere };
            match (name, value) {
                ("function", name) => request.function = Some(name.into()),
                ("model", id) => request.model = Some(id.into()),
                ("handed-to", name) => request.uses.push(passed(Use::Passed(name.into()))),
                ("looked-up-in", values) => {
                    let values = values.split(", ").map(str::to_string).collect();
                    request.uses.push(passed(Use::In(values)));
                }
                ("tools", "") => request.tools = true,
                ("history", "") => request.prompt.history = true,
                ("media", "") => media = true,
                ("by-shape", "") => request.by_shape = true,
                (name, value) => {
                    let value = serde_json::from_str(value).expect("parameters are JSON");
                    request.parameters.insert(name.into(), value);
                }
            }
            continue;
        }
        let role = match line {
            "system:" => Role::System,
            "user:" => Role::User,
            "assistant:" => Role::Assistant,
            _ => {
                let text = &mut texts.last_mut().expect("a case starts with a role").1;
                text.push_str(line);
                text.push('\n');
                continue;
            }
        };
        texts.push((role, String::new()));
    }
    let mut messages = Vec::new();
    for (role, source) in texts {
        let (mut text, mut holes) = (String::new(), Vec::new());
        let mut rest = source.trim_end();
        while let Some((before, after)) = rest.split_once('{') {
            let (hole, after) = after.split_once('}').expect("a hole is closed");
            text.push_str(before);
            match hole.split_once(": ") {
                Some((name, ty)) if !name.contains('"') => {
                    let start = text.len();
                    text.push_str(&format!("{{{name}}}"));
                    holes.push((start..text.len(), request.prompt.holes.len()));
                    request.prompt.holes.push(Hole {
                        name: name.into(),
                        ty: Some(ty.into()),
                        reason: HoleReason::Parameter,
                        span: nowhere,
                    });
                }
                _ => text.push_str(&format!("{{{hole}}}")),
            }
            rest = after;
        }
        text.push_str(rest);
        messages.push(Message {
            role,
            text,
            holes,
            runs: Vec::new(),
            media,
        });
    }
    request.prompt.variants.push(messages);
    request
}

#[test]
fn every_case_is_read_as_its_snapshot_says() {
    let rules = Rules::load(&[] as &[&Path]).expect("the embedded rules load");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/cases");
    let mut cases: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder of cases is there")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    cases.sort();
    assert!(cases.len() >= 10, "found {} cases", cases.len());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for path in cases {
        let text = std::fs::read_to_string(&path).expect("a case can be read");
        let judgement = judge(&request(&text), &rules);
        let mut shown = format!(
            "{} {} {}\n{}\n",
            judgement.verdict.name(),
            judgement.confidence.name(),
            judgement.rule.as_deref().unwrap_or("-"),
            judgement.message
        );
        for (title, lines) in &judgement.trail.sections {
            // Weights change with every fit; what was read must not.
            if *title == "Weighed" {
                continue;
            }
            shown.push_str(&format!("{title}\n"));
            let shown_line = |line: &String| match line.split_once("; score ") {
                Some((head, rest)) => format!("  {head}{}\n", &rest["0.00".len()..]),
                None => format!("  {line}\n"),
            };
            shown.extend(lines.iter().map(shown_line));
        }
        if let Some(bounded) = &judgement.bounded {
            shown.push_str(&format!("Bounded\n  {}\n", bounded.kind));
        }
        for evidence in &judgement.evidence {
            shown.push_str(&format!("{}: {}\n", evidence.kind, evidence.text));
        }
        let name = path
            .file_stem()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        settings.bind(|| insta::assert_snapshot!(name, shown));
    }
}
