//! What a function answers when it fails is no text of a prompt.
use anyhow::{anyhow, bail, Context};
use rig::providers::openai;

fn table(name: &str) -> Option<String> {
    match name {
        "short" => Some("Answer in one word.".to_string()),
        _ => None,
    }
}

fn load(name: &str) -> anyhow::Result<String> {
    if name.is_empty() {
        return Err(anyhow!("no prompt was named"));
    }
    if name.len() > 20 {
        bail!("the name {name} is too long");
    }
    let known = table(name).ok_or_else(|| anyhow!("unknown prompt {name}"))?;
    Ok(format!("You know towns. {known}"))
}

fn question(town: &str) -> Result<String, String> {
    match town.len() {
        0 => Err("which town?".to_string()),
        1 => Err(format!("the town {town} is too short")),
        _ => Ok(format!("Name the country of {town}")),
    }
}

pub async fn ask(name: &str, town: &str) -> Result<String, String> {
    let preamble = load(name).with_context(|| format!("failed to load {name}")).map_err(|e| e.to_string())?;
    let text = match question(town) {
        Ok(text) => text,
        Err(error) => return Err(format!("bad question: {error}")),
    };
    let agent = openai::Client::from_env().agent("gpt-4o-mini").preamble(&preamble).build();
    agent.prompt(&text).await.map_err(|error| format!("no answer: {error}"))
}
