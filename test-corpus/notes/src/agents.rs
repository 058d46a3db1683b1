//! Everything that runs through rig.

use anyhow::Result;
use rig::client::{CompletionClient, ProviderClient};
use rig::completion::{Chat, Message, Prompt};
use rig::providers::{anthropic, openai};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::texts::checks::{CARD, IBAN, SECRET};
use crate::texts::{self, DEDUPE};

/// Telephone number found in a note.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
pub struct Phone {
    /// The phone number as it stands in the note, or null if there is none
    pub phone_number: Option<String>,
}

#[derive(Debug, Deserialize, Serialize, JsonSchema)]
pub struct Plan {
    /// What the writer should do next, and why
    pub next_step: String,
    /// Dates that seem realistic for it, as YYYY-MM-DD
    pub dates: Vec<String>,
}

pub async fn phone(note: &str) -> Result<Option<String>> {
    let client = openai::Client::from_env();
    let extractor = client.extractor::<Phone>("gpt-4o-mini").build();
    let found = extractor.extract(note).await?;
    Ok(found.phone_number)
}

pub async fn plan(note: &str) -> Result<Plan> {
    let extractor = openai::Client::from_env()
        .extractor::<Plan>(openai::GPT_4O)
        .preamble("Read the note as a good coach would.")
        .build();
    Ok(extractor.extract(note).await?)
}

pub async fn iban_ok(iban: &str) -> Result<bool> {
    let agent = openai::Client::from_env()
        .agent("gpt-4o-mini")
        .preamble(IBAN)
        .temperature(0.0)
        .build();
    let answer = agent.prompt(iban).await?;
    Ok(answer.trim() == "ok")
}

pub async fn card_ok(number: &str) -> Result<bool> {
    let agent = anthropic::Client::from_env()
        .agent(anthropic::CLAUDE_3_5_HAIKU)
        .preamble(CARD)
        .max_tokens(5)
        .build();
    let answer = agent.prompt(format!("Number: {number}")).await?;
    Ok(answer.to_lowercase().starts_with("yes"))
}

pub async fn private(note: &str) -> Result<bool> {
    let agent = anthropic::Client::from_env()
        .agent(anthropic::CLAUDE_3_7_SONNET)
        .preamble(SECRET)
        .build();
    Ok(agent.prompt(note).await?.to_lowercase().contains("yes"))
}

pub struct Librarian {
    agent: rig::agent::Agent<openai::CompletionModel>,
}

impl Librarian {
    pub fn new() -> Self {
        let client = openai::Client::from_env();
        let agent = client
            .agent(openai::GPT_4O_MINI)
            .preamble("You tidy lists. Answer with the list and nothing else.")
            .build();
        Self { agent }
    }

    pub async fn without_repeats(&self, lines: &[&str]) -> Result<String> {
        Ok(self
            .agent
            .prompt(format!("{DEDUPE}\n\n{}", lines.join("\n")))
            .await?)
    }

    pub async fn upper(&self, text: &str) -> Result<String> {
        Ok(self.agent.prompt(texts::uppercase(text)).await?)
    }

    pub async fn by_theme(&self, titles: &[&str]) -> Result<String> {
        Ok(self
            .agent
            .prompt(format!(
                "Sort these notes by theme, so that related ideas stand together:\n{}",
                titles.join("\n")
            ))
            .await?)
    }
}

pub async fn talk(question: &str, history: Vec<Message>) -> Result<String> {
    let agent = openai::Client::from_env()
        .agent(openai::GPT_4O)
        .preamble("You know the user's notes and answer questions about them.")
        .build();
    Ok(agent.chat(question, history).await?)
}
