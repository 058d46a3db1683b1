//! dev
use rayon::prelude::*;
use unprompt::index::{Program, SourceFile};
use unprompt::rules::{Rules, judge};
use unprompt::sdk::Sdks;
use unprompt::source::{FileId, Language, LineIndex};
fn main() -> anyhow::Result<()> {
    let root = std::path::PathBuf::from(std::env::args().nth(1).unwrap_or(".".into()));
    let sdks = Sdks::load(&[] as &[&std::path::Path])?;
    let rules = Rules::load(&[] as &[&std::path::Path])?;
    let mut files = Vec::new();
    for e in ignore::WalkBuilder::new(&root).build().flatten() {
        let p = e.path();
        let Some(language) = Language::of(p) else {
            continue;
        };
        let Ok(text) = std::fs::read_to_string(p) else {
            continue;
        };
        files.push(SourceFile {
            path: p.strip_prefix(&root).unwrap_or(p).to_string_lossy().into(),
            language,
            text,
        });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let t = std::time::Instant::now();
    let program = Program::new(files, sdks.types());
    let ac = aho_corasick::AhoCorasick::new(sdks.needles())?;
    let work = |p: &unprompt::prompt::Prompt| unprompt::task::has_work(p, rules.lexicon());
    let hit: Vec<FileId> = (0..program.files().len())
        .into_par_iter()
        .filter(|i| ac.is_match(&program.files()[*i].text))
        .map(|i| FileId(i as u32))
        .collect();
    let per: Vec<_> = hit
        .par_iter()
        .map(|f| unprompt::prompt::requests(&program, &sdks, *f, &work))
        .collect();
    eprintln!(
        "files {} hit {} pass1 {:?}",
        program.files().len(),
        hit.len(),
        t.elapsed()
    );
    let mut all = Vec::new();
    let mut wrappers = Vec::new();
    for r in per {
        all.extend(r.direct);
        wrappers.extend(r.wrappers);
    }
    let more: Vec<_> = wrappers
        .par_iter()
        .flat_map(|w| unprompt::prompt::wrapped(&program, &sdks, w, &work))
        .collect();
    eprintln!(
        "direct {} wrappers {} -> {} {:?}",
        all.len(),
        wrappers.len(),
        more.len(),
        t.elapsed()
    );
    all.extend(more);
    all.sort_by_key(|r| r.span);
    all.dedup_by_key(|r| r.span);
    let mut calls = Vec::new();
    for r in &all {
        let f = program.file(r.span.file);
        let li = LineIndex::new(&f.text);
        let j = judge(r, &rules);
        let (s, e) = (
            li.place(&f.text, r.span.start),
            li.place(&f.text, r.span.end),
        );
        let messages: Vec<_> = r
            .prompt
            .variants
            .get(j.variant)
            .into_iter()
            .flatten()
            .map(|m| serde_json::json!({"role": m.role.name(), "text": m.text}))
            .collect();
        calls.push(serde_json::json!({"path": f.path, "span": {"start_line": s.line, "start_column": s.column, "end_line": e.line, "end_column": e.column}, "language": f.language.name(), "sdk": r.sdk, "model": r.model, "via": r.via, "function": r.function,
          "prompt": {"status": r.prompt.status.name(), "reasons": r.prompt.reasons, "messages": messages, "variants": r.prompt.variants.len()}, "parameters": r.parameters, "schema": format!("{:?}", r.schema), "tools": r.tools, "uses": format!("{:?}", r.uses),
          "verdict": j.verdict.name(), "technique": j.technique.map(|t| t.name()), "rule": j.rule, "confidence": j.confidence.name(), "message": j.message, "replacement": {"code": "x"}, "trail": j.trail.sections.iter().map(|(t, l)| format!("{t}: {}", l.join(" | "))).collect::<Vec<_>>() }));
    }
    eprintln!("judged {:?}", t.elapsed());
    println!(
        "{}",
        serde_json::to_string_pretty(&serde_json::json!({"calls": calls}))?
    );
    Ok(())
}
