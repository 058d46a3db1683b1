//! Prints the features of labelled prompts, one JSON object a line, for `fit.py`.
//!
//! usage: features PROMPTS.jsonl…   (shape: id, messages, holes, schema, parameters, function,
//! consumer, verdict, technique)

use serde_json::Value;
use std::collections::BTreeMap;
use unprompt::prompt::{
    Field, Hole, HoleReason, Message, Prompt, Request, Role, Schema, Status, Use,
};
use unprompt::source::{FileId, Span};
use unprompt::task::{FEATURES, Lexicon, read};

fn main() -> anyhow::Result<()> {
    let lexicon = Lexicon::load(unprompt::knowledge::FILES.iter().copied())?;
    println!("{}", serde_json::json!({ "names": FEATURES }));
    let show = std::env::var_os("SHOW").is_some();
    for path in std::env::args().skip(1) {
        for line in std::fs::read_to_string(&path)?
            .lines()
            .filter(|line| !line.is_empty())
        {
            let case: Value = serde_json::from_str(line)?;
            let request = request(&case);
            let task = read(&request, 0, &lexicon);
            if show {
                println!("## {} {} {}", case["id"], case["verdict"], case["task"]);
                for clause in &task.clauses {
                    let text = &task.messages[clause.message].text[clause.range.clone()];
                    println!("  {:10} {text:?}", clause.kind.name());
                }
                for frame in &task.frames {
                    let notions = &lexicon.notions;
                    let objects: Vec<_> = frame
                        .objects
                        .iter()
                        .map(|(object, zone)| {
                            format!("{}/{zone:?}", notions.objects[*object as usize].0)
                        })
                        .collect();
                    let action = frame
                        .action
                        .map(|action| notions.actions[action as usize].0.as_str());
                    println!(
                        "    {:?} {:?} {:?} {:?} {:?} {:?}",
                        frame.origin, frame.kind, frame.class, action, objects, frame.manners
                    );
                }
                continue;
            }
            println!(
                "{}",
                serde_json::json!({
                    "id": case["id"], "verdict": case["verdict"], "technique": case["technique"],
                    "lang": case["lang"], "covered": task.language, "values": task.features.values, "grams": task.grams,
                })
            );
        }
    }
    Ok(())
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
        model: None,
        via: None,
        function: case["function"].as_str().map(str::to_string),
        prompt: Prompt {
            variants: vec![messages],
            holes,
            reasons: Vec::new(),
            status: Status::Resolved,
        },
        parameters,
        schema: case["schema"].is_object().then(|| schema(&case["schema"])),
        tools: false,
        uses: uses(consumer),
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
