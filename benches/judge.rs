//! How long judging a call takes, by the length of its prompt: `cargo bench --bench judge`.
//!
//! The prompt repeats a page of a production prompt (persona, work, rules, example, contract) until it has
//! the length asked for, so that every layer has its share of work.

use std::collections::BTreeMap;
use unprompt::prompt::{Hole, HoleReason, Message, Prompt, Request, Role, Status};
use unprompt::rules::{Rules, judge};
use unprompt::source::{FileId, Span};

fn main() {
    divan::main();
}

const PAGE: &str = "You are a careful assistant of a shipping company.\n\
    Your task is to extract the tracking number and the date of delivery from the message below.\n\
    Rules:\n\
    - Convert the date to ISO 8601.\n\
    - If there is no date, answer null; never guess.\n\
    - refund -> billing\n\
    Example: \"Parcel 1Z999 came on 3 May\" -> {\"number\": \"1Z999\", \"date\": \"2024-05-03\"}\n\
    Summarise nothing, and return only JSON with the fields number and date.\n\n";

fn request(length: usize) -> Request {
    let nowhere = Span::new(FileId(0), 0, 0);
    let mut text = PAGE.repeat(length / PAGE.len() + 1);
    text.truncate(length);
    let start = text.len();
    text.push_str("{message}");
    let message = Message {
        role: Role::User,
        holes: vec![(start..text.len(), 0)],
        text,
        runs: Vec::new(),
        media: false,
    };
    Request {
        span: nowhere,
        sdk: "openai".into(),
        provider: None,
        model: None,
        model_assumed: None,
        via: None,
        function: Some("delivery".into()),
        prompt: Prompt {
            variants: vec![vec![message]],
            holes: vec![Hole {
                name: "message".into(),
                ty: Some("str".into()),
                reason: HoleReason::Parameter,
                span: nowhere,
            }],
            status: Status::Resolved,
            ..Prompt::default()
        },
        parameters: BTreeMap::new(),
        schema: None,
        schema_span: None,
        tools: false,
        uses: Vec::new(),
        by_shape: false,
    }
}

#[divan::bench(args = [300, 1_000, 10_000, 100_000, 1_000_000])]
fn prompt_of_characters(bencher: divan::Bencher, length: usize) {
    let rules = Rules::load(&[] as &[&str]).expect("the embedded rules load");
    let request = request(length);
    let bytes = divan::counter::BytesCount::new(length);
    bencher.counter(bytes).bench(|| judge(&request, &rules));
}
