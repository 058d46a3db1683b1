//! Every rule's examples and near misses, written as source files in three languages, through the
//! whole engine. An example marked `miss = true` is a known miss and must stay one, so that the mark
//! goes when the miss does. The near misses that belong to no rule stand in `near-misses.toml`.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use unprompt::rules::{PromptRow, Rules};

/// One prompt as a file of a language: name, text.
fn source(row: &PromptRow, language: &str) -> String {
    match language {
        "py" => python(row),
        "ts" => typescript(row),
        _ => rust(row),
    }
}

fn messages(row: &PromptRow) -> Vec<(&'static str, &str)> {
    let system = row.system.as_deref().map(|text| ("system", text));
    let user = row.user.as_deref().map(|text| ("user", text));
    system.into_iter().chain(user).collect()
}

fn ty<'a>(name: &'a str, language: &str) -> &'a str {
    let column = match language {
        "py" => 0,
        "ts" => 1,
        _ => 2,
    };
    let known = [
        ("str", ["str", "string", "&str"]),
        ("int", ["int", "number", "i64"]),
        ("float", ["float", "number", "f64"]),
        ("bool", ["bool", "boolean", "bool"]),
        ("list[str]", ["list[str]", "string[]", "&[String]"]),
        ("datetime", ["datetime.datetime", "Date", "jiff::Timestamp"]),
        ("date", ["datetime.date", "Date", "jiff::civil::Date"]),
    ];
    known
        .iter()
        .find(|(known, _)| *known == name)
        .map_or("str", |(_, types)| types[column])
}

/// The text with its holes in the language's own way; other braces are escaped.
fn template(text: &str, row: &PromptRow, open: &str, close: &str, brace: (&str, &str)) -> String {
    let mut out = String::new();
    let mut rest = text;
    'next: while let Some(c) = rest.chars().next() {
        for name in row.holes.keys() {
            let mark = format!("{{{name}}}");
            if let Some(after) = rest.strip_prefix(mark.as_str()) {
                out.push_str(open);
                out.push_str(name);
                out.push_str(close);
                rest = after;
                continue 'next;
            }
        }
        match c {
            '{' => out.push_str(brace.0),
            '}' => out.push_str(brace.1),
            _ => out.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

fn parameters(row: &PromptRow, mut one: impl FnMut(&str, &toml::Value)) {
    row.parameters
        .iter()
        .for_each(|(name, value)| one(name, value));
}

fn python(row: &PromptRow) -> String {
    let holes: Vec<String> = row
        .holes
        .iter()
        .map(|(name, t)| format!("{name}: {}", ty(t, "py")))
        .collect();
    let mut out = format!(
        "import datetime\nfrom openai import OpenAI\n\nclient = OpenAI()\n\n\ndef run({}):\n",
        holes.join(", ")
    );
    out.push_str("    response = client.chat.completions.create(\n        model=\"gpt-4o-mini\",\n        messages=[\n");
    for (role, text) in messages(row) {
        let text = template(text, row, "{", "}", ("{{", "}}"));
        let quoted = text
            .replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('\n', "\\n");
        let _ = writeln!(
            out,
            "            {{\"role\": \"{role}\", \"content\": f\"{quoted}\"}},"
        );
    }
    out.push_str("        ],\n");
    parameters(row, |name, value| {
        let _ = writeln!(out, "        {name}={value},");
    });
    out.push_str("    )\n    return response.choices[0].message.content\n");
    out
}

fn typescript(row: &PromptRow) -> String {
    let holes: Vec<String> = row
        .holes
        .iter()
        .map(|(name, t)| format!("{name}: {}", ty(t, "ts")))
        .collect();
    let mut out = format!(
        "import OpenAI from \"openai\";\n\nconst client = new OpenAI();\n\nexport async function run({}) {{\n",
        holes.join(", ")
    );
    out.push_str("  const response = await client.chat.completions.create({\n    model: \"gpt-4o-mini\",\n    messages: [\n");
    for (role, text) in messages(row) {
        let escaped = text
            .replace('\\', "\\\\")
            .replace('`', "\\`")
            .replace("${", "\\${");
        let text = template(&escaped, row, "${", "}", ("{", "}"));
        let _ = writeln!(out, "      {{ role: \"{role}\", content: `{text}` }},");
    }
    out.push_str("    ],\n");
    parameters(row, |name, value| {
        let _ = writeln!(out, "    {name}: {value},");
    });
    out.push_str("  });\n  return response.choices[0].message.content;\n}\n");
    out
}

fn rust(row: &PromptRow) -> String {
    let holes: Vec<String> = row
        .holes
        .iter()
        .map(|(name, t)| format!("{name}: {}", ty(t, "rs")))
        .collect();
    let mut out = format!(
        "use async_openai::{{types::*, Client}};\n\npub async fn run({}) -> anyhow::Result<String> {{\n    let client = Client::new();\n    let request = CreateChatCompletionRequestArgs::default()\n        .model(\"gpt-4o-mini\")\n",
        holes.join(", ")
    );
    parameters(row, |name, value| {
        let _ = writeln!(out, "        .{name}({value})");
    });
    out.push_str("        .messages([\n");
    for (role, text) in messages(row) {
        let kind = if role == "system" { "System" } else { "User" };
        let text = template(text, row, "{", "}", ("{{", "}}"));
        let _ = writeln!(
            out,
            "            ChatCompletionRequest{kind}MessageArgs::default().content(format!(r###\"{text}\"###)).build()?.into(),"
        );
    }
    out.push_str("        ])\n        .build()?;\n    let response = client.chat().create(request).await?;\n    Ok(response.choices[0].message.content.clone().unwrap_or_default())\n}\n");
    out
}

/// What the program reports on the calls below a folder.
fn calls_below(folder: &Path) -> Value {
    let output = assert_cmd::Command::cargo_bin("unprompt")
        .expect("the program is built")
        .current_dir(folder)
        .args(["calls", ".", "--format", "json"])
        .output()
        .expect("the program runs");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn examples_are_found_and_near_misses_are_not() {
    let rules = Rules::load(&[] as &[&Path]).expect("the embedded rules load");
    let folder = tempfile::tempdir().expect("a scratch folder");
    let languages = ["py", "ts", "rs"];
    let mut files: BTreeMap<String, (String, usize, bool)> = BTreeMap::new();
    for rule in rules.iter() {
        assert!(
            rule.examples.len() >= 3 && !rule.near_misses.is_empty(),
            "{}: too few examples",
            rule.id
        );
        let rows = rule
            .examples
            .iter()
            .map(|row| (row, true))
            .chain(rule.near_misses.iter().map(|row| (row, false)));
        for (number, (row, example)) in rows.enumerate() {
            // Each prompt in one language, all three in turn; the frontends have cases of their own.
            let language = languages[number % 3];
            let name = format!("{}_{number}.{language}", rule.id.replace('-', "_"));
            std::fs::write(folder.path().join(&name), source(row, language))
                .expect("a file is written");
            files.insert(name, (rule.id.clone(), number, example));
        }
    }
    let report = calls_below(folder.path());
    let calls: BTreeMap<&str, &Value> = report["calls"]
        .as_array()
        .expect("calls are a list")
        .iter()
        .map(|call| (call["path"].as_str().expect("a path"), call))
        .collect();
    let mut wrong = Vec::new();
    let (mut hits, mut examples, mut silent, mut near) = (0, 0, 0, 0);
    for (name, (id, number, example)) in &files {
        let Some(call) = calls.get(name.as_str()) else {
            wrong.push(format!("{name}: the call was not found"));
            continue;
        };
        let rule = rules.get(id).expect("the rule is there");
        let found = call["verdict"] != "llm" && call["confidence"] != "low";
        let own = found && call["rule"] == id.as_str();
        if *example {
            let row = &rule.examples[*number];
            let expected = row.verdict.as_deref().unwrap_or(rule.verdict.name());
            examples += 1;
            let right = own && (call["verdict"] == expected || call["verdict"] == "hybrid");
            hits += usize::from(right);
            if right == row.miss {
                let shown = if row.miss {
                    "is found now: take `miss = true` away"
                } else {
                    "is missed"
                };
                wrong.push(format!(
                    "{name}: example {number} of {id} {shown} ({} {} {}): {:?}",
                    call["verdict"], call["confidence"], call["rule"], row.user
                ));
            }
        } else {
            let row = &rule.near_misses[number - rule.examples.len()];
            near += 1;
            silent += usize::from(!own);
            if own != row.miss {
                let shown = if row.miss {
                    "is silent now: take `miss = true` away"
                } else {
                    "is reported"
                };
                wrong.push(format!(
                    "{name}: near miss {} of {id} {shown} ({}): {:?}",
                    number - rule.examples.len(),
                    call["confidence"],
                    row.user
                ));
            }
        }
    }
    println!("examples found {hits} of {examples}, near misses silent {silent} of {near}");
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Files that must not be reported, in `near-misses.toml`.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct NearMiss {
    /// What tempts.
    trap: String,
    calls: usize,
    files: BTreeMap<String, String>,
    /// Known to be reported or counted wrongly; the test asserts that it still is.
    #[serde(default)]
    miss: bool,
}

#[derive(serde::Deserialize)]
struct NearMisses {
    case: Vec<NearMiss>,
}

#[test]
fn near_misses_are_silent() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/near-misses.toml");
    let text = std::fs::read_to_string(path).expect("the near misses are there");
    let near: NearMisses = toml::from_str(&text).expect("near misses");
    let folder = tempfile::tempdir().expect("a scratch folder");
    for (number, case) in near.case.iter().enumerate() {
        let own = folder.path().join(format!("case_{number}"));
        std::fs::create_dir(&own).expect("a folder is made");
        for (name, source) in &case.files {
            std::fs::write(own.join(name), source).expect("a file is written");
        }
    }
    let report = calls_below(folder.path());
    let calls = report["calls"].as_array().expect("calls are a list");
    let mut wrong = Vec::new();
    for (number, case) in near.case.iter().enumerate() {
        let start = format!("case_{number}/");
        let own = calls.iter().filter(|call| {
            let path = call["path"].as_str().expect("a path");
            path.starts_with(&start)
        });
        // Not even a note.
        let (silent, told): (Vec<&Value>, Vec<&Value>) =
            own.partition(|call| call["verdict"] == "llm");
        let right = told.is_empty() && silent.len() == case.calls;
        if right == case.miss {
            let told: Vec<String> = told
                .iter()
                .map(|call| format!("{} {} {}", call["path"], call["rule"], call["confidence"]))
                .collect();
            wrong.push(format!(
                "{}: {} calls kept of {}, told: {}",
                case.trap,
                silent.len(),
                case.calls,
                told.join(", ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
