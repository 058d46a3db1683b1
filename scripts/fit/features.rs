//! Prints the features of labelled prompts, one JSON object a line, for `fit.py`.
//!
//! usage: features [--rules] PROMPTS.jsonl…   (shape: id, messages, holes, schema, parameters,
//! function, consumer, verdict, technique); `--rules` adds the rules' own examples and near misses.
//!
//! Each prompt is printed twice, with all that the call tells and with its text alone (`~` ends the
//! id), so that the weights do not lean on parameters that real calls often lack.

use serde_json::Value;
use std::collections::BTreeMap;
use unprompt::prompt::{
    Field, Hole, HoleReason, Message, Prompt, Request, Role, Schema, Status, Use, Used,
};
use unprompt::source::{FileId, Span};
use unprompt::task::{FEATURES, read};

fn main() -> anyhow::Result<()> {
    let rules = unprompt::rules::Rules::load(&[] as &[&std::path::Path])?;
    let lexicon = rules.lexicon();
    println!("{}", serde_json::json!({ "names": FEATURES }));
    let mut cases: Vec<Value> = Vec::new();
    for path in std::env::args().skip(1) {
        if path == "--rules" {
            cases.extend(own_cases()?);
            continue;
        }
        for line in std::fs::read_to_string(&path)?
            .lines()
            .filter(|line| !line.is_empty())
        {
            let mut case: Value = serde_json::from_str(line)?;
            case["source"] = std::path::Path::new(&path)
                .file_stem()
                .map(|stem| stem.to_string_lossy())
                .into();
            cases.push(case);
        }
    }
    for case in &cases {
        for bare in [false, true] {
            let mut request = request(case);
            if bare {
                request.parameters.clear();
                request.function = None;
                request.uses.clear();
            }
            let task = read(&request, 0, lexicon);
            let id = case["id"].as_str().unwrap_or_default();
            let fitting: Vec<Value> = rules
                .fitting(&task)
                .iter()
                .map(|(rule, fit)| {
                    serde_json::json!([rule.id, rule.technique.name(), rule.verdict.name(), fit])
                })
                .collect();
            println!(
                "{}",
                serde_json::json!({
                    "fitting": fitting, "signs": rules.signs_beside(&request, &task),
                    "rule": case["rule"], "source": case["source"], "doubt": case["doubt"], "group": case["group"],
                    "id": format!("{id}{}", if bare { "~" } else { "" }),
                    "verdict": case["verdict"], "technique": case["technique"], "lang": case["lang"],
                    "covered": task.language, "values": task.features.values, "grams": task.grams, "phrases": task.phrases,
                })
            );
        }
    }
    Ok(())
}

/// The rules' examples as positives; their near misses as negatives, but for those that belong to
/// another rule, whose reason names it.
fn own_cases() -> anyhow::Result<Vec<Value>> {
    let rules = unprompt::rules::Rules::load(&[] as &[&std::path::Path])?;
    let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    let mut cases = Vec::new();
    for rule in rules.iter() {
        let rows = rule
            .examples
            .iter()
            .map(|row| (row, true))
            .chain(rule.near_misses.iter().map(|row| (row, false)));
        for (number, (row, example)) in rows.enumerate() {
            let why = row.why.as_deref().unwrap_or_default();
            let other = ids.iter().any(|id| why.contains(id))
                || [
                    "extracts",
                    "checks none",
                    "an amount",
                    "counts;",
                    "small model's work",
                ]
                .iter()
                .any(|word| why.contains(word));
            if !example && other {
                continue;
            }
            let verdict = if example {
                row.verdict.clone().unwrap_or(rule.verdict.name().into())
            } else {
                "llm".into()
            };
            let messages: Vec<Value> = [("system", &row.system), ("user", &row.user)]
                .into_iter()
                .filter_map(|(role, text)| {
                    Some(serde_json::json!({"role": role, "text": text.as_ref()?}))
                })
                .collect();
            let parameters: serde_json::Map<String, Value> = row
                .parameters
                .iter()
                .filter_map(|(name, value)| Some((name.clone(), serde_json::to_value(value).ok()?)))
                .collect();
            cases.push(serde_json::json!({
                "id": format!("{}-{number}", rule.id), "lang": "rules", "verdict": verdict,
                "technique": rule.technique.name(), "rule": rule.id, "source": "rules", "messages": messages,
                "holes": row.holes, "parameters": parameters, "schema": null, "consumer": "",
            }));
        }
    }
    Ok(cases)
}

fn request(case: &Value) -> Request {
    let nowhere = Span::new(FileId(0), 0, 0);
    let declared = case["holes"].as_object().cloned().unwrap_or_default();
    let holes: Vec<Hole> = declared
        .iter()
        .map(|(name, note)| Hole {
            name: name.clone(),
            ty: note
                .as_str()
                .and_then(|note| note.split(':').next())
                .map(str::to_string),
            reason: HoleReason::Parameter,
            span: nowhere,
        })
        .collect();
    let messages = case["messages"].as_array().into_iter().flatten();
    let messages: Vec<Message> = messages
        .map(|message| {
            let text = message["text"].as_str().unwrap_or_default().to_string();
            let mut found = Vec::new();
            for (number, hole) in holes.iter().enumerate() {
                let mark = format!("{{{}}}", hole.name);
                found.extend(
                    text.match_indices(&mark)
                        .map(|(at, _)| (at..at + mark.len(), number)),
                );
            }
            found.sort_by_key(|(range, _)| range.start);
            let role = match message["role"].as_str() {
                Some("system") => Role::System,
                Some("assistant") => Role::Assistant,
                _ => Role::User,
            };
            Message {
                role,
                text,
                holes: found,
                runs: Vec::new(),
                media: false,
            }
        })
        .collect();
    let parameters: BTreeMap<String, Value> = case["parameters"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let consumer = case["consumer"].as_str().unwrap_or_default();
    Request {
        span: nowhere,
        sdk: "openai".into(),
        provider: None,
        model_assumed: None,
        model: None,
        via: None,
        function: case["function"].as_str().map(str::to_string),
        prompt: Prompt {
            variants: vec![messages],
            holes,
            reasons: Vec::new(),
            status: Status::Resolved,
            history: false,
        },
        parameters,
        schema: case["schema"].is_object().then(|| schema(&case["schema"])),
        schema_span: None,
        tools: false,
        uses: uses(consumer)
            .into_iter()
            .map(|how| Used { how, span: nowhere })
            .collect(),
        by_shape: false,
    }
}

fn schema(value: &Value) -> Schema {
    if let Some(values) = value["enum"].as_array() {
        return Schema::Enum(
            values
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_string)
                .collect(),
        );
    }
    match value["type"].as_str() {
        Some("object") => Schema::Object(
            value["properties"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, inner)| Field {
                    name: name.clone(),
                    description: inner["description"]
                        .as_str()
                        .map(|text| (text.to_string(), Span::new(FileId(0), 0, 0))),
                    schema: schema(inner),
                    span: None,
                })
                .collect(),
        ),
        Some("array") => Schema::Array(Box::new(schema(&value["items"]))),
        Some("boolean") => Schema::Boolean,
        Some("integer") => Schema::Integer {
            min: None,
            max: None,
        },
        Some("number") => Schema::Number,
        Some("string") => Schema::Text {
            format: value["format"]
                .as_str()
                .or(value["pattern"].as_str())
                .map(str::to_string),
        },
        _ => Schema::Any,
    }
}

fn uses(consumer: &str) -> Vec<Use> {
    let mut found = Vec::new();
    if consumer.starts_with("int(") || consumer.contains("float(") {
        found.push(Use::Number);
    }
    if let Some((_, rest)) = consumer.split_once("==") {
        found.push(Use::Equals(vec![
            rest.trim().trim_matches(['\'', '"', ':']).to_string(),
        ]));
    }
    if consumer.contains("json.loads") || consumer.contains("JSON.parse") {
        found.push(Use::Json);
    }
    found
}
