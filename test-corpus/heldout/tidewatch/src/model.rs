use anyhow::{Context, Result};
use async_openai::{
    config::OpenAIConfig,
    types::{
        ChatCompletionRequestSystemMessageArgs, ChatCompletionRequestUserMessageArgs,
        CreateChatCompletionRequestArgs,
    },
    Client,
};

pub struct Model {
    client: Client<OpenAIConfig>,
    name: String,
}

impl Model {
    pub fn new(name: &str) -> Self {
        Self {
            client: Client::new(),
            name: name.to_owned(),
        }
    }

    /// Sends instructions and a text, returns the text of the first choice.
    pub async fn tell(&self, instructions: &str, text: &str) -> Result<String> {
        let request = CreateChatCompletionRequestArgs::default()
            .model(&self.name)
            .temperature(0.0)
            .messages([
                ChatCompletionRequestSystemMessageArgs::default()
                    .content(instructions)
                    .build()?
                    .into(),
                ChatCompletionRequestUserMessageArgs::default()
                    .content(text)
                    .build()?
                    .into(),
            ])
            .build()?;
        let response = self.client.chat().create(request).await?;
        response
            .choices
            .into_iter()
            .next()
            .and_then(|choice| choice.message.content)
            .context("an empty reply")
    }
}
