//! How well the built program does on `test-corpus/`: call recall and precision, prompts read, finding
//! precision and recall, a table per rule. Fails below the floors in `tests/floors.toml`.

use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

#[derive(Deserialize)]
struct Label {
    path: String,
    line: u64,
    prompt: String,
    verdict: String,
    technique: Option<String>,
    rule: Option<String>,
    task: String,
}

#[derive(Deserialize)]
struct LookAlike {
    path: String,
    line: u64,
    why: String,
}

#[derive(Deserialize)]
struct Neutral {
    path: String,
    line: u64,
}

/// Shares between 0 and 1; they may only rise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Floors {
    call_recall: f64,
    call_precision: f64,
    prompts_as_labelled: f64,
    finding_precision: f64,
    finding_recall: f64,
    rule_accuracy: f64,
    look_alikes_reported: usize,
}

fn lines<T: for<'de> Deserialize<'de>>(path: &Path) -> Vec<T> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            serde_json::from_str(line).unwrap_or_else(|e| panic!("{}: {e}\n{line}", path.display()))
        })
        .collect()
}

fn calls(root: &Path) -> Vec<Value> {
    let output = assert_cmd::Command::cargo_bin("unprompt")
        .expect("the program is built")
        .current_dir(root)
        .args(["calls", ".", "--format", "json"])
        .output()
        .expect("the program runs");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|problem| {
        panic!(
            "no JSON ({problem}): {}",
            String::from_utf8_lossy(&output.stderr)
        )
    });
    report["calls"]
        .as_array()
        .expect("calls are a list")
        .clone()
}

fn is_finding(call: &Value) -> bool {
    call["verdict"] != "llm" && call["confidence"] != "low"
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

#[test]
fn the_corpus_is_read_at_least_as_well_as_the_floors_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("test-corpus");
    let labels: Vec<Label> = lines(&root.join("labels.jsonl"));
    let look_alikes: Vec<LookAlike> = lines(&root.join("lookalikes.jsonl"));
    let neutral: Vec<Neutral> = lines(&root.join("neutral.jsonl"));
    assert!(labels.len() >= 120 && look_alikes.len() >= 30);
    let floors: Floors = toml::from_str(include_str!("floors.toml")).expect("floors.toml is read");

    let calls = calls(&root);
    let mut by_line: HashMap<(&str, u64), &Value> = HashMap::new();
    for call in &calls {
        let path = call["path"].as_str().expect("a path");
        let line = call["span"]["start_line"].as_u64().expect("a line");
        by_line.insert((path, line), call);
    }
    let labelled: BTreeSet<(&str, u64)> = labels
        .iter()
        .map(|label| (label.path.as_str(), label.line))
        .collect();
    let inner: BTreeSet<(&str, u64)> = neutral
        .iter()
        .map(|line| (line.path.as_str(), line.line))
        .collect();

    let mut per_rule: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    let (mut found, mut as_labelled, mut hits, mut alarms, mut wanted) = (0, 0, 0, 0, 0);
    let (mut same_rule, mut same_technique) = (0, 0);
    for label in &labels {
        let positive = label.verdict != "llm";
        wanted += usize::from(positive);
        let rule = label.rule.clone().unwrap_or_else(|| "(none)".into());
        let row = per_rule.entry(rule).or_default();
        row[0] += 1;
        let Some(call) = by_line.get(&(label.path.as_str(), label.line)) else {
            println!(
                "missed call     {}:{}  {}",
                label.path, label.line, label.task
            );
            continue;
        };
        found += 1;
        if call["prompt"]["status"] == label.prompt.as_str() {
            as_labelled += 1;
        } else {
            println!(
                "prompt {} for {}  {}:{} {}",
                call["prompt"]["status"],
                label.prompt,
                label.path,
                label.line,
                call["prompt"]["reasons"]
            );
        }
        match (positive, is_finding(call)) {
            (true, true) => {
                hits += 1;
                row[1] += 1;
                if call["rule"].as_str() == label.rule.as_deref() {
                    same_rule += 1;
                    row[2] += 1;
                } else {
                    println!(
                        "other rule      {}:{}  {} for {:?}",
                        label.path, label.line, call["rule"], label.rule
                    );
                }
                same_technique +=
                    usize::from(call["technique"].as_str() == label.technique.as_deref());
            }
            (true, false) => println!(
                "missed finding  {}:{}  {} ({} {})",
                label.path, label.line, label.task, call["verdict"], call["confidence"]
            ),
            (false, true) => {
                alarms += 1;
                println!(
                    "FALSE ALARM     {}:{}  {} as {}",
                    label.path, label.line, label.task, call["rule"]
                );
            }
            (false, false) => {}
        }
    }
    let extra: Vec<_> = by_line
        .keys()
        .filter(|at| !labelled.contains(*at) && !inner.contains(*at))
        .collect();
    for (path, line) in &extra {
        println!("extra call      {path}:{line}");
    }
    let reported: Vec<_> = look_alikes
        .iter()
        .filter(|at| {
            by_line.contains_key(&(at.path.as_str(), at.line))
                && !labelled.contains(&(at.path.as_str(), at.line))
        })
        .collect();
    for at in &reported {
        println!("look-alike      {}:{}  {}", at.path, at.line, at.why);
    }

    println!("\nrule: labels, found, under this rule");
    for (rule, [all, hit, same]) in &per_rule {
        println!("  {rule:<24} {all:>3} {hit:>3} {same:>3}");
    }
    let measured = [
        (
            "call recall",
            share(found, labels.len()),
            floors.call_recall,
        ),
        (
            "call precision",
            share(found, found + extra.len()),
            floors.call_precision,
        ),
        (
            "prompts as labelled",
            share(as_labelled, found),
            floors.prompts_as_labelled,
        ),
        (
            "finding precision",
            share(hits, hits + alarms),
            floors.finding_precision,
        ),
        ("finding recall", share(hits, wanted), floors.finding_recall),
        (
            "rule accuracy",
            share(same_rule, hits),
            floors.rule_accuracy,
        ),
    ];
    println!(
        "\nfindings: {hits} right, {alarms} wrong, of {wanted}; technique right in {same_technique}"
    );
    for (name, value, floor) in measured {
        println!("  {name:<20} {value:.3}  (floor {floor:.3})");
    }
    for (name, value, floor) in measured {
        assert!(
            value >= floor,
            "{name} is {value:.3}, below its floor {floor:.3}"
        );
    }
    assert!(
        reported.len() <= floors.look_alikes_reported,
        "{} look-alikes are reported, {} allowed",
        reported.len(),
        floors.look_alikes_reported
    );
}
