//! Prompts in Rust.
use async_openai::types::{
    ChatCompletionRequestSystemMessageArgs, ChatCompletionRequestUserMessageArgs, CreateChatCompletionRequest,
    CreateChatCompletionRequestArgs,
};
use async_openai::Client;
use rig::providers::openai;
use schemars::JsonSchema;
use serde::Deserialize;

const SYSTEM: &str = "You label tickets.\n\
    Answer with one word: \"billing\" or bug.";
const MODEL: &str = "gpt-4o-mini";

pub struct Labeller {
    client: Client,
    model: String,
}

impl Labeller {
    pub fn new() -> Self {
        Self { client: Client::new(), model: MODEL.to_string() }
    }

    pub async fn label(&self, subject: &str, body: &str) -> anyhow::Result<u8> {
        let request = CreateChatCompletionRequestArgs::default()
            .model(&self.model)
            .max_tokens(4u32)
            .temperature(0.0)
            .messages([
                ChatCompletionRequestSystemMessageArgs::default().content(SYSTEM).build()?.into(),
                ChatCompletionRequestUserMessageArgs::default()
                    .content(format!("Subject: {subject}\n\n{body:?} {{x}} {}", body.len()))
                    .build()?
                    .into(),
            ])
            .build()?;
        let response = self.client.chat().create(request).await?;
        let answer = response.choices[0].message.content.clone().unwrap_or_default();
        match answer.trim() {
            "billing" => Ok(1),
            _ => Ok(answer.parse::<u8>()?),
        }
    }

    async fn text(&self, request: CreateChatCompletionRequest) -> anyhow::Result<String> {
        let response = self.client.chat().create(request).await?;
        Ok(response.choices[0].message.content.clone().unwrap_or_default())
    }

    pub async fn urls(&self, mail: &str) -> anyhow::Result<Vec<String>> {
        let request = CreateChatCompletionRequestArgs::default()
            .model("gpt-4o")
            .messages([ChatCompletionRequestUserMessageArgs::default()
                .content("List all links in this mail:\n".to_string() + mail)
                .build()?
                .into()])
            .build()?;
        let answer = self.text(request).await?;
        Ok(answer.lines().map(str::to_owned).collect())
    }
}

/// A person in a note.
#[derive(Deserialize, JsonSchema)]
pub struct Person {
    /// Phone number in E.164 form
    pub phone: Option<String>,
    pub kind: Kind,
    // not documentation
    pub age: u32,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Friend,
    Colleague,
}

pub async fn person(note: &str) -> anyhow::Result<Person> {
    let extractor = openai::Client::from_env().extractor::<Person>(openai::GPT_4O).build();
    Ok(extractor.extract(note).await?)
}

pub async fn tidy(lines: &[&str]) -> anyhow::Result<String> {
    let agent = openai::Client::from_env()
        .agent("gpt-4o")
        .preamble("Remove duplicate lines.")
        .temperature(0.0)
        .build();
    Ok(agent.prompt(lines.join("\n")).await?)
}
