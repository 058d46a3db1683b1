use crate::Ask;
use async_openai::{Client, config::OpenAIConfig, types::*};

#[async_trait::async_trait]
pub trait Llm: Send + Sync {
    async fn complete(&self, prompt: &str) -> anyhow::Result<String>;
}

#[derive(Default)]
pub struct OpenAi {
    client: Client<OpenAIConfig>,
}

impl OpenAi {
    pub fn new() -> Self {
        Self { client: Client::new() }
    }

    pub async fn ask(&self, ask: Ask) -> anyhow::Result<String> {
        let messages = vec![
            ChatCompletionRequestMessage::System(ChatCompletionRequestSystemMessage { content: ask.system.into(), name: None }),
            ChatCompletionRequestMessage::User(ChatCompletionRequestUserMessage { content: ask.user.into(), name: None }),
        ];
        let request = CreateChatCompletionRequest { model: "gpt-4o".into(), messages, ..Default::default() };
        Ok(self.client.chat().create(request).await?.to_string())
    }
}

#[async_trait::async_trait]
impl Llm for OpenAi {
    async fn complete(&self, prompt: &str) -> anyhow::Result<String> {
        let request = CreateChatCompletionRequestArgs::default()
            .model("gpt-4o-mini")
            .messages([ChatCompletionRequestUserMessageArgs::default().content(prompt).build()?.into()])
            .build()?;
        match self.client.chat().create(request).await {
            Ok(reply) => Ok(reply.choices[0].message.content.clone().unwrap_or_default()),
            Err(problem) => Err(problem.into()),
        }
    }
}

/// A stand-in that asks no model.
pub struct Fixed;

#[async_trait::async_trait]
impl Llm for Fixed {
    async fn complete(&self, _prompt: &str) -> anyhow::Result<String> {
        Ok("fixed".into())
    }
}

pub enum Provider {
    Remote(OpenAi),
    Nothing { reason: String },
}

impl Provider {
    pub async fn ask(&self, prompt: &str) -> anyhow::Result<String> {
        match self {
            Provider::Remote(model) => model.complete(prompt).await,
            Provider::Nothing { reason } => Ok(reason.clone()),
        }
    }
}

#[derive(Default)]
pub struct Asker {
    pub prompt: String,
    pub llm: OpenAi,
}

impl Asker {
    pub fn with_prompt(mut self, prompt: &str) -> Self {
        self.prompt = prompt.to_string();
        self
    }

    pub async fn run(&self) -> anyhow::Result<String> {
        self.llm.complete(&self.prompt).await
    }
}
