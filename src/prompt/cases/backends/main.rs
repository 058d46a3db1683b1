//! Calls behind traits, enums, cells and fields of structs.
mod backend;
mod extra;

use async_openai::{Client, config::OpenAIConfig};
use backend::{Asker, Llm, OpenAi, Provider};
use once_cell::sync::OnceCell;
use std::sync::Arc;

static SHARED: OnceCell<Arc<dyn Llm>> = OnceCell::new();

pub async fn boxed(llm: Box<dyn Llm + Send + Sync>, text: &str) {
    if let Ok(reply) = llm.complete(&format!("Return the country of: {text}")).await
        && reply.len() > 2
    {
        println!("{reply}");
    }
}

pub async fn generic<T: Llm>(llm: T) {
    llm.complete("Name a river.").await;
}

pub async fn global() {
    SHARED.get().unwrap().complete("Name a mountain.").await;
}

struct App {
    provider: Provider,
    inner: Wrapped,
}

struct Wrapped(OpenAi);

impl App {
    fn new() -> Self {
        Self { provider: Provider::Remote(OpenAi::new()), inner: Wrapped(OpenAi::new()) }
    }

    async fn dispatched(&self, kind: Kind) {
        self.provider.ask(kind.prompt()).await;
    }

    async fn spawned(self: Arc<Self>) {
        tokio::spawn(async move { self.provider.ask("Name a lake.").await });
    }
}

impl Wrapped {
    async fn inside(&self) {
        self.0.complete("Name a sea.").await;
    }
}

enum Kind {
    Long,
    Short,
}

impl Kind {
    fn prompt(&self) -> &'static str {
        match self {
            Kind::Long => "Write a long poem.",
            Kind::Short => "Write a short poem.",
        }
    }
}

pub async fn elsewhere() {
    Asker::default().titled("Write a title.").await;
    Asker::default().with_prompt("Write a subtitle.").run().await;
}

pub async fn one_by_one(llm: &OpenAi, name: Option<&str>) {
    for question in ["Which year is it?", "Which month is it?"] {
        llm.complete(question).await;
    }
    let greeting = name.map(|name| format!("Greet {name} in Latin.")).unwrap_or_else(|| "Greet in Latin.".into());
    llm.complete(&greeting).await;
}

pub struct Ask {
    pub system: String,
    pub user: String,
}

impl Ask {
    fn translate(text: &str) -> Ask {
        Ask { system: "Translate to French.".into(), user: text.into() }
    }

    fn shorten(text: &str) -> Ask {
        Ask { system: "Shorten the text.".into(), user: text.into() }
    }
}

pub async fn structs(llm: &OpenAi, text: &str) {
    llm.ask(Ask::translate(text)).await;
    llm.ask(Ask::shorten(text)).await;
}
