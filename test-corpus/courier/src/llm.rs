//! The only place that talks to the provider.

use anyhow::{Context, Result};
use async_openai::{
    config::OpenAIConfig,
    types::{
        ChatCompletionRequestMessage, ChatCompletionRequestSystemMessageArgs,
        ChatCompletionRequestUserMessageArgs, CreateChatCompletionRequestArgs,
    },
    Client,
};

pub const FAST: &str = "gpt-4o-mini";
pub const GOOD: &str = "gpt-4o";

/// Sends one prompt and returns the text of the answer.
pub async fn ask(prompt: &str) -> Result<String> {
    let client = Client::new();
    let request = CreateChatCompletionRequestArgs::default()
        .model(FAST)
        .messages([ChatCompletionRequestUserMessageArgs::default()
            .content(prompt)
            .build()?
            .into()])
        .temperature(0.0)
        .build()?;
    let response = client.chat().create(request).await?;
    response
        .choices
        .into_iter()
        .next()
        .and_then(|c| c.message.content)
        .context("empty answer")
}

#[derive(Clone)]
pub struct Model {
    client: Client<OpenAIConfig>,
    name: String,
}

impl Model {
    pub fn new(name: &str) -> Self {
        Self {
            client: Client::new(),
            name: name.to_string(),
        }
    }

    pub async fn complete(&self, system: &str, user: &str) -> Result<String> {
        let mut messages: Vec<ChatCompletionRequestMessage> = Vec::new();
        messages.push(
            ChatCompletionRequestSystemMessageArgs::default()
                .content(system)
                .build()?
                .into(),
        );
        messages.push(
            ChatCompletionRequestUserMessageArgs::default()
                .content(user)
                .build()?
                .into(),
        );
        let request = CreateChatCompletionRequestArgs::default()
            .model(&self.name)
            .messages(messages)
            .build()?;
        let response = self.client.chat().create(request).await?;
        tracing::debug!(model = %self.name, usage = ?response.usage, "completed");
        Ok(response.choices[0]
            .message
            .content
            .clone()
            .unwrap_or_default())
    }
}
