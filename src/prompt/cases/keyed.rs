//! Prompts that a key chooses among the arms of a match.
use async_openai::{types::*, Client};

fn language() -> String {
    std::env::var("LANGUAGE").unwrap()
}

fn text_of(language: &str, kind: &str) -> &'static str {
    match (language, kind) {
        ("en", "words") => "Count the words.",
        ("de", "words") => "Zähle die Wörter.",
        ("en", "letters" | "signs") => "Count the letters.",
        _ => "Count the lines.",
    }
}

fn get(kind: &str) -> &'static str {
    text_of(&language(), kind)
}

async fn send(prompt: &str) -> anyhow::Result<()> {
    let message = ChatCompletionRequestUserMessageArgs::default().content(prompt).build()?;
    let request = CreateChatCompletionRequestArgs::default().model("gpt-4o").messages([message.into()]).build()?;
    Client::new().chat().create(request).await?;
    Ok(())
}

pub async fn all(kind: &str) -> anyhow::Result<()> {
    send(text_of("en", "signs")).await?;
    send(get("words")).await?;
    send(text_of("fr", "words")).await?;
    send(text_of("en", kind)).await
}
