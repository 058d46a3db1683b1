//! How well the built program does on the two parts of the corpus, `test-corpus/` and `test-corpus/heldout/`: call recall
//! and precision, prompts read, finding precision and recall, and tables by rule, technique, language, form and confidence.
//! Fails below the floors in `tests/floors.toml`.

use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;
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
    form: String,
    #[serde(default = "english")]
    tongue: String,
}

fn english() -> String {
    "en".into()
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
    technique_accuracy: f64,
    look_alikes_reported: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct AllFloors {
    test_corpus: Floors,
    heldout: Floors,
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

/// One row of a table: how the sites of a rule, technique, language or form fared.
#[derive(Default)]
struct Row {
    sites: usize,
    seen: usize,
    wanted: usize,
    right: usize,
    /// Findings that are right and carry the label's rule.
    same: usize,
    alarms: usize,
}

impl Row {
    fn add(&mut self, label: &Label, call: Option<&Value>) {
        let positive = label.verdict != "llm";
        let finding = call.is_some_and(is_finding);
        let same = call.is_some_and(|call| call["rule"].as_str() == label.rule.as_deref());
        self.sites += 1;
        self.seen += usize::from(call.is_some());
        self.wanted += usize::from(positive);
        self.right += usize::from(positive && finding);
        self.same += usize::from(positive && finding && same);
        self.alarms += usize::from(!positive && finding);
    }
}

fn table<'a>(
    out: &mut String,
    title: &str,
    pairs: &[(&'a Label, Option<&'a Value>)],
    key: impl Fn(&'a Label) -> &'a str,
) {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    for (label, call) in pairs {
        rows.entry(key(label)).or_default().add(label, *call);
    }
    let _ = writeln!(
        out,
        "\n{title:<26} sites  seen wanted found  rule alarms precision recall"
    );
    for (name, row) in rows {
        let _ = writeln!(
            out,
            "  {name:<24} {:>5} {:>5} {:>6} {:>5} {:>5} {:>6} {:>9.2} {:>6.2}",
            row.sites,
            row.seen,
            row.wanted,
            row.right,
            row.same,
            row.alarms,
            share(row.right, row.right + row.alarms),
            share(row.right, row.wanted)
        );
    }
}

/// What the program says against what is true, by its confidence: of those it accuses and of those it lets be.
fn confidence_table(out: &mut String, pairs: &[(&Label, Option<&Value>)]) {
    let _ = writeln!(
        out,
        "\nconfidence: accused, right (not llm), verdict as labelled, right share; kept, right, right share"
    );
    for level in ["high", "medium", "low"] {
        let at_level = |accused: bool| {
            pairs
                .iter()
                .filter_map(|(label, call)| Some((label, (*call)?)))
                .filter(move |(_, call)| {
                    call["confidence"] == level && (call["verdict"] != "llm") == accused
                })
        };
        let accused = at_level(true).count();
        let right = at_level(true).filter(|(l, _)| l.verdict != "llm").count();
        let exact = at_level(true)
            .filter(|(l, c)| c["verdict"] == l.verdict.as_str())
            .count();
        let kept = at_level(false).count();
        let rightly_kept = at_level(false).filter(|(l, _)| l.verdict == "llm").count();
        let _ = writeln!(
            out,
            "  {level:<8} {accused:>4} {right:>4} {exact:>4} {:>6.3}   {kept:>4} {rightly_kept:>4} {:>6.3}",
            share(right, accused),
            share(rightly_kept, kept)
        );
    }
}

fn language(label: &Label) -> &str {
    match label.path.rsplit('.').next() {
        Some("py") => "Python",
        Some("rs") => "Rust",
        _ => "TypeScript/JavaScript",
    }
}

/// One line for everything that was not as labelled.
fn differences(out: &mut String, pairs: &[(&Label, Option<&Value>)]) {
    for (label, call) in pairs {
        let at = format!("{}:{}  {}", label.path, label.line, label.task);
        let Some(call) = call else {
            let _ = writeln!(out, "missed call     {at} ({})", label.form);
            continue;
        };
        if call["prompt"]["status"] != label.prompt.as_str() {
            let _ = writeln!(
                out,
                "prompt {} for {}  {at} {}",
                call["prompt"]["status"], label.prompt, call["prompt"]["reasons"]
            );
        }
        match (label.verdict != "llm", is_finding(call)) {
            (true, true) if call["rule"].as_str() != label.rule.as_deref() => {
                let _ = writeln!(
                    out,
                    "other rule      {at}: {} for {:?}",
                    call["rule"], label.rule
                );
            }
            (true, false) => {
                let _ = writeln!(
                    out,
                    "missed finding  {at} ({} {} {})",
                    call["verdict"], call["rule"], call["confidence"]
                );
            }
            (false, true) => {
                let _ = writeln!(
                    out,
                    "FALSE ALARM     {at} as {} ({} {})",
                    call["rule"], call["verdict"], call["confidence"]
                );
            }
            _ => {}
        }
    }
}

fn measure(name: &str, folder: &str, floors: &Floors) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let labels: Vec<Label> = lines(&root.join("labels.jsonl"));
    let look_alikes: Vec<LookAlike> = lines(&root.join("lookalikes.jsonl"));
    let neutral: Vec<Neutral> = lines(&root.join("neutral.jsonl"));
    assert!(labels.len() >= 200 && look_alikes.len() >= 20);

    let calls = calls(&root);
    let mut by_line: HashMap<(&str, u64), &Value> = HashMap::new();
    for call in &calls {
        let path = call["path"].as_str().expect("a path");
        let line = call["span"]["start_line"].as_u64().expect("a line");
        assert!(
            !path.starts_with("heldout/"),
            "the held-out part is scanned by itself, see test-corpus/unprompt.toml"
        );
        by_line.insert((path, line), call);
    }
    let pairs: Vec<(&Label, Option<&Value>)> = labels
        .iter()
        .map(|label| {
            let call = by_line.get(&(label.path.as_str(), label.line)).copied();
            (label, call)
        })
        .collect();
    let labelled: BTreeSet<(&str, u64)> = labels
        .iter()
        .map(|label| (label.path.as_str(), label.line))
        .collect();
    let inner: BTreeSet<(&str, u64)> = neutral
        .iter()
        .map(|line| (line.path.as_str(), line.line))
        .collect();
    let extra: BTreeSet<_> = by_line
        .keys()
        .filter(|at| !labelled.contains(*at) && !inner.contains(*at))
        .collect();
    let reported: Vec<_> = look_alikes
        .iter()
        .filter(|at| extra.contains(&(at.path.as_str(), at.line)))
        .collect();

    // Printed at once: the two parts are measured side by side.
    let mut out = format!("\n===== {name} =====\n");
    differences(&mut out, &pairs);
    for (path, line) in &extra {
        let _ = writeln!(out, "extra call      {path}:{line}");
    }
    for at in &reported {
        let _ = writeln!(out, "look-alike      {}:{}  {}", at.path, at.line, at.why);
    }
    table(&mut out, "rule", &pairs, |label| match &label.rule {
        Some(rule) => rule,
        None if label.verdict == "llm" => "(llm)",
        None => "(none yet)",
    });
    table(&mut out, "technique", &pairs, |label| {
        label.technique.as_deref().unwrap_or("(llm)")
    });
    table(&mut out, "verdict", &pairs, |label| &label.verdict);
    table(&mut out, "language", &pairs, language);
    table(&mut out, "tongue", &pairs, |label| &label.tongue);
    table(&mut out, "form", &pairs, |label| &label.form);
    confidence_table(&mut out, &pairs);

    let mut whole = Row::default();
    for (label, call) in &pairs {
        whole.add(label, *call);
    }
    let as_labelled = pairs
        .iter()
        .filter(|(label, call)| call.is_some_and(|c| c["prompt"]["status"] == *label.prompt))
        .count();
    let same_technique = pairs
        .iter()
        .filter(|(label, call)| {
            let finding = call.filter(|call| label.verdict != "llm" && is_finding(call));
            finding.is_some_and(|call| call["technique"].as_str() == label.technique.as_deref())
        })
        .count();
    let _ = writeln!(
        out,
        "\n{name}: {} sites, {} findings wanted, {} right, {} wrong; {} look-alikes, {} reported",
        whole.sites,
        whole.wanted,
        whole.right,
        whole.alarms,
        look_alikes.len(),
        reported.len()
    );
    let measured = [
        (
            "call recall",
            share(whole.seen, whole.sites),
            floors.call_recall,
        ),
        (
            "call precision",
            share(whole.seen, whole.seen + extra.len()),
            floors.call_precision,
        ),
        (
            "prompts as labelled",
            share(as_labelled, whole.seen),
            floors.prompts_as_labelled,
        ),
        (
            "finding precision",
            share(whole.right, whole.right + whole.alarms),
            floors.finding_precision,
        ),
        (
            "finding recall",
            share(whole.right, whole.wanted),
            floors.finding_recall,
        ),
        (
            "rule accuracy",
            share(whole.same, whole.right),
            floors.rule_accuracy,
        ),
        (
            "technique accuracy",
            share(same_technique, whole.right),
            floors.technique_accuracy,
        ),
    ];
    for (what, value, floor) in measured {
        let _ = writeln!(out, "  {what:<20} {value:.3}  (floor {floor:.3})");
    }
    println!("{out}");
    for (what, value, floor) in measured {
        assert!(
            value >= floor,
            "{name}: {what} is {value:.3}, below its floor {floor:.3}"
        );
    }
    assert!(
        reported.len() <= floors.look_alikes_reported,
        "{name}: {} look-alikes are reported, {} allowed",
        reported.len(),
        floors.look_alikes_reported
    );
}

fn floors() -> AllFloors {
    toml::from_str(include_str!("floors.toml")).expect("floors.toml is read")
}

#[test]
fn the_corpus_is_read_at_least_as_well_as_the_floors_say() {
    measure("test-corpus", "test-corpus", &floors().test_corpus);
}

#[test]
fn the_held_out_part_is_read_at_least_as_well_as_the_floors_say() {
    measure("heldout", "test-corpus/heldout", &floors().heldout);
}

#[test]
fn the_two_parts_hold_what_they_promise() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("test-corpus");
    let first: Vec<Label> = lines(&root.join("labels.jsonl"));
    let second: Vec<Label> = lines(&root.join("heldout/labels.jsonl"));
    let rules: BTreeSet<&String> = second.iter().filter_map(|l| l.rule.as_ref()).collect();
    assert!(first.len() + second.len() >= 520);
    assert!(rules.len() >= 90, "{} rules", rules.len());
}
