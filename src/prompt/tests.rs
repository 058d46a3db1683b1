//! One check over the folder of cases, a case being a file or a folder of files: what each call
//! sends, and that the bytes of every run are the text. And how much of the corpus is read.

#![allow(clippy::unwrap_used)]

use super::{Field, Message, Prompt, Request, Schema, Status, families, requests, wrapped};
use crate::index::{Program, SourceFile};
use crate::knowledge::FILES;
use crate::sdk::Sdks;
use crate::source::{FileId, Language, LineIndex, Span, TextFile};
use crate::task::{Lexicon, has_work};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The source files at or below `path`, by their path below `base`.
fn files(base: &Path, path: &Path, found: &mut Vec<SourceFile>, texts: &mut Vec<TextFile>) {
    if path.is_dir() {
        let mut inside: Vec<PathBuf> = std::fs::read_dir(path)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        inside.sort();
        inside
            .iter()
            .for_each(|path| files(base, path, found, texts));
        return;
    }
    let shown = path.strip_prefix(base).unwrap().to_str().unwrap();
    texts.extend(TextFile::new(path, shown.to_string()));
    if let (Some(language), Ok(text)) = (Language::of(path), std::fs::read_to_string(path)) {
        let path = path.strip_prefix(base).unwrap().to_str().unwrap();
        found.push(SourceFile {
            path: path.to_string(),
            language,
            text,
        });
    }
}

struct Scan {
    program: Program,
    requests: Vec<Request>,
    /// Calls whose prompts are left to the callers of the function around them.
    inner: usize,
}

fn scan(base: &Path, path: &Path) -> Scan {
    let (mut found, mut texts) = (Vec::new(), Vec::new());
    files(base, path, &mut found, &mut texts);
    let lexicon = Lexicon::load(words()).unwrap();
    let has_work = |prompt: &Prompt| has_work(prompt, &lexicon);
    let sdks = Sdks::load(&[] as &[&Path]).unwrap();
    let program = Program::new(found, sdks.types()).with_texts(texts);
    let mut all = Vec::new();
    let mut wrappers = Vec::new();
    for number in 0..program.files().len() as u32 {
        let start = std::time::Instant::now();
        let found = requests(&program, &sdks, FileId(number), &has_work);
        report_slow(&program.file(FileId(number)).path, start);
        all.extend(found.direct);
        wrappers.extend(found.wrappers);
    }
    let inner = wrappers.len();
    for family in families(&program, wrappers) {
        let start = std::time::Instant::now();
        let is_test = |file: FileId| program.file(file).path.starts_with("test");
        all.extend(wrapped(&program, &sdks, &family, &has_work, &is_test));
        let wrapper = &family[0];
        let file = program.file(wrapper.function.file);
        let name = &program.module(wrapper.function.file)[wrapper.function.function].name;
        report_slow(&format!("wrapper {name} of {}", file.path), start);
    }
    all.sort_by_key(|request| (request.span.file, request.span.start, request.span.end));
    Scan {
        inner,
        requests: all,
        program,
    }
}

fn report_slow(what: &str, start: std::time::Instant) {
    if start.elapsed().as_secs() >= 1 {
        println!("slow: {what}: {:?}", start.elapsed());
    }
}

fn words() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES
        .iter()
        .copied()
        .filter(|(path, _)| path.starts_with("words/"))
}

/// All that is known of the requests, for a person to check.
fn shown(scan: &Scan) -> String {
    let mut out = String::new();
    for request in &scan.requests {
        let file = scan.program.file(request.span.file);
        let line = LineIndex::new(&file.text).line(request.span.start);
        let _ = writeln!(out, "== {}:{line} {}", file.path, head(request));
        for (name, value) in &request.parameters {
            let _ = writeln!(out, "   {name} = {value}");
        }
        let _ = writeln!(out, "   {}", status(&request.prompt));
        for (number, messages) in request.prompt.variants.iter().enumerate() {
            if request.prompt.variants.len() > 1 {
                let _ = writeln!(out, " variant {}", number + 1);
            }
            for message in messages {
                let _ = writeln!(out, "{}", message_shown(message, scan));
            }
        }
        for hole in &request.prompt.holes {
            let ty = hole
                .ty
                .as_deref()
                .map_or(String::new(), |ty| format!(": {ty}"));
            let _ = writeln!(out, "   hole {}{ty}, {}", hole.name, hole.reason.name());
        }
        if let Some(schema) = &request.schema {
            let _ = writeln!(out, "   schema {}", schema_shown(schema));
        }
        if !request.uses.is_empty() {
            let uses: Vec<_> = request.uses.iter().map(|used| &used.how).collect();
            let _ = writeln!(out, "   used {uses:?}");
        }
    }
    out
}

fn head(request: &Request) -> String {
    let mut head = request.sdk.clone();
    let mut add = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            let _ = write!(head, ", {name} {value}");
        }
    };
    add("by", request.provider.as_deref());
    add("model", request.model.as_deref());
    add("which rests on", request.model_assumed.as_deref());
    add("in", request.function.as_deref());
    add("via", request.via.as_deref());
    add("with", request.tools.then_some("tools"));
    add("found", request.by_shape.then_some("by its shape"));
    head
}

fn status(prompt: &Prompt) -> String {
    match prompt.reasons.is_empty() {
        true => prompt.status.name().to_string(),
        false => format!("{}: {}", prompt.status.name(), prompt.reasons.join("; ")),
    }
}

fn message_shown(message: &Message, scan: &Scan) -> String {
    let mut out = format!("  [{}]", message.role.name());
    if message.media {
        out.push_str(" with media");
    }
    let mut sources: Vec<String> = Vec::new();
    for run in &message.runs {
        let file = scan.program.file(run.span.file);
        let line = LineIndex::new(scan.program.text(run.span.file)).line(run.span.start);
        let place = format!("{}:{line}", file.path);
        if sources.last() != Some(&place) {
            sources.push(place);
        }
    }
    if let (Some(first), Some(last)) = (sources.first(), sources.last()) {
        let _ = write!(out, " from {first}");
        if first != last {
            let _ = write!(out, " to {last}");
        }
    }
    for line in message.text.lines() {
        let _ = write!(out, "\n  | {line}");
    }
    out
}

fn schema_shown(schema: &Schema) -> String {
    match schema {
        Schema::Object(fields) => {
            let fields: Vec<String> = fields.iter().map(field_shown).collect();
            format!("{{{}}}", fields.join(", "))
        }
        Schema::Enum(values) => values.join(" | "),
        Schema::Boolean => "boolean".into(),
        Schema::Integer {
            min: None,
            max: None,
        } => "integer".into(),
        Schema::Integer { min, max } => {
            let shown =
                |limit: &Option<i64>| limit.map_or("any".to_string(), |limit| limit.to_string());
            format!("integer {} to {}", shown(min), shown(max))
        }
        Schema::Number => "number".into(),
        Schema::Text { format: None } => "text".into(),
        Schema::Text {
            format: Some(format),
        } => format!("text ({format})"),
        Schema::Array(inner) => format!("[{}]", schema_shown(inner)),
        Schema::Any => "any".into(),
    }
}

fn field_shown(field: &Field) -> String {
    let mut out = format!("{}: {}", field.name, schema_shown(&field.schema));
    if let Some((description, _)) = &field.description {
        let _ = write!(out, " {description:?}");
    }
    out
}

/// The bytes of every run are the text, runs are in order, holes stand where they say.
fn check_places(name: &str, scan: &Scan) {
    let bytes = |span: Span| scan.program.text(span.file).get(span.range());
    for request in &scan.requests {
        assert!(!request.prompt.variants.is_empty(), "{name}: no variant");
        for message in request.prompt.variants.iter().flatten() {
            let mut last = 0;
            for run in &message.runs {
                let at = run.at as usize;
                let end = at + run.span.range().len();
                assert!(at >= last, "{name}: runs in order in {message:#?}");
                assert_eq!(
                    message.text.get(at..end),
                    bytes(run.span),
                    "{name}: {run:?}"
                );
                last = end;
            }
            for (range, number) in &message.holes {
                let hole = &request.prompt.holes[*number];
                assert_eq!(
                    message.text[range.clone()],
                    format!("{{{}}}", hole.name),
                    "{name}"
                );
                assert!(!hole.name.is_empty(), "{name}: a hole without a name");
            }
        }
        if request.prompt.status != Status::Resolved {
            assert!(!request.prompt.reasons.is_empty(), "{name}: no reason");
        }
    }
}

fn cases() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(root().join("src/prompt/cases"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() || Language::of(path).is_some())
        .collect();
    paths.sort();
    paths
}

#[test]
fn cases_are_read_as_their_snapshots_say() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("cases");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for path in cases() {
            let name = path.file_name().unwrap().to_str().unwrap();
            let base = match path.is_dir() {
                true => &path,
                false => path.parent().unwrap(),
            };
            let scan = scan(base, &path);
            check_places(name, &scan);
            insta::assert_snapshot!(name, shown(&scan));
        }
    });
}

#[derive(serde::Deserialize)]
struct Label {
    id: String,
    path: String,
    line: u32,
    via: Option<String>,
    prompt: String,
    starts: String,
}

/// Texts that double, circles and wrappers that call one another end soon.
#[test]
fn everything_is_bounded() {
    let mut text =
        String::from("from openai import OpenAI\nclient = OpenAI()\na0 = 'Sort these words. '\n");
    for number in 0..60 {
        let _ = writeln!(text, "a{} = a{number} + '{number}' + a{number}", number + 1);
    }
    text.push_str("b = [c]\nc = [*b, b]\n");
    for (name, prompt) in [("doubling", "a60"), ("circle", "c"), ("late", "later")] {
        let _ = writeln!(
            text,
            "def {name}():\n    return client.responses.create(model='gpt-4o', input={prompt})"
        );
    }
    text.push_str(
        "def f(p):\n    g(p)\n    return client.responses.create(model='gpt-4o', input=p)\n",
    );
    text.push_str("def g(p):\n    f(p)\n    h(p + p)\ndef h(p):\n    g(p)\n");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.py"), text).unwrap();
    let start = std::time::Instant::now();
    let scan = scan(folder.path(), folder.path());
    check_places("bounds", &scan);
    for request in &scan.requests {
        let messages = request.prompt.variants.iter().flatten();
        assert!(messages.map(|message| message.text.len()).sum::<usize>() <= 8 << 20);
    }
    assert!(scan.requests.len() >= 4);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    println!(
        "{:?}\n{}",
        start.elapsed(),
        shown(&scan)
            .lines()
            .map(|line| line.chars().take(100).collect::<String>() + "\n")
            .collect::<String>()
    );
}

/// Import cycles, functions that call themselves, prompts that grow in loops, templates that take in
/// themselves and thousands of callers cost little, whatever they say.
#[test]
fn bad_input_is_bounded() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "a.py",
        "from b import P\nfrom openai import OpenAI\nclient = OpenAI()\ndef one():\n    return client.responses.create(model='gpt-4o', input=P)\n",
    );
    write(
        "types.ts",
        "import OpenAI from 'openai';\ntype Tree = Record<string, Tree>;\ntype One = Array<Two>;\ntype Two = Array<One>;\nexport function ask(tree: Tree, one: One, client: OpenAI) {\n  tree.child.send('x'); one[0].send('x');\n  return client.responses.create({ model: 'gpt-4o', input: tree.prompt });\n}\n",
    );
    write("b.py", "from c import P\n");
    write("c.py", "from a import P\nfrom b import *\n");
    write(
        "grow.py",
        "from a import client\nimport jinja2\nenv = jinja2.Environment()\ndef grow(items):\n    p = 'Sort.'\n    while items:\n        p += p + 'Again.'\n        p = f'{p} {p}'\n    return client.responses.create(model='gpt-4o', input=p)\ndef me(p):\n    return me(p + me(p)) or client.responses.create(model='gpt-4o', input=me(p))\ndef two():\n    return client.responses.create(model='gpt-4o', input=env.get_template('x.j2').render())\n",
    );
    write(
        "x.j2",
        &"{% include 'y.j2' %}{% if a %}x{% else %}y{% endif %}".repeat(40),
    );
    write("y.j2", &"Count. {% include 'x.j2' %}".repeat(40));
    write("big.json", &format!("[{}1]", "1,".repeat(1 << 20)));
    let mut many = String::from(
        "from a import client\nimport json\ndef ask(p):\n    return client.responses.create(model='gpt-4o', input=p)\ndef huge():\n    return ask(json.load(open('big.json'))[0])\n",
    );
    for number in 0..10_000 {
        let _ = writeln!(
            many,
            "def f{number}():\n    return ask('Sort list {number}.')"
        );
    }
    write("many.py", &many);
    let start = std::time::Instant::now();
    let scan = scan(folder.path(), folder.path());
    check_places("bad input", &scan);
    let via = |request: &&Request| request.via.as_deref() == Some("ask");
    let callers = scan.requests.iter().filter(via).count();
    // The named limit of callers, and no more.
    assert!((1_999..=2_001).contains(&callers), "{callers}");
    for request in &scan.requests {
        assert!(request.prompt.variants.len() <= 8);
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

/// What is read of a real tree: `UNPROMPT_TREE=… cargo test prompt::tests::a_real_tree -- --ignored`.
#[test]
#[ignore = "needs a tree"]
fn a_real_tree_is_read() {
    let Some(tree) = std::env::var_os("UNPROMPT_TREE").map(PathBuf::from) else {
        return;
    };
    let start = std::time::Instant::now();
    let scan = scan(&tree, &tree);
    let took = start.elapsed();
    check_places("tree", &scan);
    let mut count = [0; 3];
    for request in &scan.requests {
        count[request.prompt.status as usize] += 1;
    }
    println!("{}", shown(&scan));
    println!(
        "{} files, {} calls, {} wrappers: unresolved, partial, resolved {count:?} in {took:?}",
        scan.program.files().len(),
        scan.requests.len(),
        scan.inner
    );
}

/// What the corpus says of each call and its prompt, and what is read. Shares may only rise.
#[test]
fn the_corpus_is_read() {
    let base = root().join("test-corpus");
    let scan = scan(&base, &base);
    let mut by_line: BTreeMap<(String, u32), Vec<&Request>> = BTreeMap::new();
    for request in &scan.requests {
        let file = scan.program.file(request.span.file);
        let line = LineIndex::new(&file.text).line(request.span.start);
        let key = (file.path.clone(), line);
        by_line.entry(key).or_default().push(request);
    }
    let labels = std::fs::read_to_string(base.join("labels.jsonl")).unwrap();
    let (mut all, mut found, mut same) = (0, 0, 0);
    let mut differences = String::new();
    for label in labels.lines().filter(|line| !line.is_empty()) {
        let label: Label = serde_json::from_str(label).unwrap();
        all += 1;
        let Some(requests) = by_line.remove(&(label.path.clone(), label.line)) else {
            let _ = writeln!(differences, "{}: not found: {}", label.id, label.starts);
            continue;
        };
        found += 1;
        let request = requests[0];
        let alike = request.prompt.status.name() == label.prompt && request.via == label.via;
        same += usize::from(alike && requests.len() == 1);
        if !alike || requests.len() > 1 {
            let (status, via) = (status(&request.prompt), &request.via);
            let _ = writeln!(
                differences,
                "{} {}:{}: {status} via {via:?} ({} of them), not {} via {:?}",
                label.id,
                label.path,
                label.line,
                requests.len(),
                label.prompt,
                label.via
            );
        }
    }
    for ((path, line), requests) in &by_line {
        let request = requests[0];
        let _ = writeln!(
            differences,
            "{path}:{line}: not labelled: {} {}",
            head(request),
            status(&request.prompt)
        );
    }
    println!(
        "{all} labels, {found} found, {same} as labelled, {} calls left to callers\n{differences}",
        scan.inner
    );
    check_places("test-corpus", &scan);
    assert!(found * 100 >= all * 96, "{found} of {all} found");
    assert!(same * 100 >= all * 92, "{same} of {all} read as labelled");
}
